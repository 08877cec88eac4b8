package desk

import (
	"slices"
	"strings"

	"outrigger/model/plan"
)

// Set changes texts and choices of the plan, as one step of undo. What cannot
// stand in its place, or what the plan refuses, is named in Faults and left as it
// was; the other items go in.
func (d *Desk) Set(r SetRequest) (SetAnswer, error) {
	return guard(d, "Set", r.Language, func() (SetAnswer, error) {
		d.mu.Lock()
		defer d.mu.Unlock()
		if d.open == nil {
			return SetAnswer{}, d.fault(r.Language, "nothing_open", nil)
		}
		next, faults := d.set(r, d.open.plan)
		d.take(next)
		return SetAnswer{d.view(Reading{r.Language, r.Scenario, r.Page, r.Stamp}), faults}, nil
	})
}

// set gives a changed copy of a plan. Items that can be read go into a first copy;
// where the plan then refuses one, it is left out of the second.
func (d *Desk) set(r SetRequest, p *plan.Plan) (*plan.Plan, []CellFault) {
	next, good, faults := d.put(r, p, r.Items)
	refused := d.refused(r.Language, next, good)
	if len(refused) == 0 {
		return next, faults
	}
	kept := []SetItem{}
	for i, item := range good {
		if sentence, bad := refused[i]; bad {
			faults = append(faults, CellFault{Input: item.Place, Text: item.Text, Sentence: sentence})
			continue
		}
		kept = append(kept, item)
	}
	next, _, _ = d.put(r, p, kept)
	return next, faults
}

// put puts what can be read into a copy of the plan.
func (d *Desk) put(r SetRequest, p *plan.Plan, items []SetItem) (next *plan.Plan, good []SetItem, faults []CellFault) {
	next, faults = plan.Clone(p), []CellFault{}
	s := d.slots(r.Language, next)
	s.scenario = known(p, r.Scenario)
	for _, item := range items {
		at, known := s.find(item.Place)
		text, key := "", "fault.desk.no_place"
		if known {
			text, key = s.read(at, item.Text)
		}
		if key != "" {
			args := map[string]string{"text": item.Text, "value": item.Text}
			faults = append(faults, CellFault{Input: item.Place, Text: item.Text, Sentence: s.say.Say(key, args) + " " + s.say.Say(key+".remedy", args)})
			continue
		}
		at.put(text)
		good = append(good, item)
	}
	return next, good, faults
}

// refusing are findings about a text or a choice that make it useless where it
// stands. Whatever else they bring about, such as a figure now missing, is the
// plan left unfinished.
var refusing = []string{
	"plan.bad_year", "plan.month", "plan.no_years", "plan.too_many_years", "plan.last_actual", "plan.currency",
	"plan.rate_twice", "plan.wording_long", "plan.country", "plan.ratio_loop", "plan.price_year",
}

// refused tells, by position, which items the plan refuses, and why.
func (d *Desk) refused(language string, next *plan.Plan, items []SetItem) map[int]string {
	old := map[string]bool{}
	for _, f := range d.open.checked.findings {
		old[f.Code+" "+f.Place] = true
	}
	refused, tell := map[int]string{}, newTeller(d.say(language), next)
	for _, f := range plan.Check(next) {
		if !slices.Contains(refusing, f.Code) || old[f.Code+" "+f.Place] {
			continue
		}
		for i, item := range items {
			if same(f.Place, item) {
				told := tell.finding(f)
				refused[i] = told.Sentence + " " + told.Remedy
			}
		}
	}
	return refused
}

// same reports whether a finding speaks of what an item sets. The years are judged
// together.
func same(place string, item SetItem) bool {
	switch {
	case strings.HasPrefix(item.Place, "years/"):
		return strings.HasPrefix(place, "years/")
	case strings.HasPrefix(item.Place, "money/rates/") && strings.HasSuffix(item.Place, "/currency"):
		return place == "rates/"+item.Text
	}
	return place == item.Place || place == strings.TrimSuffix(item.Place, "/from")
}

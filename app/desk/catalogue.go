package desk

import (
	"slices"
	"strconv"
	"strings"

	"outrigger/datasets"
	"outrigger/model/plan"
)

// Catalogue lists the measures and losses a plan may take over, with what is published
// about them.
func (d *Desk) Catalogue(r Reading) (Catalogue, error) {
	return guard(d, "Catalogue", r.Language, func() (Catalogue, error) {
		w, _, _ := d.beside(PageRequest{Language: r.Language, Scenario: r.Scenario})
		if w.document == nil {
			return Catalogue{}, d.fault(r.Language, "nothing_open", nil)
		}
		known, err := datasets.ShippedMeasures()
		if err != nil {
			return Catalogue{}, err
		}
		all := Catalogue{Measures: []CatalogueMeasure{}, Losses: []CatalogueLoss{}}
		for _, m := range known.Catalogue() {
			all.Measures = append(all.Measures, w.offered(known, m))
		}
		for _, l := range known.Losses() {
			all.Losses = append(all.Losses, CatalogueLoss{
				ID: l.ID, Name: w.word("loss." + l.ID + ".name"), Text: w.word("loss." + l.ID + ".text"),
				Have: item(w.plan.Losses, l.ID, lossID) != nil,
			})
		}
		return all, nil
	})
}

func (w pager) offered(known *datasets.Measures, m datasets.Measure) CatalogueMeasure {
	c := CatalogueMeasure{
		ID: m.ID, Name: w.word("measure." + m.ID + ".name"), Text: w.word("measure." + m.ID + ".text"), Function: w.word("csf." + m.Function),
		Practice: w.say.Measure(m, w.plan).Practice, Cautions: []string{}, Evidence: []CatalogueEvidence{}, Have: item(w.plan.Measures, m.ID, measureID) != nil,
	}
	if m.Programme != "" {
		c.Programme = w.word("programme." + m.Programme)
	}
	for _, caution := range m.Cautions {
		c.Cautions = append(c.Cautions, w.word("caution."+caution))
	}
	for _, p := range known.Evidence(m.ID) {
		c.Evidence = append(c.Evidence, CatalogueEvidence{w.published(p), p.Source.Title})
	}
	worth := "evidence.none"
	if known.HasEffect(m.ID) {
		worth = "evidence.transferred"
	}
	c.Evidence = append(c.Evidence, CatalogueEvidence{Text: w.word(worth)})
	return c
}

// published writes one published figure: what was found, on whom, where and when, how good
// a study it is.
func (w pager) published(p datasets.Published) string {
	figure := ""
	switch {
	case p.Value != nil && p.Currency != "":
		figure = w.money(*p.Value, p.Currency)
	case p.Value != nil:
		figure = w.say.Number(*p.Value, -1)
	case p.Low != nil && p.High != nil:
		figure = w.say.Number(*p.Low, -1) + "–" + w.say.Number(*p.High, -1)
	case p.Rating != "":
		figure = w.word("evidence.rating." + p.Rating)
	}
	said := w.say.Say("evidence.unit."+p.Unit, map[string]string{"n": figure})
	if p.Relation != "" {
		said = w.say.Say("evidence.relation."+p.Relation, map[string]string{"n": said})
	}
	text := w.word("scale."+p.Scale) + ": " + said
	add := func(part string) { text = w.say.Say("desk.evidence.and", map[string]string{"a": text, "b": part}) }
	if p.Who != "" {
		who := w.word("evidence.who." + p.Who)
		if p.Size != "" {
			who += " (n = " + p.Size + ")"
		}
		add(who)
	}
	switch p.Country {
	case "":
	case "several":
		add(w.word("evidence.several"))
	default:
		add(w.say.Country(p.Country))
	}
	if p.Year != 0 {
		add(strconv.Itoa(p.Year))
	}
	add(w.word("study." + p.Grade))
	sentences := []string{text + "."}
	for _, note := range p.Notes {
		sentences = append(sentences, w.word("evidence.note."+note))
	}
	return strings.Join(sentences, " ")
}

// Take adds measures and losses of the catalogue, without any figure: those are for the
// post to say.
func (d *Desk) Take(r TakeRequest) (View, error) {
	return d.change("Take", Reading{Language: r.Language, Scenario: r.Scenario}, func(p *plan.Plan) error {
		known, err := datasets.ShippedMeasures()
		if err != nil {
			return err
		}
		say := d.say(r.Language)
		for _, l := range known.Losses() {
			if slices.Contains(r.Losses, l.ID) && item(p.Losses, l.ID, lossID) == nil && !full(p.Losses) {
				p.Losses = append(p.Losses, say.Loss(l, p))
			}
		}
		if len(p.Measures)+len(r.Measures) > plan.MaxItems {
			return d.fault(r.Language, "no_list", nil)
		}
		for _, m := range known.Catalogue() {
			if slices.Contains(r.Measures, m.ID) && item(p.Measures, m.ID, measureID) == nil {
				p.Measures = append(p.Measures, say.Measure(m, p))
			}
		}
		for i := range p.Measures { // what came along may be what others need
			m := &p.Measures[i]
			t, is := known.ByID(m.Template)
			if !is || m.Template != m.ID {
				continue
			}
			tie(p, &m.Needs, t.Needs)
			tie(p, &m.Excludes, t.Excludes)
		}
		return nil
	})
}

// tie adds the links of the catalogue whose measures the plan has.
func tie(p *plan.Plan, links *[]string, wanted []string) {
	for _, id := range wanted {
		if !slices.Contains(*links, id) && item(p.Measures, id, measureID) != nil {
			*links = append(*links, id)
		}
	}
}

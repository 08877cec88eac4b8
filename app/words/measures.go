package words

import (
	"math"
	"slices"
	"strings"

	"outrigger/model/chain"
	"outrigger/model/measures"
	"outrigger/model/money"
	"outrigger/model/span"
)

// Advisor writes what the optimiser found, of one plan.
type Advisor struct {
	Reader
	Case *chain.Case
}

// amount writes so many units of a limit: money, or hundredths of hours.
func (a Advisor) amount(resource string, units int64) string {
	if strings.HasPrefix(resource, "hours/") {
		hours := math.Ceil(float64(units) / 100)
		return a.Say("common.why.hours", map[string]string{"hours": a.Number(money.Drawn(hours, 0), 0), "role": a.role(strings.TrimPrefix(resource, "hours/"))})
	}
	currency := a.Case.Plan.Money.Currency
	c, _ := money.ByCode(currency)
	n := money.Drawn(float64(units)/math.Pow10(c.Places), c.Places)
	return a.Money(money.Canonical(n), currency, c.Places)
}

func (a Advisor) role(id string) string {
	for _, r := range a.Case.Plan.Team.Roles {
		if r.ID == id {
			return a.Apart(r.Name)
		}
	}
	return id
}

func (a Advisor) year(y span.Year) string { return y.Label(a.Case.Plan.Years.StartMonth) }

// Names lists measures by name.
func (a Advisor) Names(ids []string) string {
	var names []string
	for _, id := range ids {
		names = append(names, a.Apart(a.Case.Name(id)))
	}
	return strings.Join(names, a.Formats().List)
}

// Chosen lists chosen measures with the years they begin in.
func (a Advisor) Chosen(chosen []measures.Choice) string {
	var parts []string
	for _, c := range chosen {
		parts = append(parts, a.Say("common.why.from", map[string]string{"name": a.Apart(a.Case.Name(c.Measure)), "year": a.year(c.Start)}))
	}
	if len(parts) == 0 {
		return a.Say("common.why.none", nil)
	}
	return strings.Join(parts, a.Formats().List)
}

// Found says what the choice to be taken over is worth, and what is proven of it: best by
// the sum of single effects, then bettered by what the measures do together.
func (a Advisor) Found(x *chain.Advice) string {
	text := a.Say("common.why.found", map[string]string{"together": a.Value(x.Joint.Together), "alone": a.Value(x.Joint.Alone)}) + " " + a.Proof(x.Best)
	if slices.Equal(x.Together, x.Best.Chosen) {
		return text
	}
	return text + " " + a.Say("common.why.bettered", map[string]string{"value": a.Value(x.TogetherJoint.Together)})
}

// Why says why a measure is not in the choice to be taken over; empty for one that is.
func (a Advisor) Why(x *chain.Advice, measure string) string {
	if slices.ContainsFunc(x.Together, func(c measures.Choice) bool { return c.Measure == measure }) {
		return ""
	}
	if slices.Contains(x.Unpriced, measure) {
		return a.Say("common.why.unpriced", nil)
	}
	if reason, left := x.Why[measure]; left {
		return a.WhyNot(reason)
	}
	return a.Say("common.why.overlaps", nil)
}

// WhyNot says why a measure is left out, and the cheapest change that brings it in.
func (a Advisor) WhyNot(r measures.Reason) string {
	text := a.binding(r)
	if change := a.change(r); change != "" {
		text += " " + change
	}
	return text
}

func (a Advisor) binding(r measures.Reason) string {
	args := map[string]string{"year": a.year(r.Option.Start), "names": a.Names(r.By)}
	switch r.Binding {
	case measures.Short:
		short := r.Short[0]
		args["needed"], args["free"], args["year"] = a.amount(short.Resource, short.Needed), a.amount(short.Resource, max(0, short.Free)), a.year(short.Year)
		return a.Say("common.why.short", args)
	case measures.Excluded:
		return a.Say("common.why.excluded", args)
	case measures.Missing:
		return a.Say("common.why.missing", args)
	case measures.Starts:
		return a.Say("common.why.starts", args)
	case measures.In:
		return a.Say("common.why.in", args)
	}
	return a.Say("common.why.worthless", args)
}

func (a Advisor) change(r measures.Reason) string {
	if r.Raise != nil {
		return a.Say("common.why.raise", map[string]string{"more": a.amount(r.Raise.Resource, r.Raise.More), "year": a.year(r.Raise.Year)})
	}
	if r.Worth > 0 && !math.IsInf(r.Worth, 0) {
		return a.Say("common.why.worth", map[string]string{"more": a.Value(r.Worth)})
	}
	if r.Stopped {
		return a.Say("common.why.stopped", nil)
	}
	return ""
}

// Value writes what a measure or a set is worth, in the unit of what counts.
func (a Advisor) Value(v float64) string {
	switch a.Case.Worth.Kind {
	case "hours":
		return a.Say("common.why.value_hours", map[string]string{"n": a.Number(money.Drawn(v, 0), 0)})
	case "readiness":
		return a.Say("common.why.value_levels", map[string]string{"n": a.Number(money.Drawn(v, 1), 1)})
	}
	currency := a.Case.Plan.Money.Currency
	c, _ := money.ByCode(currency)
	return a.Money(money.Canonical(money.Drawn(v, c.Places)), currency, c.Places)
}

// Proof says what is proven of a choice.
func (a Advisor) Proof(s measures.Solution) string {
	if s.Proven {
		return a.Say("common.why.proven", nil)
	}
	return a.Say("common.why.gap", map[string]string{"gap": a.Percent(money.Drawn(s.Gap(), 4), 1)})
}

// Infeasible says why the mandatory measures do not fit together, and the repairs.
func (a Advisor) Infeasible(e *measures.InfeasibleError) string {
	var parts []string
	for _, b := range e.Breaks {
		parts = append(parts, a.Say("common.why.breaks", map[string]string{"needed": a.amount(b.Resource, b.Needed), "free": a.amount(b.Resource, b.Free), "more": a.amount(b.Resource, b.By()), "year": a.year(b.Year)}))
	}
	if len(parts) == 0 {
		parts = append(parts, a.Say("common.why.clash", nil))
	}
	switch {
	case len(e.Raise) > 0:
		b := e.Raise[0]
		parts = append(parts, a.Say("common.why.repair", map[string]string{"more": a.amount(b.Resource, b.By()), "year": a.year(b.Year)}))
	case len(e.Together) > 0:
		var all []string
		for _, b := range e.Together {
			all = append(all, a.Say("common.why.more_in", map[string]string{"more": a.amount(b.Resource, b.By()), "year": a.year(b.Year)}))
		}
		parts = append(parts, a.Say("common.why.together", map[string]string{"list": strings.Join(all, a.Formats().List)}))
	}
	if e.Drop != "" {
		parts = append(parts, a.Say("common.why.drop", map[string]string{"name": a.Apart(a.Case.Name(e.Drop))}))
	}
	return strings.Join(parts, " ")
}

// Over says which limit a set of measures breaks.
func (a Advisor) Over(o chain.Over) string {
	unit, places := "money/", 0
	if o.Hours {
		unit, places = "hours/", 2
	} else if o.Limit.ID == "starts" {
		return a.Say("common.why.over_starts", map[string]string{"year": a.year(o.Year)})
	} else {
		c, _ := money.ByCode(a.Case.Plan.Money.Currency)
		places = c.Places
	}
	units := int64(math.Round(money.Float(o.By) * math.Pow10(places)))
	return a.Say("common.why.over", map[string]string{"more": a.amount(unit+o.Limit.ID, units), "year": a.year(o.Year)})
}

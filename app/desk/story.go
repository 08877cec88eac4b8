package desk

import (
	"outrigger/model/calc"
	"outrigger/model/financing"
	"outrigger/model/money"
	"outrigger/model/span"
)

// grades are the words for how well a calculated figure is known.
var grades = []string{"certain", "measured", "estimated", "borrowed", "published", "placeholder"}

// story is the five figures that are always in view. Each is read from the rows of
// the chain; an index is shown as its distance from 100.
func (w viewer) story() []Figure {
	if w.state == nil {
		all := []Figure{}
		for _, id := range []string{"workload", "budget", "short", "gap", "placeholders"} {
			all = append(all, w.none(id, "unfinished"))
		}
		return all
	}
	return []Figure{
		w.grown("workload", w.calced.Workload.Index), w.grown("budget", w.calced.Financing.Index),
		w.short(), w.gap(), w.placeholders(),
	}
}

func (w viewer) figure(id, value, detail string, row calc.ID, year span.Year, args map[string]string) Figure {
	return Figure{
		ID: id, Label: w.say.Say("desk.story."+id, nil), Value: value, Detail: w.say.Say("desk.story."+id+"."+detail, args),
		Evidence: grades[w.state.Evidence(row)], Row: string(row), Year: int(year),
	}
}

// none is a figure that cannot be told.
func (w viewer) none(id, why string) Figure {
	return Figure{
		ID: id, Label: w.say.Say("desk.story."+id, nil), Value: "–", Detail: w.say.Say("desk.story."+why, nil),
		Evidence: grades[calc.Placeholder],
	}
}

// growth is an index in the last year, as its distance from 100 in the base year.
// False if the base year has nothing to compare with.
func (w viewer) growth(index calc.ID) (money.Number, bool) {
	base, ok := w.value(index, w.base())
	last, ok2 := w.value(index, w.plan.Years.Last)
	if !ok || !ok2 || base.IsZero() {
		return money.Number{}, false
	}
	grown, err := last.Sub(hundred)
	return grown, err == nil
}

// base is the year in which both indices are 100.
func (w viewer) base() span.Year { return financing.Base(w.plan) }

func (w viewer) grown(id string, index calc.ID) Figure {
	change, ok := w.growth(index)
	if !ok {
		return w.figure(id, "–", "none", index, w.plan.Years.Last, nil)
	}
	first, _ := w.value(index, w.base())
	last, _ := w.value(index, w.plan.Years.Last)
	return w.figure(id, w.signed(change), "detail", index, w.plan.Years.Last, map[string]string{
		"base": w.label(w.base()), "first": w.say.Number(first, 0), "year": w.label(w.plan.Years.Last), "last": w.say.Number(last, 0),
	})
}

// signed writes a change in per cent with its sign.
func (w viewer) signed(change money.Number) string {
	text := w.say.Number(change, 0) + w.say.Formats().Percent
	if money.Round(change, 0).IsPos() {
		if w.say.RTL() {
			return "\u200e+" + text
		}
		return "+" + text
	}
	return text
}

// short is how many people are lacking in the planned year in which it is most. It
// is a sum over the roles, so that a surplus in one does not hide a lack in another;
// people needed less people available would.
func (w viewer) short() Figure {
	row := w.calced.Staffing.Short
	planned := w.plan.Axis().Planned()
	if len(planned) == 0 {
		return w.figure("short", "–", "none", row, w.plan.Years.Last, nil)
	}
	worst, most := planned[0], money.Number{}
	for _, year := range planned {
		if n, _ := w.value(row, year); n.Cmp(most) > 0 {
			worst, most = year, n
		}
	}
	first, _ := w.value(row, planned[0])
	needed, _ := w.value(w.calced.Staffing.RequiredTotal, worst)
	detail := "detail"
	switch {
	case money.Round(most, 1).IsZero():
		detail = "enough"
	case worst == planned[0]:
		detail = "at_once"
	}
	return w.figure("short", w.say.Number(most, 1), detail, row, worst, map[string]string{
		"year": w.label(worst), "needed": w.say.Number(needed, 1), "most": w.say.Number(most, 1),
		"first": w.label(planned[0]), "short": w.say.Number(first, 1),
	})
}

func (w viewer) gap() Figure {
	f := w.calced.Financing
	code, donor := w.plan.Money.Currency, w.plan.Money.Donor
	local, _ := w.single(f.GapTotal.Local)
	other, _ := w.single(f.GapTotal.Donor)
	need, _ := w.single(f.NeedTotal.Local)
	granted, _ := w.single(f.GrantedTotal.Local)
	detail := "detail"
	if donor == "" || donor == code {
		detail = "own"
	}
	return w.figure("gap", w.money(local, code), detail, f.GapTotal.Local, 0, map[string]string{
		"need": w.money(need, code), "granted": w.money(granted, code), "donor": w.money(other, donor),
	})
}

func (w viewer) money(n money.Number, code string) string {
	return w.say.Money(money.Canonical(n), code, places(code))
}

func (w viewer) placeholders() Figure {
	share, _ := w.single(w.calced.PlaceholderShare)
	need, _ := w.single(w.calced.Financing.NeedTotal.Local)
	detail := "detail"
	switch {
	case need.IsZero():
		return w.figure("placeholders", "–", "none", w.calced.PlaceholderShare, 0, nil)
	case share.IsZero():
		detail = "clear"
	}
	return w.figure("placeholders", w.say.Percent(share, 0), detail, w.calced.PlaceholderShare, 0, map[string]string{
		"need": w.money(need, w.plan.Money.Currency), "share": w.say.Percent(share, 0),
	})
}

package desk

import (
	"outrigger/model/calc"
	"outrigger/model/money"
)

// mismatch sets the work against the money, both as an index.
func (w pager) mismatch() (Drawing, string) {
	d := Drawing{Unit: w.word("unit.index"), Base: "100", Lines: []Series{}, Columns: []Series{}}
	if w.state == nil {
		return d, w.word("desk.chart.unfinished")
	}
	work, budget := w.calced.Workload.Index, w.calced.Financing.Index
	d.Lines = append(d.Lines,
		Series{"workload", w.word("desk.chart.workload"), w.points100(work), string(work)},
		Series{"budget", w.word("desk.chart.budget"), w.points100(budget), string(budget)})
	return d, w.sentence(work, budget)
}

// points100 gives an index in every year; none before the base year where nothing
// stood, which is not the same as a fall to nothing.
func (w viewer) points100(index calc.ID) []string {
	points := []string{}
	base, _ := w.value(index, w.base())
	for _, year := range w.plan.Axis().Years() {
		n, ok := w.value(index, year)
		if !ok || base.IsZero() || n.IsZero() && year < w.base() {
			points = append(points, "")
			continue
		}
		points = append(points, money.Canonical(n))
	}
	return points
}

// sentence says what the chart shows: by how much the work and the money change.
func (w viewer) sentence(work, budget calc.ID) string {
	hours, ok := w.growth(work)
	funds, ok2 := w.growth(budget)
	key, args := "desk.chart", map[string]string{"base": w.label(w.base()), "year": w.label(w.plan.Years.Last)}
	for _, change := range []struct {
		name string
		n    money.Number
		ok   bool
	}{{"work", hours, ok}, {"money", funds, ok2}} {
		args[change.name] = w.say.Number(change.n.Abs(), 0) + w.say.Formats().Percent
		switch {
		case !change.ok:
			key += ".none"
		case change.n.IsNeg():
			key += ".down"
		default:
			key += ".up"
		}
	}
	return w.say.Say(key, args)
}

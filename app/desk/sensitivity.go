package desk

import (
	"math"
	"strconv"
	"strings"

	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// worthwhile is by how much the range of the gap must narrow for an input to be worth
// measuring: below a twentieth the estimate itself is no more sure.
const worthwhile = 0.05

// Sensitivity tells how sure the headline figures are, what each doubtful input does
// to one of them, and which to measure next for the gap.
func (d *Desk) Sensitivity(r SensitivityRequest) (Sensitivity, error) {
	return guard(d, "Sensitivity", r.Language, func() (Sensitivity, error) {
		w, keep, revision := d.beside(PageRequest{Language: r.Language, Scenario: r.Scenario})
		if w.document == nil {
			return Sensitivity{}, d.fault(r.Language, "nothing_open", nil)
		}
		all := Sensitivity{
			Told: w.word("common.doubt.none"), Headlines: []DoubtLine{}, Chances: []Chance{}, Swings: []Swing{},
			Drivers: []Choice{}, Strengths: []Choice{}, Links: w.links(), Seed: strconv.Itoa(max(1, w.plan.Doubt.Seed)),
		}
		for _, s := range plan.Strengths {
			all.Strengths = append(all.Strengths, Choice{s, w.word("common.strength." + s)})
		}
		for _, dr := range w.plan.Drivers {
			all.Drivers = append(all.Drivers, Choice{dr.ID, dr.Name})
		}
		if w.state == nil {
			return all, nil
		}
		x := w.draw(revision, w.scenario, w.calced.Watched()...)
		keep()
		w.sensitivity(&all, x, calc.ID(r.Row))
		return all, nil
	})
}

func (w pager) sensitivity(all *Sensitivity, x *calc.Samples, of calc.ID) {
	c := w.calced
	gap, last := c.Financing.GapTotal.Local, w.plan.Years.Last
	if x == nil {
		return
	}
	heads := c.Doubted()
	all.Given, all.Told, all.Sentence, all.Method = true, w.drawn("desk.doubt.told", x), w.surely(x), w.drawn("desk.doubt.method", x)
	for _, h := range heads {
		if line, known := w.doubtLine(x, h); known {
			all.Headlines = append(all.Headlines, line)
		}
	}
	for _, year := range w.plan.Axis().Planned() {
		if share, ok := c.Overwhelmed(x, year); ok {
			n := money.Drawn(share, bandPlaces)
			all.Chances = append(all.Chances, Chance{w.label(year), w.say.Percent(n, 0), money.Canonical(n)})
		}
	}
	moved := chain.Doubted{Row: gap}
	for _, h := range heads {
		if h.Row == of {
			moved = h
		}
	}
	w.tornado(all, x, moved)
	best, most := calc.ID(""), 0.0
	for _, s := range x.Shares(gap, last) {
		if s.Narrowing > most {
			best, most = s.Input, s.Narrowing
		}
	}
	switch {
	case !x.Doubtful(gap):
	case most < worthwhile:
		all.Next = w.word("desk.doubt.next.none")
	default:
		all.Next = w.say.Say("desk.doubt.next", map[string]string{"name": quote(w.called(w.row(best))), "share": w.say.Percent(money.Drawn(most, 2), 0)})
	}
}

// tornado tells what each doubtful input does to one headline figure.
func (w pager) tornado(all *Sensitivity, x *calc.Samples, of chain.Doubted) {
	line, known := w.doubtLine(x, of)
	if !known {
		return
	}
	year := of.Year
	if year == 0 {
		year = w.plan.Years.Last
	}
	base, _ := w.value(of.Row, year)
	all.Row, all.Figure, all.Base, all.BasePlain = line.Row, line.Label, w.amount(of.Row, base), money.Canonical(base)
	shares := map[calc.ID]calc.Share{}
	for _, s := range x.Shares(of.Row, year) {
		shares[s.Input] = s
	}
	ends := map[calc.ID]calc.Uncertain{}
	for _, u := range w.calced.Uncertain(w.scenario) {
		ends[u.Row] = u
	}
	for _, s := range w.calced.Swings(w.scenario, of.Row) {
		if s.Year == of.Year {
			all.Swings = append(all.Swings, w.swing(s, shares[s.Input], ends[s.Input]))
		}
	}
}

// amount writes a figure as it stands alone: money with its currency.
func (w pager) amount(id calc.ID, n money.Number) string {
	row := w.row(id)
	if row.Show == calc.ShowMoney {
		return w.money(n, row.Currency)
	}
	return w.say.Value(row, n, w.plan.Years.StartMonth)
}

func (w pager) doubtLine(x *calc.Samples, h chain.Doubted) (DoubtLine, bool) {
	row, year := w.row(h.Row), h.Year
	line := DoubtLine{Row: string(h.Row), Year: int(year)}
	if row == nil {
		return line, false
	}
	if year == 0 {
		year = w.plan.Years.Last
	} else {
		line.When = w.label(year)
	}
	q, ok := x.Quantiles(h.Row, year, 0.1, 0.5, 0.9)
	base, known := w.value(h.Row, year)
	if !ok || !known {
		return line, false
	}
	write := func(n money.Number) string { return w.say.Value(row, n, w.plan.Years.StartMonth) }
	line.Label, line.Unit, line.Base = w.called(row), w.beside(row), write(base)
	line.Low, line.Mid, line.High = write(money.Drawn(q[0], bandPlaces)), write(money.Drawn(q[1], bandPlaces)), write(money.Drawn(q[2], bandPlaces))
	return line, true
}

// swing is a bar of the tornado, with the input's own low and high figure.
func (w pager) swing(s calc.Swing, share calc.Share, of calc.Uncertain) Swing {
	out := Swing{
		Input: string(s.Input), Label: w.called(w.row(s.Input)), Low: w.amount(s.Watch, s.Low), High: w.amount(s.Watch, s.High),
		LowPlain: money.Canonical(s.Low), HighPlain: money.Canonical(s.High),
		Share: w.say.Percent(money.Drawn(max(0, share.Variance), 2), 0), Narrow: w.say.Percent(money.Drawn(max(0, share.Narrowing), 2), 0),
	}
	row := w.row(s.Input)
	write := func(f float64) string { return w.say.Value(row, significant(f), w.plan.Years.StartMonth) }
	for _, shape := range of.Shapes {
		if shape != nil { // of figures by year the last is told: there the range is widest
			out.From, out.To = write(shape.Quantile(0.1)), write(shape.Quantile(0.9))
		}
	}
	return out
}

// significant keeps three digits of a percentile that nobody typed: more would only
// seem to be known. An end that was typed is kept as it was.
func significant(f float64) money.Number {
	exact := money.Drawn(f, 9)
	if digits := len(strings.TrimLeft(strings.ReplaceAll(money.Canonical(exact.Abs()), ".", ""), "0")); digits <= 6 || f == 0 {
		return exact
	}
	return money.Drawn(f, max(0, 2-int(math.Floor(math.Log10(math.Abs(f))))))
}

// links are the links between drivers, with what they are drawn with.
func (w pager) links() []LinkText {
	all := []LinkText{}
	for _, l := range w.plan.Doubt.Links {
		text := LinkText{A: l.A, B: l.B, Strength: l.Strength}
		for _, d := range w.plan.Drivers {
			if d.ID == l.A {
				text.NameA = d.Name
			}
			if d.ID == l.B {
				text.NameB = d.Name
			}
		}
		if w.calced != nil {
			if r, known := w.calced.Correlation(w.scenario, l.A, l.B); known {
				text.Counts = w.say.Number(money.Drawn(r, 2), 2)
			}
		}
		all = append(all, text)
	}
	return all
}

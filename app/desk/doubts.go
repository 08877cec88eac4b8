package desk

import (
	"fmt"
	"runtime"
	"slices"

	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/money"
	"outrigger/model/span"
)

// Doubts tells how sure the figures of the story bar are, and draws the bands of a
// page's chart. It draws anew only what another edit or scenario has made stale, and
// no edit waits for it.
func (d *Desk) Doubts(r PageRequest) (Doubts, error) {
	return guard(d, "Doubts", r.Language, func() (Doubts, error) {
		w, keep, revision := d.beside(r)
		if w.document == nil {
			return Doubts{}, d.fault(r.Language, "nothing_open", nil)
		}
		all := Doubts{Revision: revision, Told: w.word("common.doubt.none"), Figures: []DoubtOf{}, Bands: []DoubtBand{}}
		if w.state == nil {
			return all, nil
		}
		lines := w.banded(r.Page)
		x := w.draw(revision, w.scenario, w.watched(lines)...)
		keep()
		w.doubts(&all, lines, x)
		return all, nil
	})
}

// now is the open document, and a copy of it to read from while the reader goes on:
// what it points to never changes. Nil: nothing is open.
func (d *Desk) now() (open *document, now document, revision int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.open == nil {
		return nil, now, d.revision
	}
	d.open.inputs()
	return d.open, *d.open, d.revision
}

// beside makes the pages of the plan as it is now, to be read while the reader goes on;
// its document is nil if nothing is open. What was drawn meanwhile is kept for the next
// who asks.
func (d *Desk) beside(r PageRequest) (w pager, keep func(), revision int) {
	o, now, revision := d.now()
	if o == nil {
		return w, nil, revision
	}
	v := viewer{document: &now, say: d.say(r.Language), scenario: known(now.plan, r.Scenario)}
	if v.calced != nil {
		v.state = v.calced.State(v.scenario)
	}
	return d.paging(v, r.Language), func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		o.drawn = now.drawn // of an older revision it is drawn anew when asked for
	}, revision
}

// watched are the rows of the story bar and of some lines of a chart.
func (w viewer) watched(lines []Series) []calc.ID {
	var watch []calc.ID
	for _, f := range w.story() {
		watch = append(watch, calc.ID(f.Row))
	}
	for _, s := range lines {
		watch = append(watch, calc.ID(s.Row))
	}
	return watch
}

// doubts tells what was drawn.
func (w viewer) doubts(all *Doubts, lines []Series, x *calc.Samples) {
	if x == nil {
		return
	}
	all.Given, all.Told, all.Sentence = true, w.drawn("desk.doubt.told", x), w.surely(x)
	for _, f := range w.story() {
		if of, doubtful := w.range80(x, f); doubtful {
			all.Figures = append(all.Figures, of)
		}
	}
	for _, s := range lines {
		if x.Doubtful(calc.ID(s.Row)) {
			all.Bands = append(all.Bands, w.band(x, s))
		}
	}
}

// drawn are the draws made last, and of what.
type drawn struct {
	revision int
	scenario string
	samples  *calc.Samples
	watched  map[calc.ID]bool
}

// draw draws a scenario, unless what is asked for was drawn already; the answer is
// nil if no ranges are given.
func (o *document) draw(revision int, scenario string, watch ...calc.ID) *calc.Samples {
	fresh := o.drawn.watched != nil && o.drawn.revision == revision && o.drawn.scenario == scenario
	for _, id := range watch {
		fresh = fresh && o.drawn.watched[id]
	}
	if fresh {
		return o.drawn.samples
	}
	o.drawn = drawn{revision, scenario, o.calced.Ranges(scenario, chain.Draws, runtime.NumCPU(), watch...), map[calc.ID]bool{}}
	for _, id := range watch {
		o.drawn.watched[id] = true
	}
	return o.drawn.samples
}

// banded are the lines of a page's chart that read a row of the graph.
func (w pager) banded(page string) []Series {
	if pages[page] == nil {
		return nil
	}
	var p Page
	pages[page](w, &p)
	return drawnFrom(p.Chart)
}

// drawnFrom are the lines of a chart that read a row of the graph, and its columns
// where each stands alone: the range of a part says nothing of where a stack ends.
func drawnFrom(chart Drawing) []Series {
	series := slices.Clone(chart.Lines)
	if len(chart.Columns) == 1 {
		series = append(series, chart.Columns...)
	}
	var all []Series
	for _, s := range series {
		if s.Row != "" {
			all = append(all, s)
		}
	}
	return all
}

// drawn says how it was drawn.
func (w viewer) drawn(key string, x *calc.Samples) string {
	return w.say.Say(key, map[string]string{"n": w.say.Number(money.Int(x.N), 0), "seed": fmt.Sprint(x.Seed)})
}

// surely says how sure the gap is, or that no ranges are given.
func (w viewer) surely(x *calc.Samples) string {
	return w.say.Sure(x, w.calced.Financing.GapTotal.Local, w.plan.Years.Last, w.plan.Money.Currency)
}

func (w viewer) word(key string) string { return w.say.Say(key, nil) }

// range80 is the range of a figure of the story bar, written as the figure is.
func (w viewer) range80(x *calc.Samples, f Figure) (DoubtOf, bool) {
	id, year := calc.ID(f.Row), span.Year(f.Year)
	if year == 0 {
		year = w.plan.Years.Last
	}
	if f.Row == "" || !x.Doubtful(id) {
		return DoubtOf{}, false
	}
	q, ok := x.Quantiles(id, year, 0.1, 0.9)
	if !ok || q[0] == q[1] {
		return DoubtOf{}, false
	}
	write := func(v float64) string {
		switch f.ID {
		case "workload", "budget":
			return w.signed(money.Drawn(v-100, 0))
		case "short":
			return w.say.Number(money.Drawn(v, 1), 1)
		case "gap":
			return w.money(money.Drawn(v, places(w.plan.Money.Currency)), w.plan.Money.Currency)
		}
		return w.say.Percent(money.Drawn(v, 2), 0)
	}
	return DoubtOf{f.ID, write(q[0]), write(q[1])}, true
}

// band is the range of a line by year.
func (w viewer) band(x *calc.Samples, s Series) DoubtBand {
	b := DoubtBand{Series: s.ID, Low: []string{}, High: []string{}}
	for i, year := range w.plan.Axis().Years() {
		low, high := "", ""
		if q, ok := x.Quantiles(calc.ID(s.Row), year, 0.1, 0.9); ok && s.Points[i] != "" && q[0] < q[1] {
			low, high = money.Canonical(money.Drawn(q[0], bandPlaces)), money.Canonical(money.Drawn(q[1], bandPlaces))
		}
		b.Low, b.High = append(b.Low, low), append(b.High, high)
	}
	return b
}

// bandPlaces is more than a chart can show.
const bandPlaces = 4

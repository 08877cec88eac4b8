package desk

import (
	"slices"
	"strconv"
	"strings"

	"outrigger/app/exchange"
	"outrigger/model/money"
	"outrigger/model/peers"
	"outrigger/model/plan"
)

// ownFigure is what the post states of a metric, to be set beside others'.
type ownFigure struct {
	value float64
	year  string
	note  string // why it stays at home, or how well it is known
	known bool
}

// owns reads the post's own metrics from the rows of the plan; nil while the plan is
// unfinished.
func (w pager) owns() []exchange.Own {
	if w.calced == nil {
		return nil
	}
	return exchange.Owns(w.calced)
}

// own is the post's own figure of a metric, be it the level of a practice.
func (w pager) own(metric string, owns []exchange.Own) ownFigure {
	if practice, is := strings.CutPrefix(metric, "practice/"); is {
		level, judged := w.levels()[practice]
		a := latest(w.plan)
		if !judged || a == nil {
			return ownFigure{}
		}
		year, _, _ := strings.Cut(a.Date, "-")
		return ownFigure{value: float64(level), year: year, note: w.word("common.grade." + string(plan.Estimated)), known: true}
	}
	for _, o := range owns {
		if o.Metric.ID != metric {
			continue
		}
		f := ownFigure{value: money.Float(o.Value), year: strconv.Itoa(o.Year), known: o.Known(), note: w.word("common.grade." + string(o.Grade))}
		if o.Earlier != 0 {
			f.year = strconv.Itoa(o.Earlier) + "–" + f.year
		}
		if o.Why != "" {
			f.note = w.word("exchange.left." + o.Why)
		}
		return f
	}
	return ownFigure{}
}

// metric writes a figure of a metric as its unit wants it.
func (w pager) metric(m peers.Metric, figure float64) string {
	n, err := money.FromFloat(figure)
	if err != nil {
		return ""
	}
	switch m.Unit {
	case peers.Share, peers.PerYear:
		return w.say.Percent(n, 1)
	case peers.PerEmployee:
		return w.money(n, exchange.Common)
	case peers.Level:
		return w.say.Number(n, 1)
	}
	return w.say.Number(n, 2)
}

// metricUnit is the unit beside it; empty where the figure says it itself.
func (w pager) metricUnit(m peers.Metric) string {
	if m.Unit == peers.Share {
		return ""
	}
	return w.say.Say("peers.unit."+string(m.Unit), map[string]string{"currency": exchange.Common})
}

// ownMetrics lists what the plan gives of each metric, and why it does not give the rest.
func (w pager) ownMetrics(owns []exchange.Own) Grid {
	g := Grid{ID: "metrics", Title: w.word("desk.table.metrics"), Rows: []GridRow{}, Settings: []Head{w.told("own"), w.told("year"), w.head("known"), w.head("meaning")}}
	for _, m := range peers.Metrics() {
		f := w.own(m.ID, owns)
		row := GridRow{ID: "metrics/" + m.ID, Name: label(w.say.Metric(m.ID)), Part: w.metricUnit(m), Settings: []GridCell{
			plain("–"), none, label(f.note), label(w.word("peers.metric."+m.ID+".text") + " " + w.word("peers.more."+string(m.More))),
		}}
		if owns == nil {
			row.Settings[2] = label(w.word("desk.chart.unfinished"))
		}
		if !f.known && owns != nil && w.asksPost(m) {
			row.Settings[2] = linked(f.note, "post")
		}
		if f.known {
			row.Settings[0], row.Settings[1] = plain(w.metric(m, f.value)), plain(f.year)
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

// asksPost tells whether what a metric lacks is to be stated on the page Post.
func (w pager) asksPost(m peers.Metric) bool {
	of, year := w.plan.Post, w.plan.Years.LastActual
	for base, f := range map[peers.Base]plan.Figure{
		peers.Employees: of.Employees, peers.ITSpend: of.ITSpend, peers.Revenue: of.Revenue, peers.Training: of.Training,
	} {
		if _, given := at(f, year); !given && (m.Above == base || m.Below == base) {
			return true
		}
	}
	return false
}

// benched sets the post's own figures beside the cells of a pack: those of groups that the
// post belongs to, and of all posts.
func (w pager) benched(b benchmark, traits []peers.Trait, owns []exchange.Own) (Gauges, Grid) {
	if e := w.plan.Post.Employees; e.Value != nil {
		if band, fits := peers.BandOf(money.Float(*e.Value)); fits {
			traits = append(slices.Clone(traits), band)
		}
	}
	title := w.say.Say("desk.peers.pack.title", map[string]string{"date": w.say.DateText(b.pack.Made), "signer": b.verdict.Fingerprint})
	if b.verdict.Old {
		title += " · " + w.say.Say("desk.peers.pack.old", map[string]string{"n": w.say.NumberText(strconv.Itoa(b.verdict.Years), 0)})
	}
	if b.pack.Illustrative {
		title += " · " + w.word("common.illustrative.mark")
	}
	drawn := Gauges{ID: "pack/" + b.pack.ID, Title: title, Key: "spread", List: []Gauge{}}
	g := Grid{ID: "pack/" + b.pack.ID, Title: title, Rows: []GridRow{}, Settings: []Head{
		w.told("own"), w.told("lower"), w.told("median"), w.told("upper"), w.told("n"), w.told("year"), w.head("unit"), w.head("place_among"), w.head("source"),
	}}
	for i, c := range b.pack.Cells {
		group := exchange.GroupOf(c.Group)
		m, known := peers.MetricByID(c.Metric)
		if !known || !group.Holds(traits) {
			continue
		}
		f := w.own(c.Metric, owns)
		row := GridRow{ID: g.ID + "/" + strconv.Itoa(i), Item: c.Metric, Name: label(w.say.Metric(c.Metric)), Part: w.say.Group(group)}
		quartile := func(q *float64) GridCell {
			if q == nil {
				return plain("–")
			}
			return plain(w.metric(m, *q))
		}
		own := plain("–")
		if f.known {
			own = plain(w.metric(m, f.value))
		}
		row.Settings = []GridCell{
			own, quartile(c.Low), quartile(&c.Median), quartile(c.High), plain(w.say.NumberText(strconv.Itoa(c.N), 0)), plain(strconv.Itoa(c.Year)),
			label(w.metricUnit(m)), label(w.among(c, f)), label(c.Source),
		}
		g.Rows = append(g.Rows, row)
		drawn.List = append(drawn.List, w.packGauge(c, m, f, group))
	}
	return drawn, g
}

// among says in words where the own figure stands among the quartiles of a cell, and what
// must be known of it.
func (w pager) among(c exchange.Cell, f ownFigure) string {
	if !f.known {
		return or(f.note, w.word("exchange.left.unknown"))
	}
	key := "desk.peers.upper_half"
	switch {
	case c.Low != nil && f.value < *c.Low:
		key = "desk.peers.below"
	case c.High != nil && f.value > *c.High:
		key = "desk.peers.above"
	case f.value < c.Median:
		key = "desk.peers.lower_half"
	case f.value == c.Median:
		key = "desk.peers.middle"
	}
	return w.say.Say("desk.peers.place", map[string]string{"place": w.word(key), "note": f.note, "years": f.year})
}

// packGauge draws a cell; its scale ends a little beyond the largest figure, or at the
// highest level.
func (w pager) packGauge(c exchange.Cell, m peers.Metric, f ownFigure, group peers.Group) Gauge {
	one := Gauge{
		ID: c.Key(), Label: w.say.Metric(c.Metric), Note: w.say.Group(group) + " · " + w.sample(c.N, c.Year, c.Year), Median: point(c.Median),
		Text: w.say.Say("desk.peers.median", map[string]string{"median": w.metric(m, c.Median)}),
	}
	most := c.Median
	if c.Low != nil && c.High != nil {
		one.Lower, one.Upper, most = point(*c.Low), point(*c.High), *c.High
	}
	if f.known {
		one.Own, most = point(f.value), max(most, f.value)
		one.Text = w.say.Say("desk.peers.own_median", map[string]string{"own": w.metric(m, f.value), "median": w.metric(m, c.Median)})
	}
	most *= 1.15
	if m.Unit == peers.Level {
		most = plan.MaxLevel
	}
	if most <= 0 {
		most = 1
	}
	one.Most = point(most)
	return one
}

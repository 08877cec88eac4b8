package workbook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"outrigger/app/exchange"
	"outrigger/datasets"
	"outrigger/model/money"
	"outrigger/model/peers"
	"outrigger/model/plan"
	"outrigger/model/readiness"
)

// Benchmark is a pack that a known coordinator has signed, with what is known of it.
type Benchmark struct {
	Pack    exchange.Pack
	Verdict exchange.Verdict
}

// The columns of the sheet of peers.
const (
	peerItem = iota
	peerUnit
	peerOwn
	peerLeast
	peerLow
	peerMedian
	peerHigh
	peerMost
	peerN
	peerYear
	peerRank
	peerApart
	peerSource
	peerNote
)

// peers is where the post's country and the post itself stand among others: distributions
// with their number and year, the own figure, and how far it is from the median, which is
// live. Quartiles are given as they were published or pooled.
func (b *book) peers() *sheet {
	s := b.newSheet("peers")
	for _, key := range []string{
		"workbook.head.group", "workbook.head.unit", "desk.head.own", "desk.head.least", "desk.head.lower", "desk.head.median", "desk.head.upper", "desk.head.most",
		"desk.head.n", "workbook.head.year", "desk.head.rank", "workbook.head.to_median", "workbook.head.source", "workbook.head.note",
	} {
		s.heads = append(s.heads, b.say(key))
	}
	s.widths = []float64{46, 14, 11, 10, 10, 10, 10, 10, 7, 11, 11, 11, 34, 52}
	s.figures, s.until = peerOwn, peerSource
	all, known := b.Facts.Standing(b.plan.Post.Country, b.Date)
	if !known {
		s.text(as(label, b.say("common.not_available")))
	}
	indicator := ""
	for _, one := range datasets.Listed(all) {
		if one.Indicator.ID != indicator {
			indicator = one.Indicator.ID
			s.heading(b.say("peers.indicator." + indicator))
		}
		b.standing(s, one)
	}
	if known {
		b.incomes(s)
	}
	b.ownMetrics(s)
	for _, bench := range b.Packs {
		b.benchmark(s, bench)
	}
	s.prose(subtitle, b.say("peers.census"), 150)
	if len(b.Packs) == 0 {
		s.prose(subtitle, b.say("peers.none"), 150)
	}
	return s
}

// distribution is one line of the sheet.
type distribution struct {
	text, unit, format       string
	fine                     string // format of quartiles, which lie between published figures
	own                      *float64
	least, low, median, high *float64
	most                     *float64
	n                        int
	year, source, notes      string
	share                    *float64 // rank as a share
}

func (b *book) distribution(s *sheet, d distribution) {
	in := func(format string, n *float64) cell {
		if n == nil {
			return cell{look: look{role: fixed, align: "right"}, text: "–"}
		}
		return cell{look: look{role: fixed, format: format}, figure: *n, number: true}
	}
	fine := d.fine
	if fine == "" {
		fine = d.format
	}
	s.add(line{write: func(_ formulas, n int) []cell {
		cells := []cell{
			wrapped(label, d.text), as(small, d.unit), in(d.format, d.own), in(d.format, d.least), in(fine, d.low), in(fine, d.median),
			in(fine, d.high), in(d.format, d.most), whole(fixed, d.n), years(d.year), blank(label), blank(label), wrapped(small, d.source), wrapped(small, d.notes),
		}
		if d.share != nil {
			cells[peerRank] = cell{look: look{role: fixed, format: "0%"}, figure: *d.share, number: true}
		}
		if d.own != nil && d.median != nil {
			cells[peerApart] = cell{
				look: look{role: formula, format: signed(fine)}, number: true, figure: *d.own - *d.median,
				formula: cellName(peerOwn, n) + "-" + cellName(peerMedian, n),
			}
		}
		return cells
	}})
}

// years is one year, or from one to another.
func years(text string) cell {
	if n, err := strconv.Atoi(text); err == nil {
		return whole(fixed, n)
	}
	return cell{look: look{role: fixed, align: "right"}, text: text}
}

func (b *book) standing(s *sheet, one datasets.CountryStanding) {
	d := distribution{text: b.Words.Group(one.Group), unit: b.Words.Say("workbook.peers.points", map[string]string{"n": b.Words.NumberText(strconv.FormatFloat(one.Indicator.Most, 'f', -1, 64), 0)}), format: "0.00", fine: "0.000", n: one.N, year: strconv.Itoa(one.Last), source: b.cite(one.Source)}
	if one.Indicator.Most <= 1 {
		d.unit, d.format, d.fine = b.say("unit.index_0_1"), "0.0000", ""
	}
	if one.Enough {
		d.own, d.least, d.low, d.median, d.high, d.most = one.Own, &one.Least, &one.Low, &one.Median, &one.High, &one.Quartiles.Most
		if one.Own != nil {
			d.share = &one.Rank
		}
	}
	if len(one.Tried) > 1 {
		d.notes = b.Words.Say("peers.widened", map[string]string{
			"asked": b.Words.Group(one.Asked), "n": strconv.Itoa(one.Tried[0].N), "group": b.Words.Group(one.Group), "m": strconv.Itoa(one.N),
		})
	}
	if len(one.Uncertain) > 0 {
		names := []string{}
		for _, iso3 := range one.Uncertain {
			names = append(names, b.Words.Country(iso3))
		}
		d.notes = strings.TrimSpace(d.notes + " " + b.Words.Say("peers.open", map[string]string{"countries": strings.Join(names, b.Words.Formats().List)}))
	}
	b.distribution(s, d)
}

// incomes counts the countries of each group by income; the number of all of them is live.
func (b *book) incomes(s *sheet) {
	spreads, own := b.Facts.Incomes(b.plan.Post.Country, b.Date)
	groups := datasets.IncomeGroups()
	s.heading(b.say("desk.table.incomes"))
	heads := []cell{blank(label), blank(small), blank(label)}
	for i, group := range groups {
		style := label
		if i == own {
			style = result
		}
		name := wrapped(style, b.say("common.income."+group))
		name.look.align = "right"
		heads = append(heads, name)
	}
	s.text(heads...)
	for _, spread := range spreads {
		s.add(line{write: func(_ formulas, n int) []cell {
			cells := []cell{wrapped(label, b.Words.Group(spread.Group)), as(small, b.say("workbook.peers.countries")), blank(label)}
			for i, count := range spread.Counts {
				style := fixed
				if i == own {
					style = result
				}
				cells = append(cells, whole(style, count))
			}
			for len(cells) < peerN {
				cells = append(cells, blank(label))
			}
			last := peerLeast + len(spread.Counts) - 1
			return append(cells, computed(formula, "0", "SUM("+cellName(peerLeast, n)+":"+cellName(last, n)+")", money.Int(spread.N)), years(b.incomeYear()))
		}})
	}
}

func (b *book) incomeYear() string {
	if c, known := b.Facts.Countries.ByISO3(b.plan.Post.Country); known {
		if in, has := c.IncomeIn(latestIncome); has {
			return strconv.Itoa(in.Year)
		}
	}
	return ""
}

// ownMetrics lists what the plan gives of each metric, and why it does not give the rest.
func (b *book) ownMetrics(s *sheet) {
	s.heading(b.say("desk.table.metrics"))
	for _, o := range exchange.Owns(b.Case) {
		d := b.metricLine(o.Metric)
		d.text, d.notes = b.Words.Metric(o.Metric.ID), b.say("peers.metric."+o.Metric.ID+".text")
		d.source = b.say("common.grade." + string(o.Grade))
		if o.Why != "" {
			d.source = b.say("exchange.left." + o.Why)
		}
		if o.Known() {
			own := money.Float(o.Value)
			d.own, d.year = &own, strconv.Itoa(o.Year)
			if o.Earlier != 0 {
				d.year = fmt.Sprint(o.Earlier, "–", o.Year)
			}
		}
		b.alone(s, d)
	}
}

// alone is a line of the post's own figure without a group beside it.
func (b *book) alone(s *sheet, d distribution) {
	s.add(line{write: func(formulas, int) []cell {
		own := cell{look: look{role: fixed, align: "right"}, text: "–"}
		if d.own != nil {
			own = cell{look: look{role: fixed, format: d.format}, figure: *d.own, number: true}
		}
		cells := []cell{wrapped(label, d.text), wrapped(small, d.unit), own}
		for len(cells) < peerYear {
			cells = append(cells, blank(label))
		}
		return append(cells, years(d.year), blank(label), blank(label), wrapped(small, d.source), wrapped(small, d.notes))
	}})
}

func (b *book) metricLine(m peers.Metric) distribution {
	d := distribution{unit: b.Words.Say("peers.unit."+string(m.Unit), map[string]string{"currency": exchange.Common}), format: "0.00"}
	switch m.Unit {
	case peers.Share, peers.PerYear:
		d.format = "0.0%"
	case peers.Level:
		d.format = "0.0"
	}
	return d
}

// benchmark sets the post's own figures beside the cells of a pack that are about its own
// groups, or about all posts.
func (b *book) benchmark(s *sheet, bench Benchmark) {
	head := b.Words.Say("desk.peers.pack.title", map[string]string{"date": b.Words.DateText(bench.Pack.Made), "signer": bench.Verdict.Fingerprint})
	if bench.Pack.Illustrative {
		head += " · " + b.say("common.illustrative.mark")
	}
	s.heading(head)
	if bench.Verdict.Earlier {
		s.text(as(warning, b.say("exchange.good_earlier")))
	}
	if bench.Verdict.Old {
		s.text(as(warning, b.Words.Say("exchange.old", map[string]string{"date": b.Words.DateText(bench.Pack.Made), "years": strconv.Itoa(exchange.OldAfter)})))
	}
	country, _ := b.Facts.Countries.ByISO3(b.plan.Post.Country)
	traits := country.Traits(b.Date)
	if e := b.plan.Post.Employees; e.Value != nil {
		if band, fits := peers.BandOf(money.Float(*e.Value)); fits {
			traits = append(slices.Clone(traits), band)
		}
	}
	for _, c := range bench.Pack.Cells {
		group := exchange.GroupOf(c.Group)
		m, known := peers.MetricByID(c.Metric)
		if !known || !group.Holds(traits) {
			continue
		}
		d := b.metricLine(m)
		d.text, d.n, d.year, d.source = b.Words.Labelled(b.Words.Metric(c.Metric), b.Words.Group(group)), c.N, strconv.Itoa(c.Year), c.Source
		d.low, d.median, d.high = c.Low, &c.Median, c.High
		if own, is := b.ownOf(c.Metric); is {
			d.own = &own
		}
		b.distribution(s, d)
	}
}

// ownOf is the post's own figure of a metric, be it the level of a practice that counts.
func (b *book) ownOf(metric string) (float64, bool) {
	for _, o := range exchange.Owns(b.Case) {
		if o.Metric.ID == metric {
			return money.Float(o.Value), o.Known()
		}
	}
	known, err := datasets.ShippedPractices()
	sorted := readiness.InTime(b.plan.Readiness)
	if err != nil || len(sorted) == 0 {
		return 0, false
	}
	var a plan.Assessment = sorted[len(sorted)-1]
	for _, h := range readiness.Read(a, known.Readiness()).Held {
		if "practice/"+h.Practice == metric {
			return float64(h.Counts), true
		}
	}
	return 0, false
}

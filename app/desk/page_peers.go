package desk

import (
	"slices"
	"strconv"
	"strings"

	"outrigger/app/words"
	"outrigger/datasets"
	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/peers"
	"outrigger/model/readiness"
)

// peersPage is where the post stands among others: its country by public indices, the
// sector's survey, its own metrics, and the packs that known coordinators have signed.
func (w pager) peersPage(p *Page) {
	country, known := w.slots.countries.ByISO3(w.plan.Post.Country)
	if !known {
		p.Fields = append(p.Fields, w.place("post", "post/country"))
		p.Sentence = w.word("desk.peers.no_country")
		return
	}
	all, _ := w.slots.facts.Standing(country.ISO3, w.slots.today)
	p.Sentence = w.standsAmong(country, all)
	p.Gauges = append(p.Gauges, w.spread("gci", all, func(s datasets.CountryStanding) bool { return s.Indicator.ID == "gci" }))
	if len(all) > 0 {
		group := all[0].Asked
		p.Gauges = append(p.Gauges, w.pillars(all, group))
	}
	p.Gauges = append(p.Gauges, w.spread("egdi", all, func(s datasets.CountryStanding) bool { return s.Indicator.ID == "egdi" }))
	own := w.owns()
	for _, b := range w.slots.packs {
		g, table := w.benched(b, country.Traits(w.slots.today), own)
		p.Gauges = append(p.Gauges, g)
		p.Tables = append(p.Tables, table)
	}
	p.Gauges = slices.DeleteFunc(p.Gauges, func(g Gauges) bool { return len(g.List) == 0 })
	p.Tables = append(p.Tables, w.ownMetrics(own), w.survey(), w.standings("gci", all), w.standings("egdi", all), w.incomes(country))
}

// standsAmong says where the country stands by the first index in its first group.
func (w pager) standsAmong(country datasets.Country, all []datasets.CountryStanding) string {
	text := w.word("peers.none") // without a pack: nothing by region has been published
	if len(w.slots.packs) > 0 {
		text = ""
	}
	if len(all) == 0 || !all[0].Enough {
		return text
	}
	s := all[0]
	args := map[string]string{
		"country": w.say.Country(country.ISO3), "group": w.say.Group(s.Group), "year": strconv.Itoa(s.Last),
		"median": w.indicator(s.Indicator, s.Median), "n": w.say.NumberText(strconv.Itoa(s.N), 0),
	}
	key := "desk.peers.unlisted"
	if s.Own != nil {
		key, args["own"], args["share"] = "desk.peers.stands", w.indicator(s.Indicator, *s.Own), w.share(s.Rank)
	}
	text = w.say.Say(key, args) + " " + text
	names := []string{}
	for _, s := range all {
		if s.Indicator.ID == "gci" && len(s.Uncertain) > 0 && len(names) == 0 {
			for _, iso3 := range s.Uncertain {
				names = append(names, w.say.Country(iso3))
			}
		}
	}
	if len(names) > 0 {
		text += " " + w.say.Say("peers.open", map[string]string{"countries": strings.Join(names, w.say.Formats().List)})
	}
	return strings.TrimSpace(text)
}

// indicator writes a figure of an index with as many places as it is published with.
func (w pager) indicator(of datasets.Indicator, figure float64) string {
	places := 2
	if of.Most <= 1 {
		places = 4
	}
	n, err := money.FromFloat(figure)
	if err != nil {
		return ""
	}
	// Midway between two published figures a median has one place more, and stands on the
	// edge of what two places would make of it.
	if more := money.Round(n, places+1); places == 2 && more.Cmp(money.Round(n, places)) != 0 && more.Cmp(money.Round(n, 5)) == 0 {
		places++
	}
	return w.say.Number(n, places)
}

func (w pager) share(of float64) string {
	n, err := money.FromFloat(of)
	if err != nil {
		return ""
	}
	return w.say.Percent(n, 0)
}

// point writes a figure for a drawing.
func point(figure float64) string { return strconv.FormatFloat(figure, 'g', 6, 64) }

// spread draws an index in every group of the country.
func (w pager) spread(id string, all []datasets.CountryStanding, shown func(datasets.CountryStanding) bool) Gauges {
	g := Gauges{ID: id, Title: w.word("peers.indicator." + id), Key: "spread", List: []Gauge{}}
	for _, s := range all {
		if shown(s) && s.Enough && len(s.Tried) == 1 { // one that was widened stands as the wider one already
			g.List = append(g.List, w.gauge(s, words.Capital(w.say.Group(s.Group))))
		}
	}
	return g
}

// pillars draws the parts of the first index in one group.
func (w pager) pillars(all []datasets.CountryStanding, group peers.Group) Gauges {
	g := Gauges{ID: "pillars", Title: w.say.Say("desk.gauges.pillars", map[string]string{"group": w.say.Group(group)}), Key: "spread", List: []Gauge{}}
	for _, s := range all {
		if strings.HasPrefix(s.Indicator.ID, "gci.") && s.Enough && slices.Equal(s.Asked, group) {
			g.List = append(g.List, w.gauge(s, w.word("peers.indicator."+s.Indicator.ID)))
		}
	}
	return g
}

func (w pager) gauge(s datasets.CountryStanding, label string) Gauge {
	one := Gauge{
		ID: label, Label: label, Note: w.sample(s.N, s.First, s.Last), Most: point(s.Indicator.Most),
		Least: point(s.Least), Lower: point(s.Low), Median: point(s.Median), Upper: point(s.High), Top: point(s.Most),
		Text: w.say.Say("desk.peers.median", map[string]string{"median": w.indicator(s.Indicator, s.Median)}),
	}
	if s.Own != nil {
		one.Own = point(*s.Own)
		one.Text = w.say.Say("desk.peers.own_median", map[string]string{"own": w.indicator(s.Indicator, *s.Own), "median": w.indicator(s.Indicator, s.Median)})
	}
	return one
}

// sample says how many stand behind a distribution, and of when.
func (w pager) sample(n, first, last int) string {
	years := strconv.Itoa(last)
	if first != last {
		years = strconv.Itoa(first) + "–" + years
	}
	return w.say.Say("desk.peers.sample", map[string]string{"n": w.say.NumberText(strconv.Itoa(n), 0), "years": years})
}

// standings are the distributions of an index and its parts.
func (w pager) standings(index string, all []datasets.CountryStanding) Grid {
	heads := []Head{w.told("own")}
	for _, name := range []string{"least", "lower", "median", "upper", "most", "n", "year", "rank"} {
		heads = append(heads, w.told(name))
	}
	g := Grid{ID: "standing/" + index, Title: w.say.Say("desk.table.standing", map[string]string{"index": w.word("peers.indicator." + index)}), Settings: append(heads, w.head("note")), Rows: []GridRow{}}
	for i, s := range datasets.Listed(all) {
		if of, _, _ := strings.Cut(s.Indicator.ID, "."); of != index {
			continue
		}
		row := GridRow{ID: g.ID + "/" + strconv.Itoa(i), Item: s.Indicator.ID, Name: label(w.word("peers.indicator." + s.Indicator.ID)), Part: words.Capital(w.say.Group(s.Group))}
		n := plain(w.say.NumberText(strconv.Itoa(s.N), 0))
		if !s.Enough {
			row.Settings = []GridCell{none, none, none, none, none, none, n}
			g.Rows = append(g.Rows, row)
			continue
		}
		own, rank := plain("–"), plain("–")
		if s.Own != nil {
			own, rank = plain(w.indicator(s.Indicator, *s.Own)), plain(w.share(s.Rank))
		}
		row.Settings = []GridCell{own}
		for _, figure := range []float64{s.Least, s.Low, s.Median, s.High, s.Quartiles.Most} {
			row.Settings = append(row.Settings, plain(w.indicator(s.Indicator, figure)))
		}
		row.Settings = append(row.Settings, n, plain(strconv.Itoa(s.Last)), rank, label(w.widened(s)))
		g.Rows = append(g.Rows, row)
	}
	return g
}

// widened says that a group was too small, and which one was taken.
func (w pager) widened(s datasets.CountryStanding) string {
	if len(s.Tried) < 2 {
		return ""
	}
	return w.say.Say("peers.widened", map[string]string{
		"asked": w.say.Group(s.Asked), "n": w.say.NumberText(strconv.Itoa(s.Tried[0].N), 0),
		"group": w.say.Group(s.Group), "m": w.say.NumberText(strconv.Itoa(s.N), 0),
	})
}

// incomes counts the countries of each group by income; ranks are not averaged.
func (w pager) incomes(country datasets.Country) Grid {
	spreads, own := w.slots.facts.Incomes(country.ISO3, w.slots.today)
	groups := datasets.IncomeGroups()
	title := w.word("desk.table.incomes")
	if own >= 0 {
		title = w.say.Say("desk.table.incomes_own", map[string]string{"own": w.word("common.income." + groups[own])})
	}
	g := Grid{ID: "incomes", Title: title, Settings: []Head{}, Rows: []GridRow{}}
	for _, group := range groups {
		g.Settings = append(g.Settings, Head{ID: group, Label: words.Capital(w.word("common.income." + group)), Kind: "plain"})
	}
	g.Settings = append(g.Settings, w.told("n"))
	for i, s := range spreads {
		row := GridRow{ID: "incomes/" + strconv.Itoa(i), Name: label(w.say.Group(s.Group))}
		for _, n := range append(slices.Clone(s.Counts), s.N) {
			row.Settings = append(row.Settings, plain(w.say.NumberText(strconv.Itoa(n), 0)))
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

// survey sets the sector's public figures beside the post's own, which are read from the
// rows of the chain. They say how many posts, not by how much: no comparison of sizes.
func (w pager) survey() Grid {
	g := Grid{ID: "survey", Title: w.word("desk.table.survey"), Rows: []GridRow{}, Settings: []Head{w.told("posts"), w.told("year"), w.told("you"), w.head("you_when"), w.head("source")}}
	for _, f := range w.slots.facts.Survey {
		if f.Scope != "world" {
			continue
		}
		share, err := f.Value.Quo(money.Int(100))
		if err != nil {
			continue
		}
		source := f.Source
		if s, known := w.slots.facts.SourceOf(f.Source); known {
			source = s.Title
		}
		own, when := w.ownBeside(f.ID)
		g.Rows = append(g.Rows, GridRow{ID: "survey/" + f.ID, Name: label(w.word("common.survey." + f.ID)), Settings: []GridCell{
			plain(strings.TrimSpace(f.Relation + " " + w.say.Percent(share, -1))), plain(strconv.Itoa(f.Year)), own, label(when), label(source),
		}})
	}
	return g
}

// ownBeside is the post's own figure beside one of the survey, and of when it is; none where
// the plan says nothing of the kind.
func (w pager) ownBeside(fact string) (GridCell, string) {
	if fact == "encrypted_website" {
		if a := latest(w.plan); a != nil {
			if l := judgement(a, "encrypted-site"); l != nil && l.Level != nil {
				return plain(w.say.Say("desk.peers.level", map[string]string{"n": w.say.Number(money.Int(*l.Level), 0)})), w.say.DateText(a.Date)
			}
		}
		return none, ""
	}
	if w.state == nil {
		return none, ""
	}
	index := map[string]calc.ID{"workload_rose": w.calced.Workload.Index, "more_budget": w.calced.Financing.Index}[fact]
	from, to := w.base(), w.plan.Years.LastActual
	now, is := w.value(index, to)
	before, was := w.value(index, from)
	if index == "" || !is || !was || from >= to || before.IsZero() {
		return none, ""
	}
	change, err := now.Sub(hundred)
	if err != nil {
		return none, ""
	}
	return GridCell{Kind: "calculated", Row: string(index), Year: int(to), Value: money.Canonical(change), Text: w.signed(change)},
		w.say.Say("desk.peers.from_to", map[string]string{"base": w.label(from), "year": w.label(to)})
}

// levels are the levels that count of the latest assessment.
func (w pager) levels() map[string]int {
	told := map[string]int{}
	a := latest(w.plan)
	known, err := datasets.ShippedPractices()
	if a == nil || err != nil {
		return told
	}
	for _, h := range readiness.Read(*a, known.Readiness()).Held {
		told[h.Practice] = h.Counts
	}
	return told
}

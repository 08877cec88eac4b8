package desk

import (
	"strconv"
	"strings"

	"outrigger/app/words"
	"outrigger/model/budget"
	"outrigger/model/calc"
	"outrigger/model/plan"
	"outrigger/model/rows"
)

// postPage is who asks, over which years, in which money, and on what it rests.
func (w pager) postPage(p *Page) {
	p.Empty = w.plan.Post.Name == ""
	for _, f := range []struct{ group, place, kind string }{
		{"plan", "title", "text"},
		{"plan", "language", "choice"},
		{"post", "post/name", "text"},
		{"post", "post/country", "choice"},
		{"post", "post/employees", "figure"},
		{"post", "post/contact", "text"},
		{"post", "post/project_type", "text"},
		{"post", "post/summary", "long"},
		{"years", "years/first", "year"},
		{"years", "years/last_actual", "year"},
		{"years", "years/last", "year"},
		{"years", "years/start_month", "choice"},
		{"money", "money/currency", "choice"},
		{"money", "money/donor", "choice"},
		{"prices", "prices/inflation/from", "choice"},
		{"prices", "prices/inflation", "figure"},
		{"prices", "prices/wages/from", "choice"},
		{"prices", "prices/wages", "figure"},
	} {
		if f.kind == "figure" {
			p.Fields = append(p.Fields, w.figures(f.group, f.place)...)
			continue
		}
		p.Fields = append(p.Fields, w.place(f.group, f.place))
	}
	p.Tables = append(p.Tables, w.forComparison(), w.prices(), w.rates(), w.sources(), w.log())
}

// place is a field of one text or choice.
func (w pager) place(group, place string) Field {
	s, _ := w.slots.find(place)
	key := strings.ReplaceAll(place, "/", ".")
	f := Field{
		Place: place, Label: w.word("desk.place." + key), Kind: s.kind, Text: s.text, Choices: w.slots.choices(s.of),
		Cell: none, Group: w.word("desk.group." + group),
	}
	if w.say.Has("desk.help." + key) {
		f.Help = w.word("desk.help." + key)
	}
	return f
}

// figures is a field of one figure, if the plan's choices make use of it as one.
func (w pager) figures(group, id string) []Field {
	in, used := w.ledger.of[id]
	if !used || len(in.Span(w.plan.Axis())) > 0 {
		return nil
	}
	return []Field{{
		Label: words.Capital(w.word("desk.field." + in.Field)), Kind: "figure", Unit: w.unit(id), Cell: w.once(id), Group: w.word("desk.group." + group),
	}}
}

// forComparison is what only comparison with other posts asks for, of the years that have
// happened.
func (w pager) forComparison() Grid {
	g := w.table("compared")
	for _, in := range plan.Compared(w.plan) {
		g.Rows = append(g.Rows, GridRow{ID: in.ID, Name: label(words.Capital(w.word("row.input." + in.Field))), Unit: w.unit(in.ID), Cells: w.inputs("", in.ID)})
	}
	return g
}

// prices are the changes of prices and wages, to be typed where they are the
// post's own.
func (w pager) prices() Grid {
	g := w.table("prices")
	for _, path := range []string{"inflation", "wages"} {
		id, source := "prices/"+path, w.plan.Prices.Inflation
		if path == "wages" {
			if source = w.plan.Prices.Wages; source.From == "" {
				continue
			}
		}
		change := GridRow{ID: id, Name: label(w.word("row.prices.rate_" + path)), Unit: w.word("desk.unit.growth")}
		if source.From == "own" {
			change.Cells = w.inputs("", id)
		} else {
			change.Cells = w.line(calc.ID(id+"/rate"), false)
		}
		index := GridRow{ID: id + "/index", Name: label(w.word("row.prices.index_" + path)), Cells: w.line(calc.ID(id+"/index"), false)}
		g.Rows = append(g.Rows, change, index)
	}
	return g
}

func (w pager) rates() Grid {
	all := w.slots.choices("currency")
	g := w.list("rates", "rates", w.head("currency", all...), w.field("rate"), w.head("date"))
	for _, r := range w.plan.Money.Rates {
		place := "money/rates/" + r.Currency
		g.Rows = append(g.Rows, GridRow{
			ID: string(rows.Rate(r.Currency)), Item: r.Currency, Name: label(r.Currency),
			Unit:     w.say.Say("unit.per", map[string]string{"a": w.plan.Money.Currency, "b": r.Currency}),
			Settings: []GridCell{w.choice(place+"/currency", all), w.once("rates/" + r.Currency), w.text(place + "/date")},
		})
	}
	return g
}

func (w pager) sources() Grid {
	g := w.list("sources", "sources", w.head("publisher"), w.head("year"), w.head("place"), w.head("note"))
	for _, s := range w.plan.Sources {
		place := "sources/" + s.ID
		g.Rows = append(g.Rows, GridRow{
			ID: place, Item: s.ID, Name: w.text(place + "/title"),
			Settings: []GridCell{w.text(place + "/publisher"), w.text(place + "/year"), w.text(place + "/place"), w.text(place + "/note")},
		})
	}
	return g
}

func (w pager) log() Grid {
	g := w.list("log", "log", w.head("date"), w.head("who"))
	for i := range w.plan.Log {
		n := strconv.Itoa(i)
		g.Rows = append(g.Rows, GridRow{
			ID: "log/" + n, Item: n, Name: w.text("log/" + n + "/text"),
			Settings: []GridCell{w.text("log/" + n + "/date"), w.text("log/" + n + "/who")},
		})
	}
	return g
}

// codes are the plan's own currency and the donor's.
func (w pager) codes() (own, donor string) {
	return w.plan.Money.Currency, budget.DonorCurrency(w.plan)
}

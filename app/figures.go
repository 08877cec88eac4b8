package main

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"outrigger/model/budget"
	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/money"
	"outrigger/model/span"
)

// everyFigure is the machine's reading: every row by id, one text or one by year.
func everyFigure(c *chain.Case, scenario string) map[string]any {
	s := c.State(scenario)
	all := map[string]any{}
	for _, row := range c.Model.Rows() {
		if c.Model.Once(row.ID) {
			n, _ := s.Single(row.ID)
			all[string(row.ID)] = money.Canonical(n)
			continue
		}
		years := map[string]string{}
		for _, year := range c.Plan.Axis().Years() {
			n, _ := s.Value(row.ID, year)
			years[strconv.Itoa(int(year))] = money.Canonical(n)
		}
		all[string(row.ID)] = years
	}
	return all
}

// headlines writes the figures that make the case, as a table by year and the
// totals under it.
func (v *invocation) headlines(c *chain.Case, scenario string) {
	p := c.Plan
	fmt.Fprintln(v.out, p.Post.Name, "·", p.Title)
	if p.Illustrative {
		fmt.Fprintln(v.out, v.say.Say("verb.illustrative", nil))
	}
	fmt.Fprintln(v.out)
	cells := []string{""}
	for _, year := range p.Axis().Years() {
		cells = append(cells, year.Label(p.Years.StartMonth))
	}
	v.line(cells)
	code, donor := p.Money.Currency, budget.DonorCurrency(p)
	for _, f := range []struct {
		word   string
		id     calc.ID
		places int
	}{
		{"workload_index", c.Workload.Index, 1},
		{"budget_index", c.Financing.Index, 1},
		{"mismatch", c.Mismatch, 2},
		{"required", c.Staffing.RequiredTotal, 2},
		{"available", c.Staffing.Productive, 2},
		{"short", c.Staffing.Short, 2},
		{"backlog_months", c.Staffing.BacklogMonths, 1},
		{"need", c.Budget.Need.Local, places(code)},
		{"granted", c.Financing.Granted.Local, places(code)},
		{"gap", c.Financing.Gap.Local, places(code)},
		{"gap_donor", c.Financing.Gap.Donor, places(donor)},
	} {
		if f.word == "gap_donor" && code == donor {
			continue
		}
		cells := []string{v.say.Say("verb.figure."+f.word, map[string]string{"currency": code, "donor": donor})}
		for _, year := range p.Axis().Years() {
			n, _ := c.Value(f.id, year, scenario)
			cells = append(cells, v.say.Number(n, f.places))
		}
		v.line(cells)
	}
	v.totals(c, scenario, code, donor)
}

func (v *invocation) totals(c *chain.Case, scenario, code, donor string) {
	single := func(id calc.ID) money.Number { n, _ := c.State(scenario).Single(id); return n }
	year := v.say.Say("verb.never", nil)
	if n, _, _ := single(c.Staffing.FirstShort).Int64(0); n > 0 {
		year = span.Year(n).Label(c.Plan.Years.StartMonth)
	}
	say := func(key string, args map[string]string) { fmt.Fprintln(v.out, v.say.Say("verb.total."+key, args)) }
	fmt.Fprintln(v.out)
	say("first_short", map[string]string{"year": year})
	{
		pair := c.Financing.GapTotal
		say("gap", map[string]string{
			"local": v.say.Money(single(pair.Local).String(), code, places(code)),
			"donor": v.say.Money(single(pair.Donor).String(), donor, places(donor)),
		})
	}
	say("placeholders", map[string]string{"share": v.say.Percent(single(c.PlaceholderShare), 0)})
}

const labelWidth, cellWidth = 42, 14

func (v *invocation) line(cells []string) {
	var b strings.Builder
	for i, cell := range cells {
		width, gap := cellWidth, 0
		if i == 0 {
			width = labelWidth
		}
		gap = max(1, width-utf8.RuneCountInString(cell))
		if i == 0 {
			b.WriteString(cell + strings.Repeat(" ", gap))
		} else {
			b.WriteString(strings.Repeat(" ", gap) + cell)
		}
	}
	fmt.Fprintln(v.out, strings.TrimRight(b.String(), " "))
}

func places(code string) int {
	c, _ := money.ByCode(code)
	return c.Places
}

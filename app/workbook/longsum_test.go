package workbook_test

import (
	"fmt"
	"strings"
	"testing"

	"outrigger/model/chain"
	"outrigger/model/plan"
)

// alternating is the Vanuatu sample with hundreds of lines that change category, kind,
// result and purchase from one to the next, hundreds of activities that change role, and
// many sources, results and purchases: nothing that is added up stands together.
func alternating(t *testing.T, k kit) *chain.Case {
	t.Helper()
	return k.with(t, "vanuatu", func(p *plan.Plan) {
		p.Scenarios, p.Doubt.Links = nil, nil
		for _, in := range plan.Inputs(p) { // what is tested here needs no simulation
			in.Figure.Range = nil
		}
		line, activity, source := p.Lines[0], p.Activities[0], p.Funding[0]
		result, purchase := p.Project.Results[1], p.Project.Purchases[0]
		for n := range 300 {
			result.ID = fmt.Sprintf("r%d", n)
			p.Project.Results = append(p.Project.Results, result)
		}
		for n := range 100 {
			purchase.ID, purchase.Name, purchase.Lines = fmt.Sprintf("buy%d", n), fmt.Sprintf("Purchase %d", n), nil
			p.Project.Purchases = append(p.Project.Purchases, purchase)
			source.ID, source.Name, source.Grade = fmt.Sprintf("source%d", n), fmt.Sprintf("Source %d", n), []string{"secured", "sought"}[n%2]
			p.Funding = append(p.Funding, source)
		}
		bought := len(p.Project.Purchases) - 100
		for n := range 1100 {
			line.ID, line.Name = fmt.Sprintf("more%d", n), fmt.Sprintf("Line %d", n)
			line.Category, line.Kind = plan.Categories[n%len(plan.Categories)], []string{"run", "build"}[n%2]
			line.Objective = fmt.Sprintf("r%d", n%2)
			p.Lines = append(p.Lines, line)
			to := &p.Project.Purchases[bought+n%2]
			to.Lines = append(to.Lines, line.ID)
		}
		for n := range 300 {
			activity.ID, activity.Name, activity.Role = fmt.Sprintf("task%d", n), fmt.Sprintf("Task %d", n), p.Team.Roles[n%2].ID
			p.Activities = append(p.Activities, activity)
		}
	})
}

// A plan of hundreds of lines of which no two neighbours are added up together keeps every
// formula below what a spreadsheet reads, and LibreOffice agrees with all of them, also
// when a line is made dearer.
func TestALargePlanThatAlternatesHasNoFormulaTooLong(t *testing.T) {
	k := open(t)
	c := alternating(t, k)
	m := k.make(t, k.request(c, "fr", ""))
	f := k.fileOf(t, m, "fr")
	for _, r := range rules {
		faults := r.judge(f)
		report(t, r.name, len(faults), faults)
	}
	long, stretches := 0, 0
	for _, s := range f.leaves {
		for _, c := range s.cells {
			long = max(long, len(c.formula))
			if c.col == 1 && strings.HasPrefix(c.value, "De « ") {
				stretches++
			}
		}
	}
	if stretches < 8 {
		t.Errorf("only %d stretches of sums were needed, so that little is proven", stretches)
	}
	t.Logf("the longest formula has %d characters; %d stretches", long, stretches)

	const input = "lines/more5/unit_cost"
	changed := plan.Clone(c.Plan)
	*plan.Find(changed, input).Value = number(t, "77")
	again := ask(t, map[string]asked{"": {data: m.data, changes: map[string][]put{"dearer": {{at: m.entry(t, input, 0), n: 77}}}}})[""]
	n, apart := comparedIn(f.leaves, again[""])
	report(t, "as written", n, apart)
	r := reader{c, m, k.catalogue.In("fr"), t}
	for _, faults := range [][]string{rowsApart(c, c.Reading("", changed), m, again["dearer"]), totalsApart(r, again[""], again["dearer"])} {
		report(t, "dearer", len(faults), faults)
	}
}

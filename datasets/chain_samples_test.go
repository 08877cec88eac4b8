package datasets_test

import (
	"testing"

	"outrigger/datasets"
	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// The samples are there to show the argument: work grows, money does not, people
// run short within the plan, and a gap is left to ask for.
func TestSamplesMakeTheCase(t *testing.T) {
	facts, err := datasets.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range datasets.SampleNames() {
		t.Run(name, func(t *testing.T) {
			data, err := datasets.Sample(name)
			if err != nil {
				t.Fatal(err)
			}
			p, _ := plan.Parse(data)
			c, findings := chain.Build(p, facts.FactsFor(p.Post.Country))
			if c == nil {
				t.Fatal(findings)
			}
			figure := func(id calc.ID) float64 {
				n, ok := c.Value(id, p.Years.Last, "")
				if !ok {
					t.Fatalf("no figure %s", id)
				}
				return money.Float(n)
			}
			if w, b := figure(c.Workload.Index), figure(c.Financing.Index); w < 120 || b > 110 {
				t.Errorf("workload index %.1f against real budget index %.1f shows no mismatch", w, b)
			}
			if year := figure(c.Staffing.FirstShort); year < float64(p.Years.LastActual) || year > float64(p.Years.Last) {
				t.Errorf("people are first short in %.0f", year)
			}
			need, gap := figure(c.Financing.NeedTotal.Local), figure(c.Financing.GapTotal.Local)
			if gap < need/10 || gap > need/2 {
				t.Errorf("a gap of %.0f out of %.0f", gap, need)
			}
			granted := figure(c.Financing.GrantedTotal.Local)
			const minorUnit = 0.005 // float64 of exact sums
			if d := need - granted - gap; d > minorUnit || d < -minorUnit {
				t.Errorf("need − granted − gap leaves %g", d)
			}
		})
	}
}

func TestScenariosMoveTheFigures(t *testing.T) {
	facts, err := datasets.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range datasets.SampleNames() {
		data, _ := datasets.Sample(name)
		p, _ := plan.Parse(data)
		c, findings := chain.Build(p, facts.FactsFor(p.Post.Country))
		if c == nil {
			t.Fatal(findings)
		}
		base := c.State("")
		for _, s := range p.Scenarios {
			moved := 0
			for _, row := range c.Model.Rows() {
				for _, year := range p.Axis().Years() {
					a, _ := base.Value(row.ID, year)
					b, _ := c.Value(row.ID, year, s.ID)
					if row.Leaf == nil && !a.Equal(b) {
						moved++
					}
				}
			}
			if moved == 0 {
				t.Errorf("%s: scenario %s moves no figure", name, s.ID)
			}
		}
	}
}

package intake

import (
	"os"
	"strconv"
	"testing"

	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// The real case. A planner of the Bermuda Post Office (budget head 13) brings in
// twenty years of its own budget and staff, and those of the government's
// information technology department (head 43) that serves it. The steps:
//
//  1. Open the plan that says who the post is, its years and its currency.
//  2. Open the expenditure file. One table is found; the preview shows it.
//  3. Say what is wanted: head 13 and head 43, ACTUAL, 2003 to 2022, as
//     histories; head 43, ESTIMATE, 2023 and 2024, as the government's funding.
//  4. The file does not say that it is in thousands; the budget book does. Set
//     the scale to 1000 and look at the worked figure.
//  5. Accept. The mapping is kept in the plan.
//  6. Open the employment file, say what is wanted, accept.
//  7. Check the plan: nothing is missing.
func TestBermudaPostOfficeFromItsBudgetBooks(t *testing.T) {
	p := bermuda(t)
	for head, want := range map[string][2]string{"drivers/post_spending/history": {"10567000", "9745000"}, "drivers/it_spending/history": {"4919000", "7457000"}, "drivers/post_staff/history": {"216", "134"}, "roles/it/staff": {"36", "51"}} {
		f := plan.Find(p, head)
		if f == nil || len(f.Years) != 20 {
			t.Fatalf("%s: %v", head, f)
		}
		if got := [2]string{f.Years[2003].String(), f.Years[2022].String()}; got != want {
			t.Errorf("%s is %v in 2003 and 2022, want %v", head, got, want)
		}
		if f.Grade != plan.Measured || f.Source == "" {
			t.Errorf("%s: grade %s, source %q", head, f.Grade, f.Source)
		}
	}
	granted := plan.Find(p, "funding/government/amount")
	if granted.Grade != plan.Estimated || granted.Years[2024].String() != "8505000" {
		t.Errorf("government funding: %+v", granted)
	}
	for _, f := range plan.Check(p) {
		if !f.Warning {
			t.Errorf("the plan brought in is refused: %v", f)
		}
	}
	if len(p.Mappings) != 2 {
		t.Fatalf("%d mappings kept", len(p.Mappings))
	}
	m, err := LoadMapping(p.Mappings[0])
	if err != nil {
		t.Fatal(err)
	}
	again, _, err := Apply(p, PreviewOf(openData(t, "bermuda_expenditure.csv"), m))
	if err != nil {
		t.Fatal(err)
	}
	before, _ := plan.Marshal(p)
	if after, _ := plan.Marshal(again); string(before) != string(after) {
		t.Error("the saved mapping, applied again, changes the plan")
	}
}

// bermuda carries out the steps of the real case.
func bermuda(t *testing.T) *plan.Plan {
	t.Helper()
	data, err := os.ReadFile("testdata/bermuda_plan.json")
	if err != nil {
		t.Fatal(err)
	}
	p, findings := plan.Parse(data)
	if p == nil {
		t.Fatal(findings)
	}
	p = accept(t, p, "bermuda_expenditure.csv", "1000",
		budgetHead("drivers/post_spending/history", "13", "ACTUAL", 2003, 2022, &NewItem{Name: "Expenditure of the Post Office", Unit: "BMD"}),
		budgetHead("drivers/it_spending/history", "43", "ACTUAL", 2003, 2022, &NewItem{Name: "Expenditure of the information technology department", Unit: "BMD"}),
		budgetHead("funding/government/amount", "43", "ESTIMATE", 2023, 2024, nil))
	return accept(t, p, "bermuda_employment.csv", "",
		budgetHead("drivers/post_staff/history", "13", "ACTUAL", 2003, 2022, nil),
		budgetHead("roles/it/staff", "43", "ACTUAL", 2003, 2022, nil))
}

func budgetHead(target, number, version string, from, to span.Year, made *NewItem) Series {
	return Series{Target: target, Measure: version, Filters: []Filter{{"HeadNumber", []string{number}}}, From: from, To: to, New: made}
}

func accept(t *testing.T, p *plan.Plan, name, scale string, series ...Series) *plan.Plan {
	t.Helper()
	file := openData(t, name)
	maps := Propose(file)
	if len(maps) != 1 {
		t.Fatalf("%s: %d tables found, it has one", name, len(maps))
	}
	m := maps[0]
	m.Scale, m.Series = scale, series
	changed, changes, err := Apply(p, PreviewOf(file, m))
	if err != nil {
		t.Fatal(err)
	}
	if len(changes) != len(series) {
		t.Fatalf("%d changes of %d series", len(changes), len(series))
	}
	return changed
}

// Two figures for one year are not chosen between in silence.
func TestTwoFiguresForOneYearAreRefused(t *testing.T) {
	data, _ := os.ReadFile("testdata/bermuda_plan.json")
	p, _ := plan.Parse(data)
	file := openData(t, "bermuda_expenditure.csv")
	m := Propose(file)[0]
	m.Series = []Series{budgetHead("drivers/post_staff/history", "13", "", 2003, 2022, nil)}
	changed, _, err := Apply(p, PreviewOf(file, m))
	if f, ok := err.(*Fault); !ok || f.Code != "twice" || f.Args["year"] != "2022" || changed != nil {
		t.Errorf("got %v", err)
	}
	m.Series[0].Measure, m.Series[0].Target = "ACTUAL", "drivers/nobody/history"
	if _, _, err = Apply(p, PreviewOf(file, m)); err == nil || err.(*Fault).Code != "no_target" {
		t.Errorf("an unknown input was accepted: %v", err)
	}
	m.Series[0].Target, m.Series[0].Sum, m.Series[0].Filters = "drivers/post_staff/history", true, []Filter{{"HeadNumber", []string{"13", "43"}}}
	run, err := PreviewOf(file, m).RunOf(m.Series[0])
	if n := run.Years[2022]; err != nil || n.String() != strconv.Itoa(9745+7457) || len(run.Cells[2022]) != 2 {
		t.Errorf("the sum of both heads in 2022 is %v (%v)", n, err)
	}
}

// The plan that came in from the budget books goes through the whole chain. The
// country's consumer prices are not in the reference data, so nothing is given for
// them here and the plan's own assumption stands, marked as a placeholder.
func TestBermudaGoesThroughTheChain(t *testing.T) {
	p := bermuda(t)
	c, findings := chain.Build(p, plan.Facts{})
	if c == nil {
		t.Fatal(findings)
	}
	head43, ok := c.Value("roles/it/staff", 2022, "")
	if !ok || !head43.Equal(p.Team.Roles[0].Staff.Years[2022]) {
		t.Errorf("staff of the IT department in 2022 is %v", head43)
	}
	for _, id := range []calc.ID{c.Workload.Total, c.Staffing.RequiredTotal, c.Budget.Need.Local} {
		if n, ok := c.Value(id, p.Years.Last, ""); !ok || !n.IsPos() {
			t.Errorf("%s in %d is %v", id, p.Years.Last, n)
		}
	}
	need, _ := c.State("").Single(c.Financing.NeedTotal.Local)
	granted, _ := c.State("").Single(c.Financing.GrantedTotal.Local)
	gap, _ := c.State("").Single(c.Financing.GapTotal.Local)
	if rest, err := need.Sub(granted); err != nil || !rest.Equal(gap) {
		t.Errorf("need %v − granted %v is not the gap %v", need, granted, gap)
	}
}

package workbook_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"outrigger/app/exchange"
	"outrigger/app/workbook"
	"outrigger/model/plan"
)

// withPack writes the Vanuatu sample with a pack of a known coordinator.
func withPack(t *testing.T, k kit, made string) []byte {
	t.Helper()
	keys, err := exchange.NewKeys("2020-01-01")
	if err != nil {
		t.Fatal(err)
	}
	pack, err := exchange.FromTable([]byte(exchange.Head+`
staff_per_thousand,status=SIDS,2024,12,4,8,12,"Illustrative table, page 1"
mismatch,status=LDC,2024,20,1.1,1.2,1.5,"Illustrative table, page 2"
practice/tested-backups,all,2024,40,,2,,"Illustrative table, page 3"
`), made)
	if err != nil {
		t.Fatal(err)
	}
	file, err := keys.Sign(pack)
	if err != nil {
		t.Fatal(err)
	}
	read, verdict, err := exchange.Open(file, []exchange.Public{keys.Public()}, "2026-11-24")
	if err != nil {
		t.Fatal(err)
	}
	in := k.request(k.with(t, "vanuatu", func(p *plan.Plan) { p.Post.Revenue = plan.Figure{} }), "en", "")
	in.Packs = []workbook.Benchmark{{Pack: read, Verdict: verdict}}
	return written(t, in)
}

func TestPeersTellsDistributionsWithNumberYearAndRank(t *testing.T) {
	f := read(t, withPack(t, open(t), "2021-05-01"))
	row := find(t, f, "Peers", "Small island developing States")
	if row[1] != "points of 100" {
		t.Errorf("the unit is %q", row[1])
	}
	for i, want := range []float64{69.29, 6.43, 21.31, 33.895, 54.28, 100, 36, 2024} { // own to most, n, year
		if got, err := strconv.ParseFloat(row[2+i], 64); err != nil || math.Abs(got-want) > 1e-9 {
			t.Errorf("column %d holds %s, want %v", 3+i, row[2+i], want)
		}
	}
	staff := find(t, f, "Peers", "Cybersecurity staff per 1,000 employees: Small island developing States")
	if got := strings.Join(staff[2:10], "|"); !strings.HasPrefix(got, "12.25") || !strings.HasSuffix(got, "|–|4|8|12|–|12|2024") {
		t.Errorf("the pack's line is %q", got)
	}
	training := find(t, f, "Peers", "Hours of training per employee")
	if got, err := strconv.ParseFloat(training[2], 64); err != nil || math.Abs(got-310.0/204) > 1e-9 || !strings.Contains(strings.Join(training, "|"), "|2025|") {
		t.Errorf("310 hours among 204 people are %q", training)
	}
	spend := find(t, f, "Situation", "All spending on information technology, cybersecurity included")
	if spend[4] != "71000000" || spend[6] != "78000000" || len(spend) > 7 && spend[7] != "" {
		t.Errorf("Situation tells the spending as %q", spend)
	}
	rows, err := f.GetRows("Peers")
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, row := range rows {
		all += strings.Join(row, "|") + "\n"
	}
	for _, said := range []string{"more than 3 years ago", "Benchmark pack of 1 May 2021, signed ", "the plan does not state what it needs", "Too few in “Melanesia · Oceania” (n = 4)"} {
		if !strings.Contains(all, said) {
			t.Errorf("nothing says %q", said)
		}
	}
	if strings.Contains(all, "Workload against budget: Least developed") {
		t.Error("it compares with a group the post does not belong to")
	}
}

// The scores follow their levels, and a level without evidence beside it counts as none.
func TestScoresOfReadinessAreLive(t *testing.T) {
	k := open(t)
	three, one, none := 3, 1, 0
	data := k.changed(t, func(p *plan.Plan) {
		p.Readiness = []plan.Assessment{{ID: "a", Name: "A", Date: "2026-03-01", Levels: []plan.PracticeLevel{
			{Practice: "tested-backups", Level: &three, Evidence: "log"}, {Practice: "incident-exercises", Level: &one}, {Practice: "postal-continuity", Level: &none},
		}}}
	})
	changed := change(t, data, func(f *excelize.File) {
		at := spotOf(t, f, "Situation", "Incident plan and exercises", 3)
		set(t, f, at, 4)
	})
	again := recalculate(t, map[string][]byte{"as written": data, "changed": changed})
	for name, want := range map[string][2]float64{"as written": {4.0 / 3, 1}, "changed": {7.0 / 3, 1}} {
		for i, text := range []string{"Response and recovery: as judged (3 of 3)", "Response and recovery: with evidence named, else 0 (3 of 3)"} {
			if got := amount(t, again[name], spotOf(t, again[name], "Situation", text, 3)); math.Abs(got-want[i]) > 1e-9 {
				t.Errorf("%s: %s: %v, want %v", name, text, got, want[i])
			}
		}
	}
	if row := find(t, read(t, data), "Situation", "Governance"); len(row) > 1 && row[1] != "" {
		t.Errorf("a heading holds %q", row)
	}
}

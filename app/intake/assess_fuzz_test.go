package intake

import (
	"bytes"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"outrigger/model/plan"
)

// FuzzFilledSheets writes anything into any cells of a fill-in workbook: lines of sheet,
// row, column and text. It is refused in sentences, or comes back as a plan that is read
// again as it was written.
func FuzzFilledSheets(f *testing.F) {
	p, findings := plan.Parse([]byte(`{"format":"outrigger-plan","version":1,"post":{"name":"Post","country":"VUT"},
"years":{"first":2023,"last_actual":2024,"last":2026},"money":{"currency":"USD"},
"readiness":[{"id":"2026-03-01","name":"Spring","date":"2026-03-01","levels":[{"practice":"updates","level":2,"evidence":"log","target":3}]}]}`))
	if p == nil {
		f.Fatal(findings)
	}
	var file bytes.Buffer
	if err := Collect(&file, p, keys{}); err != nil {
		f.Fatal(err)
	}
	book, err := excelize.OpenReader(&file, excelize.Options{RawCellValue: true})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = book.Close() })
	filled := 0
	hidden, err := readSheet(book, listsSheet, &filled)
	if err != nil {
		f.Fatal(err)
	}
	var sheets []*Sheet
	for _, name := range []string{"sheet.readiness", "sheet.post", "sheet.prices"} {
		if s, err := readSheet(book, name, &filled); err == nil {
			sheets = append(sheets, s)
		}
	}
	if len(sheets) < 2 {
		f.Fatalf("%d sheets", len(sheets))
	}
	f.Add("0\t3\t2\t2026-11-29\n0\t9\t2\t3\n0\t9\t3\tlog")
	f.Add("0\t3\t2\t46000\n0\t10\t2\t4\n0\t10\t4\t9")
	f.Add("0\t3\t2\tsoon\n0\t9\t2\t1\n0\t9\t0\tupdates\n0\t11\t0\tupdates")
	f.Add("0\t4\t2\t=1+1\n0\t3\t2\t2026-03-01\n0\t12\t2\t0\n1\t4\t8\t1,5\n1\t4\t5\tguess\n1\t5\t0\tpost/none\n1\t3\t8\t1999")
	f.Add("1\t4\t9\t-1\n1\t5\t9\t1e400\n1\t6\t8\t٣٫٥\n0\t0\t0\tother")
	f.Fuzz(func(t *testing.T, edits string) {
		if !utf8.ValidString(edits) {
			return // no spreadsheet holds such texts
		}
		c := collected{plan: plan.Clone(p), rows: map[string]string{}}
		c.answers(hidden)
		now := edited(sheets, edits)
		for _, s := range now {
			if s.At(0, colID).Text == mark {
				c.sheet(s)
			} else {
				c.assessment(s)
			}
		}
		for _, fault := range c.faults {
			if fault.Code == "" || fault.Place == "" {
				t.Errorf("a fault without code or place: %+v", fault)
			}
		}
		if len(c.faults) > 0 {
			return
		}
		written, err := plan.Marshal(c.plan)
		if err != nil {
			t.Fatal(err)
		}
		again, findings := plan.Parse(written)
		if again == nil {
			t.Fatalf("the plan cannot be read: %v", findings)
		}
		if twice, err := plan.Marshal(again); err != nil || !bytes.Equal(written, twice) {
			t.Errorf("the plan is not written as it was read: %v", err)
		}
	})
}

// edited are copies of sheets with texts put into cells.
func edited(sheets []*Sheet, edits string) []*Sheet {
	var all []*Sheet
	for _, s := range sheets {
		next := &Sheet{Name: s.Name}
		for _, row := range s.Rows {
			next.Rows = append(next.Rows, append([]Cell{}, row...))
		}
		all = append(all, next)
	}
	for line := range strings.SplitSeq(edits, "\n") {
		parts := strings.SplitN(line, "\t", 4)
		if len(parts) < 4 {
			continue
		}
		var at [3]int
		for i := range at {
			at[i], _ = strconv.Atoi(parts[i])
		}
		const most = 60 // rows and columns that are of interest
		s := all[max(0, at[0])%len(all)]
		row, col := max(0, at[1])%most, max(0, at[2])%most
		for len(s.Rows) <= row {
			s.Rows = append(s.Rows, nil)
		}
		for len(s.Rows[row]) <= col {
			s.Rows[row] = append(s.Rows[row], Cell{})
		}
		kind := Text
		if parts[3] == "" {
			kind = Blank
		}
		s.Rows[row][col] = Cell{Text: parts[3], Kind: kind}
	}
	return all
}

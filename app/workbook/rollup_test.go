package workbook_test

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"outrigger/app/region"
	"outrigger/app/words"
	"outrigger/app/workbook"
	"outrigger/datasets"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// countries of posts that the twenty plans are of; the last two send departments.
var countries = []string{
	"VUT", "FJI", "TON", "WSM", "KIR", "TUV", "SLB", "PNG", "SEN", "MLI", "NER", "TCD", "BFA", "TLS", "NPL", "BTN", "COM", "MDV", "MUS", "MUS",
}

// twenty generates plans that differ in currency, rate, prices, funding and length.
func (k kit) twenty(t testing.TB) map[string][]byte {
	t.Helper()
	codes := []string{"VUV", "FJD", "TOP", "XOF", "BHD", "USD"}
	all := map[string][]byte{}
	for i, country := range countries {
		data, err := datasets.Sample(datasets.SampleNames()[i%3])
		if err != nil {
			t.Fatal(err)
		}
		p, _ := plan.Parse(data)
		p.Post.Country, p.Post.Name, p.Title = country, fmt.Sprintf("Post of %s", country), fmt.Sprintf("Plan %d", i+1)
		recur(p, codes[i%len(codes)])
		times := func(n *money.Number, by string) {
			if n != nil {
				*n, err = n.Mul(number(t, by))
				if err != nil {
					t.Fatal(err)
				}
			}
		}
		for j := range p.Money.Rates {
			times(p.Money.Rates[j].Value.Value, fmt.Sprintf("1.0%d7", i+1))
		}
		for j := range p.Lines {
			times(p.Lines[j].UnitCost.Value, fmt.Sprintf("%d.37", 1+i%4))
		}
		for j := range p.Funding {
			years := map[span.Year]money.Number{}
			for year, n := range p.Funding[j].Amount.Years {
				times(&n, fmt.Sprintf("0.%d3", 1+i%9))
				years[year] = money.Round(n, 0)
			}
			p.Funding[j].Amount.Years = years
		}
		if all[fmt.Sprintf("plan%02d", i+1)], err = plan.Marshal(p); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// recur gives a plan another currency of its own; amounts stay, whatever they are worth.
func recur(p *plan.Plan, code string) {
	if code == "USD" { // as the donor's: no rate is needed
		p.Money.Rates, p.Money.Donor = nil, code
	}
	if code != "USD" && !slices.ContainsFunc(p.Money.Rates, func(r plan.Rate) bool { return r.Currency == "USD" }) { // the sample is in dollars
		rate := money.Drawn(2.3, 1)
		p.Money.Rates = append(p.Money.Rates, plan.Rate{Currency: "USD", Value: plan.Figure{Value: &rate, Grade: plan.Published, Year: 2026}, Date: "2026-11-02"})
	}
	was := p.Money.Currency
	p.Money.Currency = code
	same := func(c *string) {
		if *c == was || code == "USD" {
			*c = ""
		}
	}
	for i := range p.Lines {
		same(&p.Lines[i].Currency)
	}
	for i := range p.Funding {
		same(&p.Funding[i].Currency)
	}
	p.Scenarios, p.Doubt.Links, p.Measures, p.Portfolio, p.Project = nil, nil, nil, plan.Portfolio{}, plan.Project{}
	for _, in := range plan.Inputs(p) { // what is tested here needs no simulation
		in.Figure.Range = nil
	}
}

func (k kit) gather(t testing.TB, files map[string][]byte, currency string) *region.Table {
	t.Helper()
	var names []string
	for name := range files {
		names = append(names, name)
	}
	table, err := region.Gather(region.Request{
		Files: names, Read: func(name string) ([]byte, error) { return files[name], nil }, Facts: k.facts, Currency: currency, Date: "2026-11-24",
	})
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func (k kit) rollup(t testing.TB, table *region.Table, language string, hide bool) []byte {
	t.Helper()
	var out bytes.Buffer
	err := workbook.Rollup(&out, workbook.RollupRequest{
		Table: table, Facts: k.facts, Words: k.catalogue.In(language), HideNames: hide, Version: "test", Date: "2026-11-24",
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Twenty posts: every formula of the regional workbook, recalculated by LibreOffice, gives
// the program's figure, and every post's need, funding and gap are those of its own
// workbook, recalculated too, to the last minor unit, in its own and in the donor's
// currency. A rate changed in the spreadsheet moves the totals by what that post's plan is
// worth more.
func TestARollupTiesToEachPostsOwnWorkbook(t *testing.T) {
	k := open(t)
	plans := k.twenty(t)
	table := k.gather(t, plans, "USD")
	if table.Counted != 19 || table.Out() != 0 {
		for _, p := range table.Left {
			t.Log(p.File, p.Left, workbook.FaultOf(k.catalogue.In("en"), p))
		}
		t.Fatalf("%d posts count, %d plans are left out", table.Counted, table.Out())
	}
	files := map[string][]byte{}
	for name, data := range plans {
		files[name] = k.write(t, k.build(t, data), "en", "")
	}
	files["rollup"], files["hidden"] = k.rollup(t, table, "en", false), k.rollup(t, table, "en", true)
	files["euro"] = k.rollup(t, k.gather(t, plans, "EUR"), "fr", false)
	files["dearer"] = change(t, files["rollup"], func(f *excelize.File) { set(t, f, spot{"Conversion", "H8"}, 1) })
	again := recalculate(t, files)
	for _, name := range []string{"rollup", "hidden", "euro"} {
		n, apart := compare(t, files[name], again[name])
		if n < 100 {
			t.Errorf("%s: only %d formulas were compared", name, n)
		}
		report(t, name, n, apart)
	}
	for n := 11; n < 40; n++ { // wherever the checks stand
		if got := text(t, again["rollup"], spot{"Cover", fmt.Sprintf("B%d", n)}); got == "CHECK" {
			t.Errorf("Cover!B%d does not tie", n)
		}
	}
	posts := ownWorkbooks(t, plans, again)
	if posts != 20 {
		t.Errorf("%d plans were held against their own workbook", posts)
	}
	moved := amount(t, again["dearer"], named(t, again["dearer"], "need_total")) - amount(t, again["rollup"], named(t, again["rollup"], "need_total"))
	at := func(f shown, cell string) float64 { return amount(t, f, spot{"Conversion", cell}) }
	if want := at(again["dearer"], "L8") - at(again["rollup"], "L8"); moved == 0 || math.Abs(moved-want) > 0.004 {
		t.Errorf("a changed rate moves the total by %v, the post by %v", moved, want)
	}
}

// ownWorkbooks holds every line of the sheet of conversions against the workbook of that
// plan, and counts them.
func ownWorkbooks(t *testing.T, plans map[string][]byte, again map[string]shown) (n int) {
	t.Helper()
	total, dollars := 0.0, 0
	for row := 7; row < 40; row++ {
		title := text(t, again["rollup"], spot{"Conversion", fmt.Sprintf("B%d", row)})
		var i int
		if _, err := fmt.Sscanf(title, "Plan %d", &i); err != nil {
			continue
		}
		n++
		name := fmt.Sprintf("plan%02d", i)
		own := again[name]
		currency, _ := money.ByCode(text(t, again["rollup"], spot{"Conversion", fmt.Sprintf("D%d", row)}))
		same := func(column, name string, places int) {
			t.Helper()
			here, there := amount(t, again["rollup"], spot{"Conversion", fmt.Sprintf("%s%d", column, row)}), amount(t, own, named(t, own, name))
			if a, b := fmt.Sprintf("%.*f", places, here), fmt.Sprintf("%.*f", places, there); a != b {
				t.Errorf("%s, %s: %s on the roll-up, %s in its own workbook", title, name, a, b)
			}
		}
		same("E", "need_total", currency.Places)
		same("F", "granted_total", currency.Places)
		same("G", "gap_total", currency.Places)
		if p, _ := plan.Parse(plans[name]); p.Money.Donor == "USD" {
			dollars++
			same("N", "gap_total_donor", 2)
			total += amount(t, own, named(t, own, "gap_total_donor"))
			continue
		}
		at := func(column string) float64 {
			return amount(t, again["rollup"], spot{"Conversion", fmt.Sprintf("%s%d", column, row)})
		}
		cents := func(x float64) float64 { return math.Round(x*100) / 100 }
		total += cents(at("E")/at("H")) - cents(at("F")/at("H"))
	}
	if dollars < 10 {
		t.Errorf("only %d plans have the donor's currency in common", dollars)
	}
	if got := amount(t, again["rollup"], named(t, again["rollup"], "gap_total")); fmt.Sprintf("%.2f", got) != fmt.Sprintf("%.2f", total) {
		t.Errorf("the gap of all is %.2f, of their own workbooks together %.2f", got, total)
	}
	return n
}

// With names hidden nothing in the file tells whose a figure is.
func TestHiddenNamesAreNowhereInTheFile(t *testing.T) {
	k := open(t)
	plans := k.twenty(t)
	plans["broken"] = []byte("{")
	f := read(t, k.rollup(t, k.gather(t, plans, "USD"), "en", true))
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for _, cell := range row {
				for _, told := range []string{"Post of", "Plan 1", "VUV", "FJD", "XOF", "BHD", "TOP", "broken", "Vanuatu", "Fiji", "Senegal"} {
					if strings.Contains(cell, told) {
						t.Errorf("%s: %q tells %s", sheet, cell, told)
					}
				}
			}
		}
	}
	if got := text(t, f, spot{"Posts", "A5"}); got != "Post A" {
		t.Errorf("the first post is called %q", got)
	}
}

func TestTheSameFolderGivesTheSameRollup(t *testing.T) {
	k := open(t)
	plans := map[string][]byte{"broken": []byte("{")}
	for _, name := range datasets.SampleNames() {
		plans[name], _ = datasets.Sample(name)
	}
	for _, l := range words.Languages() {
		one, two := k.rollup(t, k.gather(t, plans, ""), l, false), k.rollup(t, k.gather(t, plans, ""), l, false)
		if !bytes.Equal(one, two) {
			t.Errorf("%s: two roll-ups of one folder differ", l)
		}
		f := read(t, one)
		for _, sheet := range f.GetSheetList() {
			view, err := f.GetSheetView(sheet, 0)
			if err != nil || *view.RightToLeft != (l == "ar") {
				t.Errorf("%s, %s: right to left %v, %v", l, sheet, *view.RightToLeft, err)
			}
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range rows {
				if text := strings.Join(row, " "); strings.Contains(text, "⟨") || strings.Contains(text, "{") {
					t.Errorf("%s, %s: %s", l, sheet, text)
				}
			}
		}
		if dir := os.Getenv("KEEP"); dir != "" {
			os.WriteFile(dir+"/rollup-"+l+".xlsx", one, 0o644)
			os.WriteFile(dir+"/twenty-"+l+".xlsx", k.rollup(t, k.gather(t, k.twenty(t), "USD"), l, false), 0o644)
		}
	}
}

// The printed agenda fills two hours, every sheet has room to write, in every language.
func TestTheSheetsOfAWorkshopFillTwoHours(t *testing.T) {
	k := open(t)
	for _, l := range words.Languages() {
		var out bytes.Buffer
		if err := workbook.Path(&out, workbook.PathRequest{Facts: k.facts, Words: k.catalogue.In(l), Version: "test", Date: "2026-11-24"}); err != nil {
			t.Fatal(err)
		}
		f := read(t, out.Bytes())
		sheets := f.GetSheetList()
		if len(sheets) != 5 {
			t.Fatalf("%s: %v", l, sheets)
		}
		minutes := 0.0
		for row := 5; row < 14; row++ {
			if begins := amount(t, f, spot{sheets[0], fmt.Sprintf("A%d", row)}); begins != minutes {
				t.Errorf("%s: line %d begins at %v, after %v minutes", l, row, begins, minutes)
			}
			minutes += amount(t, f, spot{sheets[0], fmt.Sprintf("B%d", row)})
		}
		if minutes != 120 || amount(t, f, spot{sheets[0], "B14"}) != 120 {
			t.Errorf("%s: %v minutes", l, minutes)
		}
		for _, sheet := range sheets {
			rows, err := f.GetRows(sheet)
			if err != nil || len(rows) < 9 {
				t.Errorf("%s, %s: %d lines, %v", l, sheet, len(rows), err)
			}
			for _, row := range rows {
				if text := strings.Join(row, " "); strings.Contains(text, "⟨") || strings.Contains(text, "{") {
					t.Errorf("%s, %s: %s", l, sheet, text)
				}
			}
		}
	}
}

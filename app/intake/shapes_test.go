package intake

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"outrigger/model/money"
	"outrigger/model/span"
)

// wanted is one figure a table must give.
type wanted struct {
	label, period, measure string
	year                   span.Year
	number                 string
}

func check(t *testing.T, view *Preview, want ...wanted) {
	t.Helper()
	for _, w := range want {
		got, ok := view.Lookup(w.label, "", w.period, w.measure)
		if !ok || got.Number == nil || money.Canonical(*got.Number) != w.number || w.year != 0 && got.Year != w.year {
			t.Errorf("%s %s %s: %+v, want %s in %d", w.label, w.period, w.measure, got, w.number, w.year)
		}
	}
}

func TestYearsAsBudgetsWriteThem(t *testing.T) {
	for text, want := range map[string]Period{
		"2024":                    {Year: 2024, Bare: true},
		"1990.0":                  {Year: 1990, Bare: true},
		" 2015 *":                 {Year: 2015, Bare: true},
		"٢٠٢٤":                    {Year: 2024, Bare: true},
		"2024/25":                 {Year: 2024},
		"2024-25":                 {Year: 2024},
		"2024–2025":               {Year: 2024},
		"1999-00":                 {Year: 1999},
		"1986-97":                 {Year: 1986, Doubt: true},
		"FY24":                    {Year: 2024},
		"FY2024/25":               {Year: 2024},
		"FY 2024-25":              {Year: 2024},
		"AF 2024":                 {Year: 2024},
		"Exercice 2024":           {Year: 2024},
		"السنة المالية 2024":      {Year: 2024},
		"Entwurf 2024":            {Year: 2024, Measure: "estimate"},
		"Budget 2024":             {Year: 2024, Measure: "budget"},
		"Revised Budget 2024/25":  {Year: 2024, Measure: "revised"},
		"2013-14 (est)":           {Year: 2013, Measure: "estimate"},
		"2023 Actual":             {Year: 2023, Measure: "actual"},
		"Réalisé 2022":            {Year: 2022, Measure: "actual"},
		"Presupuesto 2024":        {Year: 2024, Measure: "budget"},
		"Orçamento 2024":          {Year: 2024, Measure: "budget"},
		"31 March 2024":           {Year: 2024, Bare: true},
		"March 31, 2024":          {Year: 2024, Bare: true},
		"Year ended 30 June 2023": {Year: 2023},
		"31 décembre 2022":        {Year: 2022, Bare: true},
		"31 de diciembre de 2022": {Year: 2022, Bare: true},
		"2024-03-31":              {Year: 2024, Bare: true},
		"31/12/2024":              {Year: 2024, Bare: true},
	} {
		if got, ok := ParsePeriod(text); !ok || got != want {
			t.Errorf("%q is %+v (%v), want %+v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "20", "1234", "2024.5", "-2024", "12024", "2,024", "Table 1090", "1 of 2024 to 2026 and 2030", "Page 2020 of the annual report", "24", "2024-1"} {
		if got, ok := ParsePeriod(text); ok {
			t.Errorf("%q was read as the year %d", text, got.Year)
		}
	}
}

// Columns that compare two years or hold notes stand beside the years, and are
// no years.
func TestColumnsBesideTheYears(t *testing.T) {
	view := viewOf(t, "Note\tItem\t2022\t2023\tChange\t% change\tRemarks\n1\tMail\t10\t12\t2\t20 %\tgood\n2\tParcels\t5\t4\t-1\t-20 %\t\n")
	check(t, view, wanted{"Mail", "2023", "", 2023, "12"}, wanted{"Parcels", "2022", "", 2022, "5"})
	if len(view.Records) != 4 {
		t.Errorf("%d figures read, there are 4: %+v", len(view.Records), view.Records)
	}
	accounts := viewOf(t, "Statement of income\n(in thousands of vatu)\n\t31 December 2023\t31 December 2022\nPostage\t1,204\t1,198\nPhilately\t35.5\t(2)\n")
	check(t, accounts, wanted{"Postage", "31 December 2022", "", 2022, "1198"}, wanted{"Philately", "2022", "", 2022, "-2"})
	if accounts.Mapping.Claim == nil || accounts.Mapping.Claim.Factor != 1000 {
		t.Errorf("claim %+v", accounts.Mapping.Claim)
	}
}

func TestTwoTablesSideBySide(t *testing.T) {
	f, err := Paste("Costs\t2022\t2023\t\tStaff\t2022\t2023\nSalaries\t100\t110\t\tAnalysts\t3\t4\nLicences\t20\t25\t\tClerks\t7\t6\nTotal\t120\t135\t\tTotal\t10\t10\n")
	if err != nil {
		t.Fatal(err)
	}
	maps := Propose(f)
	if len(maps) != 2 {
		t.Fatalf("%d tables found, there are two: %+v", len(maps), maps)
	}
	costs, staff := PreviewOf(f, maps[0]), PreviewOf(f, maps[1])
	check(t, costs, wanted{"Licences", "2023", "", 2023, "25"})
	check(t, staff, wanted{"Clerks", "2022", "", 2022, "7"})
	for _, tie := range append(costs.Ties, staff.Ties...) {
		if tie.State != "ties" {
			t.Errorf("%+v", tie)
		}
	}
}

func TestBudgetRevisedAndActualBesideEachOther(t *testing.T) {
	below := viewOf(t, "\t2022\t\t2023\t\nItem\tBudget\tActual\tBudget\tRevised\nLicences\t10\t11\t12\t13\n")
	check(t, below, wanted{"Licences", "2022", "Actual", 2022, "11"}, wanted{"Licences", "2023", "budget", 2023, "12"}, wanted{"Licences", "2023", "Revised", 2023, "13"})
	above := viewOf(t, "\tBudget\t\tActual\t\nItem\t2022\t2023\t2022\t2023\nLicences\t10\t12\t11\t14\n")
	check(t, above, wanted{"Licences", "2022", "Actual", 2022, "11"}, wanted{"Licences", "2023", "Budget", 2023, "12"})
	inside := viewOf(t, "Item\tBudget 2022\tActual 2022\tBudget 2023\nLicences\t10\t11\t12\nServers\t1\t2\t3\n")
	check(t, inside, wanted{"Licences", "", "actual", 2022, "11"}, wanted{"Servers", "Budget 2023", "", 2023, "3"})
}

func TestMergedYearsInAWorkbook(t *testing.T) {
	data := bookOf(t, "Budget", [][]string{{"Ministry of Posts"}, {"En milliers de francs"}, {"", "2022", "", "2023", ""}, {"Poste", "Prévision", "Réalisé", "Prévision", "Réalisé"}, {"Logiciels", "1200", "1180", "1300", ""}}, func(b *excelize.File) {
		for _, m := range [][2]string{{"A1", "E1"}, {"B3", "C3"}, {"D3", "E3"}} {
			if err := b.MergeCell("Budget", m[0], m[1]); err != nil {
				t.Fatal(err)
			}
		}
	})
	view := firstOf(t, opened(t, "budget.xls", data))
	check(t, view, wanted{"Logiciels", "2022", "Réalisé", 2022, "1180"}, wanted{"Logiciels", "2023", "Prévision", 2023, "1300"})
	if view.Mapping.Claim == nil || view.Mapping.Claim.Factor != 1000 || view.Scales[0].Scaled.String() != "1300000" {
		t.Errorf("claim %+v", view.Mapping.Claim)
	}
}

func TestLongTablesOfSeveralKinds(t *testing.T) {
	oneRowAYear := viewOf(t, "Année;Courrier;Colis\n2020;1 234,5;12\n2021;1 300,0;15\n2022;n.d.;18\n")
	check(t, oneRowAYear, wanted{"Courrier", "2021", "", 2021, "1300"}, wanted{"Colis", "2022", "", 2022, "18"})
	itemYear := viewOf(t, "Item,Year,Budget,Actual\nMail,2020,10,11\nMail,2021,12,13\nParcels,2020,5,6\nParcels,2021,7,8\n")
	check(t, itemYear, wanted{"Mail", "2021", "Actual", 2021, "13"}, wanted{"Parcels", "2020", "Budget", 2020, "5"})
}

// A total that does not add up is told with both figures; lines are never added
// to their own total.
func TestATotalThatDoesNotTie(t *testing.T) {
	view := viewOf(t, "Item\t2022\t2023\nA\t10\t20\nB\t5\t6\nTotal\t15\t28\n")
	if len(view.Ties) != 1 || view.Ties[0].State != "differs" || view.Ties[0].Period != "2023" || view.Ties[0].Summed.String() != "26" {
		t.Errorf("%+v", view.Ties)
	}
	if rounded := viewOf(t, "Item\t2022\t2023\nA\t10\t20\nB\t5\t6\nTotal\t15\t27\n"); rounded.Ties[0].State != "rounds" {
		t.Errorf("%+v", rounded.Ties)
	}
	run, err := view.RunOf(Series{Target: "x", Sum: true})
	if n := run.Years[2022]; err != nil || n.String() != "15" {
		t.Errorf("sum of lines %v (%v)", n, err)
	}
}

func TestTextInAnyCoding(t *testing.T) {
	text := "Libellé;2022;2023\nSécurité – 1;1 234,5;(2,5)\nÉté;٣٫٥;12\n"
	utf := utf16.Encode([]rune(text))
	little, big := make([]byte, 0, 2*len(utf)), make([]byte, 0, 2*len(utf))
	for _, u := range utf {
		little = binary.LittleEndian.AppendUint16(little, u)
		big = binary.BigEndian.AppendUint16(big, u)
	}
	for name, data := range map[string][]byte{
		"UTF-8":                  []byte(text),
		"UTF-8 with mark":        append([]byte("\xef\xbb\xbf"), text...),
		"UTF-16 LE":              append([]byte("\xff\xfe"), little...),
		"UTF-16 BE":              append([]byte("\xfe\xff"), big...),
		"UTF-16 LE without mark": little,
	} {
		check(t, firstOf(t, opened(t, name, data)), wanted{"Sécurité – 1", "2022", "", 2022, "1234.5"}, wanted{"Sécurité – 1", "2023", "", 2023, "-2.5"}, wanted{"Été", "2022", "", 2022, "3.5"})
	}
	western := []byte("Libell\xe9;2022;2023\nS\xe9curit\xe9 \x96 1;1\xa0234,5;2,5\n")
	check(t, firstOf(t, opened(t, "w.csv", western)), wanted{"Sécurité – 1", "2022", "", 2022, "1234.5"})
}

func TestEndingsThatLie(t *testing.T) {
	page := `<html><body><table><tr><th>Item</th><th>2022</th><th>2023</th></tr><tr><td>Mail &amp; parcels</td><td>1,200</td><td>1,250.5</td></tr></table></body></html>`
	check(t, firstOf(t, opened(t, "report.xls", []byte(page))), wanted{"Mail & parcels", "2023", "", 2023, "1250.5"})
	check(t, firstOf(t, opened(t, "report.xls", []byte("Item\t2022\t2023\nMail\t1\t2\n"))), wanted{"Mail", "2023", "", 2023, "2"})
}

func TestQuotesInPastedBlocks(t *testing.T) {
	view := viewOf(t, "Item\t2022\t2023\n\"Mail, \"\"express\"\"\nand slow\"\t1\t2\nParcels 12\"\t3\t4\n")
	check(t, view, wanted{`Mail, "express" and slow`, "2022", "", 2022, "1"}, wanted{`Parcels 12"`, "2023", "", 2023, "4"})
	open := viewOf(t, "Item\t2022\t2023\n\"Mail\t1\t2\nParcels\t3\t4\n")
	check(t, open, wanted{"Parcels", "2023", "", 2023, "4"})
}

// The column decides what 1,234 is; where nothing does, the reader is told.
func TestAmbiguousNumbers(t *testing.T) {
	check(t, viewOf(t, "Item;2022;2023\nA;1,234;2,5\n"), wanted{"A", "2022", "", 2022, "1.234"})
	check(t, viewOf(t, "Item;2022;2023\nA;1,234;2.5\n"), wanted{"A", "2022", "", 2022, "1234"})
	view := viewOf(t, "Item;2022;2023\nA;1,234;25\n")
	found := false
	for _, d := range view.Doubts {
		found = found || d.Code == "ambiguous" && d.Place == "B2" && d.Args["number"] == "1234"
	}
	if !found {
		t.Errorf("nothing said of B2: %v", view.Doubts)
	}
}

// A mapping saved last year reads this year's file: the years that moved on and
// those that are new are said.
func TestASavedMappingMeetsTheNextFile(t *testing.T) {
	f, _ := Paste("Item\t2021\t2022\nMail\t1\t2\n")
	m := Propose(f)[0]
	next, _ := Paste("Item\t2022\t2023\nMail\t2\t3\n")
	view := PreviewOf(next, m)
	check(t, view, wanted{"Mail", "2023", "", 2023, "3"})
	codes := map[string]int{}
	for _, d := range view.Doubts {
		codes[d.Code]++
	}
	if codes["year_moved"] != 2 {
		t.Errorf("doubts %v", view.Doubts)
	}
}

// Whatever stands in a file, opening, finding and reading it end well.
func FuzzTables(f *testing.F) {
	for _, s := range []string{
		"Item\t2021\t2022\nMail\t1\t2\nTotal\t1\t2\n", "a;b\n\"", "2020,2021\n1,2\n", "Year,A,B\n2020,1,2\n2021,3,4\n2022,5,6\n", "<html><table><tr><td colspan=9>x<td>2020",
		"\xff\xfe2\x000\x00", strings.Repeat("2020,2021,", 40) + "\n1\n", "Item,Year,V\na,2020,1\nb,2020,2\nc,2020,x\n", "\t2022\t\t\n\tBudget\tActual\nx\t1\t2\n", "\n\n,2020.0,FY21\nprof, and\nq,(1),\\2\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Open("fuzz", bytes.NewReader(data))
		if err != nil {
			if _, ok := err.(*Fault); !ok {
				t.Fatalf("%v is no fault", err)
			}
			return
		}
		for _, m := range Propose(file) {
			view := PreviewOf(file, m)
			for _, r := range view.Records {
				ref, ok := parseRef(r.Cell)
				if !ok || view.sheet.At(ref.Row, ref.Col).Text != r.Stored {
					t.Fatalf("%+v does not stand in its cell", r)
				}
			}
		}
	})
}

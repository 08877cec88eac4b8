package workbook_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"outrigger/app/words"
	"outrigger/datasets"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// changed writes the Vanuatu sample with a change made to its plan.
func (k kit) changed(t testing.TB, do func(*plan.Plan)) []byte {
	t.Helper()
	data, err := datasets.Sample("vanuatu")
	if err != nil {
		t.Fatal(err)
	}
	p, _ := plan.Parse(data)
	do(p)
	out, err := plan.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	return k.write(t, k.build(t, out), "en", "")
}

func number(t testing.TB, text string) money.Number {
	t.Helper()
	n, err := money.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// cells lists the formulas of a workbook by sheet, row and column.
func cells(t *testing.T, data []byte, visit func(sheet string, row, col int, formula string)) {
	t.Helper()
	for _, s := range unzip(t, data).sheets() {
		for _, c := range s.cells {
			if c.formula != "" {
				visit(s.name, c.row, c.col, c.formula)
			}
		}
	}
}

var (
	quotedText = regexp.MustCompile(`"(?:[^"]|"")*"`)
	sheetName  = regexp.MustCompile(`'(?:[^']|'')+'!`)
	reference  = regexp.MustCompile(`(\$?)\b([A-Z]{1,3})(\$?)(\d+)\b`)
	literal    = regexp.MustCompile(`\b\d+(?:\.\d+)?\b`)
)

// fromCell writes a formula as it is seen from its cell, so that equal formulas of
// neighbouring years are equal texts.
func fromCell(t *testing.T, formula string, row, col int) string {
	t.Helper()
	return reference.ReplaceAllStringFunc(formula, func(ref string) string {
		m := reference.FindStringSubmatch(ref)
		c, err := excelize.ColumnNameToNumber(m[2])
		if err != nil {
			t.Fatal(err)
		}
		r, _ := strconv.Atoi(m[4])
		out := "R[" + strconv.Itoa(r-row) + "]"
		if m[3] == "$" {
			out = "R" + m[4]
		}
		if m[1] == "$" {
			return out + "C" + strconv.Itoa(c)
		}
		return out + "C[" + strconv.Itoa(c-col) + "]"
	})
}

func TestOneFormulaServesAllYearsOfALine(t *testing.T) {
	k := open(t)
	for _, name := range datasets.SampleNames() {
		c := k.sample(t, name)
		first, last := 5, 5+c.Plan.Axis().Len()-1
		seen := map[string]string{}
		lines := 0
		cells(t, k.base(t, name, "en"), func(sheet string, row, col int, formula string) {
			if strings.HasPrefix(sheet, "Checks") || sheet == "Sensitivity" || col < first || col > last {
				return
			}
			if strings.Contains(formula, "FIXED(") { // a text, as in the headline: no figure of a year
				return
			}
			line := sheet + " " + strconv.Itoa(row)
			now := fromCell(t, sheetName.ReplaceAllString(formula, "'x'!"), row, col)
			if before, known := seen[line]; known && before != now {
				t.Errorf("%s: %s: column %d has %s, the one before %s", name, line, col, now, before)
			} else if !known {
				lines++
			}
			seen[line] = now
		})
		if lines < 150 {
			t.Errorf("%s: only %d lines have formulas by year", name, lines)
		}
	}
}

func TestFormulasHoldNoFiguresOfTheirOwn(t *testing.T) {
	k := open(t)
	for _, name := range datasets.SampleNames() {
		cells(t, k.base(t, name, "fr"), func(sheet string, row, col int, formula string) {
			bare := reference.ReplaceAllString(sheetName.ReplaceAllString(quotedText.ReplaceAllString(formula, ""), ""), "")
			for _, n := range literal.FindAllString(bare, -1) {
				if !slices.Contains([]string{"0", "1", "12", "100"}, n) {
					t.Errorf("%s: %s row %d: %s holds %s", name, sheet, row, formula, n)
				}
			}
			for _, banned := range []string{"OFFSET(", "INDIRECT(", "NOW(", "TODAY(", "RAND", "#REF!", "["} {
				if strings.Contains(bare, banned) {
					t.Errorf("%s: %s row %d: %s uses %s", name, sheet, row, formula, banned)
				}
			}
		})
	}
}

func TestTheFilesOfTwoLanguagesHaveTheSameFormulas(t *testing.T) {
	k := open(t)
	for _, name := range datasets.SampleNames() {
		english := formulasOf(t, k.base(t, name, "en"))
		for _, language := range words.Languages()[1:] {
			there := formulasOf(t, k.base(t, name, language))
			if len(there) != len(english) {
				t.Errorf("%s: %s has %d formulas, English %d", name, language, len(there), len(english))
			}
			for at, formula := range english {
				if there[at] != formula {
					t.Errorf("%s: %s: %s is %q, in English %q", name, language, at, there[at], formula)
				}
			}
		}
	}
}

// formulasOf lists the formulas of a workbook with the sheets by number and without the
// words of its language.
func formulasOf(t *testing.T, data []byte) map[string]string {
	t.Helper()
	order, found := map[string]string{}, map[string]string{}
	for i, s := range unzip(t, data).sheets() {
		order["'"+strings.ReplaceAll(s.name, "'", "''")+"'!"] = "'" + strconv.Itoa(i) + "'!"
	}
	cells(t, data, func(sheet string, row, col int, formula string) {
		text := quotedText.ReplaceAllString(formula, `""`)
		if strings.Contains(text, `""&`) || strings.Contains(text, `&""`) {
			return // a sentence: its words and their order are the language's own
		}
		text = sheetName.ReplaceAllStringFunc(text, func(s string) string { return order[s] })
		found[order["'"+strings.ReplaceAll(sheet, "'", "''")+"'!"]+strconv.Itoa(row)+"."+strconv.Itoa(col)] = text
	})
	return found
}

func TestTextsOfUsersStayTexts(t *testing.T) {
	k := open(t)
	nasty := []string{`=1+1`, `+cmd|' /C calc'!A0`, `-2+3`, `@SUM(A1)`, "\tx", "\rx", `=HYPERLINK("http://x","y")`}
	data := k.changed(t, func(p *plan.Plan) {
		p.Title, p.Post.Name, p.Post.Summary, p.Post.Contact = nasty[0], nasty[1], nasty[2], nasty[3]
		p.Drivers[0].Name, p.Lines[0].Name, p.Lines[0].Note, p.Scenarios[0].Name = nasty[6], nasty[3], nasty[0], nasty[2]
		p.Team.Roles[0].Name, p.Funding[0].Letter = nasty[4], nasty[5]
	})
	f := read(t, data)
	found := 0
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r := range rows {
			for c, value := range rows[r] {
				cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
				for _, text := range nasty {
					if value != text {
						continue
					}
					found++
					if formula, _ := f.GetCellFormula(sheet, cell); formula != "" && !strings.Contains(formula, "!") {
						t.Errorf("%s!%s: %q became the formula %q", sheet, cell, text, formula)
					}
				}
			}
		}
	}
	if found < len(nasty) {
		t.Errorf("only %d of the texts stand in the workbook", found)
	}
}

func TestAForecastStandsOnTheInputsWithItsMethodAndInterval(t *testing.T) {
	k := open(t)
	f := read(t, k.changed(t, func(p *plan.Plan) {
		p.Drivers[0].Future, p.Scenarios = plan.Future{Kind: "fit"}, p.Scenarios[:0]
	}))
	rows, err := f.GetRows("Inputs")
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, row := range rows {
		line := strings.Join(row, "|")
		if strings.Contains(line, "|SIM|") && strings.Contains(line, "Grows by") && strings.Contains(line, "based on 3 years") && strings.Contains(line, "median of nine") {
			told++
		}
	}
	if told != 1 {
		t.Errorf("%d lines tell the forecast", told)
	}
}

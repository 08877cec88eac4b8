package workbook_test

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// settings makes LibreOffice recalculate every formula of a file it loads; by itself it
// believes the stored figures, and a comparison would prove nothing. A profile that says
// it is complete is not filled with examples, which would overwrite the macro.
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item>
</oor:items>`

// office is the macro that opens workbooks, changes cells and writes down what every cell
// shows: a file is loaded once, however many changes it is asked about, and never saved.
//
//go:embed testdata/office.bas
var office string

// The files that make a macro known to LibreOffice.
const (
	libraries = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" library:link="false"/>
</library:libraries>`
	library = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
<library:element library:name="Proof"/>
</library:library>`
	module = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Proof" script:language="StarBasic">
%s
</script:module>`
)

// put is a change to a cell: a number, the text of another cell, or a formula.
type put struct {
	at      spot
	n       float64
	like    spot   // empty: n
	formula string // as the file has it; empty: none
}

// shown is what a workbook shows after it was recalculated: its names and formulas are
// those it was written with.
type shown struct {
	*excelize.File
	folder string                // where it is written down
	values map[string][][]string // by sheet; nil: not read yet
	pages  int                   // of the sheet that was printed
	low    []string              // rows that cut their texts
}

// read gives what is shown with its values.
func (s shown) read(t *testing.T) shown {
	t.Helper()
	s.values = valuesIn(t, s.folder, s.GetSheetList())
	return s
}

// GetCellValue and GetRows give what is shown.
func (s shown) GetCellValue(sheet, cell string, _ ...excelize.Options) (string, error) {
	col, row, err := excelize.CellNameToCoordinates(cell)
	if err != nil {
		return "", err
	}
	return s.value(sheet, row, col), nil
}

func (s shown) GetRows(sheet string, _ ...excelize.Options) ([][]string, error) {
	return s.values[sheet], nil
}

func (s shown) value(sheet string, row, col int) string {
	if rows := s.values[sheet]; row <= len(rows) && col <= len(rows[row-1]) {
		return rows[row-1][col-1]
	}
	return ""
}

// officeTakes is far more than LibreOffice takes for all files of a test; it ends what
// would never end.
const officeTakes = 20 * time.Minute

// asked is a workbook with the changes that it is asked about, by name; "" is the file
// as it was written, which is always asked.
type asked struct {
	data    []byte
	changes map[string][]put
	paper   string // the sheet whose pages are counted; empty: none
	rows    bool   // whether rows are looked for that cut their texts
	later   bool   // what is shown is read when it is asked for: there is much of it
}

// ask lets LibreOffice open workbooks, one after the other in one run, and tells by file
// and change what they show.
func ask(t *testing.T, files map[string]asked) map[string]map[string]shown {
	t.Helper()
	dir := t.TempDir()
	basic := filepath.Join(dir, "profile", "user", "basic")
	for _, d := range []string{filepath.Join(basic, "Standard"), filepath.Join(dir, "out")} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	write := func(path, text string) {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(filepath.Join(basic, "..", "registrymodifications.xcu"), settings)
	write(filepath.Join(basic, "script.xlc"), libraries)
	write(filepath.Join(basic, "dialog.xlc"), libraries)
	write(filepath.Join(basic, "Standard", "script.xlb"), library)
	write(filepath.Join(basic, "Standard", "dialog.xlb"), strings.Replace(library, `<library:element library:name="Proof"/>`, "", 1))
	var escaped bytes.Buffer
	for _, r := range office {
		switch r {
		case '&':
			escaped.WriteString("&amp;")
		case '<':
			escaped.WriteString("&lt;")
		default:
			escaped.WriteRune(r)
		}
	}
	write(filepath.Join(basic, "Standard", "Proof.xba"), fmt.Sprintf(module, escaped.String()))

	var orders strings.Builder
	order := func(parts ...any) {
		for i, p := range parts {
			if i > 0 {
				orders.WriteByte('\t')
			}
			fmt.Fprint(&orders, p)
		}
		orders.WriteByte('\n')
	}
	answers := map[string]map[string]string{} // by file and change: the folder of the answer
	n := 0
	show := func(name, change string) {
		n++
		folder := filepath.Join(dir, "out", strconv.Itoa(n))
		if err := os.Mkdir(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		answers[name][change] = folder
		order("show", filepath.Join(folder, "x.csv"))
	}
	opened := map[string]*excelize.File{}
	for name, file := range files {
		path := filepath.Join(dir, strconv.Itoa(len(opened))+".xlsx")
		write(path, string(file.data))
		opened[name], answers[name] = read(t, file.data), map[string]string{}
		order("open", path)
		show(name, "")
		for change, puts := range file.changes {
			for _, p := range puts {
				sheet, col, row := coordinates(t, opened[name], p.at)
				switch {
				case p.formula != "":
					order("formula", sheet, col, row, typed(p.formula))
				case p.like != spot{}:
					from, fromCol, fromRow := coordinates(t, opened[name], p.like)
					order("like", sheet, col, row, from, fromCol, fromRow)
				default:
					order("number", sheet, col, row, strconv.FormatFloat(p.n, 'g', -1, 64))
				}
			}
			show(name, change)
			order("undo")
		}
		folder := answers[name][""]
		if file.paper != "" {
			sheet, _, _ := coordinates(t, opened[name], spot{file.paper, "A1"})
			order("paper", sheet, filepath.Join(folder, "paper.pdf"))
		}
		if file.rows {
			order("rows", filepath.Join(folder, "rows.txt"))
		}
		order("close")
	}
	write(filepath.Join(dir, "orders.txt"), orders.String())
	run(t, dir)

	found := map[string]map[string]shown{}
	for name := range files {
		found[name] = map[string]shown{}
		for change, folder := range answers[name] {
			found[name][change] = shown{File: opened[name], folder: folder}
			if !files[name].later {
				found[name][change] = found[name][change].read(t)
			}
		}
		as, folder := found[name][""], answers[name][""]
		if files[name].paper != "" {
			as.pages = pagesIn(t, filepath.Join(folder, "paper.pdf"))
		}
		if files[name].rows {
			as.low = rowsIn(t, filepath.Join(folder, "rows.txt"), opened[name].GetSheetList())
		}
		found[name][""] = as
	}
	return found
}

func run(t *testing.T, dir string) {
	t.Helper()
	program, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatal("LibreOffice is not installed; go run ./build test installs it")
	}
	ctx, cancel := context.WithTimeout(context.Background(), officeTakes)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--norestore", "macro:///Standard.Proof.Run")
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "OUTRIGGER_ORDERS="+dir)
	said, err := cmd.CombinedOutput()
	if done, _ := os.ReadFile(filepath.Join(dir, "done.txt")); err != nil || strings.TrimSpace(string(done)) != "done" {
		t.Fatalf("LibreOffice: %v, %s\n%s", err, done, said)
	}
}

func coordinates(t *testing.T, f *excelize.File, at spot) (sheet, col, row int) {
	t.Helper()
	sheet, err := f.GetSheetIndex(at.sheet)
	if err != nil || sheet < 0 {
		t.Fatalf("no sheet %s: %v", at.sheet, err)
	}
	col, row, err = excelize.CellNameToCoordinates(at.cell)
	if err != nil {
		t.Fatal(err)
	}
	return sheet, col - 1, row - 1
}

// valuesIn reads what was written down: a table of each sheet, figures with all their
// digits, shares in per cent.
func valuesIn(t *testing.T, folder string, sheets []string) map[string][][]string {
	t.Helper()
	values := map[string][][]string{}
	for _, sheet := range sheets {
		data, err := os.ReadFile(filepath.Join(folder, "x-"+sheet+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(bytes.NewReader(data))
		r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, -1
		if values[sheet], err = r.ReadAll(); err != nil {
			t.Fatalf("%s: %v", sheet, err)
		}
	}
	return values
}

var page = regexp.MustCompile(`/Type\s*/Page\b`)

func pagesIn(t *testing.T, path string) int {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return len(page.FindAll(data, -1))
}

func rowsIn(t *testing.T, path string, sheets []string) []string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var low []string
	for line := range strings.Lines(string(data)) {
		var sheet, row, is, needs int
		if _, err := fmt.Sscan(line, &sheet, &row, &is, &needs); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		low = append(low, fmt.Sprintf("%s row %d is %.1f mm high and needs %.1f", sheets[sheet], row+1, float64(is)/100, float64(needs)/100))
	}
	return low
}

// recalculate gives files as LibreOffice sees them.
func recalculate(t *testing.T, files map[string][]byte) map[string]shown {
	t.Helper()
	all := map[string]asked{}
	for name, data := range files {
		all[name] = asked{data: data}
	}
	found := map[string]shown{}
	for name, answers := range ask(t, all) {
		found[name] = answers[""]
	}
	return found
}

var noted = regexp.MustCompile(`"(?:[^"]|"")*"|'(?:[^']|'')+'!|,`)

// typed is a formula as one types it into LibreOffice: it parts arguments by semicolons,
// and a sheet from its cell by a full stop.
func typed(formula string) string {
	return "=" + noted.ReplaceAllStringFunc(formula, func(s string) string {
		switch s[len(s)-1] {
		case ',':
			return ";"
		case '!':
			return "$" + s[:len(s)-1] + "."
		}
		return s
	})
}

package workbook_test

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/xuri/excelize/v2"
)

// settings makes LibreOffice recalculate every formula of a file it loads; by
// itself it believes the stored figures, and a comparison would prove nothing.
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

// recalculate gives the files as LibreOffice sees them, in one run, because it
// takes seconds to start.
func recalculate(t *testing.T, files map[string][]byte) map[string]*excelize.File {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatal("LibreOffice is not installed; go run ./build test installs it")
	}
	dir := t.TempDir()
	profile, out := filepath.Join(dir, "profile"), filepath.Join(dir, "out")
	for _, d := range []string{filepath.Join(profile, "user"), out} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(profile, "user", "registrymodifications.xcu"), []byte(settings), 0o644); err != nil {
		t.Fatal(err)
	}
	args := []string{"-env:UserInstallation=file://" + profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out}
	for name, data := range files {
		path := filepath.Join(dir, name+".xlsx")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	cmd := exec.Command(office, args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice: %v\n%s", err, said)
	}
	found := map[string]*excelize.File{}
	for name := range files {
		f, err := excelize.OpenFile(filepath.Join(out, name+".xlsx"))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		t.Cleanup(func() { f.Close() })
		found[name] = f
	}
	return found
}

func read(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// relative is what binary arithmetic may lose on the way through some forty
// formulas; no figure, and so no amount of money, may be off by more than unit.
const (
	relative = 1e-9
	unit     = 0.0004 // below half of the smallest unit of any currency we know (three places)
)

// compare holds every formula cell of a workbook as written against the same cell
// as recalculated. It returns how many it compared and what differs.
func compare(t *testing.T, written, recalculated *excelize.File) (int, []string) {
	t.Helper()
	compared := 0
	var apart []string
	raw := excelize.Options{RawCellValue: true}
	for _, sheet := range written.GetSheetList() {
		rows, err := written.GetRows(sheet, raw)
		if err != nil {
			t.Fatal(err)
		}
		for r := range rows {
			for c := range rows[r] {
				cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
				formula, err := written.GetCellFormula(sheet, cell)
				if err != nil {
					t.Fatal(err)
				}
				if formula == "" {
					continue
				}
				compared++
				there, err := recalculated.GetCellValue(sheet, cell, raw)
				if err != nil {
					t.Fatal(err)
				}
				if !alike(rows[r][c], there) {
					apart = append(apart, fmt.Sprintf("%s!%s: %q stored, %q recalculated: %s", sheet, cell, rows[r][c], there, formula))
				}
			}
		}
	}
	return compared, apart
}

func alike(a, b string) bool {
	x, errA := strconv.ParseFloat(a, 64)
	y, errB := strconv.ParseFloat(b, 64)
	if errA != nil || errB != nil {
		return letters(a) == letters(b)
	}
	// A figure that is nought in decimals may be a rest of binary arithmetic here.
	return math.Abs(x-y) <= min(relative*max(1, math.Abs(x), math.Abs(y)), unit)
}

// letters leaves of a text what does not depend on the notation of the machine
// that calculates: FIXED writes separators as its reader is used to.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
}

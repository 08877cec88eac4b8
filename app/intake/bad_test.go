package intake

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"
)

// The bounds a bad file must keep. Two seconds are what a modest laptop takes at
// most (see BenchmarkLargestTables); the tests allow ten times that, because the
// machine they run on is shared, and still find a reading that never ends.
const (
	patience = 20 * time.Second
	memory   = 200 << 20
)

// refused opens a file within the bounds and returns the code of its fault.
func refused(t *testing.T, name string, r io.Reader) string {
	t.Helper()
	runtime.GC()
	var before, now runtime.MemStats
	runtime.ReadMemStats(&before)
	peak, stop, done := uint64(0), make(chan bool), make(chan bool)
	go func() {
		defer close(done)
		for {
			runtime.ReadMemStats(&now)
			peak = max(peak, now.HeapInuse)
			select {
			case <-stop:
				return
			case <-time.After(2 * time.Millisecond):
			}
		}
	}()
	start := time.Now()
	file, err := Open(name, r)
	took := time.Since(start)
	close(stop)
	<-done
	if took > patience {
		t.Errorf("%s took %v", name, took)
	}
	if peak > before.HeapInuse && peak-before.HeapInuse > memory {
		t.Errorf("%s took %d MB", name, (peak-before.HeapInuse)>>20)
	}
	if err == nil {
		if len(Propose(file)) > 0 {
			return ""
		}
		return NoTable(file).Code
	}
	var f *Fault
	if !errors.As(err, &f) {
		t.Fatalf("%s: %v is no fault", name, err)
	}
	if f.Place == "" {
		t.Errorf("%s: the fault names no place", name)
	}
	return f.Code
}

func zipOf(t *testing.T, parts map[string]io.Reader) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, r := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.Copy(w, r)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// repeated gives one text over and over, up to so many bytes.
type repeated struct {
	text string
	left int
	at   int
}

func (r *repeated) Read(p []byte) (int, error) {
	if r.left <= 0 {
		return 0, io.EOF
	}
	n := 0
	for n < len(p) && n < r.left {
		k := copy(p[n:min(len(p), r.left)], r.text[r.at:])
		r.at = (r.at + k) % len(r.text)
		n += k
	}
	r.left -= n
	return n, nil
}

// lie halves the sizes a zip's directory and headers declare.
func lie(data []byte) []byte {
	data = bytes.Clone(data)
	for at := 0; ; at += 4 {
		i := bytes.Index(data[at:], []byte("PK\x01\x02"))
		if i < 0 {
			return data
		}
		at += i
		binary.LittleEndian.PutUint32(data[at+24:], 1000)
	}
}

const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/></Relationships>`

// sheetBook is the smallest workbook around one sheet's XML.
func sheetBook(t *testing.T, sheet io.Reader) []byte {
	return zipOf(t, map[string]io.Reader{
		"[Content_Types].xml":        strings.NewReader(`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`),
		"_rels/.rels":                strings.NewReader(fmt.Sprintf(relations, "officeDocument", "xl/workbook.xml")),
		"xl/_rels/workbook.xml.rels": strings.NewReader(fmt.Sprintf(relations, "worksheet", "worksheets/sheet1.xml")),
		"xl/workbook.xml":            strings.NewReader(`<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`),
		"xl/worksheets/sheet1.xml":   sheet,
	})
}

func sheetXML(rows string) string {
	return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`
}

func compound(part string) io.Reader {
	data := make([]byte, 4096)
	copy(data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	copy(data[1024:], utf16of(part))
	return bytes.NewReader(data)
}

func TestBadFilesAreRefusedSoonAndSmall(t *testing.T) {
	var blankRows strings.Builder
	for r := range 1_000_000 {
		fmt.Fprintf(&blankRows, `<row r="%d"/>`, r+1)
	}
	var wide strings.Builder
	wide.WriteString("a,b\n1,2\n" + strings.Repeat("1,", MaxWidth+5) + "\n")
	bomb := sheetBook(t, &repeated{text: "<row></row>", left: 150 << 20})
	for _, c := range []struct {
		name, want string
		data       io.Reader
	}{
		{"bomb.xlsx", "bomb", bytes.NewReader(bomb)},
		{"bomb that lies about its size.xlsx", "unreadable", bytes.NewReader(lie(bomb))},
		{"encrypted.xlsx", "encrypted", compound("EncryptedPackage")},
		{"old.xls", "old_excel", compound("Workbook")},
		{"very old.xls", "old_excel", strings.NewReader("\x09\x08\x10\x00\x00\x06\x05\x00")},
		{"letter.doc", "not_a_table", compound("WordDocument")},
		{"sheet.ods", "ods", bytes.NewReader(zipOf(t, map[string]io.Reader{"content.xml": strings.NewReader("<x/>"), "mimetype": strings.NewReader("application/vnd.oasis.opendocument.spreadsheet")}))},
		{"book.xlsb", "binary_workbook", bytes.NewReader(zipOf(t, map[string]io.Reader{"xl/workbook.bin": strings.NewReader("x")}))},
		{"huge.csv", "too_large", &repeated{text: "2020,1234,5678\n", left: 200 << 20}},
		{"many cells.csv", "too_many_cells", &repeated{text: "1,2,3,4,5,6\n", left: 20 << 20}},
		{"wide.csv", "too_wide", strings.NewReader(wide.String())},
		{"report.pdf", "pdf", strings.NewReader("%PDF-1.7\n1 0 obj")},
		{"picture.csv", "not_a_table", strings.NewReader("\x89PNG\r\n\x1a\n")},
		{"binary.csv", "not_a_table", strings.NewReader("a,b\x00\x01\x00\x02,c\x00\x00,d\x00")},
		{"empty.csv", "empty", strings.NewReader("")},
		{"blank.csv", "empty", strings.NewReader(" \r\n\r\n ")},
		{"commas.csv", "empty", strings.NewReader(",,,\n,,,\n")},
		{"cut.xlsx", "unreadable", bytes.NewReader(bomb[:2000])},
		{"million blank rows.xlsx", "empty", bytes.NewReader(sheetBook(t, strings.NewReader(sheetXML(blankRows.String()))))},
		{"printed page.txt", "no_table", strings.NewReader("ANNUAL REPORT\n\nThe post delivered   more letters in 2020 than in 2019.\n   Page 1\n\nSee the annex.\n")},
		{"letter.csv", "no_table", strings.NewReader("Dear Sir, we thank you\nfor your letter of 2020, and remain\nyours, truly\n")},
		{"words.xlsx", "no_table", bytes.NewReader(bookOf(t, "S", [][]string{{"a", "b"}, {"c", "d"}}, nil))},
		{"workbook.xml", "xml", strings.NewReader(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`)},
	} {
		if got := refused(t, c.name, c.data); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A million blank rows behind a table do not hide it.
func TestBlankRowsBehindATable(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<row r="1"><c r="A1" t="str"><v>Item</v></c><c r="B1"><v>2020</v></c><c r="C1"><v>2021</v></c></row><row r="2"><c r="A2" t="str"><v>Mail</v></c><c r="B2"><v>5</v></c><c r="C2"><v>6</v></c></row>`)
	for r := 3; r <= 1_000_000; r++ {
		fmt.Fprintf(&b, `<row r="%d"/>`, r)
	}
	start := time.Now()
	view := firstOf(t, opened(t, "rows.xlsx", sheetBook(t, strings.NewReader(sheetXML(b.String())))))
	if took := time.Since(start); took > patience {
		t.Errorf("took %v", took)
	}
	if got, ok := view.Lookup("Mail", "", "2021", ""); !ok || got.Number.String() != "6" {
		t.Errorf("read %v", got)
	}
	if len(view.Doubts) != 1 || view.Doubts[0].Code != "blank_rows" {
		t.Errorf("the rows not read were not said: %v", view.Doubts)
	}
}

// Formulas: the stored value is read; one that has none is named, never guessed.
func TestFormulasForValues(t *testing.T) {
	xml := `<row r="1"><c r="A1" t="str"><v>Item</v></c><c r="B1"><v>2020</v></c><c r="C1"><v>2021</v></c><c r="D1"><v>2022</v></c></row>` +
		`<row r="2"><c r="A2" t="str"><v>Mail</v></c><c r="B2"><v>0.30000000000000004</v></c><c r="C2"><f>B2*2</f><v>10</v></c><c r="D2"><f>C2*2</f></c></row>`
	view := firstOf(t, opened(t, "f.xlsx", sheetBook(t, strings.NewReader(sheetXML(xml)))))
	for period, want := range map[string]string{"2020": "0.3", "2021": "10"} {
		if got, ok := view.Lookup("Mail", "", period, ""); !ok || got.Number == nil || got.Number.String() != want {
			t.Errorf("%s read as %v", period, got.Number)
		}
	}
	got, ok := view.Lookup("Mail", "", "2022", "")
	if !ok || got.Number != nil || len(view.Skipped) != 1 || view.Skipped[0].Code != "no_value" || view.Skipped[0].Place != "S!D2" {
		t.Errorf("the formula without a value: %v, %v", got, view.Skipped)
	}
}

// The largest texts that are let in are looked over and read as soon as the
// worst that are refused.
func TestLargeTablesAreReadSoon(t *testing.T) {
	for name, text := range largest() {
		start := time.Now()
		file := opened(t, name, []byte(text))
		for _, m := range Propose(file) {
			m.Series = []Series{{Target: "x", Sum: true, Filters: []Filter{{"Item", []string{"Mail"}}}}}
			if _, err := PreviewOf(file, m).RunOf(m.Series[0]); name == "long" && err != nil {
				t.Error(err)
			}
		}
		took := time.Since(start)
		t.Logf("%s: %v", name, took)
		if took > patience {
			t.Errorf("%s took %v", name, took)
		}
	}
}

// largest are the largest texts that are let in.
func largest() map[string]string {
	return map[string]string{
		"long": "Item,Year,Measure,Value\n" + strings.Repeat("Mail,2020,ACTUAL,5\nMail,2021,REVISED,6\nParcels,2021,ACTUAL,7\n", 60_000),
		"wide": strings.Repeat(strings.Repeat("2020,", 330)+"1\n", 2900),
	}
}

func BenchmarkLargestTables(b *testing.B) {
	for name, text := range largest() {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				file, err := Open(name, strings.NewReader(text))
				if err != nil {
					b.Fatal(err)
				}
				for _, m := range Propose(file) {
					PreviewOf(file, m)
				}
			}
		})
	}
}

package intake

import (
	"archive/zip"
	"bytes"
	"math/big"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Limits of one sheet.
const (
	maxBlankRun = 2000   // blank rows after which a sheet is taken to be over
	maxRows     = 250000 // rows looked at
	maxTyped    = 50000  // cells up to which dates and formulas are looked up one by one
)

// openWorkbook reads all visible sheets. Values are what the workbook stored
// when it was last calculated; nothing is recalculated.
func openWorkbook(name string, data []byte, z *zip.Reader) (file *File, err error) {
	defer func() { // a hostile workbook may trip the library; the reader gets a sentence
		if recover() != nil {
			file, err = nil, fault("unreadable", name)
		}
	}()
	book, oops := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: 8 << 20})
	if oops != nil {
		return nil, fault("unreadable", name)
	}
	defer book.Close()
	file = &File{Name: name, Format: "xlsx"}
	formulas := hasFormulas(z)
	filled := 0
	for _, title := range book.GetSheetList() {
		if seen, err := book.GetSheetVisible(title); err != nil || !seen {
			file.Notes = append(file.Notes, note("hidden_sheet", name, "sheet", title))
			continue
		}
		sheet, err := readSheet(book, title, &filled)
		if err != nil {
			return nil, asFault(name, placed(err, name))
		}
		if len(sheet.Rows) == 0 {
			continue
		}
		if filled <= maxTyped {
			typed(book, sheet, formulas)
		}
		file.Sheets = append(file.Sheets, sheet)
	}
	if filled == 0 {
		return nil, fault("empty", name)
	}
	return file, nil
}

// hasFormulas looks for formulas in the parts of the sheets, without unpacking
// more than one buffer at a time.
func hasFormulas(z *zip.Reader) bool {
	for _, part := range z.File {
		if !strings.HasPrefix(part.Name, "xl/worksheets/") || part.UncompressedSize64 > 8<<20 {
			continue
		}
		r, err := part.Open()
		if err != nil {
			continue
		}
		var b bytes.Buffer
		_, err = b.ReadFrom(r)
		r.Close()
		if err == nil && (bytes.Contains(b.Bytes(), []byte("<f>")) || bytes.Contains(b.Bytes(), []byte("<f "))) {
			return true
		}
	}
	return false
}

func readSheet(book *excelize.File, title string, filled *int) (*Sheet, error) {
	sheet := &Sheet{Name: title}
	rows, err := book.Rows(title)
	if err != nil {
		return nil, fault("unreadable", "", "sheet", title)
	}
	defer rows.Close()
	blank := 0
	for n := 1; rows.Next(); n++ {
		if n > maxRows || blank > maxBlankRun {
			sheet.Notes = append(sheet.Notes, note("blank_rows", title, "row", strconv.Itoa(n-blank)))
			break
		}
		texts, err := rows.Columns()
		if err != nil {
			return nil, fault("unreadable", "", "sheet", title)
		}
		for len(texts) > 0 && texts[len(texts)-1] == "" {
			texts = texts[:len(texts)-1]
		}
		if len(texts) > MaxWidth {
			return nil, fault("too_wide", title, "limit", strconv.Itoa(MaxWidth))
		}
		row := make([]Cell, len(texts))
		for i, t := range texts {
			row[i] = cellOf(t)
			if row[i].Kind != Blank {
				*filled++
			}
		}
		if *filled > MaxCells {
			return nil, fault("too_many_cells", "", "limit", strconv.Itoa(MaxCells))
		}
		row = trimRow(row)
		if blank++; len(row) > 0 {
			blank = 0
		}
		sheet.Rows = append(sheet.Rows, row)
	}
	sheet.Rows = trimRows(sheet.Rows)
	if len(sheet.Rows) > 0 && *filled <= maxTyped && len(sheet.Notes) == 0 {
		merges, err := book.GetMergeCells(title)
		if err == nil {
			for _, m := range merges {
				from, ok1 := parseRef(m.GetStartAxis())
				to, ok2 := parseRef(m.GetEndAxis())
				if ok1 && ok2 {
					sheet.Merged = append(sheet.Merged, Area{from, to})
				}
			}
		}
	}
	return sheet, nil
}

// cellOf sorts a stored value. The workbook's own numbers are told from text by
// their form alone; a text that looks like one is read the same.
func cellOf(text string) Cell {
	switch {
	case strings.TrimSpace(text) == "":
		return Cell{}
	case strings.HasPrefix(text, "#") && strings.HasSuffix(text, "!"), text == "#NAME?", text == "#N/A":
		if text == "#N/A" {
			return Cell{text, Text}
		}
		return Cell{text, BadValue}
	case looksStored(text):
		return Cell{shown(text), Exact}
	}
	return Cell{text, Text}
}

// looksStored: digits with a point, as a workbook stores numbers.
func looksStored(s string) bool {
	s = strings.TrimPrefix(s, "-")
	if s == "" || s[0] < '0' || s[0] > '9' {
		return false
	}
	whole, fraction, _ := strings.Cut(s, ".")
	if i := strings.IndexAny(fraction, "eE"); i >= 0 {
		return allDigits(fraction[:i]) && isExponent(fraction[i:]) && allDigits(whole)
	}
	if i := strings.IndexAny(whole, "eE"); i >= 0 {
		return allDigits(whole[:i]) && isExponent(whole[i:])
	}
	return allDigits(whole) && allDigits(fraction)
}

// shown rounds a stored number to the fifteen digits a spreadsheet shows, so
// that 0.30000000000000004 comes in as the 0.3 its author sees.
func shown(s string) string {
	if len(s) < 16 && !strings.ContainsAny(s, "eE") {
		return s
	}
	f, ok := new(big.Float).SetString(s)
	if !ok {
		return s
	}
	x, _ := f.Float64()
	t := strconv.FormatFloat(x, 'f', -1, 64)
	if r, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 15, 64), 64); err == nil {
		t = strconv.FormatFloat(r, 'f', -1, 64)
	}
	if len(t) > 40 {
		return s
	}
	return t
}

// typed looks at what the plain pass cannot tell: numbers that are shown as
// dates, and formulas of which no value is stored.
func typed(book *excelize.File, sheet *Sheet, formulas bool) {
	if formulas {
		hollow(book, sheet)
	}
	rows, err := book.Rows(sheet.Name)
	if err != nil {
		return
	}
	defer rows.Close()
	for r := 0; r < len(sheet.Rows) && rows.Next(); r++ {
		texts, err := rows.Columns(excelize.Options{RawCellValue: false})
		if err != nil {
			return
		}
		for c, t := range texts {
			if c < len(sheet.Rows[r]) && sheet.Rows[r][c].Kind == Exact && isSerial(sheet.Rows[r][c].Text) {
				if year, ok := yearShown(t, sheet.Rows[r][c].Text); ok {
					sheet.Rows[r][c] = Cell{year, Text}
				}
			}
		}
	}
}

// isSerial: a whole number in the range of dates 1950 to 2100.
func isSerial(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && n >= 18264 && n <= 73415
}

// yearShown reads the year of a cell that is stored as a date and shown as one.
func yearShown(text, serial string) (string, bool) {
	n, _ := strconv.Atoi(serial)
	date, err := excelize.ExcelDateToTime(float64(n), false)
	if err != nil || text == serial {
		return "", false
	}
	year := strconv.Itoa(date.Year())
	if strings.Contains(text, year) || strings.ContainsAny(text, "-/") && strings.Contains(text, year[2:]) {
		return year, true
	}
	return "", false
}

// hollow marks formulas without a stored value in the blanks of the grid.
func hollow(book *excelize.File, sheet *Sheet) {
	width := sheet.width()
	if width*len(sheet.Rows) > maxTyped {
		return
	}
	for r := range sheet.Rows {
		for c := range width {
			if !sheet.At(r, c).blank() {
				continue
			}
			f, err := book.GetCellFormula(sheet.Name, Ref{r, c}.String())
			if err != nil || f == "" {
				continue
			}
			for len(sheet.Rows[r]) <= c {
				sheet.Rows[r] = append(sheet.Rows[r], Cell{})
			}
			sheet.Rows[r][c] = Cell{"=" + f, Hollow}
		}
	}
}

package intake

import (
	"strconv"
	"strings"
)

// openText reads separated text, or the table of a page saved as a workbook.
func openText(name string, data []byte) (*File, error) {
	text, encoding := decodeText(data)
	if strings.IndexByte(text[:min(len(text), 4096)], 0) >= 0 {
		return nil, fault("not_a_table", name)
	}
	file := &File{Name: name, Format: "text"}
	sheet := &Sheet{}
	file.Sheets = []*Sheet{sheet}
	var err error
	if isPage(text) {
		file.Notes = append(file.Notes, note("page", name))
		err = readPage(text, sheet)
	} else {
		sep := separatorOf(text)
		err = readSeparated(text, sep, sheet)
		file.Notes = append(file.Notes, note("text", name, "encoding", encoding, "separator", separatorName(sep)))
	}
	if err != nil {
		return nil, asFault(name, placed(err, name))
	}
	if sheet.width() < 2 {
		return nil, fault("no_table", name)
	}
	return file, nil
}

func placed(err error, name string) error {
	if f, ok := err.(*Fault); ok && f.Place == "" {
		f.Place = name
	}
	return err
}

// separators in the order in which they win a tie.
const separators = "\t;,|"

func separatorName(sep byte) string {
	if sep == '\t' {
		return "TAB"
	}
	return string(sep)
}

// separatorOf finds the sign that cuts the first lines into the same number of
// fields most often.
func separatorOf(text string) byte {
	best, bestScore := byte('\t'), 0
	for _, sep := range []byte(separators) {
		counts := map[int]int{}
		s := scanner{text: text[:min(len(text), 64<<10)], sep: sep, quotes: true}
		for line := 0; line < 200; line++ {
			fields, ok := s.next(nil)
			if !ok {
				break
			}
			if len(fields) > 1 {
				counts[len(fields)]++
			}
		}
		score := 0
		for fields, lines := range counts {
			score = max(score, lines*(10+min(fields, 10)))
		}
		if score > bestScore {
			best, bestScore = sep, score
		}
	}
	return best
}

// readSeparated fills the sheet. A quote that is never closed would swallow the
// rest of the file; then quotes are taken as they stand.
func readSeparated(text string, sep byte, sheet *Sheet) error {
	s := scanner{text: text, sep: sep, quotes: true}
	if err := s.fill(sheet); err != nil {
		return err
	}
	if s.open {
		sheet.Rows = nil
		sheet.Notes = append(sheet.Notes, note("open_quote", sheet.Name))
		s = scanner{text: text, sep: sep}
		return s.fill(sheet)
	}
	return nil
}

// scanner cuts text into fields, quotes respected.
type scanner struct {
	text   string
	sep    byte
	quotes bool
	at     int
	open   bool // a quote was never closed
}

func (s *scanner) fill(sheet *Sheet) error {
	filled, width := 0, 0
	var fields []string
	for {
		var ok bool
		fields, ok = s.next(fields[:0])
		if !ok {
			break
		}
		if len(fields) > MaxWidth {
			return fault("too_wide", "", "limit", strconv.Itoa(MaxWidth))
		}
		row := make([]Cell, 0, max(len(fields), width))
		for _, f := range fields {
			c := Cell{}
			if strings.TrimSpace(f) != "" {
				c = Cell{Text: f, Kind: Text}
				filled++
			}
			row = append(row, c)
		}
		if width == 0 {
			width = len(row)
		}
		sheet.Rows = append(sheet.Rows, trimRow(row))
		if filled > MaxCells || len(sheet.Rows) > MaxCells {
			return fault("too_many_cells", "", "limit", strconv.Itoa(MaxCells))
		}
	}
	sheet.Rows = trimRows(sheet.Rows)
	if filled == 0 {
		return fault("empty", "")
	}
	return nil
}

// next gives the fields of the next line; false at the end.
func (s *scanner) next(fields []string) ([]string, bool) {
	if s.at >= len(s.text) {
		return fields, false
	}
	for {
		f, last := s.field()
		fields = append(fields, f)
		if last {
			return fields, true
		}
	}
}

// field reads one field and steps over what ends it; last when a line ended.
func (s *scanner) field() (f string, last bool) {
	start := s.at
	if s.quotes {
		i := start
		for i < len(s.text) && s.text[i] == ' ' && s.sep != ' ' {
			i++
		}
		if i < len(s.text) && s.text[i] == '"' {
			return s.quoted(i + 1)
		}
	}
	for s.at < len(s.text) {
		switch c := s.text[s.at]; c {
		case s.sep, '\n', '\r':
			f = s.text[start:s.at]
			return f, s.step(c)
		}
		s.at++
	}
	return s.text[start:], true
}

func (s *scanner) quoted(i int) (string, bool) {
	var b strings.Builder
	for i < len(s.text) {
		if s.text[i] != '"' {
			b.WriteByte(s.text[i])
			i++
			continue
		}
		if i+1 < len(s.text) && s.text[i+1] == '"' {
			b.WriteByte('"')
			i += 2
			continue
		}
		i++
		for i < len(s.text) && s.text[i] != s.sep && s.text[i] != '\n' && s.text[i] != '\r' {
			b.WriteByte(s.text[i]) // "a"b: kept as it stands
			i++
		}
		s.at = i
		if i >= len(s.text) {
			return b.String(), true
		}
		return b.String(), s.step(s.text[i])
	}
	s.at, s.open = len(s.text), true
	return b.String(), true
}

// step goes over a separator or a line end and says which it was.
func (s *scanner) step(c byte) (line bool) {
	s.at++
	if c == '\r' && s.at < len(s.text) && s.text[s.at] == '\n' {
		s.at++
	}
	return c != s.sep
}

// trimRow drops blank cells at the end of a row.
func trimRow(row []Cell) []Cell {
	n := len(row)
	for n > 0 && row[n-1].blank() {
		n--
	}
	return row[:n:n]
}

// trimRows drops blank rows at the end.
func trimRows(rows [][]Cell) [][]Cell {
	n := len(rows)
	for n > 0 && len(rows[n-1]) == 0 {
		n--
	}
	return rows[:n]
}

package intake

import (
	"html"
	"strconv"
	"strings"
)

// isPage knows a web page, which many programs save under the name .xls.
func isPage(text string) bool {
	head := strings.ToLower(strings.TrimSpace(text[:min(len(text), 2048)]))
	return strings.HasPrefix(head, "<") && (strings.Contains(head, "<html") || strings.Contains(head, "<table") || strings.Contains(head, "<!doctype html"))
}

// readPage takes the rows of all tables of a page, one below the other. Cells
// that span columns are followed by blanks.
func readPage(text string, sheet *Sheet) error {
	p := page{sheet: sheet}
	for len(text) > 0 {
		i := strings.IndexByte(text, '<')
		if i < 0 {
			break
		}
		p.text(text[:i])
		end := strings.IndexByte(text[i:], '>')
		if end < 0 {
			break
		}
		tag := text[i+1 : i+end]
		text = text[i+end+1:]
		if name := tagName(tag); name == "script" || name == "style" {
			if k := strings.Index(strings.ToLower(text), "</"+name); k >= 0 {
				text = text[k:]
			}
			continue
		}
		if err := p.tag(tag); err != nil {
			return err
		}
	}
	p.endRow()
	sheet.Rows = trimRows(sheet.Rows)
	if p.filled == 0 {
		return fault("no_table", "")
	}
	return nil
}

type page struct {
	sheet  *Sheet
	row    []Cell
	cell   strings.Builder
	inCell bool
	span   int
	filled int
}

func tagName(tag string) string {
	i := strings.IndexFunc(tag, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '/' && tag[0] != '/' })
	if i > 0 {
		tag = tag[:i]
	}
	return strings.ToLower(tag)
}

func (p *page) text(s string) {
	if p.inCell {
		p.cell.WriteString(s)
	}
}

func (p *page) tag(tag string) error {
	switch tagName(tag) {
	case "tr", "/table":
		p.endRow()
	case "td", "th":
		p.endCell()
		p.inCell, p.span = true, 1
		if i := strings.Index(strings.ToLower(tag), "colspan="); i >= 0 {
			digits := strings.TrimLeft(tag[i+8:], "\"'")
			j := 0
			for j < len(digits) && j < 3 && digits[j] >= '0' && digits[j] <= '9' {
				j++
			}
			if n, err := strconv.Atoi(digits[:j]); err == nil && n > 1 {
				p.span = n
			}
		}
	case "/td", "/th":
		p.endCell()
	case "/tr":
		p.endRow()
	case "br", "p", "div":
		p.text(" ")
	}
	if p.filled > MaxCells || len(p.sheet.Rows) > MaxCells {
		return fault("too_many_cells", "", "limit", strconv.Itoa(MaxCells))
	}
	if len(p.row) > MaxWidth {
		return fault("too_wide", "", "limit", strconv.Itoa(MaxWidth))
	}
	return nil
}

func (p *page) endCell() {
	if !p.inCell {
		return
	}
	text := strings.TrimSpace(html.UnescapeString(p.cell.String()))
	c := Cell{}
	if text != "" {
		c = Cell{Text: text, Kind: Text}
		p.filled++
	}
	p.row = append(p.row, c)
	for range p.span - 1 {
		p.row = append(p.row, Cell{})
	}
	p.cell.Reset()
	p.inCell = false
}

func (p *page) endRow() {
	p.endCell()
	if p.row != nil {
		p.sheet.Rows = append(p.sheet.Rows, trimRow(p.row))
		p.row = nil
	}
}

package workbook_test

import (
	"archive/zip"
	"bytes"
	"html"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// parts are the parts of a workbook as they lie in its archive. What is judged of a file
// is read from them, and not through the library that wrote it.
type parts map[string]string

func unzip(t testing.TB, data []byte) parts {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	p := parts{}
	for _, file := range archive.File {
		r, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
		p[file.Name] = string(body)
	}
	return p
}

// held is one cell that holds something.
type held struct {
	name           string
	row, col       int // from 1
	style          int
	text           bool
	formula, value string
}

// leaf is one sheet: its part of the archive and the cells that hold something.
type leaf struct {
	name, part, body string
	cells            []held
}

var sheetEntry = regexp.MustCompile(`<sheet name="([^"]*)" sheetId="\d+" r:id="([^"]*)"`)

// sheets lists the sheets in their order.
func (p parts) sheets() []leaf {
	targets := map[string]string{}
	for _, tag := range tags(p["xl/_rels/workbook.xml.rels"], "Relationship") {
		targets[attribute(tag, "Id")] = "xl/" + attribute(tag, "Target")
	}
	var all []leaf
	for _, m := range sheetEntry.FindAllStringSubmatch(p["xl/workbook.xml"], -1) {
		part := targets[m[2]]
		all = append(all, leaf{name: html.UnescapeString(m[1]), part: part, body: p[part], cells: cellsOf(p[part])})
	}
	return all
}

// cellsOf reads the cells of a sheet. It knows the form in which they are written here,
// and no other.
func cellsOf(body string) []held {
	var all []held
	for {
		at := strings.Index(body, "<c r=\"")
		if at < 0 {
			return all
		}
		body = body[at+6:]
		open := strings.IndexByte(body, '>')
		head := body[:open]
		end := strings.Index(body, "</c>")
		inner := body[open+1 : end]
		body = body[end+4:]
		name := head[:strings.IndexByte(head, '"')]
		c := held{name: name, formula: html.UnescapeString(element(inner, "f")), value: element(inner, "v")}
		c.col, c.row = place(name)
		c.style, _ = strconv.Atoi(attribute(head, "s"))
		switch attribute(head, "t") {
		case "inlineStr":
			c.text, c.value = true, element(inner, "t")
		case "str":
			c.text = true
		}
		c.value = html.UnescapeString(c.value)
		all = append(all, c)
	}
}

func place(name string) (col, row int) {
	for i, r := range name {
		if r >= '0' && r <= '9' {
			row, _ = strconv.Atoi(name[i:])
			break
		}
		col = col*26 + int(r-'A') + 1
	}
	return col, row
}

// element is what stands within an element, which may have attributes.
func element(text, name string) string {
	_, rest, found := strings.Cut(text, "<"+name)
	for found && rest[0] != '>' && rest[0] != ' ' {
		_, rest, found = strings.Cut(rest, "<"+name)
	}
	if !found {
		return ""
	}
	_, rest, _ = strings.Cut(rest, ">")
	inner, _, _ := strings.Cut(rest, "</"+name+">")
	return inner
}

// tags are all opening tags of an element.
func tags(body, element string) []string {
	var all []string
	for {
		at := strings.Index(body, "<"+element)
		if at < 0 {
			return all
		}
		body = body[at+1+len(element):]
		if body[0] != ' ' && body[0] != '>' && body[0] != '/' {
			continue
		}
		end := strings.IndexByte(body, '>')
		all = append(all, body[:end])
		body = body[end:]
	}
}

func attribute(tag, name string) string {
	for i := 0; ; {
		at := strings.Index(tag[i:], name+"=\"")
		if at < 0 {
			return ""
		}
		i += at + len(name) + 2
		if before := i - len(name) - 3; before < 0 || tag[before] == ' ' {
			return html.UnescapeString(tag[i : i+strings.IndexByte(tag[i:], '"')])
		}
	}
}

// names are the parts whose names begin so, in order.
func (p parts) names(begin string) []string {
	var all []string
	for name := range p {
		if strings.HasPrefix(name, begin) {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return all
}

// The parser reads what the library that wrote the file reads.
func TestTheCheckersReadWhatIsWritten(t *testing.T) {
	k := open(t)
	data := k.base(t, "senegal", "ar")
	f := read(t, data)
	seen := 0
	for _, s := range unzip(t, data).sheets() {
		rows, err := f.GetRows(s.name, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		filled := 0
		for _, row := range rows {
			for _, value := range row {
				if value != "" {
					filled++
				}
			}
		}
		for _, c := range s.cells {
			if c.value == "" {
				continue
			}
			seen++
			filled--
			if c.value != rows[c.row-1][c.col-1] {
				t.Fatalf("%s!%s: read %q, written %q", s.name, c.name, c.value, rows[c.row-1][c.col-1])
			}
			if c.row < 20 {
				if formula, _ := f.GetCellFormula(s.name, c.name); formula != c.formula {
					t.Fatalf("%s!%s: formula %q, written %q", s.name, c.name, c.formula, formula)
				}
			}
		}
		if filled != 0 {
			t.Errorf("%s: %d cells were not read", s.name, filled)
		}
	}
	if seen < 10000 {
		t.Errorf("only %d cells were read", seen)
	}
}

package workbook_test

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// contrast is the ratio of WCAG 2.1, 1.4.3, between two colours.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(rgb string) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, _ := strconv.ParseUint(rgb[2*i:2*i+2], 16, 8)
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

// The limits of WCAG 2.1 for texts, the smallest text, and how far two grounds lie apart
// that are told from each other in grey.
const (
	enough, enoughForLarge = 4.5, 3
	smallest               = 9
	apartInGrey            = 1.8
)

func contrasted(f file) []string {
	var wrong []string
	used := map[int]bool{}
	for _, s := range f.leaves {
		for _, c := range s.cells {
			used[c.style] = used[c.style] || c.value != ""
		}
	}
	for i, l := range f.looks {
		if !used[i] {
			continue
		}
		need := enough
		if l.size >= 18 || l.size >= 14 && l.bold {
			need = enoughForLarge
		}
		if got := contrast(l.color, l.ground); got < need {
			wrong = append(wrong, fmt.Sprintf("%s on %s: %.1f", l.color, l.ground, got))
		}
		if l.size < smallest {
			wrong = append(wrong, fmt.Sprintf("a text of %v points", l.size))
		}
	}
	for _, x := range sheetOfStyles(f.parts["xl/styles.xml"]).Conditional.Dxf {
		if got := contrast(x.Font.Color.or("000000"), x.Fill.Pattern.Background.or("FFFFFF")); got < enough {
			wrong = append(wrong, fmt.Sprintf("%s on %s: %.1f", x.Font.Color.RGB, x.Fill.Pattern.Background.RGB, got))
		}
	}
	return wrong
}

func plainly(f file) []string {
	var wrong []string
	for name, body := range f.parts {
		for _, banned := range []string{"<mergeCell ", `t="e"`, `state="hidden"`, `state="veryHidden"`, ` hidden="1"`, "password=", "hashValue=", "<autoFilter", "OFFSET(", "INDIRECT(", "NOW(", "TODAY(", "RAND("} {
			if strings.Contains(body, banned) {
				wrong = append(wrong, name+" holds "+banned)
			}
		}
		for _, banned := range []string{"vbaProject", "externalLink", "connections", "macrosheets", "activeX", "ctrlProps", "embeddings"} {
			if strings.Contains(name, banned) {
				wrong = append(wrong, "there is "+name)
			}
		}
	}
	return wrong
}

func reachable(f file) []string {
	var wrong []string
	if at := attribute(first(tags(f.parts["xl/workbook.xml"], "workbookView")), "activeTab"); at != "" && at != "0" {
		wrong = append(wrong, "it opens on sheet "+at)
	}
	for i, s := range f.leaves {
		p := first(tags(s.body, "sheetProtection"))
		if p == "" || attribute(p, "selectLockedCells") != "false" || attribute(p, "selectUnlockedCells") != "false" {
			wrong = append(wrong, s.name+": cells cannot be reached")
		}
		if chosen := attribute(first(tags(s.body, "sheetView")), "tabSelected"); i > 0 && (chosen == "1" || chosen == "true") {
			wrong = append(wrong, s.name+": chosen beside the first")
		}
	}
	return wrong
}

// shortest is how long the words for a drawing must at least be.
const shortest = 30

func described(f file) []string {
	var wrong []string
	drawn, names := 0, map[string]bool{}
	for _, part := range f.names("xl/drawings/drawing") {
		for _, tag := range tags(f.parts[part], "xdr:cNvPr") {
			drawn++
			if words := attribute(tag, "descr"); len([]rune(words)) < shortest {
				wrong = append(wrong, fmt.Sprintf("%s says %q", part, words))
			}
			if name := attribute(tag, "name"); name == "" || names[name] {
				wrong = append(wrong, fmt.Sprintf("%s: a second drawing called %q", part, name))
			} else {
				names[name] = true
			}
		}
	}
	return append(wrong, unless(drawn == f.shape.Charts && len(f.names("xl/charts/chart")) == drawn, fmt.Sprintf("%d drawings, %d charts, expected %d", drawn, len(f.names("xl/charts/chart")), f.shape.Charts))...)
}

var (
	colorOf   = regexp.MustCompile(`<a:srgbClr val="([0-9A-F]{6})"`)
	plotted   = regexp.MustCompile(`(?s)<(lineChart|barChart)>.*?</(?:lineChart|barChart)>`)
	titleText = regexp.MustCompile(`(?s)<title>.*?<a:t>([^<]+)</a:t>.*?</title>`)
)

func chartsTold(f file) []string {
	var wrong []string
	for _, part := range f.names("xl/charts/chart") {
		body := f.parts[part]
		if !titleText.MatchString(body) || !strings.Contains(body, "<legend>") {
			wrong = append(wrong, part+": no title or no legend")
		}
		for _, group := range plotted.FindAllString(body, -1) {
			var seen []string
			for n, ser := range strings.Split(group, "<ser>")[1:] {
				if !strings.Contains(ser, "<tx><strRef>") {
					wrong = append(wrong, fmt.Sprintf("%s: line %d has no name", part, n+1))
				}
				seen = append(seen, ser)
			}
			for i := range seen {
				for j := range i {
					if !toldApart(strings.HasPrefix(group, "<line"), seen[i], seen[j]) {
						wrong = append(wrong, fmt.Sprintf("%s: lines %d and %d look alike in grey", part, j+1, i+1))
					}
				}
			}
		}
	}
	return wrong
}

// toldApart tells whether two series differ by more than hue: lines by their dash, bars by
// how dark they are.
func toldApart(lines bool, a, b string) bool {
	if lines {
		return attribute(first(tags(a, "a:prstDash")), "val") != attribute(first(tags(b, "a:prstDash")), "val")
	}
	x, y := colorOf.FindStringSubmatch(a), colorOf.FindStringSubmatch(b)
	return x != nil && y != nil && contrast(x[1], y[1]) >= apartInGrey
}

func tabled(f file) []string {
	var wrong []string
	found := 0
	for _, s := range f.leaves {
		relations := f.parts[strings.Replace(s.part, "worksheets/", "worksheets/_rels/", 1)+".rels"]
		for _, tag := range tags(relations, "Relationship") {
			if !strings.Contains(attribute(tag, "Target"), "tables/") {
				continue
			}
			found++
			body := f.parts["xl/"+strings.TrimPrefix(attribute(tag, "Target"), "../")]
			ref := attribute(first(tags(body, "table")), "ref")
			from, to, _ := strings.Cut(ref, ":")
			left, top := place(from)
			right, bottom := place(to)
			var names []string
			for _, col := range tags(body, "tableColumn") {
				names = append(names, attribute(col, "name"))
			}
			if left != 1 || right != len(names) || bottom < s.last() {
				wrong = append(wrong, s.name+": the table reaches over "+ref)
			}
			for i, name := range names {
				if strings.TrimSpace(name) == "" || slices.Index(names, name) != i {
					wrong = append(wrong, fmt.Sprintf("%s: column %d is called %q", s.name, i+1, name))
				}
				if head := s.in(top, i+1).value; head != name {
					wrong = append(wrong, fmt.Sprintf("%s: the head of column %d says %q, the table %q", s.name, i+1, head, name))
				}
			}
		}
	}
	return append(wrong, unless(found == f.shape.Tables, fmt.Sprintf("%d tables, expected %d", found, f.shape.Tables))...)
}

func (s leaf) in(row, col int) held {
	for _, c := range s.cells {
		if c.row == row && c.col == col {
			return c
		}
	}
	return held{}
}

// last is the last row that holds something.
func (s leaf) last() int {
	n := 0
	for _, c := range s.cells {
		if c.value != "" || c.formula != "" {
			n = max(n, c.row)
		}
	}
	return n
}

func printed(f file) []string {
	var wrong []string
	titles := map[string]string{}
	for _, m := range regexp.MustCompile(`<definedName name="_xlnm.Print_Titles"[^>]*localSheetId="(\d+)"[^>]*>([^<]*)<|<definedName localSheetId="(\d+)" name="_xlnm.Print_Titles"[^>]*>([^<]*)<`).FindAllStringSubmatch(f.parts["xl/workbook.xml"], -1) {
		titles[m[1]+m[3]] = m[2] + m[4]
	}
	for i, s := range f.leaves {
		page, props := first(tags(s.body, "pageSetup")), first(tags(s.body, "pageSetUpPr"))
		if attribute(page, "paperSize") != "9" || attribute(page, "orientation") != "landscape" {
			wrong = append(wrong, s.name+": not on A4 across")
		}
		fits := attribute(props, "fitToPage") == "1" || attribute(props, "fitToPage") == "true"
		exact := attribute(page, "scale") != ""
		if fits == exact || fits && attribute(page, "fitToWidth") != "1" {
			wrong = append(wrong, s.name+": not as wide as its pages")
		}
		wrong = append(wrong, legible(s, attribute(page, "scale"), titles[strconv.Itoa(i)])...)
		foot := element(s.body, "oddFooter")
		for _, part := range []string{"&amp;P / &amp;N", "Outrigger", strings.ReplaceAll(s.name, "&", "&amp;&amp;")} {
			if !strings.Contains(foot, part) {
				wrong = append(wrong, s.name+": the footer lacks "+part)
			}
		}
		if f.looks[s.in(4, 1).style].ground == headGround {
			if titles[strconv.Itoa(i)] == "" || !strings.Contains(s.body, `state="frozen"`) {
				wrong = append(wrong, s.name+": its heads are not repeated")
			}
		}
	}
	return wrong
}

// What a page of A4 across has room for, in inches, and the height in points that texts of
// ten points have at least on paper: of a sheet on one page across, of one on several,
// and of the cover and the brief, which must fill two pages.
const (
	pageWidth                       = 10.89
	onOnePage, onSeveral, onTwoOnly = 6.0, 8.0, 5.5
)

// legible: every page of a sheet holds its columns at its scale, beside the labels where
// they go over several pages, and its texts are high enough.
func legible(s leaf, stated, titles string) []string {
	var turns []int
	for _, tag := range tags(element(s.body, "colBreaks"), "brk") {
		n, _ := strconv.Atoi(attribute(tag, "id"))
		turns = append(turns, n)
	}
	widths := widthsOf(s.body)
	inches := func(from, to int) float64 { // columns from 0
		sum := 0.0
		for col := from; col < to; col++ {
			sum += math.Floor(digit*widths[col+1]+5) / 96
		}
		return sum
	}
	widest, from := 0.0, 0
	for _, to := range append(turns, len(widths)) {
		width := inches(from, to)
		if from > 0 {
			width += inches(0, 1)
		}
		widest, from = max(widest, width), to
	}
	share := min(1, pageWidth/widest)
	var wrong []string
	if stated != "" {
		n, _ := strconv.ParseFloat(stated, 64)
		if n/100*widest > pageWidth {
			wrong = append(wrong, fmt.Sprintf("%s: a page is %.1f inches wide at %s per cent", s.name, widest, stated))
		}
		share = n / 100
	}
	least := onOnePage
	switch {
	case len(turns) > 0:
		least = onSeveral
	case titles == "" && strings.Contains(s.body, "<rowBreaks"):
		least = onTwoOnly
	}
	if 10*share < least-0.25 { // a fiftieth is left for rounding
		wrong = append(wrong, fmt.Sprintf("%s: texts of %.1f points on paper", s.name, 10*share))
	}
	if len(turns) > 0 && !strings.Contains(titles, "$A:$A") {
		wrong = append(wrong, s.name+": its labels are not repeated")
	}
	return wrong
}

// headGround is the ground of the heads of columns; one in line 4 heads the whole sheet.
const headGround = "0B5C6B"

// marked: a cell that may be changed has IN in its row, a figure that was drawn or found
// has SIM in its row, over its column or in the heading above.
func marked(f file) []string {
	var wrong []string
	for _, s := range f.leaves {
		in, sim, heading, over := map[int]bool{}, map[int]bool{}, map[int]bool{}, map[int]string{}
		under := false
		for _, c := range s.cells {
			l := f.looks[c.style]
			if c.col == 1 && l.bold && c.value != "" && l.ground != "FFFFFF" {
				under = says(c.value, "SIM")
			}
			heading[c.row] = under
			in[c.row] = in[c.row] || says(c.value, "IN")
			sim[c.row] = sim[c.row] || says(c.value, "SIM")
			if l.ground == headGround && c.value != "" {
				over[c.col] = c.value
			}
		}
		for _, c := range s.cells {
			l := f.looks[c.style]
			if l.unlocked && !in[c.row] && !says(over[c.col], "IN") {
				wrong = append(wrong, fmt.Sprintf("%s!%s may be changed and does not say so", s.name, c.name))
			}
			if l.italic && c.value != "" && !sim[c.row] && !heading[c.row] && !says(over[c.col], "SIM") {
				wrong = append(wrong, fmt.Sprintf("%s!%s was drawn and does not say so: %s", s.name, c.name, c.value))
			}
		}
	}
	return wrong
}

// says tells whether a text holds a mark as a word of its own.
func says(text, mark string) bool {
	return slices.Contains(strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }), mark)
}

func linked(f file) []string {
	var wrong []string
	names := map[string]bool{}
	for _, s := range f.leaves {
		names[s.name] = true
	}
	for _, s := range f.leaves {
		for _, tag := range tags(s.body, "hyperlink") {
			if sheet, _ := target(tag); !names[sheet] {
				wrong = append(wrong, s.name+": a link to "+attribute(tag, "location"))
			}
			if s.at(attribute(tag, "ref")).value == "" {
				wrong = append(wrong, s.name+": a link that says nothing at "+attribute(tag, "ref"))
			}
		}
	}
	return wrong
}

// target is where a link within the workbook leads.
func target(tag string) (sheet, cell string) {
	where := attribute(tag, "location")
	at := strings.LastIndex(where, "!")
	if at < 0 {
		return "", ""
	}
	return strings.ReplaceAll(strings.Trim(where[:at], "'"), "''", "'"), where[at+1:]
}

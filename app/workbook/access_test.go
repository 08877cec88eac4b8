package workbook_test

import (
	"fmt"
	"html"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"outrigger/app/words"
	"outrigger/app/workbook"
)

// file is a workbook as one who cannot see it, prints it in grey or opens it in Protected
// View gets it.
type file struct {
	parts
	leaves []leaf
	looks  []look
	shape  workbook.Shape // what it is to hold
	say    words.Reader
}

// rule is one thing that every workbook keeps to; judge tells what does not.
type rule struct {
	name  string
	judge func(f file) []string
}

// rules are those of the design for every sheet, read from the file's own parts.
var rules = []rule{
	{"the document states its title and language", func(f file) []string {
		core := f.parts["docProps/core.xml"]
		return unless(strings.Contains(core, "<dc:language>"+f.say.Lang()+"</dc:language>") && strings.TrimSpace(element(core, "dc:title")) != "",
			"docProps/core.xml lacks them")
	}},
	{"sheets are called what the list of contents calls them", func(f file) []string {
		var names []string
		for _, s := range f.leaves {
			names = append(names, s.name)
			if n := len([]rune(s.name)); n == 0 || n > 31 || strings.ContainsAny(s.name, `[]:*?/\`) {
				return []string{s.name + " cannot be the name of a sheet"}
			}
		}
		return unless(slices.Equal(names, f.shape.Sheets), fmt.Sprintf("%v instead of %v", names, f.shape.Sheets))
	}},
	{"each sheet begins with its title", eachSheet(func(f file, s leaf) []string {
		a1 := s.at("A1")
		entitled := a1.value == s.name || a1.value == html.UnescapeString(element(f.parts["docProps/core.xml"], "dc:title")) && slices.Contains(f.shape.Sheets[:2], s.name) // cover and brief
		return unless(entitled && f.looks[a1.style].size >= 14 && f.looks[a1.style].bold, fmt.Sprintf("A1 says %q", a1.value))
	})},
	{"each sheet runs in the direction of its language", eachSheet(func(f file, s leaf) []string {
		view := first(tags(s.body, "sheetView"))
		set := attribute(view, "rightToLeft")
		return unless((set == "1" || set == "true") == f.say.RTL(), "right to left: "+set)
	})},
	{"nothing is hidden, merged, linked to other files, run, locked away or amiss", plainly},
	{"the first sheet is open, and the keyboard reaches every cell", reachable},
	{"every drawing has words for those who do not see it", described},
	{"charts have a title, a legend and named lines, told apart without colour", chartsTold},
	{"every table is a real one with its own heads", tabled},
	{"every page is A4 across, legible, with heads, labels and a footer", printed},
	{"texts stand out from their ground and are large enough", contrasted},
	{"what may be changed and what was drawn is marked in words", marked},
	{"colours that come and go follow a word", func(f file) []string {
		var wrong []string
		for _, s := range f.leaves {
			for _, tag := range tags(s.body, "cfRule") {
				if attribute(tag, "type") != "cellIs" || attribute(tag, "operator") != "equal" {
					wrong = append(wrong, s.name+": "+tag)
				}
			}
			for _, said := range regexp.MustCompile(`<cfRule[^>]*><formula>([^<]*)</formula>`).FindAllStringSubmatch(s.body, -1) {
				if len(said[1]) <= len("&#34;&#34;") {
					wrong = append(wrong, s.name+": a colour for nothing")
				}
			}
		}
		return wrong
	}},
	{"links lead to a sheet that is there, and say where", linked},
	{"every formula has its figure beside it", eachSheet(func(f file, s leaf) []string {
		for _, c := range s.cells {
			if c.formula != "" && c.value == "" && !c.text {
				return []string{c.name + " shows nothing"}
			}
		}
		return nil
	})},
	{"no figure is too wide for its column and no text cut", tooNarrow},
	{"one formula serves all years of a line", oneFormula},
	{"formulas hold no figures of their own", noFigures},
	{"no formula is longer or deeper than a spreadsheet reads", readable},
	{"every part is whole and what it points to is there", whole},
	{"no word is missing", eachSheet(func(f file, s leaf) []string {
		for _, c := range s.cells {
			if strings.ContainsAny(c.value, "⟨⟩{}") {
				return []string{c.name + " says " + c.value}
			}
		}
		return nil
	})},
}

// Each rule finds the fault that it is there for: a workbook spoilt in one place breaks
// it, and the same workbook as it was does not.
func TestEachRuleFindsItsFault(t *testing.T) {
	k := open(t)
	f := k.fileOf(t, k.made(t, "vanuatu", "en"), "en")
	for _, r := range rules {
		report(t, r.name, 0, r.judge(f))
	}
	spoilt := map[string]bool{}
	for _, s := range spoils {
		at := slices.IndexFunc(rules, func(r rule) bool { return strings.Contains(r.name, s.rule) })
		if at < 0 {
			t.Fatalf("there is no rule %q", s.rule)
		}
		if len(rules[at].judge(s.spoil(t, f))) == 0 {
			t.Errorf("%s: nobody noticed %s put for %s in %s", rules[at].name, s.put, s.take, s.part)
		}
		spoilt[rules[at].name] = true
	}
	for _, r := range rules {
		if !spoilt[r.name] {
			t.Errorf("nothing shows that the rule %q can fail", r.name)
		}
	}
}

// spoil puts the fault into a file; the file itself stays as it was.
func (s spoil) spoil(t *testing.T, f file) file {
	t.Helper()
	f.parts = maps.Clone(f.parts)
	if s.add != "" {
		f.parts[s.add] = "<x/>"
		return f
	}
	x := f.parts[s.part]
	found := regexp.MustCompile(s.take).FindStringIndex(x)
	if found == nil {
		t.Fatalf("%s: %s does not hold %s", s.rule, s.part, s.take)
	}
	x = x[:found[0]] + s.put + x[found[1]:]
	f.parts[s.part] = x
	f.leaves = slices.Clone(f.leaves)
	for i, l := range f.leaves {
		if l.part == s.part {
			f.leaves[i].body, f.leaves[i].cells = x, cellsOf(x)
		}
	}
	switch s.part {
	case "xl/workbook.xml":
		f.leaves = f.parts.sheets()
	case "xl/styles.xml":
		f.looks = looksOf(x)
	}
	return f
}

// spoil is a fault put into a part of a file in place of what a pattern finds.
type spoil struct{ rule, part, take, put, add string }

var spoils = []spoil{
	{"title and language", "docProps/core.xml", `<dc:title>[^<]*`, "<dc:title>", ""},
	{"title and language", "docProps/core.xml", `<dc:language>en`, "<dc:language>fr", ""},
	{"list of contents", "xl/workbook.xml", `name="Peers"`, `name="Sheet7"`, ""},
	{"begins with its title", "xl/worksheets/sheet4.xml", `>Eligibility<`, `>Rules<`, ""},
	{"direction of its language", "xl/worksheets/sheet2.xml", `<sheetView `, `<sheetView rightToLeft="1" `, ""},
	{"merged", "xl/worksheets/sheet1.xml", `<dataValidations`, `<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><dataValidations`, ""},
	{"merged", "xl/workbook.xml", `sheetId="3"`, `sheetId="3" state="hidden"`, ""},
	{"merged", "xl/worksheets/sheet1.xml", `<row r="7"`, `<row r="7" hidden="1"`, ""},
	{"merged", "xl/worksheets/sheet1.xml", `<sheetProtection `, `<sheetProtection password="CC1A" `, ""},
	{"merged", "xl/worksheets/sheet1.xml", `t="str"`, `t="e"`, ""},
	{"merged", "xl/worksheets/sheet6.xml", `<f>SUM\(`, `<f>INDIRECT(`, ""},
	{"merged", "xl/workbook.xml", "", "", "xl/vbaProject.bin"},
	{"merged", "xl/workbook.xml", "", "", "xl/externalLinks/externalLink1.xml"},
	{"keyboard", "xl/workbook.xml", `<workbookView `, `<workbookView activeTab="3" `, ""},
	{"keyboard", "xl/worksheets/sheet10.xml", `selectUnlockedCells="false"`, `selectUnlockedCells="true"`, ""},
	{"do not see it", "xl/drawings/drawing2.xml", `descr="[^"]*"`, `descr="chart"`, ""},
	{"do not see it", "xl/drawings/drawing3.xml", `<xdr:graphicFrame`, `<xdr:graphicFrame><xdr:cNvPr id="9" name="x"></xdr:cNvPr></xdr:graphicFrame><xdr:graphicFrame`, ""},
	{"told apart without colour", "xl/charts/chart1.xml", `<a:t>[^<]*</a:t>`, `<a:t></a:t>`, ""},
	{"told apart without colour", "xl/charts/chart2.xml", `<legend>`, `<noLegend>`, ""},
	{"told apart without colour", "xl/charts/chart1.xml", `<a:prstDash val="dash"></a:prstDash>`, ``, ""},
	{"told apart without colour", "xl/charts/chart7.xml", `8A97A3`, `0B5C6B`, ""},
	{"real one", "xl/tables/table2.xml", `tableColumn id="2" name="[^"]*"`, `tableColumn id="2" name="Item"`, ""},
	{"real one", "xl/tables/table5.xml", `tableColumn id="3" name="[^"]*"`, `tableColumn id="3" name="Something else"`, ""},
	{"A4", "xl/worksheets/sheet5.xml", `paperSize="9"`, `paperSize="1"`, ""},
	{"A4", "xl/worksheets/sheet5.xml", `orientation="landscape"`, `orientation="portrait"`, ""},
	{"A4", "xl/worksheets/sheet3.xml", `fitToWidth="1"`, `fitToWidth="2"`, ""},
	{"A4", "xl/worksheets/sheet10.xml", `scale="\d+"`, `scale="60"`, ""},
	{"A4", "xl/worksheets/sheet10.xml", `scale="\d+"`, `scale="95"`, ""},
	{"A4", "xl/worksheets/sheet10.xml", `<colBreaks`, `<noBreaks`, ""},
	{"A4", "xl/workbook.xml", `\$A:\$A,`, ``, ""},
	{"A4", "xl/worksheets/sheet8.xml", `&amp;P / &amp;N`, ``, ""},
	{"A4", "xl/workbook.xml", `_xlnm.Print_Titles`, `Print_Titles`, ""},
	{"A4", "xl/worksheets/sheet2.xml", `scale="\d+"`, `scale="50"`, ""},
	{"large enough", "xl/styles.xml", `<color rgb="FF5F6B76">`, `<color rgb="FF9FABB6">`, ""},
	{"large enough", "xl/styles.xml", `<sz val="9">`, `<sz val="7">`, ""},
	{"large enough", "xl/styles.xml", `<bgColor rgb="FFFBE3E4">`, `<bgColor rgb="FFC84050">`, ""},
	{"marked in words", "xl/worksheets/sheet10.xml", `<is><t>IN</t></is>`, `<is><t></t></is>`, ""},
	{"marked in words", "xl/worksheets/sheet7.xml", `<is><t>SIM</t></is>`, `<is><t></t></is>`, ""},
	{"follow a word", "xl/worksheets/sheet22.xml", `type="cellIs"`, `type="colorScale"`, ""},
	{"lead to a sheet", "xl/worksheets/sheet3.xml", `location="&#39;Peers&#39;!A1"`, `location="&#39;Rivals&#39;!A1"`, ""},
	{"its figure beside it", "xl/worksheets/sheet6.xml", `</f><v>[^<]*</v>`, `</f>`, ""},
	{"too wide", "xl/worksheets/sheet11.xml", `</f><v>\d{6,}`, `</f><v>123456789012345`, ""},
	{"too wide", "xl/worksheets/sheet1.xml", `<is><t>Contact</t></is>`, `<is><t>A country whose name would run into the figure that stands in the fourth column of this line</t></is>`, ""},
	{"one formula serves", "xl/worksheets/sheet6.xml", `<c r="G(\d+)"([^>]*)><f>([^<]*)</f>`, `<c r="G6"><f>1+0</f>`, ""},
	{"no figures of their own", "xl/worksheets/sheet6.xml", `<f>SUM\(`, `<f>1.07*SUM(`, ""},
	{"no figures of their own", "xl/worksheets/sheet6.xml", `<f>SUM\(`, `<f>RAND()*SUM(`, ""},
	{"longer or deeper", "xl/worksheets/sheet6.xml", `<f>SUM\(`, `<f>` + strings.Repeat("A1+", 2731) + `SUM(`, ""},
	{"longer or deeper", "xl/worksheets/sheet6.xml", `<f>SUM\(`, `<f>SUM(` + strings.Repeat("A1,", 255), ""},
	{"longer or deeper", "xl/worksheets/sheet6.xml", `<f>[^<]*</f>`, `<f>` + strings.Repeat("SUM(", 65) + "A1" + strings.Repeat(")", 65) + `</f>`, ""},
	{"every part is whole", "xl/worksheets/sheet6.xml", `</sheetData>`, `</sheetdata`, ""},
	{"every part is whole", "[Content_Types].xml", `<Override PartName="/xl/worksheets/sheet6.xml"`, `<Override PartName="/xl/worksheets/sheet60.xml"`, ""},
	{"every part is whole", "xl/_rels/workbook.xml.rels", `worksheets/sheet6.xml`, `worksheets/sheet60.xml`, ""},
	{"no word is missing", "xl/worksheets/sheet1.xml", `<is><t>The case</t></is>`, `<is><t>⟨workbook.cover.case⟩</t></is>`, ""},
}

// fileOf reads a workbook from its own parts.
func (k kit) fileOf(t *testing.T, m made, language string) file {
	t.Helper()
	p := unzip(t, m.data)
	return file{parts: p, leaves: p.sheets(), looks: looksOf(p["xl/styles.xml"]), shape: m.Shape, say: k.catalogue.In(language)}
}

func eachSheet(judge func(f file, s leaf) []string) func(f file) []string {
	return func(f file) []string {
		var wrong []string
		for _, s := range f.leaves {
			for _, fault := range judge(f, s) {
				wrong = append(wrong, s.name+": "+fault)
			}
		}
		return wrong
	}
}

func unless(fine bool, fault string) []string {
	if fine {
		return nil
	}
	return []string{fault}
}

func first(all []string) string {
	if len(all) == 0 {
		return ""
	}
	return all[0]
}

func (s leaf) at(name string) held {
	for _, c := range s.cells {
		if c.name == name {
			return c
		}
	}
	return held{}
}

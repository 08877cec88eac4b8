package intake

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"outrigger/model/plan"
)

// The sheet of a fill-in workbook on which a post judges its practices: a head of what
// and who, then a practice a row, with the five levels in words beside it to choose from.
// What is judged on it becomes an assessment of the day stated, in place of one of the
// same day; a sheet on which nothing is judged changes nothing.
const (
	assessMark   = "outrigger-assessment"
	assessHead   = 8 // row of column names, from 0
	assessLevel  = 2
	assessProof  = 3
	assessTarget = 4
	assessWords  = 5  // the first of the five levels in words
	wordsAcross  = 22 // letters of a level that fit on one line
)

// assessTexts are the rows above the table: what is stated once of an assessment.
var assessTexts = []string{"date", "name", "who", "note"}

// levelList is the drop-down of a practice: its levels in words.
func levelList(practice string) string { return "level/" + practice }

func levelLists() []answers {
	codes := []string{}
	for n := range plan.MaxLevel + 1 {
		codes = append(codes, strconv.Itoa(n))
	}
	var all []answers
	for _, id := range plan.Practices {
		all = append(all, answers{levelList(id), codes, "practice." + id + ".level."})
	}
	return all
}

// levelSaid is a level as it stands in a drop-down: its number, then what it is.
func (c *collector) levelSaid(practice, code string) string {
	return c.words.Say("intake.assess.level", map[string]string{"n": code, "text": c.words.Say("practice."+practice+".level."+code, nil)})
}

func (c *collector) assessment() {
	sheet := c.words.Say("intake.sheet.readiness", nil)
	_, err := c.book.NewSheet(sheet)
	c.do(err)
	c.text(sheet, 0, colID, c.idStyle, assessMark)
	c.text(sheet, 0, colName, c.title, sheet)
	c.text(sheet, 1, colName, 0, c.plan.Title)
	c.text(sheet, 2, colName, 0, c.words.Say("intake.assess.how", nil))
	for i, field := range assessTexts {
		c.text(sheet, headRow+i, colID, c.idStyle, "assessment/"+field)
		c.text(sheet, headRow+i, colName, c.fixed, c.words.Say("intake.assess."+field, nil))
		c.text(sheet, headRow+i, assessLevel, c.plain, "")
	}
	c.text(sheet, assessHead, colID, c.idStyle, "id")
	for col, key := range map[int]string{colName: "practice", assessLevel: "reached", assessProof: "evidence", assessTarget: "target"} {
		c.text(sheet, assessHead, col, c.head, c.words.Say("intake.assess."+key, nil))
	}
	targets := latestTargets(c.plan)
	for n := range plan.MaxLevel + 1 {
		c.text(sheet, assessHead, assessWords+n, c.head, c.words.Say("intake.assess.level_n", map[string]string{"n": strconv.Itoa(n)}))
	}
	for i, id := range plan.Practices {
		row := assessHead + 1 + i
		c.text(sheet, row, colID, c.idStyle, id)
		c.text(sheet, row, colName, c.fixed, c.words.Say("practice."+id+".name", nil))
		c.text(sheet, row, assessLevel, c.choice, "")
		c.text(sheet, row, assessProof, c.plain, "")
		target := ""
		if n, set := targets[id]; set {
			target = c.levelSaid(id, strconv.Itoa(n))
		}
		c.text(sheet, row, assessTarget, c.choice, target)
		c.dropDown(sheet, row, assessLevel, levelList(id))
		c.dropDown(sheet, row, assessTarget, levelList(id))
		lines := 1
		for n := range plan.MaxLevel + 1 {
			said := c.words.Say("practice."+id+".level."+strconv.Itoa(n), nil)
			c.text(sheet, row, assessWords+n, c.fixed, said)
			lines = max(lines, 1+utf8.RuneCountInString(said)/wordsAcross)
		}
		c.do(c.book.SetRowHeight(sheet, row+1, float64(15*max(lines, 2)))) // spreadsheets do not find it out when they open a file
	}
	for col, width := range map[int]float64{colID: 3, colName: 30, assessLevel: 36, assessProof: 34, assessTarget: 30} {
		c.do(c.book.SetColWidth(sheet, columnName(col), columnName(col), width))
	}
	c.do(c.book.SetColWidth(sheet, columnName(assessWords), columnName(assessWords+plan.MaxLevel), 26))
	c.do(c.book.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: assessLevel, YSplit: assessHead + 1, TopLeftCell: Ref{assessHead + 1, assessLevel}.String(), ActivePane: "bottomRight"}))
	a4, landscape, one, many, fit := 9, "landscape", 1, 0, true
	c.do(c.book.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	c.do(c.book.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &one, FitToHeight: &many}))
	c.guard(sheet)
}

// latestTargets are the targets of the last assessment: what is aimed at stays, what is
// reached is judged anew.
func latestTargets(p *plan.Plan) map[string]int {
	targets := map[string]int{}
	var last plan.Assessment
	for _, a := range p.Readiness {
		if a.Date >= last.Date {
			last = a
		}
	}
	for _, l := range last.Levels {
		if _, twice := targets[l.Practice]; l.Target != nil && !twice {
			targets[l.Practice] = *l.Target
		}
	}
	return targets
}

// assessment reads the sheet back.
func (c *collected) assessment(s *Sheet) {
	a := plan.Assessment{}
	into := map[string]*string{"date": &a.Date, "name": &a.Name, "who": &a.Who, "note": &a.Note}
	judged, faults := false, len(c.faults)
	var day Ref
	for r := headRow; r < len(s.Rows); r++ {
		id := strings.TrimSpace(s.At(r, colID).Text)
		if field, is := strings.CutPrefix(id, "assessment/"); is && into[field] != nil {
			*into[field] = c.text(s, Ref{r, assessLevel})
			if field == "date" {
				day = Ref{r, assessLevel}
			}
			continue
		}
		if id == "" || id == "id" {
			continue
		}
		place := s.place(Ref{r, colID})
		if at, twice := c.rows[assessMark+"/"+id]; twice {
			c.refuse("row_twice", s, Ref{r, colID}, "input", id, "other", at)
			continue
		}
		c.rows[assessMark+"/"+id] = place
		if !slices.Contains(plan.Practices, id) {
			c.refuse("no_input", s, Ref{r, colID}, "input", id)
			continue
		}
		l := plan.PracticeLevel{
			Practice: id, Level: c.level(s, Ref{r, assessLevel}, id), Evidence: c.text(s, Ref{r, assessProof}), Target: c.level(s, Ref{r, assessTarget}, id),
		}
		judged = judged || l.Level != nil || l.Evidence != ""
		if l.Level != nil || l.Evidence != "" || l.Target != nil {
			a.Levels = append(a.Levels, l)
		}
	}
	if !judged || len(c.faults) > faults {
		return
	}
	date, ok := dayOf(a.Date)
	if !ok {
		c.refuse("assessment_day", s, day, "text", a.Date)
		return
	}
	a.Date, a.ID = date, date
	if a.Name == "" {
		a.Name = date
	}
	c.assessed(a)
}

// level reads a level by its words, or by its number alone.
func (c *collected) level(s *Sheet, ref Ref, practice string) *int {
	text := strings.TrimSpace(s.At(ref.Row, ref.Col).Text)
	if text == "" {
		return nil
	}
	code, ok := c.codes[levelList(practice)][fold(text)]
	n, err := strconv.Atoi(code)
	if !ok || err != nil {
		c.refuse("no_choice", s, ref, "text", text)
		return nil
	}
	return &n
}

// dayOf reads a day as ISO 8601 writes it, or as a spreadsheet keeps it.
func dayOf(text string) (string, bool) {
	if day, err := time.Parse(time.DateOnly, text); err == nil {
		return day.Format(time.DateOnly), true
	}
	if n, err := strconv.Atoi(text); err == nil && n > 20000 && n < 80000 {
		if day, err := excelize.ExcelDateToTime(float64(n), false); err == nil {
			return day.Format(time.DateOnly), true
		}
	}
	return "", false
}

// assessed puts an assessment into the plan, in place of one of the same id, and tells
// every level that is new.
func (c *collected) assessed(a plan.Assessment) {
	was := map[string]string{}
	at := slices.IndexFunc(c.plan.Readiness, func(b plan.Assessment) bool { return b.ID == a.ID })
	if at >= 0 {
		for _, l := range c.plan.Readiness[at].Levels {
			if l.Level != nil {
				was[l.Practice] = strconv.Itoa(*l.Level)
			}
		}
		a.Extra = c.plan.Readiness[at].Extra
	}
	place := "readiness/" + a.ID
	for _, l := range a.Levels {
		if now := levelCode(l.Level); now != "" && now != was[l.Practice] {
			c.changes = append(c.changes, Change{Input: place + "/" + l.Practice + "/level", Made: at < 0, Judged: true, Was: was[l.Practice], Now: now})
		}
	}
	if at < 0 {
		c.plan.Readiness = append(c.plan.Readiness, a)
		return
	}
	if before := c.plan.Readiness[at]; len(c.changes) == 0 && !sameAssessment(before, a) {
		c.changes = append(c.changes, Change{Input: place, Was: before.Name, Now: a.Name})
	}
	c.plan.Readiness[at] = a
}

func levelCode(level *int) string {
	if level == nil {
		return ""
	}
	return strconv.Itoa(*level)
}

func sameAssessment(a, b plan.Assessment) bool {
	return a.Name == b.Name && a.Date == b.Date && a.Who == b.Who && a.Note == b.Note && slices.EqualFunc(a.Levels, b.Levels, func(x, y plan.PracticeLevel) bool {
		return x.Practice == y.Practice && levelCode(x.Level) == levelCode(y.Level) && levelCode(x.Target) == levelCode(y.Target) && x.Evidence == y.Evidence
	})
}

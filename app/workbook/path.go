package workbook

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"outrigger/app/words"
	"outrigger/datasets"
	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// PathRequest is what the sheets of a workshop are written from.
type PathRequest struct {
	Facts   *datasets.Data
	Words   words.Reader
	Version string
	Date    string // ISO 8601, the day of writing
}

// stage is a part of the workshop: its minutes and the page of the plan it fills.
type stage struct {
	key, page string
	minutes   int
}

// stages are the two hours, in the order in which the pages rest on one another.
var stages = []stage{
	{"welcome", "", 10},
	{"post", "post", 10},
	{"drivers", "drivers", 20},
	{"workload", "workload", 15},
	{"team", "team", 15},
	{"budget", "budget", 20},
	{"funding", "funding", 10},
	{"case", "case", 10},
	{"together", "", 10},
}

// worksheetYears are the columns for counts of past years.
const worksheetYears = 5

// Path writes what is printed for a workshop of two hours: who does what when, what to
// bring, which page is filled in which order, and worksheets for counts and prices with
// what a post usually counts, does and buys.
func Path(w io.Writer, in PathRequest) error {
	b := &book{
		Request: Request{Facts: in.Facts, Words: in.Words, Version: in.Version, Date: in.Date},
		places:  map[calc.ID]place{}, anchors: map[string]anchor{}, looks: map[look]int{}, file: excelize.NewFile(),
	}
	defer b.file.Close()
	b.plan = &plan.Plan{Title: b.say("region.path.title")}
	b.plan.Post.Name = b.say("region.path.subject")
	p := &path{b, nil}
	var err error
	if p.usual, err = in.usual(); err != nil {
		return err
	}
	b.sheets = []*sheet{p.agenda(), p.bring(), p.counts(), p.work(), p.prices()}
	for _, s := range b.sheets {
		b.settle(s)
	}
	b.writeSheets()
	if b.err != nil {
		return b.err
	}
	archive := newSteady(w)
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return archive })
	return b.file.Write(io.Discard)
}

// usual is a plan just begun in the language: names without figures.
func (in PathRequest) usual() (*plan.Plan, error) {
	like := map[string]string{"fr": "senegal", "pt": "timor-leste"}[in.Words.Lang()]
	if like == "" {
		like = "vanuatu"
	}
	return in.Facts.Plan(datasets.Starter{
		Country: "VUT", Language: in.Words.Lang(), First: 2021, LastActual: 2025, Last: 2030, StartMonth: 1, Like: like,
	})
}

type path struct {
	*book
	usual *plan.Plan
}

func (p *path) word(key string) string { return p.say("region.path." + key) }

func (p *path) sheet(key string, heads ...string) *sheet {
	s := &sheet{key: "path_" + key, name: p.word("sheet." + key), intro: p.word("intro." + key), broad: p.Words.RTL()}
	for _, head := range heads {
		s.heads = append(s.heads, p.word("head."+head))
	}
	s.figures, s.until = len(heads), len(heads)
	return s
}

// agenda tells the minutes; when a part begins is the sum of those before.
func (p *path) agenda() *sheet {
	s := p.sheet("agenda", "from", "minutes", "what", "page")
	s.widths, s.figures, s.until = []float64{12, 12, 92, 26}, 0, 2
	first, from := s.next(), 0
	for i, st := range stages {
		begins := whole(formula, from)
		begins.formula = "0"
		if i > 0 {
			begins.formula = fmt.Sprintf("SUM(%s:%s)", cellName(1, first), cellName(1, first+i-1))
		}
		page := ""
		if st.page != "" {
			page = p.say("desk.step." + st.page)
		}
		s.text(begins, whole(input, st.minutes), wrapped(label, p.word("stage."+st.key)), as(label, page))
		from += st.minutes
	}
	s.text(as(result, p.word("total")), computed(result, "0", fmt.Sprintf("SUM(%s:%s)", cellName(1, first), cellName(1, first+len(stages)-1)), money.Int(from)), blank(result), blank(result))
	s.gap()
	s.heading(p.word("pages"))
	for _, st := range stages {
		if st.page != "" {
			s.text(blank(label), blank(label), wrapped(label, p.say("desk.page."+st.page)), as(label, p.say("desk.step."+st.page)))
		}
	}
	return s
}

// bring is a list to tick, with room for who brings it.
func (p *path) bring() *sheet {
	s := p.sheet("bring", "tick", "thing", "page", "who")
	s.widths = []float64{8, 84, 22, 30}
	for _, thing := range []struct{ key, page string }{
		{"counts", "drivers"},
		{"incidents", "drivers"},
		{"staff", "team"},
		{"wages", "team"},
		{"contracts", "budget"},
		{"offers", "budget"},
		{"grants", "funding"},
		{"rates", "post"},
		{"laptop", ""},
		{"people", ""},
	} {
		page := ""
		if thing.page != "" {
			page = p.say("desk.step." + thing.page)
		}
		s.add(line{height: 22, write: func(formulas, int) []cell {
			return []cell{as(label, "☐"), wrapped(label, p.word("thing."+thing.key)), as(label, page), blank(input)}
		}})
	}
	return s
}

// room adds a line with a name and so many empty cells, high enough to write in by hand.
func (p *path) room(s *sheet, name, unit string, n int) {
	s.add(line{height: 22, write: func(formulas, int) []cell {
		cells := []cell{wrapped(label, name), wrapped(small, unit)}
		for range n {
			cells = append(cells, blank(input))
		}
		return cells
	}})
}

// spare is how many lines are left for what the post alone has.
const spare = 4

func (p *path) counts() *sheet {
	s := p.sheet("counts", "driver", "unit")
	s.widths = []float64{52, 22}
	for n := range worksheetYears {
		s.heads = append(s.heads, p.Words.Say("region.path.head.year", map[string]string{"n": itoa(worksheetYears - n)}))
		s.widths = append(s.widths, 13)
	}
	s.heads = append(s.heads, p.word("head.source"))
	s.widths = append(s.widths, 30)
	for _, d := range p.usual.Drivers {
		p.room(s, d.Name, d.Unit, worksheetYears+1)
	}
	for range spare {
		p.room(s, "", "", worksheetYears+1)
	}
	return s
}

func (p *path) work() *sheet {
	s := p.sheet("work", "activity", "role", "often", "hours", "source")
	s.widths = []float64{56, 34, 20, 20, 30}
	roles := map[string]string{}
	for _, r := range p.usual.Team.Roles {
		roles[r.ID] = r.Name
	}
	for _, a := range p.usual.Activities {
		p.room(s, a.Name, roles[a.Role], 3)
	}
	for range spare {
		p.room(s, "", "", 3)
	}
	s.heading(p.word("roles"))
	for _, r := range p.usual.Team.Roles {
		p.room(s, r.Name, p.word("people"), 3)
		p.room(s, r.Name, p.word("wage"), 3)
	}
	return s
}

func (p *path) prices() *sheet {
	s := p.sheet("prices", "line", "unit", "quantity", "price", "currency", "price_year", "supplier")
	s.widths = []float64{56, 20, 14, 16, 12, 12, 34}
	for _, l := range p.usual.Lines {
		p.room(s, l.Name, l.Unit, 5)
	}
	for range spare {
		p.room(s, "", "", 5)
	}
	return s
}

package desk

import (
	"strings"

	"outrigger/app/words"
)

// Page gives all that one page shows of the open plan. Every figure on it is an
// input or is read from the rows of the chain; while the plan is unfinished those
// are empty.
func (d *Desk) Page(r PageRequest) (Page, error) {
	return guard(d, "Page", r.Language, func() (Page, error) {
		d.mu.Lock()
		defer d.mu.Unlock()
		if d.open == nil {
			return Page{}, d.fault(r.Language, "nothing_open", nil)
		}
		w := d.pager(r)
		if w.pageOf(r.Page) == nil {
			return Page{}, d.fault(r.Language, "no_page", nil)
		}
		return d.show(r, w.page(r.Page)), nil
	})
}

// page writes one of the pages.
func (w pager) page(id string) Page {
	p := Page{
		ID: id, Title: w.word("desk.step." + id), Purpose: w.word("desk.page." + id),
		Chart: Drawing{Lines: []Series{}, Columns: []Series{}}, Gauges: []Gauges{}, Claims: []Claim{}, Fields: []Field{}, Tables: []Grid{},
	}
	w.pageOf(id)(w, &p)
	for i := range p.Tables {
		p.Tables[i].round()
	}
	for i := range p.Fields {
		if p.Fields[i].Choices == nil {
			p.Fields[i].Choices = []Choice{}
		}
	}
	return p
}

// pageOf finds how a page is written; nil if there is no such page. Each measure and each
// assessment has one of its own.
func (w pager) pageOf(id string) func(pager, *Page) {
	if of, is := strings.CutPrefix(id, "measures/"); is {
		if m := item(w.plan.Measures, of, measureID); m != nil {
			return func(w pager, p *Page) { w.measurePage(p, *m) }
		}
		return nil
	}
	if of, is := strings.CutPrefix(id, "readiness/"); is {
		if a := item(w.plan.Readiness, of, assessmentID); a != nil {
			return func(w pager, p *Page) { w.assessmentPage(p, *a) }
		}
		return nil
	}
	return pages[id]
}

var pages = map[string]func(pager, *Page){
	"post": pager.postPage, "drivers": pager.driversPage, "workload": pager.workloadPage, "team": pager.teamPage,
	"budget": pager.budgetPage, "readiness": pager.readinessPage, "peers": pager.peersPage, "risk": pager.riskPage, "measures": pager.measuresPage, "funding": pager.fundingPage, "project": pager.projectPage, "case": pager.casePage,
}

// list begins a table that items can be added to.
func (w pager) list(id, list string, settings ...Head) Grid {
	return Grid{
		ID: id, List: list, Title: w.word("desk.list." + id), Add: w.word("desk.list." + id + ".add"),
		Settings: settings, Rows: []GridRow{},
	}
}

// table begins a table whose rows come from elsewhere.
func (w pager) table(id string, settings ...Head) Grid {
	return Grid{ID: id, Title: w.word("desk.table." + id), Settings: settings, Years: true, Rows: []GridRow{}}
}

// field is a column of figures called as the input is.
func (w pager) field(name string) Head {
	return Head{ID: name, Label: words.Capital(w.word("desk.field." + name)), Kind: "figure"}
}

// head is a column of texts, or of one of some choices.
func (w pager) head(name string, choices ...Choice) Head {
	h := Head{ID: name, Label: w.word("desk.head." + name), Kind: "text", Choices: choices}
	if choices != nil {
		h.Kind = "choice"
	}
	return h
}

// round fills up what a row leaves out, so that every row has all its columns and
// no list is null.
func (g *Grid) round() {
	if g.Settings == nil {
		g.Settings = []Head{}
	}
	if g.Sets == nil {
		g.Sets = []ChoiceSet{}
	}
	for i := range g.Settings {
		if g.Settings[i].Choices == nil {
			g.Settings[i].Choices = []Choice{}
		}
	}
	for i := range g.Rows {
		row := &g.Rows[i]
		if row.Name.Kind == "" {
			row.Name.Kind = "none"
		}
		if row.Settings == nil {
			row.Settings = []GridCell{}
		}
		for len(row.Settings) < len(g.Settings) {
			row.Settings = append(row.Settings, none)
		}
		if row.Cells == nil {
			row.Cells = []GridCell{}
		}
	}
}

package desk

import "slices"

// shown is the page that was given last, to tell what has become other in it.
type shown struct {
	page     Page
	language string
	scenario string
}

// show stamps a page and notes it as the one that the reader has.
func (d *Desk) show(r PageRequest, p Page) Page {
	d.stamps++
	p.Stamp = d.stamps
	d.shown = shown{p, r.Language, r.Scenario}
	return p
}

// news tells what has become other in the page that the reader has. It needs the
// lock.
func (d *Desk) news(r Reading, w viewer) News {
	n := News{Whole: []Page{}, Chart: Drawing{Lines: []Series{}, Columns: []Series{}}, Cells: []CellNews{}}
	shows := d.paging(w, r.Language)
	if r.Page == "" || shows.pageOf(r.Page) == nil {
		return n
	}
	had := d.shown
	p := d.show(PageRequest{r.Page, r.Language, r.Scenario}, shows.page(r.Page))
	n.Stamp = p.Stamp
	same := r.Stamp != 0 && had.page.Stamp == r.Stamp && had.language == r.Language && had.scenario == r.Scenario
	if cells, only := other(had.page, p); same && only {
		n.Sentence, n.Chart, n.Cells = p.Sentence, p.Chart, cells
		return n
	}
	n.Whole = append(n.Whole, p)
	return n
}

// other lists the cells that differ between two pages; false if more than cells, the
// chart and its sentence do.
func other(a, b Page) ([]CellNews, bool) {
	cells := []CellNews{}
	if a.ID != b.ID || a.Empty != b.Empty || len(a.Tables) != len(b.Tables) || !slices.EqualFunc(a.Fields, b.Fields, sameField) || !slices.EqualFunc(a.Gauges, b.Gauges, sameGauges) || !slices.EqualFunc(a.Claims, b.Claims, sameClaim) {
		return nil, false
	}
	for t := range b.Tables {
		if !sameGrid(a.Tables[t], b.Tables[t]) {
			return nil, false
		}
		for r := range b.Tables[t].Rows {
			before, after := a.Tables[t].Rows[r], b.Tables[t].Rows[r]
			if !sameRow(before, after) {
				return nil, false
			}
			look := func(at int, was, is GridCell) {
				if was != is {
					cells = append(cells, CellNews{t, r, at, is})
				}
			}
			look(0, before.Name, after.Name)
			for i := range after.Settings {
				look(1+i, before.Settings[i], after.Settings[i])
			}
			for i := range after.Cells {
				look(1+len(after.Settings)+i, before.Cells[i], after.Cells[i])
			}
		}
	}
	return cells, true
}

func sameField(a, b Field) bool {
	return a.Place == b.Place && a.Label == b.Label && a.Help == b.Help && a.Kind == b.Kind && a.Text == b.Text && a.Unit == b.Unit &&
		a.Group == b.Group && a.Cell == b.Cell && slices.Equal(a.Choices, b.Choices)
}

func sameGauges(a, b Gauges) bool {
	return a.ID == b.ID && a.Title == b.Title && a.Key == b.Key && slices.Equal(a.List, b.List)
}

func sameClaim(a, b Claim) bool {
	return a.ID == b.ID && a.Label == b.Label && a.Place == b.Place && a.Text == b.Text && a.Draft == b.Draft && a.Edited == b.Edited &&
		a.Moved == b.Moved && a.Note == b.Note && slices.Equal(a.Figures, b.Figures)
}

func sameGrid(a, b Grid) bool {
	head := func(a, b Head) bool {
		return a.ID == b.ID && a.Label == b.Label && a.Kind == b.Kind && slices.Equal(a.Choices, b.Choices)
	}
	return a.ID == b.ID && a.Title == b.Title && a.List == b.List && a.Add == b.Add && a.Years == b.Years &&
		len(a.Rows) == len(b.Rows) && slices.EqualFunc(a.Settings, b.Settings, head)
}

func sameRow(a, b GridRow) bool {
	return a.ID == b.ID && a.Item == b.Item && a.Part == b.Part && a.Unit == b.Unit && a.Strong == b.Strong && a.Page == b.Page &&
		len(a.Settings) == len(b.Settings) && len(a.Cells) == len(b.Cells)
}

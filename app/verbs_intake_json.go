package main

import (
	"outrigger/app/intake"
	"outrigger/model/money"
)

// tableJSON is one table as a program reads it: the mapping, ready to be
// completed and given back by --mapping, what was said of it, and every figure.
type tableJSON struct {
	Mapping intake.Mapping `json:"mapping"`
	Report  []string       `json:"report"`
	Figures []figureJSON   `json:"figures"`
}

// figureJSON is one figure as read, before any scale.
type figureJSON struct {
	Label   string `json:"label"`
	Row     string `json:"row"` // cell of the label
	Group   string `json:"group,omitempty"`
	Measure string `json:"measure,omitempty"`
	Year    int    `json:"year"`
	Period  string `json:"period"` // the year in the file's words
	Cell    string `json:"cell"`
	Stored  string `json:"stored"` // the cell as it stands
	Number  string `json:"number"` // empty: the file states no figure
	Total   bool   `json:"total,omitempty"`
}

// asJSON is the machine's reading of a preview and of what changes by it.
func (b *bringing) asJSON() error {
	tables := []tableJSON{}
	for _, view := range b.views {
		t := tableJSON{view.Mapping, view.Report(b.say), []figureJSON{}}
		for _, r := range view.Records {
			f := figureJSON{r.Label, r.LabelCell, r.Group, r.Measure, int(r.Year), r.Period, r.Cell, r.Stored, "", r.Total}
			if r.Number != nil {
				f.Number = money.Canonical(*r.Number)
			}
			t.Figures = append(t.Figures, f)
		}
		tables = append(tables, t)
	}
	changes := b.changes
	if changes == nil {
		changes = []intake.Change{}
	}
	return b.json(map[string]any{"tables": tables, "changes": changes})
}

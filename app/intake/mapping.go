package intake

import (
	"encoding/json"
	"slices"

	"outrigger/model/plan"
	"outrigger/model/span"
)

// Orientation says which way a table runs.
type Orientation string

// The orientations of tables.
const (
	Across Orientation = "across" // a column a year
	Down   Orientation = "down"   // a row a year, a column a measure
	Long   Orientation = "long"   // a row a figure, the year in one of its cells
)

// Mapping says how to read one table, and what of it goes where in the plan. It
// is plain JSON, so that it can be saved, mailed and used again.
type Mapping struct {
	Name        string      `json:"name"`
	Sheet       string      `json:"sheet"`
	Title       string      `json:"title"` // what stands above the table
	Orientation Orientation `json:"orientation"`

	Header int `json:"header"` // row of the years (across) or of the column names
	First  int `json:"first"`  // first row of figures
	Last   int `json:"last"`   // last row of figures; 0: to the end of the sheet

	Label  string   `json:"label"`            // column of the labels (across, long)
	Groups []string `json:"groups,omitempty"` // columns left of it that head several rows
	Years  []Head   `json:"years,omitempty"`  // year cells (across, down)
	Values []Head   `json:"values,omitempty"` // columns of figures (down, long)

	YearColumn    string `json:"year_column,omitempty"`    // long
	MeasureColumn string `json:"measure_column,omitempty"` // long: budget, revised, actual by row

	Filters []Filter `json:"filters,omitempty"` // only rows that pass all of them
	Locale  Locale   `json:"locale"`            // how 1,234 is read
	Claim   *Claim   `json:"claim,omitempty"`   // what the file says about its scale
	Scale   string   `json:"scale,omitempty"`   // factor the reader accepted; empty: figures as they stand
	Shift   int      `json:"shift,omitempty"`   // added to years: -1 where FY2024 is the year that ends in 2024
	Series  []Series `json:"series,omitempty"`  // what goes into the plan
}

// Head is a year cell, or the column of one measure.
type Head struct {
	Cell    string    `json:"cell"`
	Text    string    `json:"text"`
	Year    span.Year `json:"year,omitempty"`
	Measure string    `json:"measure,omitempty"` // in the file's words
	Kind    string    `json:"kind,omitempty"`    // budget, revised, actual, estimate
}

// Filter keeps the rows of a long table whose cell in Column is one of Equal.
// Column is the column's name or its letters.
type Filter struct {
	Column string   `json:"column"`
	Equal  []string `json:"equal"`
}

// Series is one run of figures for one input of the plan. Rows are chosen by
// label, by the label's cell where labels repeat, by measure and by filters; all
// that are given must fit.
type Series struct {
	Target    string    `json:"target"` // id of a plan input, see plan.Inputs
	Label     string    `json:"label,omitempty"`
	LabelCell string    `json:"label_cell,omitempty"`
	Group     string    `json:"group,omitempty"`
	Measure   string    `json:"measure,omitempty"`
	Filters   []Filter  `json:"filters,omitempty"`
	Sum       bool      `json:"sum,omitempty"`   // add up what falls in one year; totals are left out
	Scale     string    `json:"scale,omitempty"` // overrides the mapping's
	From      span.Year `json:"from,omitempty"`  // years before are left out
	To        span.Year `json:"to,omitempty"`    // years after are left out

	// New names what to make when the plan has no such input yet: a driver, a
	// role, a line or a source of funding with the id of Target.
	New *NewItem `json:"new,omitempty"`
}

// NewItem is what a series that makes something new has to say about it.
type NewItem struct {
	Name     string `json:"name"`
	Unit     string `json:"unit,omitempty"`
	Currency string `json:"currency,omitempty"`
	Category string `json:"category,omitempty"` // of a line
	Kind     string `json:"kind,omitempty"`     // of a line or of funding
	Grade    string `json:"grade,omitempty"`    // of funding
}

// Claim is what a file says about the scale of its figures.
type Claim struct {
	Factor int    `json:"factor"` // 1000 for "in thousands"
	Text   string `json:"text"`
	Cell   string `json:"cell"`
}

// Saved makes the mapping part of a plan.
func (m Mapping) Saved() (plan.Mapping, error) {
	spec, err := json.Marshal(m)
	return plan.Mapping{Name: m.Name, Spec: string(spec)}, err
}

// LoadMapping reads a mapping back. The error is a *Fault.
func LoadMapping(saved plan.Mapping) (Mapping, error) {
	var m Mapping
	if err := json.Unmarshal([]byte(saved.Spec), &m); err != nil {
		return Mapping{}, fault("mapping", saved.Name)
	}
	if !slices.Contains([]Orientation{Across, Down, Long}, m.Orientation) || m.First < 1 {
		return Mapping{}, fault("mapping", saved.Name)
	}
	return m, nil
}

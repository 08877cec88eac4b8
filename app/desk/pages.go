package desk

// The pages of the planner. Every page is the same kind of thing: a purpose, a
// sentence over a chart, fields, and tables of figures, texts and choices. The page
// in the browser draws whatever comes, so that a new row of the model appears there
// without a line of TypeScript.

// PageRequest names a page: one of the steps, measures/<id> or readiness/<id>.
type PageRequest struct {
	Page     string `json:"page"`
	Language string `json:"language"`
	Scenario string `json:"scenario"`
}

// Page is all that one page shows of the open plan.
type Page struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Purpose  string   `json:"purpose"`  // one paragraph: what this page is for
	Sentence string   `json:"sentence"` // over the chart: what it shows
	Chart    Drawing  `json:"chart"`
	Gauges   []Gauges `json:"gauges"`
	Claims   []Claim  `json:"claims"` // the sentences that make the case
	Fields   []Field  `json:"fields"`
	Tables   []Grid   `json:"tables"`
	Empty    bool     `json:"empty"` // nothing is entered yet: show the ways on
	Stamp    int      `json:"stamp"` // to ask by for what has become other; see News
}

// News is the page that the reader looks at after a change: what has become other
// since the page with the stamp that was asked by, or all of it.
type News struct {
	Stamp    int        `json:"stamp"` // of the page as it is now; 0: no page was asked for
	Whole    []Page     `json:"whole"` // one where more has changed than cells, and then nothing else is told; else none
	Sentence string     `json:"sentence"`
	Chart    Drawing    `json:"chart"`
	Cells    []CellNews `json:"cells"`
}

// CellNews is a cell that has changed.
type CellNews struct {
	Table int      `json:"table"` // places in Page.Tables and Grid.Rows
	Row   int      `json:"row"`
	At    int      `json:"at"` // 0 the name, then the settings, then the cells
	Cell  GridCell `json:"cell"`
}

// Drawing is a chart's data: lines, and columns under them, which stand on one
// another where there are several. Points are in the order of View.Years.
type Drawing struct {
	Unit    string   `json:"unit"`
	Base    string   `json:"base"` // plain decimal of a line to compare with, such as 100; empty: none
	Lines   []Series `json:"lines"`
	Columns []Series `json:"columns"`
}

// Gauges are figures drawn one under another, each on a scale from nought. What they show
// stands in a table of the page, too.
type Gauges struct {
	ID    string  `json:"id"`
	Title string  `json:"title"`
	Key   string  `json:"key"` // what is drawn: levels, or spread
	List  []Gauge `json:"list"`
}

// Claim is a sentence that makes the case: as drafted from its figures, or as the post
// words it in the reader's language.
type Claim struct {
	ID      string        `json:"id"`
	Label   string        `json:"label"`
	Place   string        `json:"place"` // for Set: another wording; empty or as drafted goes back to the draft
	Text    string        `json:"text"`  // as the workbook says it
	Draft   string        `json:"draft"` // as its figures give it now
	Limit   int           `json:"limit"` // characters
	Edited  bool          `json:"edited"`
	Moved   bool          `json:"moved"` // its figures have moved since it was worded
	Note    string        `json:"note"`
	Figures []ClaimFigure `json:"figures"`
}

// ClaimFigure is a figure that a sentence of the case tells.
type ClaimFigure struct {
	Label string `json:"label"`
	Value string `json:"value"`
	Was   string `json:"was"` // when the sentence was worded; empty where it has not moved
	Row   string `json:"row"` // for Why
	Year  int    `json:"year"`
}

// Gauge is one of them: a score as judged and what of it counts, or one's own place among
// the quartiles of a group. All figures are plain decimals, empty where there is none.
type Gauge struct {
	ID     string `json:"id"`
	Label  string `json:"label"`
	Note   string `json:"note"` // beside the label: n, year
	Text   string `json:"text"` // what it says, as the reader writes it
	Most   string `json:"most"` // the end of the scale
	Bar    string `json:"bar"`
	Inner  string `json:"inner"`
	Least  string `json:"least"`
	Lower  string `json:"lower"`
	Median string `json:"median"`
	Upper  string `json:"upper"`
	Top    string `json:"top"`
	Own    string `json:"own"`
}

// Field is a text, a choice or a single figure outside the tables.
type Field struct {
	Place   string   `json:"place"` // for Set; empty for a figure
	Label   string   `json:"label"`
	Help    string   `json:"help"`
	Kind    string   `json:"kind"` // text, long, choice, year, whole, date or figure
	Text    string   `json:"text"` // a choice's id
	Unit    string   `json:"unit"` // of a figure
	Choices []Choice `json:"choices"`
	Cell    GridCell `json:"cell"`  // of a figure
	Group   string   `json:"group"` // heading under which fields stand together
	Last    bool     `json:"last"`  // it stands under the tables
}

// Grid is one table. Its columns are the name, the settings, and the years.
type Grid struct {
	ID       string      `json:"id"`
	Title    string      `json:"title"`
	List     string      `json:"list"` // list of the plan for Add and Remove; empty: rows come from elsewhere
	Add      string      `json:"add"`  // what the button says: Add a driver
	Settings []Head      `json:"settings"`
	Sets     []ChoiceSet `json:"sets"`  // choices that cells have of their own, by GridCell.Of
	Years    bool        `json:"years"` // a column for each of View.Years follows
	Rows     []GridRow   `json:"rows"`
}

// Head is a column's head.
type Head struct {
	ID      string   `json:"id"`
	Label   string   `json:"label"`
	Kind    string   `json:"kind"`    // text, choice, figure, plain or link
	Choices []Choice `json:"choices"` // of a choice
}

// ChoiceSet is what can be chosen in some cells of a table.
type ChoiceSet struct {
	ID      string   `json:"id"`
	Choices []Choice `json:"choices"`
}

// GridRow is one line; Settings are in the order of Grid.Settings, Cells in that of
// View.Years.
type GridRow struct {
	ID       string     `json:"id"`
	Item     string     `json:"item"` // id in the list, for Remove and for lines that belong together
	Name     GridCell   `json:"name"` // the item's name, editable; of kind none it is a plain label, as on its further lines
	Part     string     `json:"part"` // what the line shows: people in post, growth a year
	Unit     string     `json:"unit"`
	Settings []GridCell `json:"settings"`
	Cells    []GridCell `json:"cells"`
	Strong   bool       `json:"strong"` // a total or a result
	Page     string     `json:"page"`   // the item's own page; empty: it has none
}

// GridCell is one cell of a table.
type GridCell struct {
	Kind        string `json:"kind"`  // figure (an input), switch (an input that is 1 or 0), calculated, plain (a figure that is no row of the graph), text, choice, link or none
	Input       string `json:"input"` // of a figure, for Edit
	Year        int    `json:"year"`  // of a figure or a calculated one, as Edit and Why want it
	Place       string `json:"place"` // of a text or choice, for Set
	Row         string `json:"row"`   // the row of the graph, for Why; empty: none
	Text        string `json:"text"`  // as the reader writes it; of a choice what it says
	Value       string `json:"value"` // plain decimal, the id of a choice, or the page of a link
	Grade       string `json:"grade"`
	Overridden  bool   `json:"overridden"`
	Of          string `json:"of"`          // of a choice: its set in Grid.Sets; empty: the column's choices
	Placeholder string `json:"placeholder"` // the default that stands where nothing is entered, as the reader writes it
}

// SetRequest changes texts and choices of the plan. All items are one step of undo.
type SetRequest struct {
	Language string    `json:"language"`
	Scenario string    `json:"scenario"` // of the view that comes back, and of the figures a wording goes by
	Page     string    `json:"page"`     // as in Reading
	Stamp    int       `json:"stamp"`
	Items    []SetItem `json:"items"`
}

// SetItem is one text: place post/name, years/last, drivers/tracked/name,
// lines/mail/category, money/rates/USD/date …
type SetItem struct {
	Place string `json:"place"`
	Text  string `json:"text"`
}

// SetAnswer is the plan after Set; items that could not be taken are named, with
// their place in CellFault.Input.
type SetAnswer struct {
	View   View        `json:"view"`
	Faults []CellFault `json:"faults"`
}

// AddRequest adds an item to a list: drivers, roles, activities, lines, funding,
// rates, sources, log, roles/analyst/support, roles/analyst/additional.
type AddRequest struct {
	Language string `json:"language"`
	Scenario string `json:"scenario"`
	List     string `json:"list"`
	Name     string `json:"name"` // empty: a name that says it is new
}

// RemoveRequest removes an item, and what in scenarios and other items speaks of
// it: an activity of a driver that goes keeps its occurrences as a yearly count.
type RemoveRequest struct {
	Language string `json:"language"`
	Scenario string `json:"scenario"`
	List     string `json:"list"`
	Item     string `json:"item"`
}

// EvidenceRequest says how an input is known.
type EvidenceRequest struct {
	Language string `json:"language"`
	Scenario string `json:"scenario"`
	Input    string `json:"input"`
	Grade    string `json:"grade"`
	Source   string `json:"source"`
	Year     int    `json:"year"` // 0: not said
	Note     string `json:"note"`
	Owner    string `json:"owner"`
}

// WhyRequest asks how a figure came about.
type WhyRequest struct {
	Language string `json:"language"`
	Scenario string `json:"scenario"`
	Row      string `json:"row"`  // of the graph
	Year     int    `json:"year"` // 0: the row's one figure, or its last year
}

// Why is how a figure came about: the formula in words with its figures, and what
// it read, each of which can be asked in turn.
type Why struct {
	Row          string    `json:"row"`
	Year         int       `json:"year"`
	Title        string    `json:"title"`
	When         string    `json:"when"` // the fiscal year in words; empty for a single figure
	Value        string    `json:"value"`
	Unit         string    `json:"unit"`
	Formula      string    `json:"formula"` // hours by role 2,280 ÷ working time 1,582.5 × …; empty for an input
	Grade        string    `json:"grade"`
	Source       string    `json:"source"`       // of an input, its title
	EvidenceYear int       `json:"evidenceYear"` // that the evidence speaks of; 0: not said
	Note         string    `json:"note"`
	Owner        string    `json:"owner"`
	Input        string    `json:"input"`  // id, if it is an input that can be changed
	Range        RangeText `json:"range"`  // of an input
	Ranged       string    `json:"ranged"` // what the range says; empty: taken as certain
	Page         string    `json:"page"`   // where it can be changed or seen
	Parts        []WhyPart `json:"parts"`
}

// WhyPart is one figure that a formula read.
type WhyPart struct {
	Row   string `json:"row"`
	Year  int    `json:"year"`
	Label string `json:"label"`
	When  string `json:"when"`
	Value string `json:"value"`
	Unit  string `json:"unit"`
	Grade string `json:"grade"`
}

// ScenarioRequest makes, renames or removes a scenario.
type ScenarioRequest struct {
	Language string `json:"language"`
	Scenario string `json:"scenario"` // which; of AddScenario the one to copy, "" the base case
	Name     string `json:"name"`
}

// Comparison sets a scenario beside the base case.
type Comparison struct {
	Base  string           `json:"base"`
	Other string           `json:"other"`
	Rows  []ComparisonRow  `json:"rows"`
	Cells []ComparisonCell `json:"cells"` // the inputs that the scenario changes
}

// ComparisonRow is one headline figure.
type ComparisonRow struct {
	Row        string `json:"row"`
	Label      string `json:"label"`
	When       string `json:"when"`
	Unit       string `json:"unit"`
	Base       string `json:"base"`
	Other      string `json:"other"`
	Difference string `json:"difference"`
	Percent    string `json:"percent"` // empty where the base is nought
}

// ComparisonCell is one input that the scenario changes, to go there or back.
type ComparisonCell struct {
	Input string `json:"input"`
	Year  int    `json:"year"`
	Label string `json:"label"`
	Base  string `json:"base"`
	Other string `json:"other"`
}

// The methods of the pages, all of Desk:
//
//	Page(PageRequest) (Page, error)
//	Set(SetRequest) (SetAnswer, error)
//	Add(AddRequest) (View, error)
//	Remove(RemoveRequest) (View, error)
//	Vouch(EvidenceRequest) (View, error)
//	Why(WhyRequest) (Why, error)
//	AddScenario(ScenarioRequest) (View, error)           the view is in the new scenario
//	RenameScenario(ScenarioRequest) (View, error)
//	RemoveScenario(ScenarioRequest) (View, error)        the view is in the base case
//	Compare(ScenarioRequest) (Comparison, error)

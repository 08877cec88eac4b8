package desk

// The workbook's sheets, read in the window as they would be written.

// SheetsRequest asks for the sheets of the plan as it is now, in the language and scenario
// that the workbook would be written in; Job is what to stop the work by.
type SheetsRequest struct {
	Language string `json:"language"`
	Scenario string `json:"scenario"`
	Job      string `json:"job"`
}

// SheetsView lists the sheets that were made.
type SheetsView struct {
	Stamp    int      `json:"stamp"`    // to ask for one of them by
	Revision int      `json:"revision"` // of the plan that they are of
	Sheets   []Choice `json:"sheets"`
}

// SheetRequest asks for lines of one sheet.
type SheetRequest struct {
	Language string `json:"language"`
	Stamp    int    `json:"stamp"`
	ID       string `json:"id"`
	From     int    `json:"from"` // lines to pass over
}

// SheetView is one sheet, or the next part of it.
type SheetView struct {
	ID     string      `json:"id"`
	Name   string      `json:"name"`
	Widths []float64   `json:"widths"` // of the columns, in characters
	Head   int         `json:"head"`   // the line of the column heads; 0: there are none
	Lines  []SheetLine `json:"lines"`
	More   int         `json:"more"` // lines after these
}

// SheetLine is a line in which something stands, or a chart: its one cell then says what it
// shows to those who do not see it.
type SheetLine struct {
	Number int          `json:"number"`
	Cells  []SheetCell  `json:"cells"`
	Charts []SheetChart `json:"charts"` // one at most
}

// SheetChart is what a chart of the workbook is drawn from.
type SheetChart struct {
	Title      string        `json:"title"`
	Categories []string      `json:"categories"`
	Series     []SheetSeries `json:"series"`
}

// SheetSeries is a row of figures of a chart, by its categories.
type SheetSeries struct {
	Name   string   `json:"name"`
	Kind   string   `json:"kind"`   // line, column, stacked or bar
	Tone   string   `json:"tone"`   // work, money or wait: what its colour stands for; empty: one of several
	Values []string `json:"values"` // plain decimals; empty: none
	Texts  []string `json:"texts"`  // as the cells show them
}

// SheetCell is one cell.
type SheetCell struct {
	Text  string `json:"text"`
	Look  string `json:"look"`
	Align string `json:"align"`
	Wrap  bool   `json:"wrap"`
	Span  int    `json:"span"` // columns it takes
}

// The methods of the sheets, all of Desk:
//
//	Sheets(SheetsRequest) (SheetsView, error)   can be stopped by Stop
//	Sheet(SheetRequest) (SheetView, error)      fault "sheets_gone" once others were made

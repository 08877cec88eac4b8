package desk

// Bringing a spreadsheet in, in three steps: a file is laid open (ImportDialog,
// ImportUpload, ImportPaste), what of it goes where is tried as often as the reader
// likes (ImportTry), and only ImportAccept changes the plan, as one step of undo.

// ImportView is the file that is laid open, and what has been chosen of it.
type ImportView struct {
	Open      bool           `json:"open"`      // false: no file is laid open, the rest is empty
	File      string         `json:"file"`      // its name
	Filled    bool           `json:"filled"`    // a fill-in workbook of this program: nothing is to be chosen
	Tables    []ImportTable  `json:"tables"`    // the tables found, the largest first
	Targets   []ImportTarget `json:"targets"`   // where figures may go
	Mappings  []Choice       `json:"mappings"`  // saved with the plan: of this kind of file, by name
	Lines     []ImportLine   `json:"lines"`     // what the choice would bring, in the order of its series
	Sentences []string       `json:"sentences"` // what was read, left out, ties or does not, and is doubtful
	Ready     bool           `json:"ready"`     // ImportAccept would do it
	Choice    ImportRequest  `json:"choice"`    // the choice as it stands, a saved mapping's included
}

// ImportTable is one table found in the file.
type ImportTable struct {
	Title   string         `json:"title"` // its sheet and what stands above it
	Long    bool           `json:"long"`  // a row for each figure: chosen by columns, not by rows
	First   int            `json:"first"` // years
	Last    int            `json:"last"`
	Claims  []ImportClaim  `json:"claims"`  // what it says of its scale, with a worked figure
	Columns []ImportColumn `json:"columns"` // of a long table: what can be chosen by
	Rows    []ImportRow    `json:"rows"`    // of other tables
}

// ImportClaim is a scale that the file claims, such as "in thousands".
type ImportClaim struct {
	Factor   string `json:"factor"` // for ImportRequest.Scale
	Sentence string `json:"sentence"`
}

// ImportColumn is a column of a long table and what stands in it.
type ImportColumn struct {
	Name    string   `json:"name"`
	Measure bool     `json:"measure"` // budget, revised, actual: goes to ImportSeries.Measure
	Values  []string `json:"values"`
}

// ImportRow is a row of a table with years across or down.
type ImportRow struct {
	Label   string `json:"label"`
	Cell    string `json:"cell"` // for ImportSeries.Cell
	Group   string `json:"group"`
	Measure string `json:"measure"`
	Total   bool   `json:"total"`
	Years   string `json:"years"` // 2019–2024
	Latest  string `json:"latest"`
}

// ImportTarget is a place of the plan that takes figures by year.
type ImportTarget struct {
	ID      string `json:"id"` // an input, or new:drivers, new:roles, new:lines, new:funding
	Name    string `json:"name"`
	Missing bool   `json:"missing"` // the plan still lacks it
	New     bool   `json:"new"`     // a name is wanted
}

// ImportRequest is the whole choice.
type ImportRequest struct {
	Language string         `json:"language"`
	Scenario string         `json:"scenario"` // only for the view that comes back
	Table    int            `json:"table"`    // position in ImportView.Tables
	Scale    string         `json:"scale"`    // empty: figures as they stand
	Decimal  string         `json:"decimal"`  // point, comma, or empty: as the file shows
	Mapping  string         `json:"mapping"`  // a saved one to begin from; empty: this choice
	SaveAs   string         `json:"saveAs"`   // name under which the plan keeps it; empty: the file's
	Series   []ImportSeries `json:"series"`
}

// ImportSeries is one run of figures and where it goes.
type ImportSeries struct {
	Target  string         `json:"target"` // of ImportTarget
	Name    string         `json:"name"`   // of what is new
	Unit    string         `json:"unit"`   // of what is new
	Cell    string         `json:"cell"`
	Label   string         `json:"label"` // instead of Cell, where a saved mapping names rows by it
	Measure string         `json:"measure"`
	Filters []ImportFilter `json:"filters"`
	Sum     bool           `json:"sum"`  // add up what falls in one year
	From    int            `json:"from"` // 0: from the first
	To      int            `json:"to"`   // 0: to the last
}

// ImportFilter keeps the rows of a long table with one of these values.
type ImportFilter struct {
	Column string   `json:"column"`
	Equal  []string `json:"equal"`
}

// ImportLine is what one series would bring.
type ImportLine struct {
	Target   string   `json:"target"`
	Sentence string   `json:"sentence"` // history of parcels: 6 figures from budget.xlsx B4:G4
	Figures  string   `json:"figures"`  // 2019: 10,567,000 … 2024: 9,745,000
	Notes    []string `json:"notes"`
	Fault    string   `json:"fault"` // why it cannot be taken; empty: it can
}

// UploadRequest is a file that came up through the browser, as it is.
type UploadRequest struct {
	Language string `json:"language"`
	Scenario string `json:"scenario"`
	Name     string `json:"name"`
	Base64   string `json:"base64"`
}

// PasteRequest is a block copied from a spreadsheet or a page.
type PasteRequest struct {
	Language string `json:"language"`
	Scenario string `json:"scenario"`
	Text     string `json:"text"`
}

// The methods of bringing in, all of Desk:
//
//	ImportDialog(Reading) (ImportView, error)            window only; a closed dialog gives Open false
//	ImportUpload(UploadRequest) (ImportView, error)
//	ImportPaste(PasteRequest) (ImportView, error)
//	ImportTry(ImportRequest) (ImportView, error)
//	ImportAccept(ImportRequest) (View, error)
//	ImportClose() error
//	Collect(Reading) (FileAnswer, error)                 writes the fill-in workbook; asks where; browser: Base64

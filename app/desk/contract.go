// Package desk is what the page may ask of the program: plain requests in, plain
// answers out. Nothing of the model crosses; amounts are texts.
//
// The same methods are bound to the window and served to a browser (see Serve in
// package main). Every method takes at most one struct or plain value and returns
// (T, error) or error. An error's text is a JSON Fault, which the page parses in
// one place. No method panics: see guard.
package desk

// Greeting is what the page needs before anything is open.
type Greeting struct {
	Version   string     `json:"version"`
	Browser   bool       `json:"browser"` // no file dialogs: files go up and down through the browser
	Languages []Language `json:"languages"`
	Language  string     `json:"language"` // to begin with
	Samples   []Choice   `json:"samples"`  // named in Language; in another the word is common.sample.<id>
}

// Language is one the reader may choose.
type Language struct {
	Code string `json:"code"`
	Name string `json:"name"` // in itself
	RTL  bool   `json:"rtl"`
}

// Choice is an id and what it is called.
type Choice struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Words are all words of one language and how it writes figures.
type Words struct {
	Language string            `json:"language"`
	RTL      bool              `json:"rtl"`
	Texts    map[string]string `json:"texts"`
	Decimal  string            `json:"decimal"`
	Group    string            `json:"group"`
	GroupMin int               `json:"groupMin"` // digits from which groups are cut
	Minus    string            `json:"minus"`
	Percent  string            `json:"percent"`
}

// View is everything the page shows of the open plan.
type View struct {
	Open         bool       `json:"open"` // false: nothing is open, the rest is empty
	Revision     int        `json:"revision"`
	Title        string     `json:"title"`
	Post         string     `json:"post"`
	File         string     `json:"file"`  // name of the file; empty: never saved
	Saved        bool       `json:"saved"` // nothing was changed since it was opened or saved
	Illustrative bool       `json:"illustrative"`
	CanUndo      bool       `json:"canUndo"`
	CanRedo      bool       `json:"canRedo"`
	Currency     string     `json:"currency"`
	Donor        string     `json:"donor"`
	Years        []YearHead `json:"years"`
	Scenario     string     `json:"scenario"` // "" is the base case
	Scenarios    []Choice   `json:"scenarios"`
	Chain        []Step     `json:"chain"`
	Story        []Figure   `json:"story"` // five: workload growth, real budget growth, people short, gap, placeholders
	Findings     []Finding  `json:"findings"`
	News         News       `json:"news"` // of the page named in the request
}

// YearHead is a fiscal year as a column's head.
type YearHead struct {
	Year   int    `json:"year"`
	Label  string `json:"label"` // 2026 or 2026/27
	Actual bool   `json:"actual"`
}

// Step is one entry of the chain list.
type Step struct {
	ID    string `json:"id"` // drivers
	Name  string `json:"name"`
	State string `json:"state"` // empty, placeholders, complete or fault
}

// Figure is one of the story bar: a label, the figure as the reader writes it,
// and a sentence that says what it means.
type Figure struct {
	ID       string `json:"id"`
	Label    string `json:"label"`
	Value    string `json:"value"`
	Detail   string `json:"detail"`
	Evidence string `json:"evidence"` // measured … placeholder, or certain
	Row      string `json:"row"`      // for Why; empty while the plan is unfinished
	Year     int    `json:"year"`     // for Why; 0: the row's one figure
}

// Series is one line of a chart; its points are in the order of View.Years.
type Series struct {
	ID     string   `json:"id"`
	Name   string   `json:"name"`
	Points []string `json:"points"` // plain decimals; empty: none
	Row    string   `json:"row"`    // of the graph
}

// Finding is a fault or a warning of the plan, in words.
type Finding struct {
	Place    string `json:"place"` // in words; may be empty
	Input    string `json:"input"` // id of the input it speaks of, to go there; may be empty
	Page     string `json:"page"`  // on which it can be mended; may be empty
	Sentence string `json:"sentence"`
	Remedy   string `json:"remedy"`
	Warning  bool   `json:"warning"`
}

// EditRequest changes figures of the base case, or of a scenario as overrides.
// All cells of one request are one step of undo.
type EditRequest struct {
	Language string     `json:"language"` // notation of the texts
	Scenario string     `json:"scenario"`
	Page     string     `json:"page"` // as in Reading
	Stamp    int        `json:"stamp"`
	Cells    []CellEdit `json:"cells"`
}

// CellEdit is what was typed or pasted into one cell. An empty text clears it; in
// a scenario it takes the override away, back to the base case.
//
// In a cell of a percentage (Text ends in the language's percent sign) "12 %" and
// "12" both mean 12 %; "0.12" means 0.12 %.
type CellEdit struct {
	Input string `json:"input"`
	Year  int    `json:"year"` // the cell's; 0 gives an input one value for all its years
	Text  string `json:"text"`
}

// EditAnswer is the plan after an edit. Cells that could not be read are left as
// they were and named in Faults; the page keeps what was typed.
type EditAnswer struct {
	View   View        `json:"view"`
	Faults []CellFault `json:"faults"`
}

// CellFault says what is wrong with one typed text.
type CellFault struct {
	Input    string `json:"input"`
	Year     int    `json:"year"`
	Text     string `json:"text"`
	Sentence string `json:"sentence"`
}

// Reading is in which language and scenario a view is wanted, and of which page what
// has become other; empty: of none.
type Reading struct {
	Language string `json:"language"`
	Scenario string `json:"scenario"`
	Page     string `json:"page"`
	Stamp    int    `json:"stamp"` // of the page that the reader has; 0: none, all of it is wanted
}

// FileRequest is a file that came up through the browser.
type FileRequest struct {
	Language string `json:"language"`
	Name     string `json:"name"`
	Text     string `json:"text"`
}

// FileAnswer is a file that was written: where it lies, or in a browser its
// content to download.
type FileAnswer struct {
	Chosen bool   `json:"chosen"` // false: the reader closed the dialog
	Name   string `json:"name"`
	Folder string `json:"folder"`
	Base64 string `json:"base64"` // browser only; empty where the plan was saved to the file it was served from
	View   View   `json:"view"`
}

// Fault is what an error's text holds, as JSON.
type Fault struct {
	Code     string `json:"code"`
	Sentence string `json:"sentence"`
	Remedy   string `json:"remedy"`
	Place    string `json:"place"`
}

// The methods, all of Desk:
//
//	Hello() (Greeting, error)
//	Say(language string) (Words, error)                  all words of a language
//	Look(Reading) (View, error)                          the open plan again, in another language or scenario
//	OpenSample(SampleRequest) (View, error)              {name, language}
//	OpenDialog(Reading) (View, error)                    window only; a closed dialog gives the view as it was
//	OpenUpload(FileRequest) (View, error)                browser only
//	Edit(EditRequest) (EditAnswer, error)
//	Kept(Reading) (View, error)                          once unsaved work lies on disk, or cannot: then a finding says so
//	Undo(Reading) (View, error)
//	Redo(Reading) (View, error)
//	Save(Reading) (FileAnswer, error)                    asks where if never saved; browser: Base64
//	SaveAs(Reading) (FileAnswer, error)
//	WriteWorkbook(WorkbookRequest) (FileAnswer, error)   asks where; browser: Base64
//	Stop(JobRequest) error                               stops work by the name that the page gave it
//	Progress(JobRequest) (JobProgress, error)            how far such work has come
//	Ready() error                                        the page is drawn; the program prints "ready" on stderr
//
// A scenario that the plan does not have is read as the base case, and View tells;
// only Edit refuses it.
//
// In a browser the same names are POST /call/<Method> with a JSON array of the
// arguments as body, Content-Type application/json; the answer is the JSON result
// (null for Ready), or status 422 with a Fault. Requests that no page of ours
// makes get another status, with a Fault too.

// SampleRequest names a sample to open.
type SampleRequest struct {
	Name     string `json:"name"`
	Language string `json:"language"`
}

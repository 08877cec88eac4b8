package desk

// What came back from others: a returned workbook held against what was written, and two
// plans or workbooks set beside each other.

// ReviewRequest asks for what was found, in another language or after the plan has changed;
// Job is what to stop the work by.
type ReviewRequest struct {
	Language string `json:"language"`
	Scenario string `json:"scenario"`
	Job      string `json:"job"`
}

// ReviewUploadRequest is a file that came up through the browser.
type ReviewUploadRequest struct {
	Language string `json:"language"`
	Scenario string `json:"scenario"`
	Job      string `json:"job"`
	Name     string `json:"name"`
	Base64   string `json:"base64"`
}

// ReviewTakeRequest takes one changed input into the open plan, by its number.
type ReviewTakeRequest struct {
	Language string `json:"language"`
	Scenario string `json:"scenario"`
	Number   int    `json:"number"`
}

// ReviewView is what was found in a returned workbook, in words.
type ReviewView struct {
	Open      bool          `json:"open"` // false: no workbook is looked at, the rest is empty
	Name      string        `json:"name"` // of the file
	State     string        `json:"state"`
	Sentence  string        `json:"sentence"`
	Signed    string        `json:"signed"`    // good, unknown, forged or none
	Signature string        `json:"signature"` // in words
	Ask       string        `json:"ask"`       // before and after
	Notes     []string      `json:"notes"`     // the version, figures of before, which plan it is of
	Edits     []ReviewEdit  `json:"edits"`
	Groups    []ReviewGroup `json:"groups"` // what else is not as it was written
}

// ReviewEdit is a changed input.
type ReviewEdit struct {
	Number int    `json:"number"`
	Place  string `json:"place"` // sheet and cell
	Name   string `json:"name"`
	Was    string `json:"was"`
	Is     string `json:"is"`
	Effect string `json:"effect"` // of this one alone on the ask
	Taking string `json:"taking"` // can, have or cannot: into the open plan
}

// ReviewGroup is findings of one kind.
type ReviewGroup struct {
	Kind  string       `json:"kind"`
	Title string       `json:"title"`
	Grave bool         `json:"grave"` // it was not to be changed
	Lines []ReviewLine `json:"lines"`
	More  int          `json:"more"` // left out of Lines
}

// ReviewLine is one finding.
type ReviewLine struct {
	Place string `json:"place"`
	Label string `json:"label"`
	Was   string `json:"was"`
	Is    string `json:"is"`
}

// ReviewTaken is the plan and the workbook after a changed input was taken.
type ReviewTaken struct {
	View   View       `json:"view"`
	Review ReviewView `json:"review"`
}

// ContrastRequest asks how two plans differ; Side is which of the two a file is for, 1 or 2.
// Of the first the open plan stands in as long as no file is given.
type ContrastRequest struct {
	Language string `json:"language"`
	Scenario string `json:"scenario"`
	Job      string `json:"job"`
	Side     int    `json:"side"`
}

// ContrastUploadRequest is a plan or workbook that came up through the browser.
type ContrastUploadRequest struct {
	Language string `json:"language"`
	Scenario string `json:"scenario"`
	Job      string `json:"job"`
	Side     int    `json:"side"`
	Name     string `json:"name"`
	Base64   string `json:"base64"`
}

// ContrastView is how a second plan differs from a first, the largest effect on the ask
// first.
type ContrastView struct {
	First  string         `json:"first"` // their names; empty: none is given
	Second string         `json:"second"`
	Own    bool           `json:"own"`  // the first is the open plan
	Both   bool           `json:"both"` // false: one is lacking, the rest is empty
	Ask    string         `json:"ask"`
	Same   string         `json:"same"` // a sentence where nothing differs; else empty
	Lines  []ContrastLine `json:"lines"`
	Gone   []string       `json:"gone"`
	New    []string       `json:"new"`
	Rest   string         `json:"rest"` // what no single difference explains; may be empty
}

// ContrastLine is one input that differs.
type ContrastLine struct {
	Name   string `json:"name"`
	Was    string `json:"was"`
	Is     string `json:"is"`
	Effect string `json:"effect"`
	Share  string `json:"share"` // of the largest effect, a plain decimal for a bar
}

// The methods of what came back, all of Desk:
//
//	Review(ReviewRequest) (ReviewView, error)
//	ReviewDialog(ReviewRequest) (ReviewView, error)          window only; asks which workbook
//	ReviewUpload(ReviewUploadRequest) (ReviewView, error)    browser only
//	ReviewTake(ReviewTakeRequest) (ReviewTaken, error)       one step of undo
//	ReviewPlan(Reading) (View, error)                        opens the plan that the workbook was written from
//	Contrast(ContrastRequest) (ContrastView, error)
//	ContrastDialog(ContrastRequest) (ContrastView, error)    window only; asks for a plan or workbook
//	ContrastUpload(ContrastUploadRequest) (ContrastView, error)
//	ContrastOwn(ContrastRequest) (ContrastView, error)       the open plan is the first again

package desk

// A workshop: the plans of many posts side by side. In the window a folder is chosen; in a
// browser its files come up in parts, because one request does not hold a region's.

// WorkshopRequest asks for the table that is laid out, in a currency and a language.
type WorkshopRequest struct {
	Language string `json:"language"`
	Currency string `json:"currency"` // of the totals; empty: the one that most plans can be turned into
	Hide     bool   `json:"hide"`     // names, countries and whatever else tells whose a figure is
	Job      string `json:"job"`      // of the workbook: what to stop it by
}

// WorkshopUploadRequest brings files up. The first part begins anew, the last lays the
// table out; before it the answer is empty.
type WorkshopUploadRequest struct {
	Language string          `json:"language"`
	First    bool            `json:"first"`
	Last     bool            `json:"last"`
	Files    []WorkshopPlain `json:"files"`
}

// WorkshopPlain is one file as it came up.
type WorkshopPlain struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// WorkshopPlanRequest opens the plan of a row.
type WorkshopPlanRequest struct {
	Language string `json:"language"`
	File     string `json:"file"`
}

// WorkshopView is the table.
type WorkshopView struct {
	Open         bool            `json:"open"` // false: no folder is laid out, the rest is empty
	Folder       string          `json:"folder"`
	Hidden       bool            `json:"hidden"`
	Illustrative bool            `json:"illustrative"`
	Currency     string          `json:"currency"`
	Currencies   []Choice        `json:"currencies"` // that any plan can be turned into
	Columns      []Choice        `json:"columns"`    // of figures, in the order of WorkshopPost.Figures
	Posts        []WorkshopPost  `json:"posts"`
	Groups       []WorkshopGroup `json:"groups"` // all posts first, then by status
	Left         []WorkshopLeft  `json:"left"`
	Sentences    []string        `json:"sentences"` // what the region needs, and what is missing
}

// WorkshopPost is one post of the table.
type WorkshopPost struct {
	ID       string         `json:"id"` // the same in every language and order
	Name     string         `json:"name"`
	Country  string         `json:"country"`
	Statuses string         `json:"statuses"`
	Years    string         `json:"years"`
	Counts   bool           `json:"counts"`
	Figures  []WorkshopCell `json:"figures"`
	Rates    []string       `json:"rates"` // currency and rate with its date, of each plan
	Notes    []string       `json:"notes"`
	Files    []Choice       `json:"files"` // its plans, to open: file and title
}

// WorkshopCell is a figure as it is read and as it is sorted; both empty where there is none.
type WorkshopCell struct {
	Text  string `json:"text"`
	Plain string `json:"plain"`
}

// WorkshopGroup is the posts of one status.
type WorkshopGroup struct {
	Name    string   `json:"name"`
	Figures []string `json:"figures"` // posts, need, granted, gap, share
}

// WorkshopLeft is a plan that is in no total.
type WorkshopLeft struct {
	Post  string `json:"post"`
	File  string `json:"file"`
	Why   string `json:"why"`
	Fault string `json:"fault"` // and what to do; empty where names are hidden
}

// The methods of a workshop, all of Desk:
//
//	WorkshopDialog(WorkshopRequest) (WorkshopView, error)        window only; asks for a folder, a closed dialog gives the table as it was
//	WorkshopUpload(WorkshopUploadRequest) (WorkshopView, error)  browser only
//	Workshop(WorkshopRequest) (WorkshopView, error)              the table again, in another language or currency
//	WorkshopPlan(WorkshopPlanRequest) (View, error)              opens a plan of the table
//	WorkshopWorkbook(WorkshopRequest) (FileAnswer, error)        the regional workbook; asks where; browser: Base64
//	WorkshopSheets(WorkshopRequest) (FileAnswer, error)          the sheets to print for a workshop; asks where; browser: Base64

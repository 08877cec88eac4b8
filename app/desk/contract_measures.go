package desk

// What the pages of risk and of measures ask for besides Page: how a year may turn out,
// which measures are best and why, and the catalogue.

// LossCurve is how the last year of the plan may turn out: drawn, so that it is asked for
// apart from the page.
type LossCurve struct {
	Given    bool        `json:"given"` // false: no losses are named, or the plan is unfinished
	Title    string      `json:"title"`
	Sentence string      `json:"sentence"`
	Method   string      `json:"method"` // number of draws and seed
	Unit     string      `json:"unit"`   // currency
	Points   []LossPoint `json:"points"` // the exceedance curve, amounts rising
	Levels   []LossLevel `json:"levels"` // mean and percentiles
}

// LossPoint is the chance that the year costs more than an amount.
type LossPoint struct {
	Amount        string `json:"amount"`        // plain decimal
	Text          string `json:"text"`          // as the reader writes it
	Without       string `json:"without"`       // share, plain decimal: without measures
	With          string `json:"with"`          // with those chosen
	ChanceWithout string `json:"chanceWithout"` // as the reader writes it, for the table behind the chart
	ChanceWith    string `json:"chanceWith"`
}

// LossLevel is one line under the curve: the mean, or a percentile.
type LossLevel struct {
	Label   string `json:"label"`
	Without string `json:"without"`
	With    string `json:"with"`
}

// AdviceRequest asks which measures are best; Job is what to stop the search by.
type AdviceRequest struct {
	Language string `json:"language"`
	Scenario string `json:"scenario"`
	Job      string `json:"job"`
}

// Advice is which measures are best and why, in words.
type Advice struct {
	Given    bool   `json:"given"`    // false: Sentence says why there is none
	Sentence string `json:"sentence"` // what the best choice is worth, and what is proven
	Warning  string `json:"warning"`  // a limit that the plan's own choice breaks; may be empty
	Same     bool   `json:"same"`     // the plan has chosen just that already

	// Cells switch the plan to the best choice, as one Edit.
	Cells []CellEdit `json:"cells"`

	Before string `json:"before"` // expected loss over the planned years without measures
	After  string `json:"after"`  // with the plan's own choice
	Best   string `json:"best"`   // with the best choice

	Measures []AdviceLine  `json:"measures"`
	Shares   []AdviceShare `json:"shares"`
	Near     []string      `json:"near"`    // sets nearly as good, in words
	Waiting  string        `json:"waiting"` // cost of beginning a year later
	Later    string        `json:"later"`   // what recurs once the donor has left
	Band     string        `json:"band"`    // Gordon and Loeb's sanity band, with its caveat
}

// AdviceLine is one measure.
type AdviceLine struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Chosen string `json:"chosen"` // by the plan: the year it begins in; empty: not
	Best   string `json:"best"`   // by the optimiser
	Cost   string `json:"cost"`   // alone, over the planned years
	Worth  string `json:"worth"`  // alone
	Why    string `json:"why"`    // why it is not in the best choice, and the cheapest change; empty if it is
}

// AdviceShare is what is best at a share of the money.
type AdviceShare struct {
	Percent int        `json:"percent"`
	Label   string     `json:"label"`
	Worth   string     `json:"worth"`   // the sum of single effects, by which it was sought
	Plain   string     `json:"plain"`   // plain decimal, for the chart
	Warning string     `json:"warning"` // a limit that they break together, beyond the share; may be empty
	Count   int        `json:"count"`
	List    string     `json:"list"`
	Cells   []CellEdit `json:"cells"` // switch the plan to it
}

// Catalogue is what the program knows of measures and losses.
type Catalogue struct {
	Measures []CatalogueMeasure `json:"measures"`
	Losses   []CatalogueLoss    `json:"losses"`
}

// CatalogueMeasure is a measure of the catalogue.
type CatalogueMeasure struct {
	ID        string              `json:"id"`
	Name      string              `json:"name"`
	Text      string              `json:"text"`
	Function  string              `json:"function"`  // of the NIST CSF 2.0, in words
	Programme string              `json:"programme"` // offered in the postal sector's programme, in words; empty: not
	Practice  string              `json:"practice"`  // where it is described
	Cautions  []string            `json:"cautions"`
	Evidence  []CatalogueEvidence `json:"evidence"` // what is published about it; the last says what it is worth here
	Have      bool                `json:"have"`     // the plan has it
}

// CatalogueEvidence is one published figure or finding, in words, and the title of its
// source in that one's own language; empty where it speaks of no source.
type CatalogueEvidence struct {
	Text   string `json:"text"`
	Source string `json:"source"`
}

// CatalogueLoss is a loss a plan may begin with.
type CatalogueLoss struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Text string `json:"text"`
	Have bool   `json:"have"`
}

// TakeRequest adds measures and losses of the catalogue to the plan, without figures, as
// one step of undo.
type TakeRequest struct {
	Language string   `json:"language"`
	Scenario string   `json:"scenario"`
	Measures []string `json:"measures"`
	Losses   []string `json:"losses"`
}

// MeasuresRequest is a file of measures that came up through the browser.
type MeasuresRequest struct {
	Language string `json:"language"`
	Scenario string `json:"scenario"`
	Name     string `json:"name"`
	Text     string `json:"text"`
}

// MeasuresTaken is the plan with the measures of a file, as one step of undo.
type MeasuresTaken struct {
	Chosen bool   `json:"chosen"` // false: the dialog was closed
	Told   string `json:"told"`   // how many came, and what had to be left out of them
	View   View   `json:"view"`
}

// The methods of these pages, all of Desk:
//
//	LossCurve(Reading) (LossCurve, error)
//	Advise(AdviceRequest) (Advice, error)      can be stopped by Stop; fault "search_stopped" then
//	Catalogue(Reading) (Catalogue, error)
//	Take(TakeRequest) (View, error)
//	ShareMeasures(Reading) (FileAnswer, error)             asks where; browser: Base64
//	TakeMeasures(MeasuresRequest) (MeasuresTaken, error)   a file of measures, its text given
//	TakeMeasuresDialog(Reading) (MeasuresTaken, error)     asks which; only where there is a window

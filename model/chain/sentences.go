package chain

import (
	"strconv"

	"outrigger/model/calc"
	"outrigger/model/financing"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// Sentence is one of those that make the case: words with figures of the graph in their
// places. Window and workbook say it from the same figures.
type Sentence struct {
	ID     string // of plan.Sentences
	Quotes []Quote
}

// Quote is a figure of a sentence, or a word that follows from the plan: a fiscal year, a
// currency.
type Quote struct {
	Name     string    // its place in the words
	Row      calc.ID   // empty: a word
	Year     span.Year // of the row; 0: its one figure. Of a word: the fiscal year it names
	Places   int       // that the figure is told with
	Fiscal   bool      // the figure is itself a fiscal year; 0: there is none
	Currency string    // of an amount; of a word: what it names
}

// Sentences are the sentences that make the case, in the order they are told.
func (c *Case) Sentences() []Sentence {
	h, end := c.Financing, c.Plan.Years.Last
	own, donor := c.Plan.Money.Currency, c.donor()
	amount := func(name string, row calc.ID, code string) Quote {
		of, _ := money.ByCode(code)
		return Quote{Name: name, Row: row, Places: of.Places, Currency: code}
	}
	return []Sentence{
		{"index", []Quote{
			{Name: "year", Year: end},
			{Name: "work", Row: c.Workload.Index, Year: end},
			{Name: "budget", Row: h.Index, Year: end},
			{Name: "base", Year: financing.Base(c.Plan)},
		}},
		{"short", []Quote{
			{Name: "first", Row: c.Staffing.FirstShort, Fiscal: true},
			{Name: "people", Row: c.Staffing.ShortWorst, Year: end, Places: 1},
		}},
		{"gap", []Quote{
			amount("need", h.NeedTotal.Local, own),
			{Name: "currency", Currency: own}, // not in its words: a wording is moved by it too
			amount("granted", h.GrantedTotal.Local, own),
			amount("gap", h.GapTotal.Local, own),
			amount("donor_gap", h.GapTotal.Donor, donor),
			{Name: "donor", Currency: donor},
		}},
	}
}

// Read gives the figure of a quote in a reading; false for a word.
func (q Quote) Read(s *calc.State) (money.Number, bool) {
	switch {
	case q.Row == "":
		return money.Number{}, false
	case q.Year == 0:
		return s.Single(q.Row)
	}
	return s.Value(q.Row, q.Year)
}

// Told is what a quote says in a reading, in no language: what plan.Quote keeps.
func (q Quote) Told(s *calc.State) string {
	if n, is := q.Read(s); is {
		return money.Canonical(money.Round(n, q.Places))
	}
	if q.Year != 0 {
		return strconv.Itoa(int(q.Year))
	}
	return q.Currency
}

// Wording is a sentence as somebody words it now, with what its figures tell in a reading.
func (t Sentence) Wording(s *calc.State, language, text string) plan.Wording {
	w := plan.Wording{Sentence: t.ID, Language: language, Text: text}
	for _, q := range t.Quotes {
		w.Figures = append(w.Figures, plan.Quote{Name: q.Name, Value: q.Told(s)})
	}
	return w
}

// Was is what a quote told when a sentence was worded; empty if the wording does not say.
func (q Quote) Was(w plan.Wording) string {
	for _, f := range w.Figures {
		if f.Name == q.Name {
			return f.Value
		}
	}
	return ""
}

// Moved are the quotes that tell something else in a reading than when a sentence was
// worded, so that the wording may no longer agree.
func (t Sentence) Moved(s *calc.State, w plan.Wording) []Quote {
	var moved []Quote
	for _, q := range t.Quotes {
		if q.Was(w) != q.Told(s) {
			moved = append(moved, q)
		}
	}
	return moved
}

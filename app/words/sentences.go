package words

import (
	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// Sentence is a sentence of the case as drafted from the figures of a reading.
func (r Reader) Sentence(t chain.Sentence, s *calc.State, startMonth int) string {
	args := map[string]string{}
	for _, q := range t.Quotes {
		args[q.Name] = r.Quote(q, q.Told(s), startMonth)
	}
	return r.Say(r.SentenceKey(t, s), args)
}

// SentenceKey is the key of the words of a sentence: one without a lack of people says so.
func (r Reader) SentenceKey(t chain.Sentence, s *calc.State) string {
	for _, q := range t.Quotes {
		if q.Fiscal && q.Told(s) == "0" {
			return "workbook.case.enough"
		}
	}
	return "workbook.case." + t.ID
}

// Quote writes what a quote tells, or told when a sentence was worded.
func (r Reader) Quote(q chain.Quote, told string, startMonth int) string {
	n, err := money.Parse(told)
	if q.Row == "" && q.Year == 0 || err != nil {
		return told
	}
	if q.Fiscal || q.Row == "" {
		if n.IsZero() {
			return ""
		}
		year, _, _ := n.Int64(0)
		return span.Year(year).Label(startMonth)
	}
	return r.Coded(r.Number(n, q.Places), q.Currency)
}

// WordedIn lists the languages in which a post words a sentence itself, but for one.
func (r Reader) WordedIn(p *plan.Plan, sentence string) []string {
	var found []string
	for _, lang := range Languages() {
		if lang != r.lang && plan.Worded(p, sentence, lang) != nil {
			found = append(found, r.Say("common.language."+lang, nil))
		}
	}
	return found
}

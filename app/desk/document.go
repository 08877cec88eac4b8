package desk

import (
	"outrigger/app/shelf"
	"outrigger/datasets"
	"outrigger/model/chain"
	"outrigger/model/plan"
)

// maxHistory is how many edits can be taken back. A plan is small; this is a few
// megabytes.
const maxHistory = 200

// document is the open plan and how it came to be so. The plans in it are never
// changed, an edit makes a copy; so they may be written to disk while the reader
// goes on.
type document struct {
	plan, saved *plan.Plan
	undo, redo  []past

	file     *shelf.File // nil: never saved
	name     string      // of the file, or proposed for it
	journal  *shelf.Journal
	uploaded bool // came through the browser, or went down through it

	noted     ledger         // of the plan; see inputs
	checked   []plan.Finding // what plan.Check says of the plan
	findings  []plan.Finding
	calced    *chain.Case // nil: the plan cannot be calculated
	drawn     drawn       // what the ranges were last read from
	recovered *recovery   // nil: it was opened as it was saved

	lock   *shelf.Lock // nil: held by nobody, or by another window
	locked bool        // another window has the file open
}

// recovery says that unsaved work was found.
type recovery struct {
	day   string // ISO 8601
	stale bool   // the file was changed since by somebody else
}

// past is a plan as it was before or after a change.
type past struct {
	plan    *plan.Plan
	figures []string // the inputs whose figures the change was about; none: it was about more
}

// calculate works the plan out. Where it differs from the one before in the figures
// of some inputs alone, only what depends on them is worked out.
func (o *document) calculate(facts *datasets.Data, figures ...string) {
	o.checked = plan.Check(o.plan)
	if o.calced != nil && len(figures) > 0 {
		if c, findings, ok := o.calced.Again(o.plan, o.checked, figures); ok {
			o.calced, o.findings = c, findings
			return
		}
	}
	o.calced, o.findings = chain.Build(o.plan, facts.FactsFor(o.plan.Post.Country))
}

// inputs are the figures of the open plan that a person may change.
func (o *document) inputs() ledger {
	if o.noted.plan != o.plan {
		o.noted = ledgerOf(o.plan)
	}
	return o.noted
}

// put makes a changed copy the open plan, as one step of undo.
func (o *document) put(p *plan.Plan, figures ...string) {
	o.undo = append(o.undo, past{o.plan, figures})
	if len(o.undo) > maxHistory {
		o.undo = o.undo[1:]
	}
	o.plan, o.redo = p, nil
}

// back takes the last change back, and tells which figures it was about.
func (o *document) back() (figures []string, done bool) { return o.walk(&o.undo, &o.redo) }

// forth makes it again.
func (o *document) forth() (figures []string, done bool) { return o.walk(&o.redo, &o.undo) }

func (o *document) walk(from, to *[]past) ([]string, bool) {
	n := len(*from)
	if n == 0 {
		return nil, false
	}
	next := (*from)[n-1]
	*to = append(*to, past{o.plan, next.figures})
	*from, o.plan = (*from)[:n-1], next.plan
	return next.figures, true
}

// unkept waits for the journal, and reports whether there is unsaved work that it
// could not write.
func (o *document) unkept() bool {
	err := o.journal.Flush()
	return err != nil && o.plan != o.saved
}

// keep hands unsaved work to the journal, which writes it while the reader goes on.
func (o *document) keep() {
	if o.plan == o.saved {
		o.journal.Forget()
	} else {
		o.journal.Keep(o.plan)
	}
}

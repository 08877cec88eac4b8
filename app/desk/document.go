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

	noted     [2]ledger // of the plan and of one beside it; see ledger
	verdict   verdict   // of the plan that was checked last; see judge
	checked   verdict   // of the plan
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
	checked verdict
}

// verdict is a plan with what plan.Check says of it.
type verdict struct {
	plan     *plan.Plan
	findings []plan.Finding
}

// judge checks a plan, unless it is the one that was checked last.
func (o *document) judge(p *plan.Plan) verdict {
	if o.verdict.plan != p {
		o.verdict = verdict{p, plan.Check(p)}
	}
	return o.verdict
}

// calculate works the plan out. Where it differs from the one before in the figures
// of some inputs alone, only what depends on them is worked out.
func (o *document) calculate(facts *datasets.Data, figures ...string) {
	o.checked = o.judge(o.plan)
	if o.calced != nil && len(figures) > 0 {
		if c, findings, ok := o.calced.Again(o.plan, o.checked.findings, figures); ok {
			o.calced, o.findings = c, findings
			return
		}
	}
	o.calced, o.findings = chain.Build(o.plan, facts.FactsFor(o.plan.Post.Country))
}

// inputs are the figures of the open plan that a person may change.
func (o *document) inputs() ledger { return o.ledger(o.plan) }

// ledger is that of the open plan, or of another such as the one it is about to become;
// the last two are kept.
func (o *document) ledger(p *plan.Plan) ledger {
	if o.noted[0].plan != p {
		o.noted[0], o.noted[1] = o.noted[1], o.noted[0]
	}
	if o.noted[0].plan != p {
		o.noted[0] = ledgerOf(p)
	}
	return o.noted[0]
}

// put makes a changed copy the open plan, as one step of undo.
func (o *document) put(p *plan.Plan, figures ...string) {
	o.undo = append(o.undo, past{o.plan, figures, o.checked})
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
	*to = append(*to, past{o.plan, next.figures, o.checked})
	*from, o.plan = (*from)[:n-1], next.plan
	o.verdict = next.checked
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

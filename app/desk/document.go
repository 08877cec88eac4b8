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
	undo, redo  []*plan.Plan

	file     *shelf.File // nil: never saved
	name     string      // of the file, or proposed for it
	journal  *shelf.Journal
	uploaded bool // came through the browser, or went down through it

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

func (o *document) calculate(facts *datasets.Data) {
	o.calced, o.findings = chain.Build(o.plan, facts.FactsFor(o.plan.Post.Country))
}

// put makes a changed copy the open plan, as one step of undo.
func (o *document) put(p *plan.Plan) {
	o.undo = append(o.undo, o.plan)
	if len(o.undo) > maxHistory {
		o.undo = o.undo[1:]
	}
	o.plan, o.redo = p, nil
}

func (o *document) back() bool {
	n := len(o.undo)
	if n == 0 {
		return false
	}
	o.redo = append(o.redo, o.plan)
	o.plan, o.undo = o.undo[n-1], o.undo[:n-1]
	return true
}

func (o *document) forth() bool {
	n := len(o.redo)
	if n == 0 {
		return false
	}
	o.undo = append(o.undo, o.plan)
	o.plan, o.redo = o.redo[n-1], o.redo[:n-1]
	return true
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

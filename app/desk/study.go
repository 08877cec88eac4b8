package desk

import (
	"bytes"
	"slices"
	"sync"

	"outrigger/model/chain"
	"outrigger/model/measures"
	"outrigger/model/plan"
)

// studies keeps the cases that long work reads: searching, writing, holding a workbook
// against what was written. The same plan is always the same case, so that its best choice
// of measures is sought once. A plan is never changed once it is made, an edit makes
// another; so what is known of one is never told of the next.
type studies struct {
	mu  sync.Mutex
	all []studied // the last ones, the latest first
}

// studied is a case, and the plan as it is written to a file.
type studied struct {
	*chain.Case
	text []byte
}

// mostStudied is how many plans are kept: the open one and one that came back.
const mostStudied = 2

// of gives the case of a plan, made where none is kept; nil if the plan cannot be
// calculated.
func (s *studies) of(p *plan.Plan, facts plan.Facts) *chain.Case {
	s.mu.Lock()
	defer s.mu.Unlock()
	text, err := plan.Marshal(p)
	at := slices.IndexFunc(s.all, func(c studied) bool { return c.Plan == p || err == nil && bytes.Equal(c.text, text) })
	if at >= 0 {
		known := s.all[at]
		s.all = slices.Insert(slices.Delete(s.all, at, at+1), 0, known)
		return known.Case
	}
	c, _ := chain.Build(p, facts)
	if c != nil && err == nil {
		s.all = slices.Insert(s.all, 0, studied{c, text})
		s.all = s.all[:min(len(s.all), mostStudied)]
	}
	return c
}

// study is the case of a plan for work that takes a moment.
func (d *Desk) study(p *plan.Plan) *chain.Case {
	return d.studies.of(p, d.setup.Facts.FactsFor(p.Post.Country))
}

// advise asks the optimiser as a part of a piece of work: it stops with it, by
// measures.ErrStopped, and how far it has come can be asked for by Progress.
func (d *Desk) advise(c *chain.Case, scenario, job string) (*chain.Advice, error) {
	d.mu.Lock()
	stop := d.stopping(job)
	d.mu.Unlock()
	a, err := c.Advise(scenario, func() bool { return over(stop) }, func(done float64) {
		d.mu.Lock()
		defer d.mu.Unlock()
		if d.jobs[job] == stop {
			if d.done == nil {
				d.done = map[string]float64{}
			}
			d.done[job] = done
		}
	})
	if over(stop) {
		return a, measures.ErrStopped
	}
	return a, err
}

// Progress tells how far a piece of work has come.
func (d *Desk) Progress(r JobRequest) (JobProgress, error) {
	return guard(d, "Progress", r.Language, func() (JobProgress, error) {
		d.mu.Lock()
		defer d.mu.Unlock()
		return JobProgress{Percent: int(100 * d.done[r.Job])}, nil
	})
}

package chain

import (
	"errors"
	"slices"
	"sync"

	"outrigger/model/calc"
	"outrigger/model/measures"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// Shares are the parts of the money at which the choice is asked for, in percent.
var Shares = []int{60, 80, 100, 120}

// Searching is how many branches the optimiser looks at for one answer, the same on every
// surface, so that they tell the same and a workbook is the same twice.
const Searching = 200_000

// nearSets is how many sets within nearWithin of the best are told, the best among them.
const (
	nearSets   = 5
	nearWithin = 0.02
)

// Advice is which measures are best, and why.
type Advice struct {
	*Choosing
	Best  measures.Solution
	Joint Joint // of the best

	// Together is the best bettered by what the measures do together, and what is to be
	// taken over: worth at least as much as the best, with nothing in it that adds nothing.
	Together      []measures.Choice
	TogetherJoint Joint

	Chosen  []measures.Choice // by the plan itself
	Current Joint             // of those

	Why     map[string]measures.Reason // for every measure that the best leaves out
	Shares  []Answer
	Near    []Near
	Waiting measures.Delay

	// After is what the best choice costs in the last year, run costs alone: what has to
	// be paid every year once the donor has left.
	After money.Number
}

// Near is a set of measures worth nearly as much as the best.
type Near struct {
	measures.Solution
	Joint Joint
}

// Advise asks the optimiser everything. Stop is asked now and then whether to stop, nil
// never; progress is told how much is done, from 0 to 1, nil for nobody. Errors: those of
// measures.Solve, among them *measures.InfeasibleError with its repairs; nil advice for a
// plan without measures.
//
// The same case always gives the same advice, which is kept; an answer that was stopped is
// not.
func (c *Case) Advise(scenario string, stop func() bool, progress func(float64)) (*Advice, error) {
	c.advice.Lock()
	defer c.advice.Unlock()
	if known, has := c.advice.by[scenario]; has {
		return known.Advice, known.err
	}
	stopped := false
	asked := func() bool { stopped = stopped || stop != nil && stop(); return stopped }
	a, err := c.advise(scenario, asked, progress)
	if !stopped {
		if c.advice.by == nil {
			c.advice.by = map[string]kept{}
		}
		c.advice.by[scenario] = kept{a, err}
	}
	return a, err
}

// advised keeps the advice of a case, by scenario.
type advised struct {
	sync.Mutex
	by map[string]kept
}

type kept struct {
	*Advice
	err error
}

func (c *Case) advise(scenario string, stop func() bool, progress func(float64)) (*Advice, error) {
	q := c.Choosing(scenario)
	if q == nil {
		return nil, nil
	}
	if progress == nil {
		progress = func(float64) {}
	}
	l := measures.Limits{Nodes: Searching, Stop: stop}
	a := &Advice{Choosing: q, Chosen: c.Chosen(scenario), Why: map[string]measures.Reason{}}
	a.Current = q.Joint(a.Chosen)
	var err error
	if a.Best, err = measures.Solve(q.Problem, l); err != nil {
		return a, err
	}
	a.Joint = q.Joint(a.Best.Chosen)
	a.Together = q.Together(a.Best.Chosen, stop)
	a.TogetherJoint = q.Joint(a.Together)
	best := c.With(scenario, a.Together)
	a.After, _ = best.Value(c.Measures.Run, c.Plan.Years.Last)
	progress(0.2)
	if a.Shares, err = q.AtShares(Shares, a.Best, l); err != nil {
		return a, err
	}
	progress(0.4)
	if a.Waiting, err = measures.Waiting(q.Problem, a.Best, l); err != nil && !errors.As(err, new(*measures.FaultError)) && !errors.Is(err, measures.ErrInfeasible) {
		return a, err // that a mandatory measure must begin at once is no fault
	}
	near, err := measures.Near(q.Problem, a.Best, nearWithin, nearSets, l)
	if err != nil {
		return a, err
	}
	for _, s := range near {
		a.Near = append(a.Near, Near{s, q.Joint(s.Chosen)})
	}
	progress(0.5)
	for i, m := range c.Plan.Measures {
		if !a.Best.Has(m.ID) && slices.ContainsFunc(q.Problem.Options, func(o measures.Option) bool { return o.Measure == m.ID }) {
			if a.Why[m.ID], err = q.why(a.Best, m.ID, stop); err != nil {
				return a, err
			}
		}
		progress(0.5 + 0.5*float64(i+1)/float64(len(c.Plan.Measures)))
	}
	return a, nil
}

// reasoning is how many branches are looked at for one step of a reason, of which there
// are many: a reason that takes longer is told without its cheapest change.
const reasoning = 200

// why says why a measure is left out. One that is worth nothing by what counts needs no
// search.
func (q *Choosing) why(best measures.Solution, measure string, stop func() bool) (measures.Reason, error) {
	worth := false
	for _, o := range q.Problem.Options {
		worth = worth || o.Measure == measure && o.Value > 0
	}
	if !worth {
		return measures.Reason{Binding: measures.Worthless}, nil
	}
	return measures.WhyNot(q.Problem, best, measure, measures.Limits{Nodes: reasoning, Stop: stop})
}

// Single is what one measure costs, takes in its first year (hours, all roles together)
// and is worth by itself, and when it then begins.
type Single struct {
	Cost, Hours money.Number
	Worth       float64
	Start       span.Year
}

// Alone reads a measure as if it alone were chosen, beginning in the year in which the
// plan has it begin, or in the first that is possible where that one is not.
func (q *Choosing) Alone(measure string) Single {
	var one Single
	at := slices.IndexFunc(q.c.Plan.Measures, func(m plan.Measure) bool { return m.ID == measure })
	if at < 0 {
		return one
	}
	m := q.c.Plan.Measures[at]
	n, _, _ := q.c.Plan.StartOf(m).Int64(0)
	one.Start = span.Year(n)
	var own []measures.Option
	for _, o := range q.Problem.Options {
		if o.Measure == measure {
			own = append(own, o)
		}
	}
	if len(own) > 0 {
		at = max(0, slices.IndexFunc(own, func(o measures.Option) bool { return o.Start == one.Start }))
		one.Worth, one.Start = own[at].Value, own[at].Start
	}
	q.try([]measures.Choice{{Measure: measure, Start: one.Start}}, func(s *calc.State) {
		if len(own) > 0 { // what is not priced yet would look free
			one.Cost, _ = s.Single(q.c.Measures.CostTotal[measure])
		}
		for _, id := range q.c.Portfolio.Spends[measure] {
			n, _ := s.Value(id, one.Start)
			one.Hours, _ = one.Hours.Add(n)
		}
	})
	return one
}

package chain

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"sync"

	"outrigger/model/calc"
	"outrigger/model/financing"
	"outrigger/model/measures"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// Choosing is the question which measures to choose, as the optimiser takes it: every
// figure in it is read from the graph, with one measure alone switched on.
type Choosing struct {
	Problem measures.Problem
	// Zero says why there is nothing to choose by: no measure is worth anything by what
	// counts, for instance because every effect is still missing.
	Zero bool
	// Unpriced are the measures that are left out of the question until their quantities
	// and prices are given: they would look free.
	Unpriced []string

	c        *Case
	scenario string
	off      *calc.State // without any measure
	places   int         // of the post's currency

	lock  sync.Mutex
	trial *calc.Trial // of off
}

// turned are the switches of a measure that begins in a year.
func (c *Case) turned(m plan.Measure, year span.Year) []calc.Change {
	on, start := switches(m)
	return []calc.Change{{Row: on, Leaf: c.leaf(1)}, {Row: start, Leaf: c.leaf(int(year))}}
}

// try reads what measures take and are worth, some of them chosen and all others not.
func (q *Choosing) try(chosen []measures.Choice, read func(*calc.State)) {
	q.lock.Lock()
	defer q.lock.Unlock()
	var changes []calc.Change
	for _, m := range q.c.Plan.Measures {
		for _, one := range chosen {
			if one.Measure == m.ID {
				changes = append(changes, q.c.turned(m, one.Start)...)
			}
		}
	}
	q.trial.With(changes, read)
}

// switches are the inputs that choose a measure.
func switches(m plan.Measure) (chosen, start calc.ID) {
	id := calc.ID("measures/" + m.ID)
	return id + "/chosen", id + "/start"
}

// leaf is a single figure in an input.
func (c *Case) leaf(n int) calc.Leaf {
	return calc.Leaf{Once: true, Values: []money.Number{money.Int(n)}, Given: []bool{true}, Asked: []bool{true}}
}

// With reads a scenario with some measures chosen and all others not.
func (c *Case) With(scenario string, chosen []measures.Choice) *calc.State {
	starts := map[string]span.Year{}
	for _, choice := range chosen {
		starts[choice.Measure] = choice.Start
	}
	var ids []calc.ID
	var own []calc.Change
	for _, m := range c.Plan.Measures {
		on, start := switches(m)
		ids = append(ids, on)
		year, is := starts[m.ID]
		if !is {
			own = append(own, calc.Change{Row: on, Leaf: c.leaf(0)})
			continue
		}
		ids = append(ids, start)
		own = append(own, calc.Change{Row: on, Leaf: c.leaf(1)}, calc.Change{Row: start, Leaf: c.leaf(int(year))})
	}
	return c.State(scenario).On(c.Model, ids, own...)
}

// Chosen are the measures that a scenario has chosen, in the order of their ids.
func (c *Case) Chosen(scenario string) []measures.Choice {
	s := c.State(scenario)
	var all []measures.Choice
	for _, m := range c.Plan.Measures {
		on, start := switches(m)
		if is, _ := s.Single(on); !is.IsPos() {
			continue
		}
		year, _ := s.Single(start)
		n, _, _ := year.Int64(0)
		all = append(all, measures.Choice{Measure: m.ID, Start: span.Year(n)})
	}
	slices.SortFunc(all, func(a, b measures.Choice) int {
		if a.Measure < b.Measure {
			return -1
		}
		return 1
	})
	return all
}

// Choosing puts the question for a scenario. Nil if the plan has no measures or no planned
// years.
func (c *Case) Choosing(scenario string) *Choosing {
	planned := c.Plan.Axis().Planned()
	if len(c.Plan.Measures) == 0 || len(planned) == 0 || c.State(scenario) == nil {
		return nil
	}
	currency, _ := money.ByCode(c.Plan.Money.Currency)
	q := &Choosing{c: c, scenario: scenario, off: c.With(scenario, nil), places: currency.Places, Zero: true}
	q.limits(planned)
	q.trial = q.off.Trial(q.counted()...)
	for _, m := range c.Plan.Measures {
		if m.Unpriced() {
			q.Unpriced = append(q.Unpriced, m.ID)
			continue // it would look free
		}
		for _, year := range planned {
			if year < m.Earliest || m.Latest != 0 && year > m.Latest {
				continue
			}
			q.try([]measures.Choice{{Measure: m.ID, Start: year}}, func(s *calc.State) { q.option(m, year, s) })
		}
	}
	q.rules()
	return q
}

// rules are what measures ask of one another. What needs a measure that is not offered is
// not offered either.
func (q *Choosing) rules() {
	offered := map[string]bool{}
	for _, o := range q.Problem.Options {
		offered[o.Measure] = true
	}
	for again := true; again; {
		again = false
		for _, m := range q.c.Plan.Measures {
			if offered[m.ID] && slices.ContainsFunc(m.Needs, func(id string) bool { return !offered[id] }) {
				offered[m.ID], again = false, true
			}
		}
	}
	q.Problem.Options = slices.DeleteFunc(q.Problem.Options, func(o measures.Option) bool { return !offered[o.Measure] })
	for _, m := range q.c.Plan.Measures {
		if !offered[m.ID] {
			continue
		}
		for _, first := range m.Needs {
			q.Problem.Needs = append(q.Problem.Needs, measures.Need{Measure: m.ID, First: first})
		}
		for _, other := range m.Excludes {
			if offered[other] {
				q.Problem.Exclusions = append(q.Problem.Exclusions, []string{m.ID, other})
			}
		}
		if m.Mandatory {
			q.Problem.Mandatory = append(q.Problem.Mandatory, m.ID)
		}
	}
}

// limits reads what there is for measures in each year.
func (q *Choosing) limits(planned []span.Year) {
	add := func(l financing.Limit, id string, kind measures.Kind, places int) {
		r := measures.Resource{ID: id, Kind: kind, Ceilings: map[span.Year]int64{}}
		for _, year := range planned {
			free, _ := q.off.Value(l.Free, year)
			r.Ceilings[year] = max(0, whole(free, places, math.Floor))
		}
		q.Problem.Resources = append(q.Problem.Resources, r)
	}
	for _, l := range q.c.Measures.Money {
		add(l, MoneyOf(l), measures.Money, q.places)
	}
	for _, l := range q.c.Measures.Hours {
		add(l, HoursOf(l), measures.Hours, hundredths)
	}
	if l := q.c.Measures.Starts; l != nil {
		n, _ := q.off.Single(l.Free)
		most, _, _ := n.Int64(0)
		q.Problem.PerYear = int(most)
	}
}

// MoneyOf and HoursOf name a limit as the optimiser's resource.
func MoneyOf(l financing.Limit) string { return "money/" + l.ID }
func HoursOf(l financing.Limit) string { return "hours/" + l.ID }

// hundredths are the places that hours are counted to.
const hundredths = 2

// whole counts a figure in units of its last place.
func whole(n money.Number, places int, round func(float64) float64) int64 {
	return int64(round(money.Float(n)*math.Pow10(places) - slack*roundSign(round)))
}

// slack keeps a figure that is whole already from being rounded on by the last digit of a
// floating-point product.
const slack = 1e-6

func roundSign(round func(float64) float64) float64 {
	if round(0.5) == 0 {
		return -1
	}
	return 1
}

// counted are the rows that tell what measures take and are worth, and what they leave.
func (q *Choosing) counted() []calc.ID {
	rows := []calc.ID{q.c.Worth.Present}
	for _, l := range slices.Concat(q.c.Measures.Money, q.c.Measures.Hours) {
		rows = append(rows, l.Used, l.Left)
	}
	if l := q.c.Measures.Starts; l != nil {
		rows = append(rows, l.Left)
	}
	for _, m := range q.c.Plan.Measures {
		rows = append(rows, q.c.Measures.CostTotal[m.ID])
		rows = slices.AppendSeq(rows, maps.Values(q.c.Portfolio.Spends[m.ID]))
	}
	return rows
}

// option reads what one measure takes and is worth if it alone begins in a year, in a
// reading in which it does.
func (q *Choosing) option(m plan.Measure, year span.Year, s *calc.State) {
	o := measures.Option{Measure: m.ID, Start: year}
	present, _ := s.Single(q.c.Worth.Present)
	none, _ := q.off.Single(q.c.Worth.Present)
	o.Value = money.Float(present) - money.Float(none)
	if o.Value != 0 {
		q.Zero = false
	}
	use := func(l financing.Limit, id string, places int) {
		for _, y := range q.c.Plan.Axis().Planned() {
			with, _ := s.Value(l.Used, y)
			if n := whole(with, places, math.Ceil); n != 0 {
				o.Uses = append(o.Uses, measures.Use{Resource: id, Year: y, Amount: n})
			}
		}
	}
	for _, l := range q.c.Measures.Money {
		use(l, MoneyOf(l), q.places)
	}
	for _, l := range q.c.Measures.Hours {
		use(l, HoursOf(l), hundredths)
	}
	q.Problem.Options = append(q.Problem.Options, o)
}

// At is the same question with every ceiling of money at a share, in percent.
func (q *Choosing) At(percent int) measures.Problem {
	p := q.Problem
	p.Resources = slices.Clone(p.Resources)
	for i, r := range p.Resources {
		if r.Kind != measures.Money {
			continue
		}
		scaled := map[span.Year]int64{}
		for year, limit := range r.Ceilings {
			// In two parts, so that large ceilings do not overflow.
			scaled[year] = limit/100*int64(percent) + limit%100*int64(percent)/100
		}
		p.Resources[i].Ceilings = scaled
	}
	return p
}

// Answer is what is best at a share of the money, and what is best among the sets that
// keep what the answer at the share before holds.
type Answer struct {
	Percent      int
	Best, Nested measures.Solution
}

// AtShares answers at shares of the money, smallest first, where the best at all of it is
// known already. Errors: those of measures.Solve.
func (q *Choosing) AtShares(percents []int, full measures.Solution, l measures.Limits) ([]Answer, error) {
	var all []Answer
	kept := slices.Clone(q.Problem.Mandatory)
	for _, percent := range slices.Sorted(slices.Values(percents)) {
		p, best := q.At(percent), full
		if percent != 100 {
			var err error
			if best, err = measures.Solve(p, l); err != nil {
				return nil, err
			}
		}
		nested := best
		// The best of all is the best of those that keep the list, if it keeps it.
		if slices.ContainsFunc(kept, func(id string) bool { return !best.Has(id) }) {
			var err error
			p.Mandatory = kept
			if nested, err = measures.Solve(p, l); err != nil {
				return nil, err
			}
		}
		kept = slices.Clone(q.Problem.Mandatory)
		for _, c := range nested.Chosen {
			kept = append(kept, c.Measure)
		}
		all = append(all, Answer{percent, best, nested})
	}
	return all, nil
}

// Joint is what a set of measures is worth together, and the sum of what each is worth
// alone, which is more where they meet the same loss at the same step.
type Joint struct {
	Together, Alone float64
	// Over are limits that the set breaks once all its measures work together, with the
	// first year in which it does: effects that overlap save less than their sum.
	Over []Over
}

// Over is a limit that is broken.
type Over struct {
	Limit financing.Limit
	Hours bool
	Year  span.Year
	By    money.Number
}

// Joint calculates a set anew with all its measures at once.
func (q *Choosing) Joint(chosen []measures.Choice) Joint {
	var j Joint
	none, _ := q.off.Single(q.c.Worth.Present)
	q.try(chosen, func(s *calc.State) {
		present, _ := s.Single(q.c.Worth.Present)
		j.Over, j.Together = q.c.Broken(s), money.Float(present)-money.Float(none)
	})
	for _, o := range q.Problem.Options {
		for _, c := range chosen {
			if o.Measure == c.Measure && o.Start == c.Start {
				j.Alone += o.Value
			}
		}
	}
	return j
}

// Broken lists the limits on measures that a reading breaks, each in its first such year.
func (c *Case) Broken(s *calc.State) []Over {
	var all []Over
	look := func(l financing.Limit, hours bool) {
		for _, year := range c.Plan.Axis().Planned() {
			if left, _ := s.Value(l.Left, year); left.IsNeg() {
				all = append(all, Over{l, hours, year, left.Neg()})
				return
			}
		}
	}
	for _, l := range c.Measures.Money {
		look(l, false)
	}
	for _, l := range c.Measures.Hours {
		look(l, true)
	}
	if l := c.Measures.Starts; l != nil {
		look(*l, false)
	}
	return all
}

// Name is what a measure is called, its id if the plan has none such.
func (c *Case) Name(measure string) string {
	for _, m := range c.Plan.Measures {
		if m.ID == measure {
			return m.Name
		}
	}
	return strconv.Quote(measure)
}

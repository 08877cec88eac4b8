package peers

import (
	"errors"
	"math"
	"strings"

	"outrigger/model/money"
)

// Base is a figure a post states about itself for one fiscal year.
type Base string

// The base figures. Money is in Figures.Currency.
const (
	Spend      Base = "spend"       // all cybersecurity spending of the year, people included
	ITSpend    Base = "it_spend"    // all spending on information technology, cybersecurity included
	Revenue    Base = "revenue"     // operating revenue
	Employees  Base = "employees"   // people employed, full-time equivalent
	Staff      Base = "staff"       // people in cybersecurity work, full-time equivalent
	Training   Base = "training"    // hours of cybersecurity training that all employees had together
	Workload   Base = "workload"    // hours of cybersecurity work that the year's counts cause
	RealBudget Base = "real_budget" // cybersecurity budget at prices of one year, the same in Now and Before
)

// Figures is what a post states: for a year, and for growth also for an earlier one.
type Figures struct {
	Year     int // fiscal year of Now
	Earlier  int // fiscal year of Before; 0: none
	Currency money.Currency
	Now      map[Base]money.Number
	Before   map[Base]money.Number

	Levels map[string]int // level 0 to 4 by practice
}

// Unit is what a metric is counted in.
type Unit string

// The units of metrics.
const (
	PerEmployee Unit = "money_per_employee" // in the common currency, a year
	Share       Unit = "share"              // 0.05 is 5 %
	PerThousand Unit = "per_1000_employees" // people
	Hours       Unit = "hours_per_employee" // a year
	PerYear     Unit = "growth_a_year"      // share a year
	Times       Unit = "times"              // a pure ratio
	Level       Unit = "level"              // 0 to 4, a rank: a distribution, not a mean
)

// Meaning is what more of a metric says. None says that a post does well: spending much
// may be need as well as care.
type Meaning string

// What more of a metric means.
const (
	Resourced Meaning = "resourced" // more means is better off in money, people or time
	Pressed   Meaning = "pressed"   // more means under more strain
	Prepared  Meaning = "prepared"  // more means better prepared
)

// Metric is one way in which posts are compared.
type Metric struct {
	ID   string
	Unit Unit
	More Meaning

	// Family joins metrics of which one tells about another, where what is published of
	// them must be judged together (package disclosure): two shares of one spending by
	// what is public, two growths by their ratio.
	Family string

	// Above and Below are the terms of the ratio; Below is empty for growth and levels.
	Above, Below Base
	Money        bool // comparable only in one currency

	of func(Figures) (money.Number, error)
}

// ErrUnknown says that a post does not state what a metric needs, or states nought where
// it is divided by.
var ErrUnknown = errors.New("not known of this post")

// Metrics lists the metrics but for the levels of practices, each with its exact
// definition:
//
//	spend_per_employee     Spend / Employees
//	spend_share_it         Spend / ITSpend
//	spend_share_revenue    Spend / Revenue
//	staff_per_thousand     1,000 × Staff / Employees
//	training_per_employee  Training / Employees
//	workload_growth        (Workload now / before)^(1/years) − 1
//	real_budget_growth     (RealBudget now / before)^(1/years) − 1
//	mismatch               (Workload now / before) / (RealBudget now / before)
//
// years is Year − Earlier. All are unknown where a term is missing, negative, or nought
// where it is divided by or grown from.
func Metrics() []Metric {
	ratio := func(id string, unit Unit, above, below Base, times int, inMoney bool) Metric {
		return Metric{ID: id, Unit: unit, More: Resourced, Family: string(above), Above: above, Below: below, Money: inMoney, of: func(f Figures) (money.Number, error) {
			stated, there := f.Now[above]
			if !there {
				return money.Number{}, ErrUnknown
			}
			return quotient(stated, f.Now[below], times)
		}}
	}
	growth := func(id string, more Meaning, of Base) Metric {
		return Metric{ID: id, Unit: PerYear, More: more, Family: growths, Above: of, of: func(f Figures) (money.Number, error) {
			times, err := f.times(of)
			if err != nil {
				return times, err
			}
			return known(money.FromFloat(math.Pow(money.Float(times), 1/float64(f.Year-f.Earlier)) - 1))
		}}
	}
	return []Metric{
		ratio("spend_per_employee", PerEmployee, Spend, Employees, 1, true),
		ratio("spend_share_it", Share, Spend, ITSpend, 1, false),
		ratio("spend_share_revenue", Share, Spend, Revenue, 1, false),
		ratio("staff_per_thousand", PerThousand, Staff, Employees, 1000, false),
		ratio("training_per_employee", Hours, Training, Employees, 1, false),
		growth("workload_growth", Pressed, Workload),
		growth("real_budget_growth", Resourced, RealBudget),
		{ID: "mismatch", Unit: Times, More: Pressed, Family: growths, Above: Workload, Below: RealBudget, of: mismatch},
	}
}

// growths is the family of what grows: the mismatch is one growth over the other.
const growths = "growth"

// practiceRoom begins the id of a practice's metric: practice/tested-backups.
const practiceRoom = "practice/"

// PracticeMetric is the level of one practice.
func PracticeMetric(practice string) Metric {
	return Metric{ID: practiceRoom + practice, Unit: Level, More: Prepared, Family: practiceRoom + practice, of: func(f Figures) (money.Number, error) {
		level, told := f.Levels[practice]
		if !told || level < 0 || level > 4 {
			return money.Number{}, ErrUnknown
		}
		return money.Int(level), nil
	}}
}

// MetricByID finds a metric, those of practices among them.
func MetricByID(id string) (Metric, bool) {
	if practice, is := strings.CutPrefix(id, practiceRoom); is && practice != "" {
		return PracticeMetric(practice), true
	}
	for _, m := range Metrics() {
		if m.ID == id {
			return m, true
		}
	}
	return Metric{}, false
}

// Of works the metric out of what a post states; ErrUnknown where it cannot be.
func (m Metric) Of(f Figures) (money.Number, error) { return m.of(f) }

func mismatch(f Figures) (money.Number, error) {
	work, err := f.times(Workload)
	if err != nil {
		return work, err
	}
	budget, err := f.times(RealBudget)
	if err != nil {
		return budget, err
	}
	return quotient(work, budget, 1)
}

// times is how many times a figure of the earlier year stands in the later one.
func (f Figures) times(of Base) (money.Number, error) {
	if f.Earlier == 0 || f.Earlier >= f.Year {
		return money.Number{}, ErrUnknown
	}
	now, there := f.Now[of]
	if !there {
		return money.Number{}, ErrUnknown
	}
	return quotient(now, f.Before[of], 1)
}

// quotient is times × above / below. A missing divisor is the zero Number and refused as
// nought is; that above is stated the caller has asked.
func quotient(above, below money.Number, times int) (money.Number, error) {
	if above.IsNeg() || !below.IsPos() {
		return money.Number{}, ErrUnknown
	}
	product, err := above.Mul(money.Int(times))
	if err != nil {
		return money.Number{}, ErrUnknown
	}
	return known(product.Quo(below))
}

func known(n money.Number, err error) (money.Number, error) {
	if err != nil {
		return money.Number{}, ErrUnknown
	}
	return n, nil
}

// In restates the money of the figures in another currency by a dated rate, so that
// posts can be compared; the rate's date and source belong beside what is shown.
// money.ErrMixed if the rate is for another currency.
func (f Figures) In(r money.Rate) (Figures, error) {
	if f.Currency == r.To {
		return f, nil
	}
	if f.Currency != r.From {
		return Figures{}, money.ErrMixed
	}
	g := f
	g.Currency = r.To
	for _, side := range []*map[Base]money.Number{&g.Now, &g.Before} {
		restated := map[Base]money.Number{}
		for base, n := range *side {
			if base.isMoney() {
				var err error
				if n, err = n.Mul(r.Value); err != nil {
					return Figures{}, money.ErrRange
				}
			}
			restated[base] = n
		}
		*side = restated
	}
	return g, nil
}

func (b Base) isMoney() bool { return b == Spend || b == ITSpend || b == Revenue || b == RealBudget }

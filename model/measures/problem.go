package measures

import "outrigger/model/span"

// Problem is what may be bought and what limits it. The order of its lists does not
// matter.
type Problem struct {
	Options   []Option
	Resources []Resource
	// Needs are prerequisites.
	Needs []Need
	// Exclusions are sets of measures of which at most one may be chosen.
	Exclusions [][]string
	// Mandatory measures are chosen whatever they are worth.
	Mandatory []string
	// PerYear is the most measures that may start in one year, 0 for no limit.
	PerYear int
}

// Option is one measure begun in one year, in one way. A start that is not offered is
// not possible, which is how the earliest and latest start are said.
type Option struct {
	Measure string
	Start   span.Year
	// Way tells options of the same measure and start apart, for instance by who pays.
	Way string
	// Value is what the option is worth over the horizon, discounted already, in the
	// unit the user chose (loss avoided, hours relieved, points). It may be negative.
	Value float64
	Uses  []Use
}

// Use is what an option takes of a resource in a year: minor units of a currency, or
// hundredths of hours. Negative is what it relieves. Uses of the same resource and
// year add up.
type Use struct {
	Resource string
	Year     span.Year
	Amount   int64
}

// Kind says what a resource is counted in.
type Kind int

// The kinds of resources.
const (
	Money Kind = iota // minor units of a currency
	Hours             // hundredths of hours
)

// Resource is a source of money or a role's free hours, with its ceiling in each year.
// A year without a ceiling cannot be used; what nothing limits is left out of the uses.
type Resource struct {
	ID       string
	Kind     Kind
	Ceilings map[span.Year]int64
}

// Need says that a measure needs another, begun in the same year or earlier.
type Need struct {
	Measure, First string
}

// Limits ends a search before its proof. The zero Limits lets it run to the end.
type Limits struct {
	// Nodes is the most branches that are looked at, 0 for no limit.
	Nodes int
	// Stop is asked now and then whether to stop; nil is never.
	Stop func() bool
}

// Choice is a chosen measure: its start and its way.
type Choice struct {
	Measure string
	Start   span.Year
	Way     string
}

// Solution is the best choice found, and what is proven about it.
type Solution struct {
	// Chosen is in the order of the measures' ids.
	Chosen []Choice
	// Value is the sum of the chosen options' values.
	Value float64
	// Bound is what no choice can exceed; it is Value once Proven.
	Bound float64
	// Proven says that no choice is worth more.
	Proven bool
	// Settled says that no choice of the same value comes first in the order of ids.
	Settled bool
	// Nodes is how many branches were looked at.
	Nodes int
}

// Has tells whether the solution contains a measure.
func (s Solution) Has(measure string) bool {
	for _, c := range s.Chosen {
		if c.Measure == measure {
			return true
		}
	}
	return false
}

// Gap is how far the best possible may lie above the value, as a share of the bound; 0
// once proven.
func (s Solution) Gap() float64 {
	if s.Proven || s.Bound <= s.Value {
		return 0
	}
	return (s.Bound - s.Value) / max(s.Bound, -s.Value)
}

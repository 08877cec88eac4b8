// Package disclosure decides which figures about groups of posts may leave a
// coordinator's hands, so that nobody learns a single post's figure from them.
//
// The attacker reckoned with is a contributor. He knows every published cell of every
// release, who was in which group when, and his own figures; he does not know the others'.
//
// # The rule
//
// A cell is a metric over a group of contributions, told by its number, its quartiles
// and, if asked for, its total. Two contributions belong together if every cell ever
// published holds both or neither: what belongs together nobody can take apart, whatever
// he adds, subtracts or orders, because exchanging their figures changes no published
// number. So the one condition
//
//	whatever belongs together is at least Apart contributions
//
// covers small cells, differences between a group and its parts, groups that overlap,
// and releases between which posts join, leave or restate. A range that an attacker
// derives for another post's figure always holds the figures of all that belong together
// with it but his own: at least Apart − 1. Spread says how far those must lie apart, so
// that the range is not narrow because all are alike; and where totals are told, the
// dominance rules say that among those who belong together none is so large that the
// total gives it away to someone who knows which post is the large one.
//
// A contribution is one post's figures of one version. Who restates a figure contributes
// a new version; who leaves should stay in the cells with what he gave until enough
// others have changed, else the cell cannot be told again.
//
// # Limits
//
// Conditions on numbers of posts depend on nothing secret. Spread and dominance do: that
// a cell is missing for that reason tells a little (some figures lie close, or one is
// large), not a figure. The log of reasons is therefore the coordinator's and goes into
// no pack. Attackers who join forces count as one who contributed more: Apart must grow
// by their number. What is public about a post, its size or its revenue, may tell posts
// apart that the cells do not; Spread does not know of that, dominance does in part.
package disclosure

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"

	"outrigger/model/peers"
)

// Rule is what a release keeps to.
type Rule struct {
	Least int // posts in a cell
	Apart int // contributions that belong together

	// Spread is the least width, as a share of its larger end, of a range that an
	// attacker may derive for another post's figure: 0.1 is 10 %.
	Spread float64

	// Dominance, for totals: the Largest together must not be more than Most of the
	// total, and the total without the two largest must be at least Margin of the
	// largest (the p % rule: the second largest cannot work out the largest to within
	// Margin; Willenborg and de Waal, Elements of Statistical Disclosure Control, 2001, 6.2).
	Largest int
	Most    float64
	Margin  float64

	Digits int // significant digits of what is told; 0: as it is
}

// Usual is the rule of a benchmark pack: five posts in a cell, five that belong
// together, ranges no narrower than 10 %, the two largest no more than 85 % of a total,
// 10 % margin, two significant digits.
func Usual() Rule {
	return Rule{Least: 5, Apart: 5, Spread: 0.1, Largest: 2, Most: 0.85, Margin: 0.1, Digits: 2}
}

// Member is one contribution in a cell.
type Member struct {
	Post    string
	Version int // 1 for the first; a restated figure is a new version
	Figure  float64
}

// Cell is a metric over a group, as the coordinator holds it.
type Cell struct {
	// Family joins metrics of which one tells about another: what a post spends per
	// employee and as share of revenue, both growths and the mismatch. The rule holds
	// over all cells of a family together.
	Family, Metric, Group string
	Members               []Member
	Total                 bool // tell the total too; figures must not be negative
}

// Published is what leaves: the least, the most and the mean never do.
type Published struct {
	Metric, Group     string
	N                 int
	Low, Median, High float64  // quartiles by peers.Quantile
	Total             *float64 // nil: not told
}

// Reason is why a cell was held back.
type Reason string

// The reasons.
const (
	Few       Reason = "few"       // fewer posts than Least
	Parted    Reason = "parted"    // it would take apart fewer contributions than Apart
	Alike     Reason = "alike"     // figures that would belong together lie too close
	Dominated Reason = "dominated" // one or two posts would be most of what belongs together
)

// Held is a cell that was held back, for the coordinator's own log.
type Held struct {
	Metric, Group string
	N             int
	Why           Reason

	// Small is how many contributions would have been taken apart, for Parted and those
	// too alike or dominated.
	Small int
}

// The faults of cells that cannot be judged at all.
var (
	ErrTwice    = errors.New("a post stands twice in a cell")
	ErrFigure   = errors.New("no figure that can be told")
	ErrRestated = errors.New("a figure differs from that of the same version before")
)

// Control judges releases one after another.
type Control struct {
	rule     Rule
	past     []Cell
	families map[string]*family
}

// New begins a control, with the cells published before, if any: their members and
// figures are what must be kept from release to release, and are the coordinator's
// secret. It fails if those contradict one another.
func New(rule Rule, past []Cell) (*Control, error) {
	c := &Control{rule: rule, families: map[string]*family{}}
	for _, cell := range past {
		f := c.of(cell.Family)
		if err := f.sound(cell); err != nil {
			return nil, err
		}
		f.publish(cell, f.parts(cell))
		c.past = append(c.past, cell)
	}
	return c, nil
}

// Past lists the cells published so far, for New.
func (c *Control) Past() []Cell { return slices.Clone(c.past) }

// Last is the cell of a metric and group that was published last, as it left. Where a new
// one is held back because too few have changed, a pack goes on telling this one, with
// its date: told again it says nothing new.
func (c *Control) Last(metric, group string) (Published, bool) {
	for _, cell := range slices.Backward(c.past) {
		if cell.Metric == metric && cell.Group == group {
			return Tell(cell, c.rule.Digits), true
		}
	}
	return Published{}, false
}

func (c *Control) of(name string) *family {
	if c.families[name] == nil {
		c.families[name] = &family{together: map[contribution]int{}, metrics: map[string]*metric{}}
	}
	return c.families[name]
}

// Release judges cells in the order given, the most wanted first, and publishes each
// that the rule allows beside everything published before. A cell that was published
// with the same members already is told again. An error names a cell that cannot be
// judged; then nothing is published.
func (c *Control) Release(cells []Cell) ([]Published, []Held, error) {
	trial, err := New(c.rule, c.past)
	if err != nil {
		return nil, nil, err
	}
	var told []Published
	var held []Held
	for _, cell := range cells {
		f := trial.of(cell.Family)
		if err := f.sound(cell); err != nil {
			return nil, nil, err
		}
		parts := f.parts(cell)
		if why, small := trial.rule.refuses(f, cell, parts); why != "" {
			held = append(held, Held{cell.Metric, cell.Group, len(cell.Members), why, small})
			continue
		}
		f.publish(cell, parts)
		trial.past = append(trial.past, cell)
		told = append(told, Tell(cell, trial.rule.Digits))
	}
	*c = *trial
	return told, held, nil
}

// WideFirst puts cells in the order in which most posts are served: large groups first,
// then by metric and group.
func WideFirst(cells []Cell) []Cell {
	sorted := slices.Clone(cells)
	slices.SortStableFunc(sorted, func(a, b Cell) int {
		return cmp.Or(cmp.Compare(len(b.Members), len(a.Members)), cmp.Compare(a.Metric, b.Metric), cmp.Compare(a.Group, b.Group))
	})
	return sorted
}

// Tell is a cell as it leaves, to so many significant digits, without any judgement.
func Tell(cell Cell, digits int) Published {
	var figures []float64
	total := 0.0
	for _, m := range cell.Members {
		figures = append(figures, m.Figure)
		total += m.Figure
	}
	q := peers.QuartilesOf(figures)
	p := Published{
		Metric: cell.Metric, Group: cell.Group, N: len(figures),
		Low: rounded(q.Low, digits), Median: rounded(q.Median, digits), High: rounded(q.High, digits),
	}
	if cell.Total {
		total = rounded(total, digits)
		p.Total = &total
	}
	return p
}

// rounded keeps so many significant digits.
func rounded(x float64, digits int) float64 {
	if digits < 1 || x == 0 || math.IsNaN(x) {
		return x
	}
	place := math.Pow10(int(math.Floor(math.Log10(math.Abs(x)))) + 1 - digits)
	if place >= 1 {
		return math.Round(x/place) * place
	}
	unit := math.Round(1 / place) // a whole number, so that 0.07 comes out as 0.07
	return math.Round(x*unit) / unit
}

func faulty(cell Cell, m Member, err error) error {
	return fmt.Errorf("disclosure: %s of %s: %s: %w", cell.Metric, cell.Group, m.Post, err)
}

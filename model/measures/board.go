package measures

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"outrigger/model/span"
)

// board is a problem laid out for the search: measures as groups of options in the
// order of preference, of which exactly one is taken ("none" is an option too), and rows
// of which none may exceed its limit.
type board struct {
	names  []string
	groups []group
	rows   []row
	// options of all groups, one group after another.
	options []slot
	// scale turns values into whole grid units.
	scale float64
	// grain divides every worth, so that sums of them differ by at least as much.
	grain int64
}

type group struct {
	first, end int
	// none is the option of leaving the measure out.
	none int
	must bool
	// rows the group touches; each of its options has its amounts in this order.
	rows []int
	// at is where the group's least amounts begin in a state's list of them.
	at int
}

type slot struct {
	group  int
	option int // in Problem.Options, -1 for none
	start  span.Year
	worth  int64
	amount []int64
	// terms are the amounts that are not nought, divided by the row's size; dense is the
	// same for every row.
	terms []scaledTerm
	dense []float64
}

type scaledTerm struct {
	row    int
	scaled float64
}

type rowKind int

const (
	ceilingRow rowKind = iota
	needRow
	exclusionRow
	startsRow
	otherRow
)

type row struct {
	kind  rowKind
	cell  cell // of a ceiling
	limit int64
	// size makes rows of money and of hours comparable.
	size   float64
	scaled float64
	groups []place
}

// place is where a row stands in the list of a group.
type place struct{ group, local int }

// term adds amount to a row for every option that takes it.
type term struct {
	row    rowKey
	amount int64
}

type rowKey struct {
	kind rowKind
	cell cell
	a, b string
	n    int
}

// extra is a row that an explanation adds: an amount per option, and its limit.
type extra struct {
	amount func(o *Option) int64 // nil is none
	limit  int64
}

// lay makes the board of a checked problem. If goal is not nil, it gives the worth of
// options in whole units instead of their value.
func lay(p Problem, goal func(o *Option) int64, extras ...extra) *board {
	b := &board{}
	byMeasure := map[string][]int{}
	for i, o := range p.Options {
		byMeasure[o.Measure] = append(byMeasure[o.Measure], i)
	}
	b.names = slices.Sorted(maps.Keys(byMeasure))
	b.scale = grid(p)
	if goal == nil {
		goal = func(o *Option) int64 { return int64(math.Round(o.Value * b.scale)) }
	}
	terms := make([][]term, len(p.Options))
	limits := map[rowKey]int64{}
	b.collect(p, byMeasure, terms, limits, extras)
	keys := slices.SortedFunc(maps.Keys(limits), compareKeys)
	index := map[rowKey]int{}
	for i, k := range keys {
		index[k] = i
		b.rows = append(b.rows, row{kind: k.kind, cell: k.cell, limit: limits[k]})
	}
	for g, id := range b.names {
		b.group(p, g, byMeasure[id], goal, terms, index)
		b.groups[g].must = slices.Contains(p.Mandatory, id)
	}
	b.finish()
	return b
}

// grid is how many grid units one unit of value has: a power of two, such that all
// value there is comes to at most 2⁴⁰ units.
func grid(p Problem) float64 {
	best := map[string]float64{}
	for _, o := range p.Options {
		best[o.Measure] = max(best[o.Measure], math.Abs(o.Value))
	}
	sum := 0.0
	for _, id := range slices.Sorted(maps.Keys(best)) {
		sum += best[id]
	}
	if sum == 0 {
		return 1
	}
	_, exp := math.Frexp(sum)
	return math.Ldexp(1, 40-exp)
}

func compareKeys(x, y rowKey) int {
	return cmp.Or(cmp.Compare(x.kind, y.kind), cmp.Compare(x.cell.resource, y.cell.resource),
		cmp.Compare(x.cell.year, y.cell.year), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b), cmp.Compare(x.n, y.n))
}

// collect writes down the rows and what each option adds to them.
func (b *board) collect(p Problem, byMeasure map[string][]int, terms [][]term, limits map[rowKey]int64, extras []extra) {
	add := func(i int, k rowKey, limit, amount int64) {
		limits[k] = limit
		terms[i] = append(terms[i], term{k, amount})
	}
	ceilings := map[cell]int64{}
	for _, r := range p.Resources {
		for y, c := range r.Ceilings {
			ceilings[cell{r.ID, y}] = c
		}
	}
	for i, o := range p.Options {
		for _, u := range o.Uses {
			at := cell{u.Resource, u.Year}
			add(i, rowKey{kind: ceilingRow, cell: at}, ceilings[at], u.Amount)
		}
		if p.PerYear > 0 {
			add(i, rowKey{kind: startsRow, n: int(o.Start)}, int64(p.PerYear), 1)
		}
		for n, e := range extras {
			if a := e.amount(&p.Options[i]); a != 0 {
				add(i, rowKey{kind: otherRow, n: n}, e.limit, a)
			}
		}
	}
	for n, set := range p.Exclusions {
		for _, id := range set {
			for _, i := range byMeasure[id] {
				add(i, rowKey{kind: exclusionRow, n: n}, 1, 1)
			}
		}
	}
	seen := map[Need]bool{}
	for _, need := range p.Needs {
		if seen[need] {
			continue
		}
		seen[need] = true
		for _, last := range byMeasure[need.Measure] {
			year := p.Options[last].Start
			k := rowKey{kind: needRow, a: need.Measure, b: need.First, n: int(year)}
			if _, done := limits[k]; done {
				continue
			}
			for _, i := range byMeasure[need.Measure] {
				if p.Options[i].Start <= year {
					add(i, k, 0, 1)
				}
			}
			for _, i := range byMeasure[need.First] {
				if p.Options[i].Start <= year {
					add(i, k, 0, -1)
				}
			}
		}
	}
}

// group lays out one measure: options of positive worth by start and way, then none,
// then the others, as the order among equals wants it.
func (b *board) group(p Problem, g int, members []int, goal func(o *Option) int64, terms [][]term, index map[rowKey]int) {
	gr := group{first: len(b.options)}
	touched := map[int]bool{}
	for _, i := range members {
		for _, t := range terms[i] {
			touched[index[t.row]] = true
		}
	}
	gr.rows = slices.Sorted(maps.Keys(touched))
	slices.SortFunc(members, func(i, j int) int {
		x, y := p.Options[i], p.Options[j]
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.Way, y.Way))
	})
	ordered := []int{}
	for _, i := range members {
		if goal(&p.Options[i]) > 0 {
			ordered = append(ordered, i)
		}
	}
	worthwhile := len(ordered)
	ordered = append(ordered, -1)
	gr.none = gr.first + worthwhile
	for _, i := range members {
		if goal(&p.Options[i]) <= 0 {
			ordered = append(ordered, i)
		}
	}
	for _, i := range ordered {
		s := slot{group: g, option: i, amount: make([]int64, len(gr.rows))}
		if i >= 0 {
			s.start, s.worth = p.Options[i].Start, goal(&p.Options[i])
			for _, t := range terms[i] {
				at, _ := slices.BinarySearch(gr.rows, index[t.row])
				s.amount[at] += t.amount
			}
		}
		b.options = append(b.options, s)
	}
	gr.end = len(b.options)
	b.groups = append(b.groups, gr)
}

// finish links rows to groups, and finds sizes, scaled amounts and the grain.
func (b *board) finish() {
	at := 0
	for g := range b.groups {
		gr := &b.groups[g]
		gr.at = at
		at += len(gr.rows)
		for local, r := range gr.rows {
			b.rows[r].groups = append(b.rows[r].groups, place{g, local})
			b.rows[r].size = max(b.rows[r].size, math.Abs(float64(b.rows[r].limit)))
			for j := gr.first; j < gr.end; j++ {
				b.rows[r].size = max(b.rows[r].size, math.Abs(float64(b.options[j].amount[local])))
			}
		}
	}
	for r := range b.rows {
		b.rows[r].size = max(b.rows[r].size, 1)
		b.rows[r].scaled = float64(b.rows[r].limit) / b.rows[r].size
	}
	for j := range b.options {
		s := &b.options[j]
		s.dense = make([]float64, len(b.rows))
		for local, r := range b.groups[s.group].rows {
			if a := s.amount[local]; a != 0 {
				s.dense[r] = float64(a) / b.rows[r].size
				s.terms = append(s.terms, scaledTerm{r, s.dense[r]})
			}
		}
		b.grain = gcd(b.grain, s.worth)
	}
	b.grain = max(b.grain, 1)
}

// raised is the board with other ceilings; rows keep their size, which only makes them
// comparable.
func (b *board) raised(to map[cell]int64) *board {
	next := *b
	next.rows = slices.Clone(b.rows)
	for r := range next.rows {
		row := &next.rows[r]
		if limit, is := to[row.cell]; is && row.kind == ceilingRow {
			row.limit, row.scaled = limit, float64(limit)/row.size
		}
	}
	return &next
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return max(a, -a)
}

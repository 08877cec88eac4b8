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
	// takes are the same amounts, those of all options of one row after another.
	takes []int64
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
	// spread is the most that a group's options differ by: no more room is ever wanting.
	spread int64
	groups []place
}

// place is where a row stands in the list of a group.
type place struct{ group, local int }

// term adds an amount to a row for every option that takes it.
type term struct {
	row    int
	amount int64
}

// rowKey is what the rows are put in order by.
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
	worths := make([]int64, len(p.Options))
	for i := range p.Options {
		worths[i] = goal(&p.Options[i])
	}
	terms := b.collect(p, byMeasure, extras)
	for g, id := range b.names {
		b.group(p, g, byMeasure[id], worths, terms)
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

// collect makes the rows, in their order, and gives what each option adds to them. A row
// that no option adds to is none.
func (b *board) collect(p Problem, byMeasure map[string][]int, extras []extra) [][]term {
	terms := make([][]term, len(p.Options))
	var keys []rowKey
	none := -1
	add := func(i int, at *int, k rowKey, limit, amount int64) {
		if *at < 0 {
			*at = len(keys)
			keys = append(keys, k)
			b.rows = append(b.rows, row{kind: k.kind, cell: k.cell, limit: limit})
		}
		terms[i] = append(terms[i], term{*at, amount})
	}
	type limit struct {
		most int64
		row  int
	}
	ceilings := map[cell]*limit{}
	for _, r := range p.Resources {
		for y, c := range r.Ceilings {
			ceilings[cell{r.ID, y}] = &limit{c, none}
		}
	}
	starts := map[span.Year]*int{}
	others := slices.Repeat([]int{none}, len(extras))
	for i, o := range p.Options {
		for _, u := range o.Uses {
			at := cell{u.Resource, u.Year}
			c := ceilings[at]
			add(i, &c.row, rowKey{kind: ceilingRow, cell: at}, c.most, u.Amount)
		}
		if p.PerYear > 0 {
			if starts[o.Start] == nil {
				at := none
				starts[o.Start] = &at
			}
			add(i, starts[o.Start], rowKey{kind: startsRow, n: int(o.Start)}, int64(p.PerYear), 1)
		}
		for n, e := range extras {
			if a := e.amount(&p.Options[i]); a != 0 {
				add(i, &others[n], rowKey{kind: otherRow, n: n}, e.limit, a)
			}
		}
	}
	for n, set := range p.Exclusions {
		at := none
		for _, id := range set {
			for _, i := range byMeasure[id] {
				add(i, &at, rowKey{kind: exclusionRow, n: n}, 1, 1)
			}
		}
	}
	b.prerequisites(p, byMeasure, func(i int, at *int, k rowKey, amount int64) { add(i, at, k, 0, amount) })
	return b.ordered(keys, terms)
}

// prerequisites are the rows of what a measure needs, one for each of its starts.
func (b *board) prerequisites(p Problem, byMeasure map[string][]int, add func(i int, at *int, k rowKey, amount int64)) {
	seen := map[Need]bool{}
	for _, need := range p.Needs {
		if seen[need] {
			continue
		}
		seen[need] = true
		done := map[span.Year]bool{}
		for _, last := range byMeasure[need.Measure] {
			year := p.Options[last].Start
			if done[year] {
				continue
			}
			done[year] = true
			at, k := -1, rowKey{kind: needRow, a: need.Measure, b: need.First, n: int(year)}
			for _, i := range byMeasure[need.Measure] {
				if p.Options[i].Start <= year {
					add(i, &at, k, 1)
				}
			}
			for _, i := range byMeasure[need.First] {
				if p.Options[i].Start <= year {
					add(i, &at, k, -1)
				}
			}
		}
	}
}

// ordered puts the rows in the order of their keys.
func (b *board) ordered(keys []rowKey, terms [][]term) [][]term {
	order := make([]int, len(keys))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(x, y int) int { return compareKeys(keys[x], keys[y]) })
	rows, place := make([]row, len(keys)), make([]int, len(keys))
	for to, from := range order {
		rows[to], place[from] = b.rows[from], to
	}
	b.rows = rows
	for i := range terms {
		for t := range terms[i] {
			terms[i][t].row = place[terms[i][t].row]
		}
	}
	return terms
}

// group lays out one measure: options of positive worth by start and way, then none,
// then the others, as the order among equals wants it.
func (b *board) group(p Problem, g int, members []int, worths []int64, terms [][]term) {
	gr := group{first: len(b.options)}
	for _, i := range members {
		for _, t := range terms[i] {
			gr.rows = append(gr.rows, t.row)
		}
	}
	slices.Sort(gr.rows)
	gr.rows = slices.Compact(gr.rows)
	slices.SortFunc(members, func(i, j int) int {
		x, y := &p.Options[i], &p.Options[j]
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.Way, y.Way))
	})
	ordered := []int{}
	for _, i := range members {
		if worths[i] > 0 {
			ordered = append(ordered, i)
		}
	}
	worthwhile := len(ordered)
	ordered = append(ordered, -1)
	gr.none = gr.first + worthwhile
	for _, i := range members {
		if worths[i] <= 0 {
			ordered = append(ordered, i)
		}
	}
	n := len(ordered)
	gr.takes = make([]int64, n*len(gr.rows))
	for k, i := range ordered {
		s := slot{group: g, option: i, amount: make([]int64, len(gr.rows))}
		if i >= 0 {
			s.start, s.worth = p.Options[i].Start, worths[i]
			for _, t := range terms[i] {
				at, _ := slices.BinarySearch(gr.rows, t.row)
				s.amount[at] += t.amount
			}
		}
		for at, a := range s.amount {
			gr.takes[at*n+k] = a
		}
		b.options = append(b.options, s)
	}
	gr.end = len(b.options)
	b.groups = append(b.groups, gr)
}

// taken are the amounts that a group's options take of one of its rows.
func (gr *group) taken(local int) []int64 {
	n := gr.end - gr.first
	return gr.takes[local*n : local*n+n]
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
			takes := gr.taken(local)
			for _, a := range takes {
				b.rows[r].size = max(b.rows[r].size, math.Abs(float64(a)))
			}
			b.rows[r].spread = max(b.rows[r].spread, slices.Max(takes)-slices.Min(takes))
		}
	}
	for r := range b.rows {
		b.rows[r].size = max(b.rows[r].size, 1)
		b.rows[r].scaled = float64(b.rows[r].limit) / b.rows[r].size
	}
	dense := make([]float64, len(b.options)*len(b.rows))
	for j := range b.options {
		s := &b.options[j]
		s.dense, dense = dense[:len(b.rows)], dense[len(b.rows):]
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

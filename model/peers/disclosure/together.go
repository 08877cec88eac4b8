package disclosure

import (
	"cmp"
	"math"
	"slices"
)

// contribution is one version of one post.
type contribution struct {
	post    string
	version int
}

// family keeps who belongs together under the cells published so far.
type family struct {
	// together numbers the sets that belong together, from 1; who is in no published
	// cell has 0.
	together map[contribution]int
	sets     int
	metrics  map[string]*metric
}

// metric is what has been told of one metric.
type metric struct {
	figures map[contribution]float64
	totals  bool // some total was told
}

// part is a set that would belong together: of what set it was, and who.
type part struct {
	of      int
	inside  bool // in the cell
	members []contribution
}

// sound checks that a cell can be judged.
func (f *family) sound(cell Cell) error {
	seen := map[string]bool{}
	for _, m := range cell.Members {
		switch {
		case seen[m.Post]:
			return faulty(cell, m, ErrTwice)
		case math.IsNaN(m.Figure) || math.IsInf(m.Figure, 0) || cell.Total && m.Figure < 0:
			return faulty(cell, m, ErrFigure)
		}
		seen[m.Post] = true
		if known := f.metrics[cell.Metric]; known != nil {
			if before, told := known.figures[contribution{m.Post, m.Version}]; told && before != m.Figure {
				return faulty(cell, m, ErrRestated)
			}
		}
	}
	return nil
}

// parts tells what a cell would take apart: every set it holds some of, inside and
// outside. Who is outside and in no published cell need not be kept together with
// anybody. In a set order, so that the same cells are judged alike.
func (f *family) parts(cell Cell) []part {
	in := map[contribution]bool{}
	inside := map[int][]contribution{}
	for _, m := range cell.Members {
		c := contribution{m.Post, m.Version}
		in[c] = true
		inside[f.together[c]] = append(inside[f.together[c]], c)
	}
	outside := map[int][]contribution{}
	for c, set := range f.together {
		if len(inside[set]) > 0 && !in[c] {
			outside[set] = append(outside[set], c)
		}
	}
	var parts []part
	for set, members := range inside {
		parts = append(parts, part{set, true, members})
		if rest := outside[set]; len(rest) > 0 {
			parts = append(parts, part{set, false, rest})
		}
	}
	slices.SortFunc(parts, func(a, b part) int {
		return cmp.Or(cmp.Compare(a.of, b.of), cmp.Compare(len(a.members), len(b.members)))
	})
	return parts
}

func (f *family) publish(cell Cell, parts []part) {
	for _, p := range parts {
		if !p.inside {
			continue
		}
		f.sets++
		for _, c := range p.members {
			f.together[c] = f.sets
		}
	}
	known := f.metrics[cell.Metric]
	if known == nil {
		known = &metric{figures: map[contribution]float64{}}
		f.metrics[cell.Metric] = known
	}
	known.totals = known.totals || cell.Total
	for _, m := range cell.Members {
		known.figures[contribution{m.Post, m.Version}] = m.Figure
	}
}

// refuses gives the first reason against a cell, "" if there is none.
func (r Rule) refuses(f *family, cell Cell, parts []part) (Reason, int) {
	if len(cell.Members) < r.Least {
		return Few, len(cell.Members)
	}
	for _, p := range parts {
		if len(p.members) < r.Apart {
			return Parted, len(p.members)
		}
	}
	own := map[contribution]float64{}
	for _, m := range cell.Members {
		own[contribution{m.Post, m.Version}] = m.Figure
	}
	for _, p := range parts {
		if p.inside {
			if why := r.against(p.members, own, cell.Total || f.metrics[cell.Metric] != nil && f.metrics[cell.Metric].totals); why != "" {
				return why, len(p.members)
			}
		}
		for name, known := range f.metrics {
			if name == cell.Metric && p.inside {
				continue
			}
			if why := r.against(p.members, known.figures, known.totals); why != "" {
				return why, len(p.members)
			}
		}
	}
	return "", 0
}

// against judges the figures of one metric among those who would belong together; those
// of whom the metric was never told give nothing away.
func (r Rule) against(members []contribution, of map[contribution]float64, totals bool) Reason {
	var figures []float64
	for _, c := range members {
		if x, told := of[c]; told {
			figures = append(figures, x)
		}
	}
	if len(figures) == 0 {
		return ""
	}
	slices.Sort(figures)
	if !r.wide(figures) {
		return Alike
	}
	if totals && !r.even(figures) {
		return Dominated
	}
	return ""
}

// wide: whichever of them the attacker is, the others lie far enough apart.
func (r Rule) wide(sorted []float64) bool {
	if r.Spread <= 0 {
		return true
	}
	n := len(sorted)
	if n < 3 {
		return false
	}
	far := func(low, high float64) bool {
		return high-low >= r.Spread*max(math.Abs(low), math.Abs(high)) && high > low
	}
	return far(sorted[0], sorted[n-2]) && far(sorted[1], sorted[n-1])
}

// even: none is so large that the total gives it away.
func (r Rule) even(sorted []float64) bool {
	n, total, largest := len(sorted), 0.0, 0.0
	for i, x := range sorted {
		total += x
		if i >= n-r.Largest {
			largest += x
		}
	}
	if r.Largest > 0 && largest > r.Most*total {
		return false
	}
	rest := total - sorted[n-1]
	if n > 1 {
		rest -= sorted[n-2]
	}
	return r.Margin <= 0 || rest >= r.Margin*sorted[n-1]
}

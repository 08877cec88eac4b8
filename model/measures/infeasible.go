package measures

import (
	"cmp"
	"fmt"
	"slices"

	"outrigger/model/span"
)

// Shortage is what is missing of a resource in a year, in the resource's units: what is
// needed, and what is free for it.
type Shortage struct {
	Resource     string
	Year         span.Year
	Needed, Free int64
}

// By is how much more is needed than is free.
func (s Shortage) By() int64 { return s.Needed - s.Free }

// InfeasibleError says why the mandatory measures, with all they need, cannot be carried
// out, and how that is repaired. errors.Is finds ErrInfeasible.
type InfeasibleError struct {
	// Breaks are ceilings that would each be exceeded even if every other ceiling were
	// lifted: what the mandatory measures take of it at the least, and the ceiling.
	Breaks []Shortage
	// Raise are single ceilings whose raising to Needed, and no less, is a repair by
	// itself; smallest share of the ceiling first.
	Raise []Shortage
	// Together are ceilings that are a repair when all are raised: enough, though not
	// proven least. It is there when no single one is, and empty when no money and no
	// hours help, because starts, exclusions or prerequisites clash.
	Together []Shortage
	// Drop is the mandatory measure whose release leaves the most value; empty if none
	// is a repair by itself.
	Drop string
	// Stopped says that the search for a repair was stopped before its end.
	Stopped bool
}

func (e *InfeasibleError) Error() string {
	s := "measures: " + ErrInfeasible.Error()
	for _, b := range append(slices.Clone(e.Breaks), e.Raise...) {
		return fmt.Sprintf("%s: %q in %d: %d needed, %d free", s, b.Resource, b.Year, b.Needed, b.Free)
	}
	return s
}

// Unwrap gives ErrInfeasible.
func (e *InfeasibleError) Unwrap() error { return ErrInfeasible }

// infeasible finds out what breaks in a checked problem without an answer.
func infeasible(p Problem, l Limits) error {
	e := &InfeasibleError{}
	cells := ceilings(p)
	for _, c := range cells {
		if least, err := leastUse(lifted(p, nil), l, c.cell); err == nil && least > c.limit {
			e.Breaks = append(e.Breaks, Shortage{c.resource, c.year, least, c.limit})
		} else if err == ErrStopped {
			e.Stopped = true
		}
		if least, err := leastUse(lifted(p, &c.cell), l, c.cell); err == nil {
			e.Raise = append(e.Raise, Shortage{c.resource, c.year, least, c.limit})
		} else if err == ErrStopped {
			e.Stopped = true
		}
	}
	slices.SortStableFunc(e.Raise, func(x, y Shortage) int { return cmp.Compare(share(x), share(y)) })
	if len(e.Raise) == 0 {
		e.Together = together(p, l, cells)
	}
	e.Drop = drop(p, l)
	return e
}

// share is how much of a ceiling is missing, by the ceiling.
func share(s Shortage) float64 { return float64(s.By()) / max(float64(s.Free), 1) }

type ceiling struct {
	cell
	limit int64
}

// ceilings lists them by resource and year.
func ceilings(p Problem) []ceiling {
	var all []ceiling
	for _, r := range p.Resources {
		for y, limit := range r.Ceilings {
			all = append(all, ceiling{cell{r.ID, y}, limit})
		}
	}
	slices.SortFunc(all, func(x, y ceiling) int {
		return cmp.Or(cmp.Compare(x.resource, y.resource), cmp.Compare(x.year, y.year))
	})
	return all
}

// byResource parts sorted ceilings by their resource.
func byResource(all []ceiling) (parts [][]ceiling) {
	for len(all) > 0 {
		end := slices.IndexFunc(all, func(c ceiling) bool { return c.resource != all[0].resource })
		if end < 0 {
			end = len(all)
		}
		parts, all = append(parts, all[:end]), all[end:]
	}
	return parts
}

// lifted is the problem with one ceiling raised out of the way, or all of them if only is
// nil.
func lifted(p Problem, only *cell) Problem {
	return raised(p, func(c cell, limit int64) int64 {
		if only == nil || c == *only {
			return most
		}
		return limit
	})
}

// raised is the problem with other ceilings.
func raised(p Problem, ceiling func(c cell, limit int64) int64) Problem {
	old := p.Resources
	p.Resources = slices.Clone(old)
	for i, r := range old {
		p.Resources[i].Ceilings = make(map[span.Year]int64, len(r.Ceilings))
		for y, limit := range r.Ceilings {
			p.Resources[i].Ceilings[y] = ceiling(cell{r.ID, y}, limit)
		}
	}
	return p
}

func (o *Option) use(c cell) int64 {
	var sum int64
	for _, u := range o.Uses {
		if u.Resource == c.resource && u.Year == c.year {
			sum += u.Amount
		}
	}
	return sum
}

// leastUse is the least that an allowed choice takes of a ceiling.
func leastUse(p Problem, l Limits, c cell, extras ...extra) (int64, error) {
	worth, _, err := extreme(p, l, func(o *Option) int64 { return -o.use(c) }, extras...)
	return -worth, err
}

// together takes the choice of least use overall, each ceiling counting by its size, and
// tells where it exceeds them.
func together(p Problem, l Limits, cells []ceiling) []Shortage {
	_, options, err := extreme(lifted(p, nil), l, func(o *Option) int64 {
		sum := 0.0
		for _, c := range cells {
			sum += float64(o.use(c.cell)) / max(float64(c.limit), 1)
		}
		return -int64(min(max(sum, -1e3), 1e3) * (1 << 30))
	})
	if err != nil {
		return nil
	}
	var out []Shortage
	for _, c := range cells {
		var used int64
		for _, i := range options {
			used += p.Options[i].use(c.cell)
		}
		if used > c.limit {
			out = append(out, Shortage{c.resource, c.year, used, c.limit})
		}
	}
	return out
}

// drop is the mandatory measure without whose duty the problem has the best answer.
func drop(p Problem, l Limits) string {
	id, value := "", 0.0
	for _, m := range slices.Sorted(slices.Values(p.Mandatory)) {
		q := p
		q.Mandatory = slices.DeleteFunc(slices.Clone(p.Mandatory), func(x string) bool { return x == m })
		if s, err := best(q, l); err == nil && (id == "" || s.Value > value) {
			id, value = m, s.Value
		}
	}
	return id
}

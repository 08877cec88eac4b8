package readiness

import (
	"cmp"
	"slices"

	"outrigger/model/money"
	"outrigger/model/plan"
)

// Change is a practice whose level differs between two assessments.
type Change struct {
	Practice, Domain string
	Before, After    Held
}

// Levels is by how many levels the practice rose as judged; below nought it fell.
func (c Change) Levels() int { return c.After.Level - c.Before.Level }

// Comparison is what changed from one assessment to another. Each list is in the
// catalogue's order.
type Comparison struct {
	From, To string // the days, empty where none is said

	Up, Down []Change // levels as judged
	Same     []string // ids of practices at one level in both
	Proved   []string // of Same: evidence is named now that was not
	Lost     []string // of Same: evidence was named and no longer is
	New      []Held   // judged only in the later one
	Dropped  []Held   // judged only in the earlier one

	// Both is how many practices were judged in both; Rise the mean of what they rose
	// by. Practices judged only once have no part in it, or a post would rise by
	// leaving out what is bad.
	Both int
	Rise money.Number
}

// Compare tells what changed from one assessment to another, in the order given.
func Compare(before, after plan.Assessment, c Catalogue) Comparison {
	told := Comparison{From: before.Date, To: after.Date}
	was, is := byPractice(Read(before, c)), byPractice(Read(after, c))
	sum := 0
	for _, p := range c.Practices {
		a, judgedBefore := was[p.ID]
		b, judgedNow := is[p.ID]
		switch {
		case !judgedBefore && !judgedNow:
			continue
		case !judgedBefore:
			told.New = append(told.New, b)
			continue
		case !judgedNow:
			told.Dropped = append(told.Dropped, a)
			continue
		}
		told.Both++
		change := Change{p.ID, p.Domain, a, b}
		sum += change.Levels()
		switch {
		case change.Levels() > 0:
			told.Up = append(told.Up, change)
		case change.Levels() < 0:
			told.Down = append(told.Down, change)
		default:
			told.Same = append(told.Same, p.ID)
			if b.Proven() && !a.Proven() {
				told.Proved = append(told.Proved, p.ID)
			}
			if a.Proven() && !b.Proven() {
				told.Lost = append(told.Lost, p.ID)
			}
		}
	}
	told.Rise = mean(sum, told.Both)
	return told
}

func byPractice(s Standing) map[string]Held {
	m := map[string]Held{}
	for _, h := range s.Held {
		m[h.Practice] = h
	}
	return m
}

// InTime puts assessments in the order of their days; those without one come first, and
// those of one day stay as they were.
func InTime(all []plan.Assessment) []plan.Assessment {
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b plan.Assessment) int { return cmp.Compare(a.Date, b.Date) })
	return sorted
}

package peers

import (
	"cmp"
	"slices"
)

// Kind is a kind of trait by which posts are grouped.
type Kind string

// The kinds, in the order in which a group gives them up when it is too small: what says
// least about a post's situation first, status last. A group by subregion should name
// the region too, or it widens to the world.
const (
	ByHand      Kind = "hand"      // chosen one by one; the value names the choice
	BySize      Kind = "size"      // a band of Bands
	ByIncome    Kind = "income"    // World Bank income group
	BySubregion Kind = "subregion" // of the UN's M49
	ByRegion    Kind = "region"
	ByStatus    Kind = "status" // SIDS, LDC, LLDC or none; a post may have several
)

// Kinds lists the kinds in that order.
func Kinds() []Kind { return []Kind{ByHand, BySize, ByIncome, BySubregion, ByRegion, ByStatus} }

// Trait is one thing posts may have in common.
type Trait struct {
	Kind  Kind
	Value string
}

// Group is the posts that have all of some traits; an empty one is all posts.
type Group []Trait

// Holds tells whether a post with these traits belongs to the group.
func (g Group) Holds(traits []Trait) bool {
	return !slices.ContainsFunc(g, func(t Trait) bool { return !slices.Contains(traits, t) })
}

// Wider gives up one trait, the first by Kinds and then by value; false for all posts.
func (g Group) Wider() (Group, bool) {
	if len(g) == 0 {
		return nil, false
	}
	order := Kinds()
	first := slices.MinFunc(g, func(a, b Trait) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.Kind), slices.Index(order, b.Kind)), cmp.Compare(a.Value, b.Value))
	})
	return slices.DeleteFunc(slices.Clone(g), func(t Trait) bool { return t == first }), true
}

// Tried is a group that was looked at and how many posts in it state a figure.
type Tried struct {
	Group Group
	N     int
}

// Widen gives the values of the first group with at least least of them, beginning with
// the one asked for, and what was tried on the way; the last of it is the group given.
func Widen(asked Group, values []Value, least int) (Group, []Value, []Tried) {
	var tried []Tried
	for g := asked; ; {
		var members []Value
		for _, v := range values {
			if g.Holds(v.Traits) {
				members = append(members, v)
			}
		}
		tried = append(tried, Tried{g, len(members)})
		wider, is := g.Wider()
		if len(members) >= least || !is {
			return g, members, tried
		}
		g = wider
	}
}

// Bands are the bands of size, by people employed (full-time equivalent): the least of
// each. A post with fewer than the first is in none.
func Bands() []Band {
	return []Band{{"1-49", 1}, {"50-249", 50}, {"250-999", 250}, {"1000-4999", 1000}, {"5000-19999", 5000}, {"20000+", 20000}}
}

// Band is a band of size.
type Band struct {
	ID    string
	Least float64
}

// BandOf gives the band of a number of employees, a half-open range from its least;
// false below one.
func BandOf(employees float64) (Trait, bool) {
	for _, b := range slices.Backward(Bands()) {
		if employees >= b.Least {
			return Trait{BySize, b.ID}, true
		}
	}
	return Trait{}, false
}

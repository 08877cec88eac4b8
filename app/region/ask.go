package region

import (
	"maps"
	"slices"
	"strings"

	"outrigger/model/span"
)

// Out counts the plans that are in no total.
func (t *Table) Out() int { return len(t.Left) }

// Uncertain tells whether a post is counted among the least developed countries although
// no text settles whether its country still is one.
func (t *Table) Uncertain() bool {
	return slices.ContainsFunc(t.Posts, func(p *Post) bool { return p.Counts && p.Uncertain })
}

// Has tells whether a plan is of the post.
func (p *Post) Has(plan *Plan) bool {
	return (plan.Country != "" || plan.Name != "") && p.Country == plan.Country && folded(p.Name) == folded(plan.Name)
}

// Warnings counts what the program found in the post's plans that does not refuse them.
func (p *Post) Warnings() int {
	n := 0
	for _, each := range p.Plans {
		n += len(each.Findings)
	}
	return n
}

// Years are the first and the last planned year of several plans, and the month in which
// the first one's years begin.
func Years(plans []*Plan) (first, last span.Year, month int) {
	for i, p := range plans {
		if i == 0 {
			first, last, month = p.First, p.Last, p.StartMonth
		}
		first, last = min(first, p.First), max(last, p.Last)
	}
	return first, last, month
}

// IsPlan tells by its name whether a file of a folder is a plan: no backup, no hidden file.
func IsPlan(name string) bool {
	return strings.HasSuffix(strings.ToLower(name), ".outrigger") && !strings.HasPrefix(name, ".")
}

// Language is the one that most of the plans which count are written in, of several the
// first by the alphabet.
func (t *Table) Language() string {
	n := map[string]int{}
	for _, post := range t.Posts {
		for _, p := range post.Plans {
			n[p.Language]++
		}
	}
	most := ""
	for _, language := range slices.Sorted(maps.Keys(n)) {
		if most == "" || n[language] > n[most] {
			most = language
		}
	}
	return most
}

// Reaches lists the currencies that a plan's amounts can be turned into.
func (p *Plan) Reaches() []string { return slices.Sorted(maps.Keys(p.rates)) }

// Only is the post's one plan that counts; nil where there are several or none.
func (p *Post) Only() *Plan {
	if p.Several() {
		return nil
	}
	for _, each := range p.Plans {
		if each.Left == "" {
			return each
		}
	}
	return nil
}

package region

import (
	"cmp"
	"crypto/sha256"
	"slices"
	"strings"

	"outrigger/datasets"
	"outrigger/model/money"
	"outrigger/model/peers"
)

// Statuses lists the groups of a table in the order shown.
var Statuses = []string{datasets.StatusSIDS, datasets.StatusLDC, datasets.StatusLLDC, datasets.StatusNeither}

// gather joins the plans of one post. A file that does not tell whose it is is in the list
// of what is left out and nowhere else.
func (t *Table) gather(plans []*Plan, facts *datasets.Data) {
	byKey := map[string]*Post{}
	for _, p := range plans {
		if p.Country == "" && p.Name == "" {
			continue
		}
		post := byKey[p.key()]
		if post == nil {
			post = &Post{Name: p.Name, Country: p.Country}
			post.statuses(facts, t.Date)
			byKey[p.key()] = post
			t.Posts = append(t.Posts, post)
		}
		post.Illustrative = post.Illustrative || p.Illustrative
		if p.Left != "" && p.Left != Copy {
			post.Missing++
		}
		if p.Left == "" || p.Left == NoRate {
			post.Plans = append(post.Plans, p)
		}
	}
	t.disguise()
	slices.SortFunc(t.Posts, func(a, b *Post) int {
		return cmp.Or(strings.Compare(folded(a.Name), folded(b.Name)), strings.Compare(a.Country, b.Country))
	})
}

// disguise numbers the posts in an order that has nothing to do with their names and is
// the same whenever the same posts are in the folder.
func (t *Table) disguise() {
	order := slices.Clone(t.Posts)
	code := func(p *Post) string {
		sum := sha256.Sum256([]byte("outrigger alias " + p.Country + "/" + folded(p.Name)))
		return string(sum[:])
	}
	slices.SortFunc(order, func(a, b *Post) int { return strings.Compare(code(a), code(b)) })
	for i, p := range order {
		p.Alias = i
	}
}

// statuses are those of the post's country on the day. LLDC stands beside the others;
// neither means none of the three.
func (p *Post) statuses(facts *datasets.Data, day string) {
	c, known := facts.Countries.ByISO3(p.Country)
	if !known {
		p.Statuses = []string{datasets.StatusNeither}
		return
	}
	for _, trait := range c.Traits(day) {
		if trait.Kind == peers.ByStatus && trait.Value != datasets.StatusNeither {
			p.Statuses = append(p.Statuses, trait.Value)
		}
	}
	if len(p.Statuses) == 0 {
		p.Statuses = []string{datasets.StatusNeither}
	}
	p.Uncertain = c.LDCOn(day).State == datasets.Uncertain
}

// add works out every sum. Placeholders of a post are the part of its need that rests on
// them; of a department that does not count they do not either.
func (t *Table) add() error {
	a := adder{}
	var resting money.Number
	for _, status := range Statuses {
		t.Groups = append(t.Groups, Group{Status: status})
	}
	for _, post := range t.Posts {
		var unsure money.Number
		counted := 0
		for _, p := range post.Plans {
			if p.Left != "" {
				continue
			}
			post.Counts = true
			counted++
			a.sums(&post.Sums, p.Common)
			a.to(&unsure, a.times(p.Placeholders, p.Common.Need))
			post.Placeholders = p.Placeholders
		}
		if !post.Counts {
			continue
		}
		if counted > 1 {
			post.Placeholders = a.share(unsure, post.Sums.Need)
		}
		a.to(&resting, unsure)
		post.Share = Share(post.Sums)
		t.Counted++
		a.sums(&t.Total, post.Sums)
		if post.Sums.Gap.IsPos() {
			a.to(&t.Missing, post.Sums.Gap)
		} else {
			a.to(&t.Surplus, post.Sums.Gap.Neg())
		}
		for i := range t.Groups {
			if g := &t.Groups[i]; slices.Contains(post.Statuses, g.Status) {
				g.Posts++
				a.sums(&g.Sums, post.Sums)
			}
		}
	}
	t.Placeholders = a.share(resting, t.Total.Need)
	t.rank()
	return a.err
}

// sharePlaces are the places to which shares are compared: a hundredth of a percent, so
// that a spreadsheet's binary figures rank as these do.
const sharePlaces = 4

// rank orders the posts by the share of their need that nobody covers; equal shares share
// a rank, as a spreadsheet's RANK has it.
func (t *Table) rank() {
	for _, post := range t.Posts {
		if !post.Counts {
			continue
		}
		post.Rank = 1
		for _, other := range t.Posts {
			if other.Counts && other.Share.Cmp(post.Share) > 0 {
				post.Rank++
			}
		}
	}
}

// adder keeps the first fault, so that sums read as sums.
type adder struct{ err error }

func (a *adder) keep(n money.Number, err error) money.Number {
	if err != nil && a.err == nil {
		a.err = money.ErrRange
	}
	return n
}

func (a *adder) to(sum *money.Number, n money.Number) { *sum = a.keep(sum.Add(n)) }

func (a *adder) sums(sum *Sums, s Sums) {
	a.to(&sum.Need, s.Need)
	a.to(&sum.Funding, s.Funding)
	a.to(&sum.Gap, s.Gap)
}

// times is a product whose places beyond what a number keeps are rounded.
func (a *adder) times(x, y money.Number) money.Number { return a.keep(x.Mul(y)) }

// share is part ÷ whole, nought of nothing.
func (a *adder) share(part, whole money.Number) money.Number {
	if whole.IsZero() {
		return money.Int(0)
	}
	return a.keep(part.Quo(whole))
}

// Share is the part of a need that nobody covers, rounded as it is compared; 0 of nothing.
func Share(s Sums) money.Number {
	a := adder{}
	return money.Round(a.share(s.Gap, s.Need), sharePlaces)
}

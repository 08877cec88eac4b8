package disclosure_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"outrigger/model/peers/disclosure"
)

// post is a contributor of a random history.
type post struct {
	id             string
	region, status int
	in             bool
	version        int
	spend, share   map[int]float64 // by version
}

// world is a pool of posts that join, leave and restate between releases.
type world struct {
	*rand.Rand
	posts []*post
	busy  float64 // how many change from one release to the next
}

func newWorld(seed uint64) *world {
	w := &world{Rand: rand.New(rand.NewPCG(seed, 192))}
	w.busy = []float64{.03, .1, .3, 1}[w.IntN(4)]
	for i := range 20 + w.IntN(26) {
		p := &post{id: fmt.Sprintf("p%02d", i), region: w.IntN(3), status: w.IntN(3), in: w.IntN(4) > 0, spend: map[int]float64{}, share: map[int]float64{}}
		w.state(p)
		w.posts = append(w.posts, p)
	}
	return w
}

// state lets a post state its figures anew.
func (w *world) state(p *post) {
	p.version++
	p.spend[p.version] = 1000 * math.Exp(w.NormFloat64())
	p.share[p.version] = .05 * math.Exp(.6*w.NormFloat64())
}

func (w *world) turn() {
	for _, p := range w.posts {
		if w.Float64() < w.busy {
			switch {
			case !p.in:
				p.in = true
			case w.IntN(3) == 0:
				p.in = false
			default:
				w.state(p)
			}
		}
	}
}

// cells are all that a coordinator would like to tell now: everybody, regions, statuses,
// one of both, and one chosen by hand.
func (w *world) cells() []disclosure.Cell {
	hand := w.IntN(len(w.posts))
	groups := map[string]func(*post) bool{"all": func(*post) bool { return true }, "hand": func(p *post) bool { return p != w.posts[hand] && p.region < 2 }}
	for i := range 3 {
		groups[fmt.Sprintf("region %d", i)] = func(p *post) bool { return p.region == i }
		groups[fmt.Sprintf("status %d", i)] = func(p *post) bool { return p.status == i }
	}
	groups["both"] = func(p *post) bool { return p.region == 0 && p.status == 1 }
	var cells []disclosure.Cell
	for group, holds := range groups {
		spend := disclosure.Cell{Family: "spend", Metric: "spend", Group: group, Total: true}
		share := disclosure.Cell{Family: "share", Metric: "share", Group: group}
		for _, p := range w.posts {
			if p.in && holds(p) {
				spend.Members = append(spend.Members, disclosure.Member{Post: p.id, Version: p.version, Figure: p.spend[p.version]})
				share.Members = append(share.Members, disclosure.Member{Post: p.id, Version: p.version, Figure: p.share[p.version]})
			}
		}
		if len(spend.Members) > 0 {
			cells = append(cells, spend, share)
		}
	}
	return disclosure.WideFirst(cells)
}

// published is a whole history: what left in all its releases, by metric.
func (w *world) published(t *testing.T, rule disclosure.Rule, off bool) (byMetric map[string][]seen, past []disclosure.Cell, offered int) {
	control, err := disclosure.New(rule, nil)
	if err != nil {
		t.Fatal(err)
	}
	byMetric = map[string][]seen{}
	for release := range 2 + w.IntN(4) {
		if release > 0 {
			w.turn()
		}
		cells := w.cells()
		offered += len(cells)
		tell := func(p disclosure.Published, c disclosure.Cell) {
			s := seen{Published: p}
			for _, m := range c.Members {
				s.members = append(s.members, name(m.Post, m.Version))
			}
			byMetric[c.Metric] = append(byMetric[c.Metric], s)
		}
		if off {
			for _, c := range cells {
				tell(disclosure.Tell(c, 0), c)
			}
			past = append(past, cells...)
			continue
		}
		before := len(control.Past())
		told, held, err := control.Release(cells)
		if err != nil || len(told)+len(held) != len(cells) {
			t.Fatal(err)
		}
		for i, c := range control.Past()[before:] {
			tell(told[i], c)
		}
	}
	if !off {
		past = control.Past()
	}
	return byMetric, past, offered
}

// figures are the truth about a metric, by contribution, of those who are in a cell.
func figures(past []disclosure.Cell, metric string) map[string]float64 {
	all := map[string]float64{}
	for _, c := range past {
		for _, m := range c.Members {
			if c.Metric == metric {
				all[name(m.Post, m.Version)] = m.Figure
			}
		}
	}
	return all
}

// mates are the contributions that are in just the cells the target is in, the
// attacker's own left out.
func mates(a attacker, target string) []string {
	in := map[string]string{}
	for i, c := range a.cells {
		for _, m := range c.members {
			in[m] += fmt.Sprint(i, " ")
		}
	}
	var all []string
	for m, cells := range in {
		if _, own := a.own[m]; !own && cells == in[target] {
			all = append(all, m)
		}
	}
	return all
}

// duel lets a random contributor attack a random other's figure of a metric.
func (w *world) duel(cells []seen, truth map[string]float64, digits int) (a attacker, target string, ok bool) {
	var all []string
	for m := range truth {
		all = append(all, m)
	}
	slices.Sort(all)
	if len(all) < 2 {
		return a, "", false
	}
	me := all[w.IntN(len(all))][:3]
	a = attacker{own: map[string]float64{}, cells: cells, digits: digits}
	var others []string
	for _, m := range all {
		if m[:3] == me {
			a.own[m] = truth[m]
		} else {
			others = append(others, m)
		}
	}
	if len(others) == 0 {
		return a, "", false
	}
	return a, others[w.IntN(len(others))], true
}

// histories is how many random histories are attacked under control; without it there are
// many more cells to attack with, and a tenth is enough to see that it works.
const histories = 1000

type tally struct{ sums, orders, differences, duels, offered, told int }

func campaign(t *testing.T, histories uint64, off bool) (all tally) {
	for seed := range histories {
		rule := disclosure.Usual()
		if off || seed%4 > 0 {
			rule.Digits = 0 // rounding only helps; the rule must hold without it
		}
		digits := rule.Digits
		w := newWorld(seed)
		byMetric, past, offered := w.published(t, rule, off)
		all.offered += offered
		all.told += len(past)
		for _, metric := range []string{"spend", "share"} {
			truth := figures(past, metric)
			for range 2 {
				a, target, ok := w.duel(byMetric[metric], truth, digits)
				if !ok {
					continue
				}
				all.duels++
				if n := len(mates(a, target)); !off && n < rule.Apart-1 {
					t.Errorf("history %d: %s is one of %d", seed, target, n)
				}
				ranges := map[string][2]float64{}
				note := func(what string, low, high float64, count *int) {
					ranges[what] = [2]float64{low, high}
					if narrow(low, high, rule.Spread) {
						*count++
					}
				}
				if metric == "spend" {
					low, high := a.bySums(target)
					note("sums", low, high, &all.sums)
					low, high = a.byDifference(target)
					note("difference", low, high, &all.differences)
				}
				low, high := a.byOrder(target)
				note("order", low, high, &all.orders)
				for what, r := range ranges {
					// a sound attack never excludes the truth
					if x := truth[target]; x < r[0]-1e-6*x || x > r[1]+1e-6*x || math.IsNaN(r[0]+r[1]) {
						t.Fatalf("history %d: by %s %s lies in %v, but is %v", seed, what, target, r, x)
					}
					if !off && narrow(r[0], r[1], rule.Spread) {
						t.Errorf("history %d: by %s %s is known to lie in %v (%v)", seed, what, target, r, truth[target])
					}
					for _, mate := range mates(a, target) {
						if x := truth[mate]; !off && (x < r[0]-1e-6*x || x > r[1]+1e-6*x) {
							t.Errorf("history %d: by %s %s is told apart from %s: %v, %v", seed, what, target, mate, r, x)
						}
					}
				}
			}
		}
	}
	return all
}

func TestNoAttackSucceedsUnderControl(t *testing.T) {
	all := campaign(t, histories, false)
	t.Logf("%d of %d cells told; %d attacks on figures, narrow ranges: %d by sums, %d by differences, %d by order", all.told, all.offered, all.duels, all.sums, all.differences, all.orders)
}

func TestTheSameAttacksSucceedWithoutControl(t *testing.T) {
	all := campaign(t, histories/10, true)
	t.Logf("%d cells told; %d attacks on figures, narrow ranges: %d by sums, %d by differences, %d by order", all.told, all.duels, all.sums, all.differences, all.orders)
	if all.sums < 10 || all.differences < 5 || all.orders < 5 {
		t.Errorf("the attacks are too weak to prove anything: %+v", all)
	}
}

// What the rule costs: cells of a first release that are told, and cells that a pack can
// still show after further releases, the last one told where a new one is held back.
func TestWhatTheRuleCosts(t *testing.T) {
	const worlds = 300
	for _, apart := range []int{3, 5} {
		rule := disclosure.Usual()
		rule.Apart = apart
		offered, first, fit, shown, last := 0, 0, 0, 0, 0
		for seed := range uint64(worlds) {
			w := newWorld(seed)
			control, err := disclosure.New(rule, nil)
			if err != nil {
				t.Fatal(err)
			}
			for release := range 4 {
				if release > 0 {
					w.turn()
				}
				cells := w.cells()
				told, held, err := control.Release(cells)
				if err != nil {
					t.Fatal(err)
				}
				if release == 0 {
					offered, first, fit = offered+len(cells), first+len(told), fit+len(cells)
					for _, h := range held {
						if h.Why == disclosure.Few {
							fit--
						}
					}
				}
				if release == 3 {
					for _, c := range cells {
						last++
						if _, told := control.Last(c.Metric, c.Group); told {
							shown++
						}
					}
				}
			}
		}
		t.Logf("apart %d: %d of %d cells told at first (%d have five posts), %d of %d shown after four releases", apart, first, offered, fit, shown, last)
		if 3*first < offered || 3*shown < last {
			t.Errorf("apart %d: nobody would use it", apart)
		}
	}
}

package disclosure_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"outrigger/model/peers/disclosure"
)

// small worlds: seven posts in one of four states each; 16,384 worlds can be looked
// through one by one, which no cleverness beats.
const (
	fewPosts = 7
	states   = 4
)

// metrics of one family, worked out from a state; the third follows from the others.
var metrics = []struct {
	name string
	of   func(state int) float64
}{
	{"first", func(s int) float64 { return float64(1 + s%2) }},
	{"second", func(s int) float64 { return float64(1 + s/2) }},
	{"ratio", func(s int) float64 { return float64(1+s%2) / float64(1+s/2) }},
}

func smallCell(metric int, members []int, world []int) disclosure.Cell {
	c := disclosure.Cell{Family: "f", Metric: metrics[metric].name, Group: fmt.Sprint(members), Total: true}
	for _, p := range members {
		c.Members = append(c.Members, disclosure.Member{Post: fmt.Sprint(p), Version: 1, Figure: metrics[metric].of(world[p])})
	}
	return c
}

// An attacker who looks through all possible worlds still cannot tell a post from those
// that belong together with it; without control he knows many exactly.
func TestAnUnlimitedAttackerCannotTellApartWhatBelongsTogether(t *testing.T) {
	rule := disclosure.Rule{Least: 3, Apart: 3} // numbers of posts only, on so small a scale
	r := rand.New(rand.NewPCG(7, 4))
	known, looked := 0, 0
	for history := range 60 {
		truth := make([]int, fewPosts)
		for i := range truth {
			truth[i] = r.IntN(states)
		}
		type asked struct {
			metric  int
			members []int
		}
		var wanted []asked
		for range 8 {
			a := asked{metric: r.IntN(len(metrics))}
			for p := range fewPosts {
				if r.IntN(10) < 6 {
					a.members = append(a.members, p)
				}
			}
			wanted = append(wanted, a)
		}
		control := control(t, rule)
		var told []asked
		for _, a := range wanted {
			out, _, err := control.Release([]disclosure.Cell{smallCell(a.metric, a.members, truth)})
			if err != nil {
				t.Fatal(err)
			}
			if len(out) == 1 {
				told = append(told, a)
			}
		}
		possible := func(cells []asked, me int) [fewPosts][states]bool {
			var truths []disclosure.Published
			for _, a := range cells {
				truths = append(truths, disclosure.Tell(smallCell(a.metric, a.members, truth), 0))
			}
			var may [fewPosts][states]bool
			world := make([]int, fewPosts)
			for code := range 1 << (2 * fewPosts) {
				for p := range world {
					world[p] = code >> (2 * p) & 3
				}
				fits := world[me] == truth[me]
				for i := 0; fits && i < len(cells); i++ {
					p, q := disclosure.Tell(smallCell(cells[i].metric, cells[i].members, world), 0), truths[i]
					fits = p.Low == q.Low && p.Median == q.Median && p.High == q.High && near(*p.Total, *q.Total)
				}
				if fits {
					for p, s := range world {
						may[p][s] = true
					}
				}
			}
			return may
		}
		me := r.IntN(fewPosts)
		may := possible(told, me)
		for p := range fewPosts {
			together := 0
			for mate := range fewPosts {
				if mate != me && sameCells(told, p, mate, func(a asked) []int { return a.members }) {
					together++
				}
				if p == me || mate == me || !sameCells(told, p, mate, func(a asked) []int { return a.members }) {
					continue
				}
				if !may[p][truth[mate]] {
					t.Fatalf("history %d: post %d is known not to be as %d is", history, p, mate)
				}
			}
			if p != me && together < rule.Apart-1 && slices.ContainsFunc(told, func(a asked) bool { return slices.Contains(a.members, p) }) {
				t.Errorf("history %d: post %d is one of %d", history, p, together)
			}
		}
		if history%6 == 0 {
			for p, s := range possible(wanted, me) {
				if p == me {
					continue
				}
				looked++
				if count(s[:]) == 1 {
					known++
				}
			}
		}
	}
	t.Logf("without control %d of %d states are known exactly", known, looked)
	if known*5 < looked {
		t.Errorf("without control only %d of %d are known: the attack proves nothing", known, looked)
	}
}

func near(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 }

func count(flags []bool) (n int) {
	for _, f := range flags {
		if f {
			n++
		}
	}
	return n
}

func sameCells[T any](cells []T, p, q int, members func(T) []int) bool {
	for _, c := range cells {
		in := map[int]bool{}
		for _, m := range members(c) {
			in[m] = true
		}
		if in[p] != in[q] {
			return false
		}
	}
	return true
}

package exchange

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"outrigger/model/peers"
	"outrigger/model/peers/disclosure"
)

// judge puts the cells before disclosure control and fills in the pack, the held cells
// and the history. What was told before and cannot be told anew stands in the pack as
// it was told, with its day: that says nothing new.
func (r *Release) judge(all []given, history *record, day string) error {
	n := numbering{}
	var before []disclosure.Cell
	for _, c := range history.Cells {
		before = append(before, n.cell(c))
	}
	control, err := disclosure.New(disclosure.Usual(), before)
	if err != nil {
		return contradiction(err)
	}
	asked, about := []disclosure.Cell{}, map[string]past{}
	for _, c := range cells(all) {
		cell := n.cell(c)
		asked, about[cell.Metric+" "+cell.Group] = append(asked, cell), c
	}
	told, held, err := control.Release(disclosure.WideFirst(asked))
	if err != nil {
		return contradiction(err)
	}
	days := map[string]string{} // of what stands in the pack, by its content
	for _, c := range history.Cells {
		if mark := sameTelling(c); days[mark] == "" {
			days[mark] = c.Told
		}
	}
	pack := map[string]Cell{}
	for _, c := range history.Cells { // the last telling of each stays
		cell := published(c, disclosure.Tell(n.cell(c), Digits), c.Told)
		pack[cell.Key()] = cell
	}
	for _, t := range told {
		c := about[t.Metric+" "+t.Group]
		if c.Told = days[sameTelling(c)]; c.Told == "" {
			c.Told = day
			history.Cells = append(history.Cells, c)
		}
		cell := published(c, t, c.Told)
		pack[cell.Key()] = cell
	}
	for _, h := range held {
		c := about[h.Metric+" "+h.Group]
		_, again := pack[published(c, disclosure.Published{}, "").Key()]
		r.Held = append(r.Held, Held{c.Metric, c.Group, c.Year, h.N, h.Why, h.Small, again})
	}
	r.Pack.Cells = []Cell{}
	for _, c := range pack {
		r.Pack.Cells = append(r.Pack.Cells, c)
	}
	slices.SortFunc(r.Pack.Cells, Cell.compare)
	return nil
}

// sameTelling names a cell by what it tells of whom, whenever that was.
func sameTelling(c past) string {
	c.Told = ""
	return contentOf(c)
}

func published(c past, p disclosure.Published, told string) Cell {
	return Cell{Metric: c.Metric, Group: c.Group, Year: c.Year, N: p.N, Low: &p.Low, Median: p.Median, High: &p.High, Told: told}
}

// numbering gives versions the numbers that disclosure control asks for, in the order in
// which they come up.
type numbering map[string]int

func (n numbering) cell(c past) disclosure.Cell {
	d := disclosure.Cell{Family: c.Family, Metric: fmt.Sprint(c.Metric, "@", c.Year), Group: strings.Join(c.Group, "/")}
	for _, m := range c.Members {
		key := fmt.Sprint(m.Post, " ", c.Family, " ", m.Version)
		if n[key] == 0 {
			n[key] = len(n) + 1
		}
		d.Members = append(d.Members, disclosure.Member{Post: m.Post, Version: n[key], Figure: m.Figure})
	}
	return d
}

// cells forms every cell that the figures allow, in a set order: all posts, each trait,
// and the islands, least developed and landlocked countries of each region.
func cells(all []given) []past {
	at, list := map[string]int{}, []past{}
	for _, g := range all {
		for _, group := range groupsOf(g.traits) {
			c := past{Family: g.family, Metric: g.metric, Group: group, Year: g.year}
			key := fmt.Sprint(g.metric, " ", g.year, " ", strings.Join(group, "/"))
			i, there := at[key]
			if !there {
				i = len(list)
				at[key], list = i, append(list, c)
			}
			list[i].Members = append(list[i].Members, member{g.post, g.version, g.figure})
		}
	}
	for i := range list {
		slices.SortFunc(list[i].Members, func(a, b member) int { return compareTexts(a.Post, b.Post) })
	}
	slices.SortFunc(list, func(a, b past) int {
		return published(a, disclosure.Published{}, "").compare(published(b, disclosure.Published{}, ""))
	})
	return list
}

func groupsOf(traits []string) [][]string {
	groups := [][]string{{}}
	by := func(kind peers.Kind) (some []string) {
		for _, t := range traits {
			if strings.HasPrefix(t, string(kind)+"=") {
				some = append(some, t)
			}
		}
		return some
	}
	for _, t := range traits {
		groups = append(groups, []string{t})
	}
	for _, region := range by(peers.ByRegion) {
		for _, status := range by(peers.ByStatus) {
			groups = append(groups, []string{region, status}) // in the order of their texts
		}
	}
	return groups
}

// contradiction: the same version of a post with two figures, which only a history that
// somebody tampered with can hold.
func contradiction(err error) error {
	if errors.Is(err, disclosure.ErrRestated) || errors.Is(err, disclosure.ErrTwice) {
		return fault("restated")
	}
	return err
}

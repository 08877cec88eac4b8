package financing

import (
	"slices"
	"strconv"
	"strings"

	"outrigger/model/budget"
	"outrigger/model/calc"
	"outrigger/model/plan"
	"outrigger/model/portfolio"
	"outrigger/model/workload"
)

// Measures are the rows of what the measures cost and take, beside what there is for them.
type Measures struct {
	Cost      map[string]calc.ID // by measure id: the post's currency, by year
	CostTotal map[string]calc.ID // the same over all years
	All       calc.ID            // of all measures, by year
	AllTotal  calc.ID
	Run       calc.ID // what of it recurs every year, by year

	Money  []Limit // what may be paid for, by every set of ceilings that share a category
	Hours  []Limit // of a role
	Starts *Limit  // measures that begin in a year; nil: no limit

	Gained calc.ID // hours saved less hours taken, all roles, by year
}

// Limit is a use, what there is for it, and what is left, by year. It is kept while left
// is not below nought.
type Limit struct {
	ID               string // of the role; of the ceilings, joined by "+"
	Used, Free, Left calc.ID
	// Ceilings and Categories are, of money, who pays and what for.
	Ceilings, Categories []string
}

// WriteMeasures adds the rows of what measures cost, of the ceilings, of free hours and of
// starts.
func WriteMeasures(b *calc.Book, p *plan.Plan, need budget.Handles, work workload.Handles, chosen portfolio.Handles) Measures {
	h := Measures{Cost: map[string]calc.ID{}, CostTotal: map[string]calc.ID{}}
	if len(p.Measures) == 0 {
		return h
	}
	o := limits{b, p, &h}
	o.costs(need)
	o.money(need)
	o.hours(work, chosen)
	o.starts(chosen)
	return h
}

type limits struct {
	b *calc.Book
	p *plan.Plan
	h *Measures
}

func (o limits) amount(id calc.ID, section, key string, args map[string]string, e calc.Expr) calc.ID {
	code := o.p.Money.Currency
	if args == nil {
		args = map[string]string{}
	}
	args["currency"] = code
	return o.b.Add(calc.Row{
		ID: id, Section: section, Unit: calc.Unit(code), Show: calc.ShowMoney, Currency: code,
		Label: calc.Label{Key: key, Args: args}, Expr: e,
	})
}

func (o limits) costs(need budget.Handles) {
	var all, run []calc.ID
	for _, m := range o.p.Measures {
		var parts []calc.ID
		for _, c := range need.Measures[m.ID] {
			parts = append(parts, c.Local)
			if c.Kind == "run" {
				run = append(run, c.Local)
			}
		}
		id := calc.ID("measures/" + m.ID + "/cost")
		o.h.Cost[m.ID] = o.amount(id, "measures/cost", "row.measures.cost", map[string]string{"name": m.Name}, calc.Sum(parts...))
		o.h.CostTotal[m.ID] = o.amount(id+"/total", "measures/totals", "row.total", nil, calc.Total(id))
		all = append(all, id)
	}
	o.h.All = o.amount("measures/cost", "measures/total", "row.measures.cost_all", nil, calc.Sum(all...))
	o.h.Run = o.amount("measures/run", "measures/total", "row.measures.cost_run", nil, calc.Sum(run...))
	o.h.AllTotal = o.amount("measures/cost/total", "measures/totals", "row.total", nil, calc.Total(o.h.All))
}

// money writes a limit for every set of ceilings such that some costs can be paid by these
// alone. All costs can be paid if, and only if, every such set has room for what only it
// can pay (Hall's condition for flows).
func (o limits) money(need budget.Handles) {
	ceilings := o.p.Portfolio.Ceilings
	if len(ceilings) == 0 {
		return
	}
	spent := map[string][]calc.ID{}
	for _, m := range o.p.Measures {
		for _, c := range need.Measures[m.ID] {
			spent[c.Category] = append(spent[c.Category], c.Local)
		}
	}
	payers := map[string]int{} // by category, the ceilings that pay for it, as bits
	for _, category := range plan.Categories {
		if len(spent[category]) == 0 {
			continue
		}
		for i, c := range ceilings {
			if len(c.Categories) == 0 || slices.Contains(c.Categories, category) {
				payers[category] |= 1 << i
			}
		}
	}
	for set := range 1 << len(ceilings) {
		union, any := 0, false
		var categories []string
		var used []calc.ID
		for _, category := range plan.Categories {
			if by := payers[category]; len(spent[category]) > 0 && by&^set == 0 {
				union |= by
				any = true
				categories = append(categories, category)
				used = append(used, spent[category]...)
			}
		}
		if any && union == set {
			o.ceiling(set, categories, used)
		}
	}
}

func (o limits) ceiling(set int, categories []string, used []calc.ID) {
	var ids, names []string
	var amounts []calc.ID
	for i, c := range o.p.Portfolio.Ceilings {
		if set&(1<<i) != 0 {
			ids, names = append(ids, c.ID), append(names, c.Name)
			amounts = append(amounts, calc.ID("portfolio/ceilings/"+c.ID))
		}
	}
	l := Limit{ID: strings.Join(ids, "+"), Ceilings: ids, Categories: categories}
	at := calc.ID("measures/ceilings/" + strconv.Itoa(set))
	key, args := "row.measures.ceiling_", map[string]string{"name": strings.Join(names, " + ")}
	if set == 0 {
		key = "row.measures.unpayable_"
	}
	l.Used = o.amount(at+"/used", "measures/ceilings", key+"used", args, calc.Sum(used...))
	l.Free = o.amount(at+"/free", "measures/ceilings", key+"free", args, calc.Sum(amounts...))
	l.Left = o.amount(at+"/left", "measures/ceilings", key+"left", args, calc.Sub(calc.Ref(l.Free), calc.Ref(l.Used)))
	o.h.Money = append(o.h.Money, l)
}

// hours sets what measures take of a role's time, less what they save, against what the
// role can spare.
func (o limits) hours(work workload.Handles, chosen portfolio.Handles) {
	row := func(id calc.ID, section, key, name string, e calc.Expr) calc.ID {
		return o.b.Add(calc.Row{
			ID: id, Section: section, Unit: calc.Hour, Show: calc.ShowHours,
			Label: calc.Label{Key: key, Args: map[string]string{"name": name}}, Expr: e,
		})
	}
	free := map[string]bool{}
	for _, f := range o.p.Portfolio.Hours {
		free[f.Role] = true
	}
	var saved, taken []calc.ID
	for _, r := range o.p.Team.Roles {
		saved, taken = append(saved, work.Relieved[r.ID]...), append(taken, chosen.Effort[r.ID]...)
		if !free[r.ID] {
			continue
		}
		at := calc.ID("measures/hours/" + r.ID)
		l := Limit{ID: r.ID, Free: calc.ID("portfolio/hours/" + r.ID)}
		l.Used = row(at+"/used", "measures/hours", "row.measures.hours_used", r.Name, calc.Sub(calc.Sum(chosen.Effort[r.ID]...), calc.Sum(work.Relieved[r.ID]...)))
		l.Left = row(at+"/left", "measures/hours", "row.measures.hours_left", r.Name, calc.Sub(calc.Ref(l.Free), calc.Ref(l.Used)))
		o.h.Hours = append(o.h.Hours, l)
	}
	o.h.Gained = row("measures/gained", "measures/total", "row.measures.gained", "", calc.Sub(calc.Sum(saved...), calc.Sum(taken...)))
}

func (o limits) starts(chosen portfolio.Handles) {
	if !o.p.Portfolio.Starts.Given() {
		return
	}
	var all []calc.ID
	for _, m := range o.p.Measures {
		all = append(all, chosen.Starts[m.ID])
	}
	row := func(name string, e calc.Expr) calc.ID {
		return o.b.Add(calc.Row{
			ID: calc.ID("measures/starts/" + name), Section: "measures/starts", Show: calc.ShowWhole,
			Label: calc.Label{Key: "row.measures.starts_" + name}, Expr: e,
		})
	}
	l := &Limit{ID: "starts", Free: "portfolio/starts"}
	l.Used = row("used", calc.Sum(all...))
	l.Left = row("left", calc.Sub(calc.Ref(l.Free), calc.Ref(l.Used)))
	o.h.Starts = l
}

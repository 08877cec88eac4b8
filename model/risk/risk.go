// Package risk is what the post may lose: events that come so often a year and cost so
// much each time, with and without the measures of the plan.
//
//	expected loss = frequency × mean cost of one event × prices
//	left          = Π over steps (1 − best share of the measures that act there)
//
// Of measures that act at the same causal step (keep out, detect, contain, recover) the
// best counts, because they meet the same attack; steps multiply; and no more is taken
// off than the post says can be (portfolio/most). What makes a loss rarer and what makes
// it smaller are kept apart.
//
// These are expected figures. How a year may turn out is drawn from them; see Year.
package risk

import (
	"outrigger/model/calc"
	"outrigger/model/drivers"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/portfolio"
	"outrigger/model/rows"
	"outrigger/model/staffing"
)

// Handles are the rows the headlines and the drawing of years need.
type Handles struct {
	Losses []Loss
	// Before and After are the expected losses of a year, without any measure and with
	// those chosen; Avoided is the difference. All in the post's currency; "" if the plan
	// names no losses.
	Before, After, Avoided calc.ID
	AvoidedTotal           calc.ID // over the planned years
	AvoidedPresent         calc.ID // the same, a later year counting less
}

// Loss are the rows of one loss, by year.
type Loss struct {
	ID        string
	Frequency calc.ID // events a year without measures
	Rarer     calc.ID // what measures leave of the frequency, as a share
	Smaller   calc.ID // what they leave of the cost of one event
	Price     calc.ID // how prices have moved since those the loss is stated in
	Before    calc.ID
	After     calc.ID
}

// Tail is the share of all cases beyond either end of a spread.
const Tail calc.ID = "axis/tail"

const (
	pertWeight calc.ID = "axis/pert_weight"
	most       calc.ID = "portfolio/most"
	discount   calc.ID = "portfolio/discount"
)

// From is what the rows of losses read of the other blocks.
type From struct {
	Drivers  drivers.Handles
	Chosen   portfolio.Handles
	Staffing staffing.Handles
	Prices   calc.ID // consumer prices, first year = 1
}

// Write adds the rows of all losses and their sums.
func Write(b *calc.Book, p *plan.Plan, from From) Handles {
	var h Handles
	if len(p.Losses) == 0 {
		return h
	}
	tail, err := money.Parse("0.1")
	if err == nil {
		rows.Constant(b, Tail, calc.One, tail, calc.Certain, "row.axis.tail")
	}
	rows.Constant(b, pertWeight, calc.One, money.Int(4), calc.Certain, "row.axis.pert_weight")
	var before, after []calc.ID
	for _, l := range p.Losses {
		loss := writer{b, p, from, l}.loss()
		h.Losses = append(h.Losses, loss)
		before, after = append(before, loss.Before), append(after, loss.After)
	}
	code := p.Money.Currency
	add := func(name string, headline bool, e calc.Expr) calc.ID {
		return b.Add(calc.Row{
			ID: calc.ID("risk/" + name), Section: "risk/total", Unit: calc.Unit(code), Show: calc.ShowMoney, Currency: code, Headline: headline,
			Label: calc.Label{Key: "row.risk." + name, Args: map[string]string{"currency": code}}, Expr: e,
		})
	}
	h.Before = add("before", false, calc.Sum(before...))
	h.After = add("after", false, calc.Sum(after...))
	h.Avoided = add("avoided", false, calc.Sub(calc.Ref(h.Before), calc.Ref(h.After)))
	h.AvoidedTotal = add("avoided_total", true, calc.Total(h.Avoided))
	present := add("avoided_present_year", false, calc.Mul(calc.Ref(h.Avoided), calc.Ref(Weight(b))))
	h.AvoidedPresent = add("avoided_present", true, calc.Total(present))
	return h
}

// Weight is how much a year counts beside the first planned one: 1, then less by the
// discount rate each year. It is written when it is first asked for.
func Weight(b *calc.Book) calc.ID {
	const id calc.ID = "portfolio/weight"
	if b.Has(id) {
		return id
	}
	earlier := calc.Prev(id, calc.Zero())
	return b.Add(calc.Row{
		ID: id, Section: "risk/weight", Show: calc.ShowRate, Label: calc.Label{Key: "row.risk.weight"},
		Expr: calc.If(calc.Ref(rows.Planned), calc.Greater, calc.Zero(),
			calc.If(earlier, calc.Greater, calc.Zero(), calc.Div(earlier, calc.Add(calc.Unity(), calc.Ref(discount)), calc.Zero()), calc.Unity()), calc.Zero()),
	})
}

type writer struct {
	b    *calc.Book
	p    *plan.Plan
	from From
	l    plan.Loss
}

func (o writer) in(name string) calc.Expr { return calc.Ref(calc.ID("losses/" + o.l.ID + "/" + name)) }

func (o writer) add(name string, unit calc.Unit, show calc.Show, e calc.Expr) calc.ID {
	row := calc.Row{
		ID: calc.ID("risk/" + o.l.ID + "/" + name), Section: "risk/" + o.l.ID, Unit: unit, Show: show,
		Label: calc.Label{Key: "row.risk.loss_" + name, Args: map[string]string{"name": o.l.Name}}, Expr: e,
	}
	if show == calc.ShowMoney {
		row.Currency = o.p.Money.Currency
	}
	return o.b.Add(row)
}

func (o writer) loss() Loss {
	code := calc.Unit(o.p.Money.Currency)
	h := Loss{ID: o.l.ID, Frequency: o.add("frequency", calc.One, calc.ShowPlain, o.frequency())}
	mean := o.add("mean", code, calc.ShowMoney, o.mean())
	h.Price = o.add("price", calc.One, calc.ShowRate, calc.Div(calc.Ref(o.from.Prices), calc.At(o.from.Prices, o.l.PriceYear), calc.Zero()))
	h.Rarer, h.Smaller = o.left()
	planned := calc.Product(calc.Ref(rows.Planned), calc.Ref(h.Frequency), calc.Ref(mean), calc.Ref(h.Price))
	h.Before = o.add("before", code, calc.ShowMoney, planned)
	h.After = o.add("after", code, calc.ShowMoney, calc.Product(calc.Ref(h.Before), calc.Ref(h.Rarer), calc.Ref(h.Smaller)))
	return h
}

// frequency is how often the loss comes in a year: as stated, growing with a driver and
// with the work that waits only where the post says so.
func (o writer) frequency() calc.Expr {
	often := o.in("frequency")
	if volume, has := o.from.Drivers.Volume[o.l.Driver]; has {
		often = calc.Mul(often, calc.Div(calc.Ref(volume), calc.At(volume, o.p.Years.LastActual), calc.Unity()))
	}
	if o.l.Backlog.Given() {
		waits := calc.Div(calc.Ref(o.from.Staffing.Backlog), calc.Ref(o.from.Staffing.Capacity), calc.Zero())
		often = calc.Mul(often, calc.Add(calc.Unity(), calc.Mul(o.in("backlog"), waits)))
	}
	if o.l.Once {
		often = calc.Min(calc.Unity(), often)
	}
	return often
}

// mean is what one event costs on average.
func (o writer) mean() calc.Expr {
	switch o.l.Shape {
	case "spread":
		return calc.SpreadMean(o.in("low"), o.in("high"), calc.Ref(Tail))
	case "bounds": // PERT: (least + 4 × likely + most) ÷ 6
		weight := calc.Ref(pertWeight)
		return calc.Div(calc.Add(calc.Add(o.in("low"), calc.Mul(weight, o.in("likely"))), o.in("high")),
			calc.Add(weight, calc.Add(calc.Unity(), calc.Unity())), calc.Zero())
	}
	return o.in("likely")
}

// left is what the measures leave of how often the loss comes, and of what one event
// costs. Together they leave at least 1 − the most that can be taken off.
func (o writer) left() (rarer, smaller calc.ID) {
	least := calc.Sub(calc.Unity(), calc.Ref(most))
	rarer = o.add("rarer", calc.One, calc.ShowShare, calc.Max(least, o.after(plan.Likelihood)))
	smaller = o.add("smaller", calc.One, calc.ShowShare,
		calc.Max(calc.Div(least, calc.Ref(rarer), calc.Zero()), o.after(plan.Severity)))
	return rarer, smaller
}

// after multiplies what the best measure at each step leaves.
func (o writer) after(kind string) calc.Expr {
	left := calc.Unity()
	for _, step := range plan.StepsOf(kind) {
		acts := append(append([]calc.ID(nil), o.from.Chosen.Losses[kind][portfolio.Acts(o.l.ID, step)]...), o.from.Chosen.Losses[kind][portfolio.Acts("", step)]...)
		if len(acts) == 0 {
			continue
		}
		best := calc.Ref(acts[0])
		for _, more := range acts[1:] {
			best = calc.Max(best, calc.Ref(more))
		}
		at := o.add(kind+"_"+step, calc.One, calc.ShowShare, best)
		left = calc.Mul(left, calc.Sub(calc.Unity(), calc.Ref(at)))
	}
	return left
}

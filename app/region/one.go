package region

import (
	"crypto/sha256"
	"slices"

	"outrigger/model/budget"
	"outrigger/model/calc"
	"outrigger/model/chain"
	"outrigger/model/measures"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/readiness"
	"outrigger/model/rows"
)

// one reads and calculates one plan; of its graph only the figures of the table stay.
func (r Request) one(name string) *Plan {
	p := &Plan{File: name}
	data, err := r.Read(name)
	if err != nil {
		p.Left, p.Err = Unread, err
		return p
	}
	p.sum = sha256.Sum256(data)
	read, findings := plan.Parse(data)
	if read != nil {
		p.about(read)
	}
	if read == nil || plan.Refused(findings) {
		p.Left, p.Findings = Refused, findings
		return p
	}
	c, findings := chain.Build(read, r.Facts.FactsFor(read.Post.Country))
	p.Findings = findings
	if c == nil {
		p.Left = Refused
		return p
	}
	p.figures(c)
	p.assessed(read, r.Practices)
	return p
}

func (p *Plan) about(read *plan.Plan) {
	p.Name, p.Title, p.Country = read.Post.Name, read.Title, read.Post.Country
	p.Language = read.Language
	p.Illustrative, p.Currency, p.donor = read.Illustrative, read.Money.Currency, budget.DonorCurrency(read)
	p.First, p.Last, p.StartMonth = read.Years.LastActual+1, read.Years.Last, read.Years.StartMonth
}

// figures takes from the rows what the table shows.
func (p *Plan) figures(c *chain.Case) {
	s := c.State("")
	single := func(id calc.ID) money.Number { n, _ := s.Single(id); return n }
	h := c.Financing
	p.Own = Sums{single(h.NeedTotal.Local), single(h.GrantedTotal.Local), single(h.GapTotal.Local)}
	p.given = Sums{single(h.NeedTotal.Donor), single(h.GrantedTotal.Donor), single(h.GapTotal.Donor)}
	p.Placeholders = single(c.PlaceholderShare)
	p.Mismatch, _ = c.Value(c.Mismatch, p.Last, "")
	p.rates = map[string]Rate{p.Currency: {Value: money.Int(1), Own: true}}
	for _, rate := range c.Plan.Money.Rates {
		if n := single(rows.Rate(rate.Currency)); n.IsPos() && rate.Currency != p.Currency {
			p.rates[rate.Currency] = Rate{Value: n, Date: rate.Date, Source: sourceOf(c.Plan, rate.Value.Source)}
		}
	}
	chosen := c.Chosen("")
	for _, m := range c.Plan.Measures {
		for _, choice := range chosen {
			if choice.Measure == m.ID && !slices.ContainsFunc(chosen, func(other measures.Choice) bool { return other.Start < choice.Start }) {
				p.Begins = append(p.Begins, m.Name)
			}
		}
	}
}

func sourceOf(p *plan.Plan, id string) string {
	for _, s := range p.Sources {
		if s.ID == id {
			return s.Title
		}
	}
	return id
}

func (p *Plan) assessed(read *plan.Plan, c readiness.Catalogue) {
	all := readiness.InTime(read.Readiness)
	if len(all) == 0 {
		return
	}
	latest := all[len(all)-1]
	if score, _ := readiness.Read(latest, c).Overall(); score.Given > 0 {
		p.Readiness = &Readiness{Counted: score.Counted, Given: score.Given, Of: score.Of, Date: latest.Date}
	}
}

// turn sets the plan's amounts in the currency of the totals. Where that is the donor's,
// the plan has them already, each cost rounded by itself; they are kept to the last unit.
func (p *Plan) turn(code string) error {
	rate, has := p.rates[code]
	if !has {
		p.Left = NoRate
		return nil
	}
	p.Rate = rate
	var err error
	once := func(n money.Number) money.Number {
		q, fault := n.Quo(rate.Value)
		if fault != nil {
			err = money.ErrRange
			return n
		}
		currency, _ := money.ByCode(code)
		return money.Round(q, currency.Places)
	}
	p.Common.Need, p.Common.Funding = once(p.Own.Need), once(p.Own.Funding)
	if code == p.donor {
		p.Rounded.Need, err = less(p.given.Need, p.Common.Need, err)
		p.Rounded.Funding, err = less(p.given.Funding, p.Common.Funding, err)
		p.Common.Need, p.Common.Funding = p.given.Need, p.given.Funding
	}
	p.Common.Gap, err = less(p.Common.Need, p.Common.Funding, err)
	return err
}

// less is a − b, unless something failed before.
func less(a, b money.Number, before error) (money.Number, error) {
	n, err := a.Sub(b)
	if before != nil {
		err = before
	}
	return n, err
}

package intake

import (
	"slices"
	"strings"

	"outrigger/model/money"
)

// scales works out one figure for every scale the file claims: for the table as
// a whole, and for labels that say it themselves ("Revenue (million dollars)").
func (p *Preview) scales() {
	if c := p.Mapping.Claim; c != nil {
		p.work(*c, func(Record) bool { return true }, nil)
	}
	byFactor := map[int]*Worked{}
	for _, r := range p.Records {
		f := claimIn(r.Label)
		if f == 0 || r.Number == nil || p.Mapping.Claim != nil && f == p.Mapping.Claim.Factor {
			continue
		}
		if w := byFactor[f]; w != nil {
			if !slices.Contains(w.Series, r.Label) && len(w.Series) < 20 {
				w.Series = append(w.Series, r.Label)
			}
			continue
		}
		if r.Number.IsZero() {
			continue
		}
		p.work(Claim{f, r.Label, r.LabelCell}, func(x Record) bool { return x.Cell == r.Cell }, []string{r.Label})
		if n := len(p.Scales); n > 0 && p.Scales[n-1].Factor == f {
			byFactor[f] = &p.Scales[n-1]
		}
	}
}

// work takes the largest fitting figure as the example: the one whose scale a
// reader can judge.
func (p *Preview) work(c Claim, fits func(Record) bool, series []string) {
	var best *Record
	for i, r := range p.Records {
		if r.Number != nil && fits(r) && (best == nil || r.Number.Abs().Cmp(best.Number.Abs()) > 0) {
			best = &p.Records[i]
		}
	}
	if best == nil {
		return
	}
	scaled, err := best.Number.Mul(money.Int(c.Factor))
	if err != nil {
		return
	}
	p.Scales = append(p.Scales, Worked{c, best.Label, best.Cell, strings.TrimSpace(best.Stored), *best.Number, scaled.Trim(0), series})
}

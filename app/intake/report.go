package intake

import (
	"strconv"

	"outrigger/model/money"
)

// Report tells a preview in sentences, in the order in which a reader decides:
// what is wrong, what was read, what was left out, whether totals tie, what the
// file claims about its scale, what is doubtful.
func (p *Preview) Report(w Words) []string {
	var lines []string
	for _, f := range p.Faults {
		lines = append(lines, f.Sentence(w))
	}
	if len(p.Faults) > 0 {
		return lines
	}
	first, last := p.span()
	lines = append(lines, w.Say("intake.read", map[string]string{
		"figures": strconv.Itoa(len(p.Records)), "file": p.File, "sheet": p.sheet.Name, "first": first, "last": last,
		"orientation": w.Say("intake.orientation."+string(p.Mapping.Orientation), nil),
	}))
	for _, s := range p.Skipped {
		lines = append(lines, s.Sentence(w))
	}
	for _, t := range p.Ties {
		lines = append(lines, t.Sentence(w))
	}
	for _, s := range p.Scales {
		lines = append(lines, s.Sentence(w))
	}
	for _, d := range p.Doubts {
		lines = append(lines, d.Sentence(w))
	}
	return lines
}

func (p *Preview) span() (first, last string) {
	if len(p.Records) == 0 {
		return "", ""
	}
	lo, hi := p.Records[0].Year, p.Records[0].Year
	for _, r := range p.Records {
		lo, hi = min(lo, r.Year), max(hi, r.Year)
	}
	return strconv.Itoa(int(lo)), strconv.Itoa(int(hi))
}

// Sentence tells whether a total ties.
func (t Tie) Sentence(w Words) string {
	return w.Say("intake.tie."+t.State, map[string]string{
		"label": t.Label, "place": t.Cell, "from": t.From, "to": t.To, "period": t.Period,
		"stated": money.Canonical(t.Stated), "summed": money.Canonical(t.Summed),
	})
}

// Sentence tells what a claimed scale would make of one figure.
func (s Worked) Sentence(w Words) string {
	return w.Say("intake.scale", map[string]string{
		"claim": s.Text, "place": s.Claim.Cell, "factor": strconv.Itoa(s.Factor), "label": s.Label, "cell": s.Cell, "stored": s.Stored,
		"as_is": money.Canonical(s.AsIs), "scaled": money.Canonical(s.Scaled),
	})
}

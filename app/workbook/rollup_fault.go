package workbook

import (
	"strings"

	"outrigger/app/region"
	"outrigger/app/words"
)

// FaultOf says what is wrong with a plan that is left out of a region's totals, and what to
// do about it: of several findings the first that refuses it.
func FaultOf(say words.Reader, p *region.Plan) string {
	switch p.Left {
	case region.Unread:
		return p.Err.Error()
	case region.Refused:
		for _, f := range p.Findings {
			if !f.Warning {
				return strings.TrimPrefix(f.Place+": ", ": ") + say.Finding(f)
			}
		}
	}
	key, args := "fault.region."+p.Left, map[string]string{"file": p.Other, "currency": p.Currency}
	return say.Say(key, args) + " " + say.Say(key+".remedy", args)
}

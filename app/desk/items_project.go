package desk

import (
	"slices"
	"strconv"

	"outrigger/model/plan"
)

// addUndertaking adds to the lists of what a donor is asked for.
func addUndertaking(p *plan.Plan, path, name string) bool {
	r := &p.Project
	switch path {
	case "project/results":
		if full(r.Results) {
			return false
		}
		r.Results = append(r.Results, plan.Result{ID: freshCode(r.Results), Level: "output", Text: name})
	case "project/indicators":
		if full(r.Indicators) || len(r.Results) == 0 {
			return false
		}
		r.Indicators = append(r.Indicators, plan.Indicator{ID: fresh(r.Indicators, indicatorID, name, "indicator"), Name: name, Result: r.Results[len(r.Results)-1].ID})
	case "project/purchases":
		if full(r.Purchases) {
			return false
		}
		r.Purchases = append(r.Purchases, plan.Purchase{ID: fresh(r.Purchases, purchaseID, name, "purchase"), Name: name, Method: "quotes"})
	case "project/milestones":
		if full(r.Milestones) {
			return false
		}
		r.Milestones = append(r.Milestones, plan.Milestone{ID: fresh(r.Milestones, milestoneID, name, "milestone"), Name: name})
	case "project/tranches":
		if full(r.Tranches) {
			return false
		}
		r.Tranches = append(r.Tranches, plan.Tranche{ID: fresh(r.Tranches, trancheID, name, "tranche"), Name: name})
	case "project/risks":
		if full(r.Risks) {
			return false
		}
		r.Risks = append(r.Risks, plan.Hazard{ID: fresh(r.Risks, hazardID, name, "risk"), Event: name})
	case "project/reports":
		if full(r.Reports) {
			return false
		}
		r.Reports = append(r.Reports, plan.Report{ID: fresh(r.Reports, reportID, name, "report"), Name: name})
	default:
		return false
	}
	return true
}

// freshCode is the first number that no result has as its code.
func freshCode(list []plan.Result) string {
	for n := 1; ; n++ {
		if code := strconv.Itoa(n); item(list, code, resultID) == nil {
			return code
		}
	}
}

// removeUndertaking removes from the lists of what a donor is asked for, with what speaks
// of it.
func removeUndertaking(p *plan.Plan, path, id string) bool {
	r := &p.Project
	switch path {
	case "project/results":
		return leaveResult(p, id)
	case "project/indicators":
		return without(&r.Indicators, id, indicatorID)
	case "project/purchases":
		return without(&r.Purchases, id, purchaseID)
	case "project/milestones":
		return without(&r.Milestones, id, milestoneID)
	case "project/tranches":
		return without(&r.Tranches, id, trancheID)
	case "project/risks":
		return without(&r.Risks, id, hazardID)
	case "project/reports":
		return without(&r.Reports, id, reportID)
	}
	return false
}

// leaveResult takes a result out; its indicators go with it, lines and milestones stay
// without it, and what led to it leads to what it led to.
func leaveResult(p *plan.Plan, id string) bool {
	r := &p.Project
	gone := item(r.Results, id, resultID)
	if gone == nil {
		return false
	}
	next := gone.Of
	leave := func(at *string, to string) {
		if *at == id {
			*at = to
		}
	}
	for i := range r.Results {
		leave(&r.Results[i].Of, next)
	}
	r.Indicators = slices.DeleteFunc(r.Indicators, func(n plan.Indicator) bool { return n.Result == id })
	for i := range r.Milestones {
		leave(&r.Milestones[i].Result, "")
	}
	for i := range p.Lines {
		leave(&p.Lines[i].Objective, "")
	}
	for i := range p.Measures {
		for j := range p.Measures[i].Costs {
			leave(&p.Measures[i].Costs[j].Objective, "")
		}
	}
	return without(&r.Results, id, resultID)
}

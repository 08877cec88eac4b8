package desk

import (
	"slices"
	"strings"

	"outrigger/model/plan"
)

func scenarioID(s *plan.Scenario) string { return s.ID }

// AddScenario adds a scenario with the overrides of another, or with none. The view
// is in the new one.
func (d *Desk) AddScenario(r ScenarioRequest) (View, error) {
	id := ""
	_, err := d.change("AddScenario", Reading{Language: r.Language, Scenario: r.Scenario}, func(p *plan.Plan) error {
		name := strings.TrimSpace(clean(r.Name, false))
		if name == "" {
			name = d.say(r.Language).Say("desk.scenario.new", nil)
		}
		if full(p.Scenarios) {
			return d.fault(r.Language, "no_list", nil)
		}
		if r.Scenario != "" && item(p.Scenarios, r.Scenario, scenarioID) == nil {
			return d.fault(r.Language, "no_scenario", map[string]string{"name": r.Scenario})
		}
		s := plan.Scenario{ID: fresh(p.Scenarios, scenarioID, name, "scenario"), Name: name}
		if like := item(plan.Clone(p).Scenarios, r.Scenario, scenarioID); like != nil {
			s.Overrides = like.Overrides
		}
		p.Scenarios, id = append(p.Scenarios, s), s.ID
		return nil
	})
	if err != nil {
		return View{}, err
	}
	return d.Look(Reading{Language: r.Language, Scenario: id})
}

// RenameScenario gives a scenario another name.
func (d *Desk) RenameScenario(r ScenarioRequest) (View, error) {
	return d.change("RenameScenario", Reading{Language: r.Language, Scenario: r.Scenario}, func(p *plan.Plan) error {
		s, name := item(p.Scenarios, r.Scenario, scenarioID), strings.TrimSpace(clean(r.Name, false))
		switch {
		case s == nil:
			return d.fault(r.Language, "no_scenario", map[string]string{"name": r.Scenario})
		case name == "":
			return d.fault(r.Language, "blank", nil)
		}
		s.Name = name
		return nil
	})
}

// RemoveScenario removes a scenario; the view is in the base case.
func (d *Desk) RemoveScenario(r ScenarioRequest) (View, error) {
	return d.change("RemoveScenario", Reading{Language: r.Language}, func(p *plan.Plan) error {
		if item(p.Scenarios, r.Scenario, scenarioID) == nil {
			return d.fault(r.Language, "no_scenario", map[string]string{"name": r.Scenario})
		}
		p.Scenarios = slices.DeleteFunc(p.Scenarios, func(s plan.Scenario) bool { return s.ID == r.Scenario })
		return nil
	})
}

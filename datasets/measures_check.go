package datasets

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"outrigger/model/plan"
)

// Words of the catalogue that stand for things a plan has of its own: what drives
// work, who does it, and which work it is.
var (
	measureDrivers = []string{"accounts", "devices", "sites", "suppliers", "phishing", "incidents"}
	measureRoles   = []string{"analyst", "admin", "officer"}
	measureWork    = []string{"triage", "response", "access", "fraud", "patching", "restore", "scans", "logs", "supplier", "training", "exercise", "policy"}
)

// practices is how many practices a post's readiness is described by.
const practices = 24

// judge gathers faults of one measure.
type judge struct {
	id     string
	faults []error
}

func (j *judge) want(ok bool, format string, args ...any) {
	if !ok {
		text := fmt.Sprintf(format, args...)
		j.faults = append(j.faults, fmt.Errorf("catalogue.json line %d: %s: %s", measureLine(j.id), j.id, text))
	}
}

func (j *judge) oneOf(what, value string, list []string) {
	j.want(slices.Contains(list, value), "%s %q is not one of %s", what, value, strings.Join(list, ", "))
}

func (m *Measures) checkCatalogue() error {
	ids, losses := []string{}, []string{""}
	for _, one := range m.catalogue {
		ids = append(ids, one.ID)
	}
	for _, l := range m.losses {
		losses = append(losses, l.ID)
	}
	var all []error
	for i, one := range m.catalogue {
		j := &judge{id: one.ID}
		j.want(one.Number == i+1, "number %d, want %d", one.Number, i+1)
		j.want(!slices.Contains(ids[:i], one.ID), "stands twice")
		j.oneOf("function", one.Function, plan.Functions)
		j.want(slices.ContainsFunc(one.CSF, func(c string) bool { return strings.HasPrefix(c, one.Function+".") }), "none of %v belongs to %s", one.CSF, one.Function)
		for _, list := range [][]string{one.Needs, one.Excludes, one.Overlaps} {
			for _, other := range list {
				j.oneOf("the measure", other, ids)
				j.want(other != one.ID, "points to itself")
			}
		}
		for _, n := range one.Practices {
			j.want(n >= 1 && n <= practices, "there is no practice %d", n)
		}
		j.want(one.Programme == "" || one.Programme == "UPU", "programme %q", one.Programme)
		j.costs(one.Costs)
		seen := map[string]bool{}
		for _, e := range one.Effort {
			j.oneOf("role", e.Role, measureRoles)
			j.want(!seen[e.Role], "role %s stands twice", e.Role)
			seen[e.Role] = true
		}
		j.effects(one.Effects, losses)
		all = append(all, j.faults...)
	}
	return errors.Join(all...)
}

func (j *judge) costs(list []MeasureCost) {
	seen := map[string]bool{}
	for _, c := range list {
		j.want(c.ID != "" && !seen[c.ID], "cost %q has no name of its own", c.ID)
		seen[c.ID] = true
		j.oneOf("category", c.Category, plan.Categories)
		j.want(c.Category != "staff", "cost %s: the team's wages stand in the team", c.ID)
		j.oneOf("kind", c.Kind, []string{"build", "run"})
		j.oneOf("price path", c.PricePath, []string{"inflation", "wages", "fixed"})
		j.want(c.Unit != "", "cost %s counts nothing", c.ID)
		if c.Per != "" {
			j.oneOf("driver", c.Per, measureDrivers)
		}
		j.want(c.Life >= 0, "cost %s has a life of %d years", c.ID, c.Life)
	}
}

func (j *judge) effects(list []MeasureEffect, losses []string) {
	seen := map[string]bool{}
	for _, e := range list {
		j.want(e.ID != "" && !seen[e.ID], "effect %q has no name of its own", e.ID)
		seen[e.ID] = true
		onLoss := e.Kind == plan.Likelihood || e.Kind == plan.Severity
		j.oneOf("kind of effect", e.Kind, []string{plan.Likelihood, plan.Severity, plan.Volume, plan.Relief})
		j.want((e.Loss != nil) == onLoss && (e.Driver != "") == (e.Kind == plan.Volume) && (e.Work != "") == (e.Kind == plan.Relief), "effect %s mixes kinds", e.ID)
		switch e.Kind {
		case plan.Likelihood, plan.Severity:
			j.oneOf("loss", e.Target(), losses)
			j.oneOf("step", e.Step, plan.StepsOf(e.Kind))
		case plan.Volume:
			j.oneOf("driver", e.Driver, measureDrivers)
		case plan.Relief:
			j.oneOf("work", e.Work, measureWork)
			j.oneOf("direction", e.Direction, []string{"up", "down"})
		}
	}
}

package words

import (
	"slices"
	"strings"

	"outrigger/datasets"
	"outrigger/model/plan"
)

// The catalogue speaks of drivers, roles and activities by the ids that plans in English
// begin with; plans in other languages call them by these.
var sameAs = map[string][]string{
	"accounts":  {"accounts", "comptes", "contas", "cuentas"},
	"phishing":  {"phishing", "hameconnage", "mensagens"},
	"incidents": {"incidents", "incidentes"},
	"suppliers": {"suppliers", "fournisseurs", "fornecedores", "proveedores"},
	"analyst":   {"analyst", "analyste", "tecnico"},
	"admin":     {"admin", "administrateur", "administrador"},
	"officer":   {"officer", "charge", "tecnico"},
	"triage":    {"triage", "tri", "triagem"},
	"response":  {"response", "reponse", "resposta"},
	"patching":  {"patching", "correctifs", "correcoes"},
	"logs":      {"logs", "journaux", "registos"},
	"policy":    {"policy", "audits"},
}

// own finds what the plan calls a thing of the catalogue, "" if it has none.
func own(id string, has func(string) bool) string {
	for _, name := range append([]string{id}, sameAs[id]...) {
		if has(name) {
			return name
		}
	}
	return ""
}

// Measure is a measure of the catalogue as a plan takes it over: named in the reader's
// language, tied to the plan's own drivers, roles, activities and losses, without any
// figure. What the plan has no counterpart for is left out.
func (r Reader) Measure(t datasets.Measure, p *plan.Plan) plan.Measure {
	key := "measure." + t.ID
	m := plan.Measure{
		ID: t.ID, Template: t.ID, Name: r.Say(key+".name", nil), Function: t.Function, Note: r.Say(key+".text", nil),
		Practice: "NIST CSF 2.0 " + strings.Join(t.CSF, ", "), Needs: slices.Clone(t.Needs), Excludes: slices.Clone(t.Excludes),
	}
	if len(t.CIS) > 0 {
		m.Practice += "; CIS Controls 8.1: " + strings.Join(t.CIS, ", ")
	}
	driver := func(id string) bool {
		return slices.ContainsFunc(p.Drivers, func(d plan.Driver) bool { return d.ID == id })
	}
	work := func(id string) bool {
		return slices.ContainsFunc(p.Activities, func(a plan.Activity) bool { return a.ID == id })
	}
	role := func(id string) bool {
		return slices.ContainsFunc(p.Team.Roles, func(x plan.Role) bool { return x.ID == id })
	}
	loss := func(id string) bool {
		return slices.ContainsFunc(p.Losses, func(l plan.Loss) bool { return l.ID == id })
	}
	for _, c := range t.Costs {
		l := plan.Line{
			ID: c.ID, Name: r.Say(key+".cost."+c.ID, nil), Category: c.Category, Kind: c.Kind, Unit: r.Say("unit."+c.Unit, nil),
			PricePath: c.PricePath, PriceYear: p.Years.LastActual,
		}
		if c.Per != "" {
			l.Per = own(c.Per, driver)
		}
		m.Costs = append(m.Costs, l)
	}
	for _, e := range t.Effort {
		id := own(e.Role, role)
		if id != "" && !slices.ContainsFunc(m.Effort, func(x plan.Effort) bool { return x.Role == id }) {
			m.Effort = append(m.Effort, plan.Effort{Role: id})
		}
	}
	for _, e := range t.Effects {
		effect := plan.Effect{ID: e.ID, Name: r.Say(key+".effect."+e.ID, nil), Kind: e.Kind, Step: e.Step}
		has := map[string]func(string) bool{plan.Likelihood: loss, plan.Severity: loss, plan.Volume: driver, plan.Relief: work}[e.Kind]
		if to := e.Target(); to != "" {
			if effect.Target = own(to, has); effect.Target == "" {
				continue
			}
		}
		m.Effects = append(m.Effects, effect)
	}
	m.Needs = slices.DeleteFunc(m.Needs, func(id string) bool {
		return !slices.ContainsFunc(p.Measures, func(x plan.Measure) bool { return x.ID == id })
	})
	m.Excludes = slices.DeleteFunc(m.Excludes, func(id string) bool {
		return !slices.ContainsFunc(p.Measures, func(x plan.Measure) bool { return x.ID == id })
	})
	return m
}

// Loss is a loss of the starter set as a plan takes it over, without any figure.
func (r Reader) Loss(k datasets.LossKind, p *plan.Plan) plan.Loss {
	l := plan.Loss{
		ID: k.ID, Template: k.ID, Name: r.Say("loss."+k.ID+".name", nil), Note: r.Say("loss."+k.ID+".text", nil),
		Once: k.Once, Shape: "spread", PriceYear: p.Years.LastActual,
	}
	return l
}

package datasets

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"outrigger/model/money"
	"outrigger/model/plan"
)

func TestNothingPublishedIsOfferedForWhatItDoesNotSay(t *testing.T) {
	m := measures(t)
	for _, p := range m.published {
		if p.Scale == "account" && p.For(plan.Likelihood) {
			t.Errorf("%s: accounts are offered as likelihood", p.Measure)
		}
		one, known := m.ByID(p.Measure)
		i := slices.IndexFunc(one.Effects, func(e MeasureEffect) bool { return e.ID == p.Part })
		share, ok := p.Share()
		if ok && (!known || i < 0 || !p.For(one.Effects[i].Kind)) {
			t.Errorf("%s %s: %v may be taken over for an effect of another kind", p.Measure, p.Part, share)
		}
		if ok && (share.IsNeg() || share.Cmp(money.Int(1)) > 0) {
			t.Errorf("%s %s: a share of %v", p.Measure, p.Part, share)
		}
		if strings.HasPrefix(p.Source.ID, "ibm") && (p.Unit != "percent-lower" || !slices.Contains(p.Notes, "association")) {
			t.Errorf("%s: amounts of large firms are told otherwise than as an association", p.Measure)
		}
		if p.Grade == "C" && p.Scale == "likelihood" && !slices.Contains(p.Notes, "association") {
			t.Errorf("%s: claims are told as if they showed a cause", p.Measure)
		}
	}
	for _, must := range [][2]string{{"mfa", "sign-in"}, {"mfa", "takeovers"}, {"secure-configuration", "entry"}} {
		if !slices.ContainsFunc(m.Evidence(must[0]), func(p Published) bool { _, ok := p.Share(); return ok && p.Part == must[1] }) {
			t.Errorf("nothing is offered for %v", must)
		}
	}
	for _, p := range m.Evidence("mfa") {
		if share, ok := p.Share(); ok && p.Unit == "times-lower" && money.Canonical(share) != "0.2857" {
			t.Errorf("1.4 times rarer is %v", share)
		}
	}
	for _, p := range m.Evidence("staff-awareness") {
		if _, ok := p.Share(); ok {
			t.Errorf("%s is offered as an effect of training", p.Source.ID)
		}
	}
}

// For these nothing is published that could stand for an effect.
func TestMeasuresWithoutAPublishedEffectSaySo(t *testing.T) {
	m := measures(t)
	for _, id := range []string{
		"post-isac", "secure-post", "readiness-assessment", "national-monitoring", "iso-27001", "data-protection-officer", "ddos",
		"mobile-management", "physical-security", "policy-set", "supplier-security", "citizen-awareness", "report-button", "incident-exercise",
		"dot-post", // a finding in words, of several measures at once
	} {
		if _, known := m.ByID(id); !known || m.HasEffect(id) {
			t.Errorf("%s: known %v, a published effect %v", id, known, m.HasEffect(id))
		}
	}
	for _, id := range []string{"mfa", "patching", "secure-configuration", "backups", "staff-awareness"} {
		if !m.HasEffect(id) {
			t.Errorf("%s has no published effect", id)
		}
	}
}

func TestEveryPublishedRowSaysWhenceAndIsToldOnce(t *testing.T) {
	d, m := load(t), measures(t)
	used, seen := map[string]bool{}, map[string]bool{}
	for _, p := range m.published {
		used[p.Source.ID] = true
		if _, known := d.Countries.ByISO3(p.Country); p.Country != "" && p.Country != "several" && !known {
			t.Errorf("%s: no country %q", p.Measure, p.Country)
		}
		if p.Source.Title == "" || p.Year == 0 || p.Grade == "" || p.Scale == "" {
			t.Errorf("%s: source %q, year %d, grade %q, scale %q", p.Measure, p.Source.ID, p.Year, p.Grade, p.Scale)
		}
		if p.About == "effect" && p.Value == nil && p.Low == nil && len(p.Notes) == 0 {
			t.Errorf("%s: a finding without words", p.Measure)
		}
		value := ""
		for _, n := range []*money.Number{p.Value, p.Low} {
			if n != nil {
				value += n.String()
			}
		}
		key := strings.Join([]string{p.Measure, p.Part, p.About, p.Unit, value, p.Source.ID, strings.Join(p.Notes, " ")}, "|")
		if seen[key] {
			t.Errorf("told twice: %s", key)
		}
		seen[key] = true
	}
	for id := range m.sources {
		if !used[id] {
			t.Errorf("nothing rests on the source %s", id)
		}
	}
	if n := len(m.Evidence("policy-set")); n != 3 { // one contract, and two day rates of advice
		t.Errorf("%d rows for policies", n)
	}
	if list := m.Beside("mfa", "sign-in"); len(list) != 1 || list[0].Scale != "likelihood" {
		t.Errorf("beside the likelihood of MFA: %v", list)
	}
	if m.Evidence("none") != nil {
		t.Error("an unknown measure has evidence")
	}
}

func TestADamagedRowOfEvidenceIsNamedWithItsLine(t *testing.T) {
	m := measures(t)
	good := map[string]string{
		"measure": "mfa", "part": "sign-in", "about": "effect", "scale": "likelihood", "step": "keep_out", "value": "1.4", "unit": "times-lower",
		"country": "several", "year": "2023", "who": "questionnaires", "grade": "C", "mark": "SECONDARY", "source": "marsh-2023",
	}
	for _, bad := range [][2]string{
		{"scale", "account"},
		{"part", "none"},
		{"measure", "none"},
		{"grade", "F"},
		{"mark", "FROM MEMORY"},
		{"currency", "USD"},
		{"value", ""},
		{"value_low", "1"},
		{"size", "many"},
		{"unit", ""},
		{"year", "0"},
		{"relation", "<"},
	} {
		cells := maps.Clone(good)
		cells[bad[0]] = bad[1]
		table := &table{name: "x.csv", columns: map[string]int{}}
		r := row{table, 7, nil}
		for i, name := range []string{
			"measure", "part", "about", "scale", "step", "relation", "value", "value_low", "value_high", "rating", "unit", "currency", "country",
			"year", "size", "who", "grade", "mark", "source", "notes",
		} {
			table.columns[name] = i
			r.cells = append(r.cells, cells[name])
		}
		m.publish(r)
		if err := table.err(); err == nil || !strings.Contains(err.Error(), "x.csv line 7") {
			t.Errorf("%v passes: %v", bad, err)
		}
	}
	if openMeasures("none.csv").err() == nil {
		t.Error("a table that is not there opened")
	}
}

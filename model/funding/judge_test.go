package funding

import (
	"testing"

	"outrigger/model/plan"
)

// graduating is a country that leaves the category between two days.
func graduating(earliest, latest string) Applicant {
	return Applicant{LDCOn: func(day string) Standing {
		s := Standing{State: "yes", Earliest: earliest, Latest: latest}
		switch {
		case earliest == "" || day < earliest:
		case latest != "" && day > latest:
			s.State = "no"
		default:
			s.State = "uncertain"
		}
		return s
	}}
}

func TestStatusIsJudgedOnTheDayAndOverTheProject(t *testing.T) {
	ldc := plan.Rule{Kind: "status", Any: []string{"ldc"}}
	grace := plan.Rule{Kind: "status", Any: []string{"ldc"}, After: 36}
	either := plan.Rule{Kind: "status", Any: []string{"ldc", "sids"}}
	settled := graduating("2026-11-24", "2026-11-24")
	for _, try := range []struct {
		name     string
		rule     plan.Rule
		who      Applicant
		day, end string
		state    State
		code     string
	}{
		{"the day before", ldc, settled, "2026-11-23", "2026-11-23", Met, "status_met"},
		{"on the day it is not settled by the hour", ldc, settled, "2026-11-24", "2026-11-24", Open, "status_uncertain"},
		{"the day after", ldc, settled, "2026-11-25", "2026-12-31", Unmet, "status_past"},
		{"ends while the project runs", ldc, settled, "2026-11-23", "2027-12-31", Open, "status_ends"},
		{"may end while the project runs", ldc, graduating("2026-11-24", ""), "2026-06-01", "2027-12-31", Open, "status_may_end"},
		{"taken for three years after", grace, settled, "2027-06-01", "2028-06-01", Met, "status_grace"},
		{"three years after are over", grace, settled, "2029-11-25", "2030-01-01", Unmet, "status_past"},
		{"ends, but is taken to the end", grace, settled, "2026-11-23", "2029-11-24", Met, "status_ends_grace"},
		{"ends, and the project outlasts it", grace, settled, "2026-11-23", "2029-11-25", Open, "status_ends"},
		{"never was one", ldc, Applicant{LDCOn: func(string) Standing { return Standing{State: "no"} }}, "2026-11-24", "2030-01-01", Unmet, "status_unmet"},
		{"an island state whatever the date", either, Applicant{SIDS: true, LDCOn: settled.LDCOn}, "2026-11-25", "2030-01-01", Met, "status_met"},
		{"an island state does not help where it is not asked", ldc, Applicant{SIDS: true, LDCOn: settled.LDCOn}, "2026-11-25", "2030-01-01", Unmet, "status_past"},
	} {
		v := Asking{Applicant: try.who, Day: try.day, End: try.end}.judge(try.rule)
		if v.State != try.state || v.Code != try.code {
			t.Errorf("%s: %s, %s; want %s, %s", try.name, v.State, v.Code, try.state, try.code)
		}
	}
}

func TestAMonthLaterIsTheLastDayOfAShortMonth(t *testing.T) {
	for _, try := range [][3]string{{"2026-01-31", "1", "2026-02-28"}, {"2024-02-29", "12", "2025-02-28"}, {"2026-11-24", "36", "2029-11-24"}} {
		months := map[string]int{"1": 1, "12": 12, "36": 36}[try[1]]
		if got := later(try[0], months); got != try[2] {
			t.Errorf("%s and %s months: %s, want %s", try[0], try[1], got, try[2])
		}
	}
}

func TestWhatIsNotKnownIsOpen(t *testing.T) {
	a := Asking{Currency: "USD", Months: 60, Convert: func(string) bool { return false }}
	sixty, ninety := number(t, "60"), number(t, "59")
	for _, try := range []struct {
		rule  plan.Rule
		state State
		code  string
	}{
		{plan.Rule{Kind: "income", Any: []string{"low"}}, Open, "income_unknown"},
		{plan.Rule{Kind: "amount", Currency: "CHF", Most: &sixty}, Open, "amount_no_rate"},
		{plan.Rule{Kind: "months", Most: &sixty}, Met, "months_met"},
		{plan.Rule{Kind: "months", Most: &ninety}, Unmet, "months_unmet"},
		{plan.Rule{Kind: "currency", Any: []string{"EUR"}}, Unmet, "currency_unmet"},
		{plan.Rule{Kind: "currency", Any: []string{"EUR", "USD"}}, Met, "currency_met"},
		{plan.Rule{Kind: "layout"}, Open, "layout_open"},
		{plan.Rule{Kind: "deadline", Confirmed: true}, Met, "deadline_stated"},
	} {
		if v := a.judge(try.rule); v.State != try.state || v.Code != try.code {
			t.Errorf("%s: %s, %s; want %s, %s", try.rule.Kind, v.State, v.Code, try.state, try.code)
		}
	}
}

// Who may apply is summed up: one rule unmet is enough for no, one open for open, and
// without such a rule nobody can say.
func TestMayApply(t *testing.T) {
	ldc := plan.Rule{Kind: "status", Any: []string{"ldc"}, After: 36}
	poor := plan.Rule{Kind: "income", Any: []string{"low"}}
	graduated := func(day string) Standing {
		if day < "2026-11-24" {
			return Standing{State: "yes", Earliest: "2026-11-24", Latest: "2026-11-24"}
		}
		return Standing{State: "no", Earliest: "2026-11-24", Latest: "2026-11-24"}
	}
	for _, try := range []struct {
		name   string
		rules  []plan.Rule
		income string
		day    string
		want   State
	}{
		{"no rule of the kind", []plan.Rule{{Kind: "currency", Any: []string{"EUR"}}}, "low", "2026-11-29", ""},
		{"still least developed", []plan.Rule{ldc, poor}, "low", "2026-11-23", Met},
		{"graduated, within the years of grace", []plan.Rule{ldc, poor}, "low", "2026-11-29", Met},
		{"on the last day of grace", []plan.Rule{ldc}, "low", "2029-11-24", Met},
		{"a day after it", []plan.Rule{ldc}, "low", "2029-11-25", Unmet},
		{"income not known", []plan.Rule{ldc, poor}, "", "2026-11-29", Open},
		{"income too high", []plan.Rule{poor, ldc}, "high", "2026-11-29", Unmet},
	} {
		a := Asking{Package: plan.Package{Rules: try.rules}, Applicant: Applicant{Income: try.income, LDCOn: graduated}, Day: try.day, End: try.day}
		if got := MayApply(a).State; got != try.want {
			t.Errorf("%s: %q, want %q", try.name, got, try.want)
		}
	}
}

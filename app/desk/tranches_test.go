package desk_test

import "testing"

// An instalment is paid in the year of its day, by its share; without a package there is
// nobody who pays in instalments.
func TestAnInstalmentIsPaidInItsYear(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	paid := func() (text []string, bridge string) {
		g := s.table("project", "en", "tranches")
		for _, row := range g.Rows {
			for _, cell := range row.Cells {
				if row.ID == "project/tranches/signature" && cell.Value != "" && cell.Value != "0" {
					text = append(text, cell.Text)
				}
				if row.ID == "tranches/bridge" && cell.Year == 2026 {
					bridge = cell.Value
				}
			}
		}
		return text, bridge
	}
	before, none := paid()
	s.set("project/tranches/signature/due", "2027-03-01")
	later, ahead := paid()
	if len(before) != 1 || len(later) != 1 || before[0] != later[0] {
		t.Errorf("paid at signature: %q, a year later %q", before, later)
	}
	if none != "0" || ahead == "0" || ahead == "" {
		t.Errorf("the post pays ahead %q, then %q", none, ahead)
	}
	s.add("project/tranches", "Whatever comes last")
	if g := s.table("project", "en", "tranches"); g.Rows[4].Name.Text != "Whatever comes last" {
		t.Errorf("the new instalment: %+v", g.Rows[4])
	}
	if now, _ := paid(); len(now) != 1 || now[0] != later[0] {
		t.Errorf("with one whose share is not known yet: %q", now)
	}
	s.remove("project/tranches", "signature")
	if g := s.table("project", "en", "tranches"); len(g.Rows) < 4 || g.Rows[0].Item != "first-report" {
		t.Errorf("after the first is taken out: %+v", g.Rows)
	}
	s.set("project/package", "")
	for _, g := range s.page("project", "en", "").Tables {
		if g.ID == "tranches" {
			t.Error("instalments are paid though nobody is asked")
		}
	}
}

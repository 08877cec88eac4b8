package desk_test

import (
	"slices"
	"strings"
	"testing"

	"outrigger/app/desk"
)

func (s *story) sharers() desk.Sharers {
	s.t.Helper()
	all, err := s.desk.Sharers(desk.Reading{Language: "en"})
	if err != nil {
		s.t.Fatal(err)
	}
	return all
}

func (s *story) shared(packages ...string) desk.SharedCosts {
	s.t.Helper()
	costs, err := s.desk.ShareCosts(desk.ShareCostsRequest{Language: "en", Packages: packages})
	if err != nil {
		s.t.Fatal(err)
	}
	return costs
}

// grid is a table of the page of funding; nil if it is not there.
func (s *story) grid(id string) *desk.Grid {
	s.t.Helper()
	p := s.page("funding", "en", "")
	if at := slices.IndexFunc(p.Tables, func(g desk.Grid) bool { return g.ID == id }); at >= 0 {
		return &p.Tables[at]
	}
	return nil
}

func TestPackagesShareTheCostsInOneStepOfUndo(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	all := s.sharers()
	if len(all.Packages) < 4 || all.Shared || s.grid("payers") != nil {
		t.Fatalf("before: %+v", all)
	}
	barred := slices.IndexFunc(all.Packages, func(p desk.Sharer) bool { return p.Barred != "" })
	if barred < 0 || !strings.Contains(all.Packages[barred].Barred, "CHF") {
		t.Fatalf("the fund that takes no dollars is not barred: %+v", all.Packages)
	}
	costs := s.shared("adaptation-like", "qsf", all.Packages[barred].ID)
	if !strings.Contains(costs.Sentence, "Nothing is left to the post") {
		t.Errorf("%q", costs.Sentence)
	}
	said := strings.Join(costs.Reasons, " ")
	if !strings.Contains(said, "CHF") || !strings.Contains(said, "Nothing has to be asked of UPU Quality of Service Fund") {
		t.Errorf("%q", said)
	}
	payers := s.grid("payers")
	if payers == nil || len(payers.Rows) != 4 {
		t.Fatalf("who pays: %+v", payers)
	}
	if left := payers.Rows[2]; left.ID != "sharing/own" || left.Settings[0].Value != "0" && left.Settings[0].Text != "0.00" {
		t.Errorf("left to the post: %+v", left)
	}
	shares := s.grid("shares")
	row := shares.Rows[slices.IndexFunc(shares.Rows, func(r desk.GridRow) bool { return strings.HasSuffix(r.ID, "/software") })]
	cell := row.Cells[len(row.Cells)-1]
	s.edit("en", "", desk.CellEdit{Input: cell.Input, Year: cell.Year, Text: "50%"})
	if left := s.grid("payers").Rows[2].Settings[0].Text; left == "0.00" {
		t.Error("half of a share less leaves nothing more to the post")
	}
	s.view(s.desk.Undo(desk.Reading{Language: "en"}))
	s.view(s.desk.Undo(desk.Reading{Language: "en"}))
	if s.grid("payers") != nil || s.sharers().Shared {
		t.Error("after undo the costs are shared still")
	}
	s.shared("adaptation-like")
	if s.shared(); s.sharers().Shared {
		t.Error("asked of one package alone, the costs are shared still")
	}
}

func TestSharingNeedsAPackageAndFigures(t *testing.T) {
	s := newStory(t)
	_, err := s.desk.ShareCosts(desk.ShareCostsRequest{Language: "en", Packages: []string{"qsf"}})
	if err == nil || !strings.Contains(err.Error(), "nothing_open") {
		t.Errorf("nothing open: %v", err)
	}
	s.sample("vanuatu")
	s.set("project/package", "")
	if _, err := s.desk.ShareCosts(desk.ShareCostsRequest{Language: "en", Packages: []string{"qsf"}}); err == nil || !strings.Contains(err.Error(), "no_sharing") {
		t.Errorf("no package: %v", err)
	}
	if got := s.sharers(); len(got.Packages) != 0 {
		t.Errorf("without a package these could share: %+v", got)
	}
}

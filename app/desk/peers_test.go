package desk_test

import (
	"encoding/base64"
	"reflect"
	"strings"
	"testing"

	"outrigger/app/desk"
	"outrigger/app/exchange"
	"outrigger/app/words"
	"outrigger/datasets"
)

// The medians of the publication, for a post in each status group.
func TestAPostSeesTheMedianOfItsGroups(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	for _, c := range []struct{ country, sentence, group, median, n string }{
		{"VUT", "Vanuatu scores 69.29 in the Global Cybersecurity Index 2024; the median of “Small island developing States” is 33.895 (n = 36)", "Small island developing States", "33.895", "36"},
		{"SEN", "the median of “Least developed countries” is 40.75 (n = 44)", "Least developed countries", "40.75", "44"},
		{"PRT", "the median of “Neither small island nor least developed” is 88.28 (n = 121)", "Neither small island nor least developed", "88.28", "121"},
	} {
		s.set("post/country", c.country)
		p := s.page("peers", "en", "")
		if !strings.Contains(p.Sentence, c.sentence) {
			t.Errorf("%s: %q", c.country, p.Sentence)
		}
		stood := map[string]bool{}
		for _, row := range grid(p, "standing/gci").Rows {
			if of := row.Item + " " + row.Part; stood[of] {
				t.Errorf("%s: %s stands twice", c.country, of)
			} else {
				stood[of] = true
			}
		}
		row := grid(p, "standing/gci").Rows[0]
		if row.Part != c.group || row.Settings[3].Text != c.median || row.Settings[6].Text != c.n || row.Settings[7].Text != "2024" || row.Settings[8].Text == "" {
			t.Errorf("%s: %q %q", c.country, row.Part, texts(row))
		}
		if g := p.Gauges[0].List[0]; g.Label != c.group || g.Median != strings.TrimRight(c.median, "0") || g.Most != "100" {
			t.Errorf("%s: drawn as %+v", c.country, g)
		}
	}
	s.set("post/country", "VUT")
	row := rowOf(t, grid(s.page("peers", "en", ""), "incomes"), "incomes/0")
	if got := texts(row); got != "1|8|18|10|37" || row.Name.Text != "Small island developing States" {
		t.Errorf("incomes %q", got)
	}
}

// What the post sets beside the survey is read from the rows of the plan.
func TestTheSurveyStandsBesideThePostsOwnGrowth(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	g := grid(s.page("peers", "en", ""), "survey")
	work := rowOf(t, g, "survey/workload_rose")
	if got := texts(work); !strings.HasPrefix(got, "70%|2025|+24%|2023 to 2025|") {
		t.Errorf("workload %q", got)
	}
	own := work.Settings[2]
	why, err := s.desk.Why(desk.WhyRequest{Language: "en", Row: own.Row, Year: own.Year})
	if err != nil || why.Formula == "" || why.Year != 2025 {
		t.Errorf("the own figure has no reason: %+v, %v", why, err)
	}
	if got := texts(rowOf(t, g, "survey/encrypted_website")); !strings.HasPrefix(got, "~ 66.7%|2025|level 2|14 September 2026|") {
		t.Errorf("website %q", got)
	}
	if got := texts(rowOf(t, g, "survey/digital_services")); !strings.HasPrefix(got, "71%|2025|||") {
		t.Errorf("the plan says nothing of digital services, and the page %q", got)
	}
	s.edit("en", "", cell(history, 2025, ""))
	if got := rowOf(t, grid(s.page("peers", "en", ""), "survey"), "survey/workload_rose").Settings[2]; got.Text != "" {
		t.Errorf("an unfinished plan has grown by %q", got.Text)
	}
}

func TestOwnFiguresAreReadOrSaidToBeMissing(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	g := grid(s.page("peers", "en", ""), "metrics")
	for id, want := range map[string]string{
		"staff_per_thousand":    "12.25|2025|estimated|",
		"workload_growth":       "11.5%|2023–2025|estimated|",
		"spend_share_it":        "12.2%|2025|published|",
		"training_per_employee": "1.52|2025|estimated|",
	} {
		if got := texts(rowOf(t, g, "metrics/"+id)); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q", id, got)
		}
	}
	// Cleared on page Post, stated there again, and taken back.
	s.edit("en", "", cell("post/training", 2025, ""))
	missing := "–||the plan does not state what it needs|"
	if got := texts(rowOf(t, grid(s.page("peers", "en", ""), "metrics"), "metrics/training_per_employee")); !strings.HasPrefix(got, missing) {
		t.Errorf("without training: %q", got)
	}
	if link := rowOf(t, grid(s.page("peers", "en", ""), "metrics"), "metrics/training_per_employee").Settings[2]; link.Kind != "link" || link.Value != "post" {
		t.Errorf("nothing leads to where the training is stated: %+v", link)
	}
	answer := s.edit("en", "", cell("post/training", 2025, "-5"))
	if len(answer.Faults) != 1 || !strings.HasPrefix(answer.Faults[0].Sentence, "-5 is below") {
		t.Errorf("training below nought: %v", answer.Faults)
	}
	s.edit("en", "", cell("post/training", 2023, ""), cell("post/training", 2024, ""))
	row := rowOf(t, grid(s.page("post", "en", ""), "compared"), "post/training")
	if row.Cells[2].Text != "" || row.Cells[2].Placeholder != "" || row.Cells[2].Kind != "figure" || row.Cells[3].Kind != "none" {
		t.Errorf("cleared, the cells are %+v", row.Cells)
	}
	s.edit("en", "", cell("post/training", 2025, "408"))
	if got := texts(rowOf(t, grid(s.page("peers", "en", ""), "metrics"), "metrics/training_per_employee")); !strings.HasPrefix(got, "2.00|2025|estimated|") {
		t.Errorf("408 hours by 204 employees: %q", got)
	}
	for range 3 {
		s.view(s.desk.Undo(desk.Reading{Language: "en"}))
	}
	if row = rowOf(t, grid(s.page("post", "en", ""), "compared"), "post/training"); row.Cells[0].Text != "180" || row.Cells[2].Text != "310" || row.Cells[2].Grade != "estimated" {
		t.Errorf("after the steps back the page says %+v", row.Cells)
	}
}

// signed is a table of published figures, signed on a day.
func signed(t *testing.T, k *exchange.Keys, day string) []byte {
	t.Helper()
	p, err := exchange.FromTable([]byte(exchange.Head+`
staff_per_thousand,status=SIDS,2024,12,4.0,8.0,12.0,"Illustrative table, page 1"
workload_growth,region=Oceania/status=SIDS,2024,9,0.05,0.20,0.30,"Illustrative table, page 2"
practice/tested-backups,all,2024,40,1,2,3,"Illustrative table, page 3"
mismatch,status=LDC,2024,20,1.1,1.2,1.5,"Illustrative table, page 4"
`), day)
	if err != nil {
		t.Fatal(err)
	}
	file, err := k.Sign(p)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func (s *story) load(data []byte) (desk.Benchmarks, error) {
	return s.desk.TakeBenchmark(desk.BenchmarkRequest{Language: "en", Base64: base64.StdEncoding.EncodeToString(data)})
}

func packOf(p desk.Page) desk.Grid {
	for _, g := range p.Tables {
		if strings.HasPrefix(g.ID, "pack/") {
			return g
		}
	}
	return desk.Grid{}
}

func TestAPackIsUsedOnlyIfAKnownCoordinatorSignedIt(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	k, err := exchange.NewKeys("2020-01-01")
	if err != nil {
		t.Fatal(err)
	}
	pack := signed(t, k, "2026-10-01")
	forged := []byte(strings.Replace(string(pack), `"median": 8`, `"median": 9`, 1))
	for _, c := range []struct {
		name string
		data []byte
		code string
	}{
		{"unknown signer", pack, "pack_unknown"},
		{"forged", forged, "pack_forged"},
		{"no pack", []byte("Dear colleague"), "pack_form"},
		{"empty", nil, "pack_form"},
	} {
		_, err := s.load(c.data)
		if f := fault(t, err); f.Code != c.code || f.Sentence == "" || f.Remedy == "" || wordless(reflect.ValueOf(f)) != "" {
			t.Errorf("%s: %+v", c.name, f)
		}
	}
	if g := packOf(s.page("peers", "en", "")); g.ID != "" {
		t.Fatal("figures of a refused pack are shown")
	}
	if all, err := s.load(k.Public().Bytes()); err != nil || len(all.Keys) != 1 || all.Keys[0].Fingerprint != k.Public().Fingerprint() {
		t.Fatalf("the key: %+v, %v", all, err)
	}
	all, err := s.load(pack)
	if err != nil || len(all.Packs) != 1 || all.Packs[0].Old || all.Packs[0].Signer != k.Public().Fingerprint() {
		t.Fatalf("the pack: %+v, %v", all, err)
	}
	full(t, "benchmarks", reflect.ValueOf(all))
	p := s.page("peers", "en", "")
	told := []string{}
	for _, row := range packOf(p).Rows {
		told = append(told, row.Name.Text+": "+row.Part+": "+texts(row))
	}
	want := []string{
		"Backups and restore: All: 2.0|1.0|2.0|3.0|40|2024|level, 0 to 4|at the median (your 2026: estimated)|Illustrative table, page 3",
		"Cybersecurity staff per 1,000 employees: Small island developing States: 12.25|4.00|8.00|12.00|12|2024|people per 1,000 employees|above the upper quartile (your 2025: estimated)|Illustrative table, page 1",
		"Growth of the workload: Oceania · Small island developing States: 11.5%|5.0%|20.0%|30.0%|9|2024|% a year|between lower quartile and median (your 2023–2025: estimated)|Illustrative table, page 2",
	} // that of the least developed is not the post's
	if !reflect.DeepEqual(told, want) {
		t.Errorf("%q", told)
	}
	if strings.Contains(p.Sentence, "No benchmark") {
		t.Errorf("it says %q", p.Sentence)
	}
	if s.look("en", "").CanUndo {
		t.Error("a pack belongs to the computer and changed the plan")
	}
	s.set("post/country", "SEN") // then the islands are not its group
	if n := len(packOf(s.page("peers", "en", "")).Rows); n != 2 {
		t.Errorf("%d lines for a least developed country", n)
	}
	if all, err = s.desk.DropBenchmark(desk.DropRequest{Language: "en", ID: k.Public().Fingerprint()}); err != nil || len(all.Packs) != 0 || all.Idle == "" {
		t.Errorf("without its key: %+v, %v", all, err)
	}
	if _, err := s.desk.DropBenchmark(desk.DropRequest{Language: "en", ID: "x"}); fault(t, err).Code != "no_item" {
		t.Error(err)
	}
}

func TestAnOldPackSaysSoInEveryLanguage(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	k, err := exchange.NewKeys("2020-01-01")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.load(k.Public().Bytes()); err != nil {
		t.Fatal(err)
	}
	all, err := s.load(signed(t, k, "2021-05-01"))
	if err != nil || !all.Packs[0].Old || !strings.Contains(all.Packs[0].Notes[0], "more than 3 years ago") {
		t.Errorf("%+v, %v", all, err)
	}
	for _, language := range words.Languages() {
		p := s.page("peers", language, "")
		if text := wordless(reflect.ValueOf(p)); text != "" {
			t.Errorf("%s: %q", language, text)
		}
		g := packOf(p)
		if !strings.Contains(g.Title, "5") || !strings.Contains(g.Title, k.Public().Fingerprint()) {
			t.Errorf("%s: %q", language, g.Title)
		}
	}
}

func TestPeersOfAPlanWithoutACountryAskForIt(t *testing.T) {
	s := newStory(t)
	data, err := datasets.Sample("vanuatu")
	if err != nil {
		t.Fatal(err)
	}
	s.view(s.desk.OpenUpload(desk.FileRequest{Language: "en", Name: "x.outrigger", Text: strings.Replace(string(data), `"country": "VUT"`, `"country": ""`, 1)}))
	p := s.page("peers", "en", "")
	if len(p.Tables) > 0 || len(p.Fields) != 1 || p.Fields[0].Place != "post/country" || !strings.HasPrefix(p.Sentence, "Name the country") {
		t.Errorf("%q, %+v", p.Sentence, p.Fields)
	}
	s.set("post/country", "Vanuatu")
	if p := s.page("peers", "en", ""); len(p.Tables) == 0 || !strings.HasPrefix(p.Sentence, "Vanuatu scores") {
		t.Errorf("with one it says %q", p.Sentence)
	}
}

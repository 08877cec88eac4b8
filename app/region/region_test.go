package region_test

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"outrigger/app/region"
	"outrigger/datasets"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// folder is files by name, read as from a disk.
type folder map[string][]byte

func (f folder) names() (all []string) {
	for name := range f {
		all = append(all, name)
	}
	return all
}

func (f folder) read(name string) ([]byte, error) {
	if f[name] == nil {
		return nil, fs.ErrPermission
	}
	return f[name], nil
}

// sample is a sample plan with a change made to it.
func sample(t testing.TB, name string, do func(*plan.Plan)) []byte {
	t.Helper()
	data, err := datasets.Sample(name)
	if err != nil {
		t.Fatal(err)
	}
	p, findings := plan.Parse(data)
	if plan.Refused(findings) {
		t.Fatal(findings)
	}
	if do != nil {
		do(p)
	}
	if data, err = plan.Marshal(p); err != nil {
		t.Fatal(err)
	}
	return data
}

func gather(t testing.TB, f folder, change func(*region.Request)) *region.Table {
	t.Helper()
	facts, err := datasets.Load()
	if err != nil {
		t.Fatal(err)
	}
	measures, err := datasets.LoadMeasures()
	if err != nil {
		t.Fatal(err)
	}
	practices, err := datasets.LoadPractices(measures)
	if err != nil {
		t.Fatal(err)
	}
	r := region.Request{Files: f.names(), Read: f.read, Facts: facts, Practices: practices.Readiness(), Currency: "USD", Date: "2026-11-27"}
	if change != nil {
		change(&r)
	}
	table, err := region.Gather(r)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func three(t testing.TB) folder {
	f := folder{}
	for _, name := range datasets.SampleNames() {
		f[name+".outrigger"] = sample(t, name, nil)
	}
	return f
}

func post(t *testing.T, table *region.Table, country string) *region.Post {
	t.Helper()
	for _, p := range table.Posts {
		if p.Country == country {
			return p
		}
	}
	t.Fatalf("there is no post of %s", country)
	return nil
}

func left(table *region.Table) map[string]string {
	all := map[string]string{}
	for _, p := range table.Left {
		all[p.File] = p.Left
	}
	return all
}

func add(t *testing.T, all ...money.Number) (sum money.Number) {
	t.Helper()
	for _, n := range all {
		var err error
		if sum, err = sum.Add(n); err != nil {
			t.Fatal(err)
		}
	}
	return sum
}

func TestPostsStandSideBySideAndTheirSumsTie(t *testing.T) {
	table := gather(t, three(t), nil)
	if len(table.Posts) != 3 || table.Counted != 3 || len(table.Left) != 0 {
		t.Fatalf("%d posts, %d counted, %v left out", len(table.Posts), table.Counted, left(table))
	}
	var need, gap money.Number
	for _, p := range table.Posts {
		need, gap = add(t, need, p.Sums.Need), add(t, gap, p.Sums.Gap)
		if add(t, p.Sums.Funding, p.Sums.Gap).Cmp(p.Sums.Need) != 0 {
			t.Errorf("%s: granted and gap do not make the need", p.Name)
		}
	}
	if need.Cmp(table.Total.Need) != 0 || gap.Cmp(table.Total.Gap) != 0 || add(t, table.Missing, table.Surplus.Neg()).Cmp(gap) != 0 {
		t.Error("the totals are not the sums of the posts")
	}
	vanuatu, senegal, timor := post(t, table, "VUT"), post(t, table, "SEN"), post(t, table, "TLS")
	for p, want := range map[*region.Post][]string{vanuatu: {"SIDS"}, senegal: {"LDC"}, timor: {"SIDS", "LDC"}} {
		if !slices.Equal(p.Statuses, want) {
			t.Errorf("%s is %v on 2026-11-27, want %v", p.Country, p.Statuses, want)
		}
	}
	for i, want := range []money.Number{add(t, vanuatu.Sums.Need, timor.Sums.Need), add(t, senegal.Sums.Need, timor.Sums.Need), money.Int(0), money.Int(0)} {
		if g := table.Groups[i]; g.Sums.Need.Cmp(want) != 0 {
			t.Errorf("%s needs %v, want %v", g.Status, g.Sums.Need, want)
		}
	}
	for _, p := range table.Posts {
		above := 0
		for _, q := range table.Posts {
			if q.Share.Cmp(p.Share) > 0 {
				above++
			}
		}
		if p.Rank != above+1 {
			t.Errorf("%s has priority %d, and %d posts are worse covered", p.Name, p.Rank, above)
		}
	}
}

func TestWhatWouldCountTwiceIsLeftOut(t *testing.T) {
	f := three(t)
	f["a copy.outrigger"] = f["senegal.outrigger"]
	f["later.outrigger"] = sample(t, "vanuatu", func(p *plan.Plan) { dearer(t, p); p.Post.Name += "  " })
	table := gather(t, f, nil)
	want := map[string]string{"senegal.outrigger": region.Copy, "vanuatu.outrigger": region.Versions, "later.outrigger": region.Versions}
	got := left(table)
	for file, why := range want {
		if got[file] != why {
			t.Errorf("%s is left out as %q, want %q", file, got[file], why)
		}
	}
	if len(got) != 3 || table.Counted != 2 || !post(t, table, "SEN").Counts || post(t, table, "VUT").Counts {
		t.Errorf("left out: %v; %d counted", got, table.Counted)
	}
	if post(t, table, "VUT").Missing != 2 || post(t, table, "SEN").Missing != 0 {
		t.Error("a copy lacks nothing, two versions do")
	}
}

func TestDepartmentsOfOnePostAreItsSum(t *testing.T) {
	f := three(t)
	alone := gather(t, f, nil)
	f["second.outrigger"] = sample(t, "vanuatu", func(p *plan.Plan) { p.Title = "Counters"; dearer(t, p) })
	table := gather(t, f, nil)
	p := post(t, table, "VUT")
	if len(table.Posts) != 3 || len(p.Plans) != 2 || !p.Several() {
		t.Fatalf("%d posts, of Vanuatu's %d plans", len(table.Posts), len(p.Plans))
	}
	if add(t, p.Plans[0].Common.Need, p.Plans[1].Common.Need).Cmp(p.Sums.Need) != 0 || p.Sums.Need.Cmp(post(t, alone, "VUT").Sums.Need) <= 0 {
		t.Error("the post is not the sum of its departments")
	}
	low, high := p.Plans[0].Placeholders, p.Plans[1].Placeholders
	if low.Cmp(high) > 0 {
		low, high = high, low
	}
	if p.Placeholders.Cmp(low) < 0 || p.Placeholders.Cmp(high) > 0 {
		t.Errorf("the share of placeholders %v is not between %v and %v", p.Placeholders, low, high)
	}
}

// Samples make an exercise among themselves; beside a real post they are left out.
func TestSamplesAreNotMixedWithRealPosts(t *testing.T) {
	f := three(t)
	if !gather(t, f, nil).Illustrative {
		t.Error("samples alone are not called so")
	}
	f["real.outrigger"] = sample(t, "vanuatu", func(p *plan.Plan) { p.Illustrative, p.Post.Name = false, "Real" })
	table := gather(t, f, nil)
	if table.Illustrative || table.Counted != 1 || left(table)["senegal.outrigger"] != region.Sample {
		t.Errorf("%d count, left out %v", table.Counted, left(table))
	}
}

func TestABrokenFileStopsNobody(t *testing.T) {
	f := three(t)
	f["cut.outrigger"] = f["vanuatu.outrigger"][:500]
	f["closed.outrigger"] = nil
	f["fault.outrigger"] = sample(t, "senegal", func(p *plan.Plan) { p.Post.Name, p.Years.Last = "Other", p.Years.First-1 })
	table := gather(t, f, nil)
	for file, why := range map[string]string{"cut.outrigger": region.Refused, "closed.outrigger": region.Unread, "fault.outrigger": region.Refused} {
		if got := left(table)[file]; got != why {
			t.Errorf("%s is left out as %q, want %q", file, got, why)
		}
	}
	for _, p := range table.Left {
		if p.Left == region.Unread && !errors.Is(p.Err, fs.ErrPermission) {
			t.Errorf("%s: %v", p.File, p.Err)
		}
		if p.Left == region.Refused && !plan.Refused(p.Findings) {
			t.Errorf("%s is refused without a reason", p.File)
		}
	}
	if table.Total != gather(t, three(t), nil).Total {
		t.Error("what is left out moves the totals")
	}
}

// A plan that states no rate to the currency asked for is named, stays in sight, and is in
// no total.
func TestAPlanWithoutARateIsNamed(t *testing.T) {
	table := gather(t, three(t), func(r *region.Request) { r.Currency = "XOF" })
	if got := left(table); len(got) != 2 || got["vanuatu.outrigger"] != region.NoRate || table.Counted != 1 {
		t.Errorf("left out: %v", got)
	}
	p := post(t, table, "VUT")
	if len(p.Plans) != 1 || p.Counts || p.Rank != 0 || p.Missing != 1 || !p.Plans[0].Own.Need.IsPos() {
		t.Errorf("%+v", p)
	}
	if table.Total != post(t, table, "SEN").Sums {
		t.Error("the totals are not those of the one post that counts")
	}
}

// dearer makes the first line cost more.
func dearer(t *testing.T, p *plan.Plan) {
	t.Helper()
	for _, l := range p.Lines {
		if l.UnitCost.Value != nil {
			*l.UnitCost.Value = add(t, *l.UnitCost.Value, money.Int(1000))
			return
		}
	}
	t.Fatal("no line has a price")
}

// The plan's own workbook has its amounts in the donor's currency; the table has the same.
func TestTheDonorsCurrencyIsTheOneOfThePlansOwnWorkbook(t *testing.T) {
	table := gather(t, three(t), nil)
	seen := 0
	for _, p := range table.Posts {
		each := p.Plans[0]
		once, err := each.Own.Need.Quo(each.Rate.Value)
		if err != nil {
			t.Fatal(err)
		}
		if add(t, money.Round(once, 2), each.Rounded.Need).Cmp(each.Common.Need) != 0 {
			t.Errorf("%s: own ÷ rate + rounding is not the amount", p.Name)
		}
		if !each.Rounded.Need.IsZero() {
			seen++
		}
	}
	if seen == 0 {
		t.Error("no plan has a rounding, so that nothing was tested")
	}
}

func TestTheCurrencyThatMostReachIsTaken(t *testing.T) {
	free := func(r *region.Request) { r.Currency = "" }
	if got := gather(t, three(t), free).Currency; got != "USD" {
		t.Errorf("%s is taken", got)
	}
	if got := gather(t, folder{"a.outrigger": []byte("{")}, free); got.Counted != 0 || got.Currency != "USD" {
		t.Errorf("of nothing: %d in %s", got.Counted, got.Currency)
	}
}

// Letters stay with their posts when a table is made again, and tell no order of names.
func TestLettersAreTheSameEachTime(t *testing.T) {
	letters := func() string {
		var all []string
		for _, p := range gather(t, three(t), nil).Posts {
			all = append(all, region.Letter(p.Alias))
		}
		return strings.Join(all, "")
	}
	first := letters()
	if first != letters() || len(first) != 3 || !strings.Contains(first, "A") || !strings.Contains(first, "C") {
		t.Errorf("the letters are %q, then %q", first, letters())
	}
	for n, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"} {
		if got := region.Letter(n); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
}

func TestGatheringCanBeStopped(t *testing.T) {
	f, asked := three(t), 0
	facts, err := datasets.Load()
	if err != nil {
		t.Fatal(err)
	}
	_, err = region.Gather(region.Request{Files: f.names(), Read: f.read, Facts: facts, Stop: func() bool { asked++; return asked > 1 }})
	if !errors.Is(err, region.ErrStopped) {
		t.Errorf("stopped with %v", err)
	}
}

func TestOnlyPlansAreTaken(t *testing.T) {
	for name, want := range map[string]bool{"a.outrigger": true, "A.OUTRIGGER": true, "a.outrigger.backup": false, ".a.outrigger": false, "a.xlsx": false} {
		if region.IsPlan(name) != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
}

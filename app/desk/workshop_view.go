package desk

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"outrigger/app/region"
	"outrigger/app/words"
	"outrigger/app/workbook"
	"outrigger/datasets"
	"outrigger/model/money"
)

func noWorkshop() WorkshopView {
	return WorkshopView{
		Currencies: []Choice{}, Columns: []Choice{}, Posts: []WorkshopPost{}, Groups: []WorkshopGroup{}, Left: []WorkshopLeft{}, Sentences: []string{},
	}
}

// workshopTeller says a table in the reader's words.
type workshopTeller struct {
	say   words.Reader
	table *region.Table
	hide  bool
}

func (t workshopTeller) word(key string, pairs ...string) string {
	args := map[string]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		args[pairs[i]] = pairs[i+1]
	}
	return t.say.Say("region."+key, args)
}

func (t workshopTeller) view() WorkshopView {
	v := noWorkshop()
	v.Open, v.Hidden, v.Illustrative, v.Currency = true, t.hide, t.table.Illustrative, t.table.Currency
	reached := map[string]bool{}
	for _, p := range t.table.Posts {
		for _, each := range p.Plans {
			for _, code := range each.Reaches() {
				reached[code] = true
			}
		}
	}
	if t.hide { // the others may tell a country
		reached = map[string]bool{t.table.Currency: true}
	}
	for _, code := range slices.Sorted(maps.Keys(reached)) {
		v.Currencies = append(v.Currencies, Choice{code, code})
	}
	for _, key := range []string{"need", "funding", "gap", "share", "rank", "placeholders", "mismatch", "readiness"} {
		v.Columns = append(v.Columns, Choice{key, t.word("head."+key, "currency", t.table.Currency)})
	}
	for _, p := range t.table.Posts {
		v.Posts = append(v.Posts, t.post(p))
	}
	if t.hide {
		slices.SortFunc(v.Posts, func(a, b WorkshopPost) int { return strings.Compare(a.ID, b.ID) })
	}
	t.groups(&v)
	for _, p := range t.table.Left {
		v.Left = append(v.Left, t.left(p))
	}
	v.Sentences = t.sentences()
	return v
}

// called is the post's name, or its letter.
func (t workshopTeller) called(p *region.Post) string {
	if t.hide {
		return t.word("alias", "letter", region.Letter(p.Alias))
	}
	if p.Name == "" {
		return t.say.Country(p.Country)
	}
	return p.Name
}

func (t workshopTeller) amount(n money.Number) WorkshopCell {
	return WorkshopCell{t.say.Number(n, places(t.table.Currency)), money.Canonical(n)}
}

func (t workshopTeller) post(p *region.Post) WorkshopPost {
	row := WorkshopPost{
		ID: fmt.Sprintf("%04d", p.Alias), Name: t.called(p), Statuses: t.statuses(p), Counts: p.Counts,
		Figures: []WorkshopCell{}, Rates: []string{}, Notes: t.notes(p), Files: []Choice{},
	}
	if len(p.Plans) > 0 {
		first, last, month := region.Years(p.Plans)
		row.Years = first.Label(month) + "–" + last.Label(month)
	}
	if !t.hide {
		row.Country = t.say.Country(p.Country)
		for _, each := range p.Plans {
			row.Rates = append(row.Rates, t.rate(each))
			row.Files = append(row.Files, Choice{each.File, each.Title})
		}
	}
	if !p.Counts {
		for range 8 {
			row.Figures = append(row.Figures, WorkshopCell{})
		}
		return row
	}
	row.Figures = append(row.Figures,
		t.amount(p.Sums.Need), t.amount(p.Sums.Funding), t.amount(p.Sums.Gap),
		WorkshopCell{t.say.Percent(p.Share, 1), money.Canonical(p.Share)},
		WorkshopCell{fmt.Sprint(p.Rank), fmt.Sprint(p.Rank)},
		WorkshopCell{t.say.Percent(p.Placeholders, 0), money.Canonical(p.Placeholders)},
	)
	mismatch, level := WorkshopCell{}, WorkshopCell{}
	if one := p.Only(); one != nil {
		mismatch = WorkshopCell{t.say.Number(one.Mismatch, 2), money.Canonical(one.Mismatch)}
		if one.Readiness != nil {
			level = WorkshopCell{t.say.Number(one.Readiness.Counted, 1), money.Canonical(one.Readiness.Counted)}
		}
	}
	row.Figures = append(row.Figures, mismatch, level)
	return row
}

func (t workshopTeller) statuses(p *region.Post) string {
	var all []string
	for _, status := range p.Statuses {
		if status != datasets.StatusNeither {
			all = append(all, t.word("head."+status))
		}
	}
	return strings.Join(all, " · ")
}

// rate is a plan's own currency and, where it is another than that of the totals, what one
// unit of that costs, and when.
func (t workshopTeller) rate(p *region.Plan) string {
	if p.Left != "" || p.Rate.Own {
		return p.Currency
	}
	args := map[string]string{"currency": t.table.Currency, "own": p.Currency}
	return t.say.Labelled(t.say.Apart(t.say.Say("workbook.cover.rate", args)), t.say.Apart(t.say.Number(p.Rate.Value, -1))+" · "+t.say.Apart(t.say.DateText(p.Rate.Date)))
}

func (t workshopTeller) notes(p *region.Post) []string {
	notes := []string{}
	if !p.Counts {
		notes = append(notes, t.word("note.out"))
	}
	if p.Several() {
		notes = append(notes, t.word("note.several", "n", fmt.Sprint(len(p.Plans))))
	}
	if p.Counts && p.Missing > 0 {
		notes = append(notes, t.word("note.part"))
	}
	if p.Uncertain {
		notes = append(notes, t.word("note.ldc"))
	}
	if n := p.Warnings(); n > 0 {
		notes = append(notes, t.word("note.findings", "n", fmt.Sprint(n)))
	}
	return notes
}

func (t workshopTeller) groups(v *WorkshopView) {
	add := func(name string, n int, s region.Sums) {
		v.Groups = append(v.Groups, WorkshopGroup{name, []string{
			fmt.Sprint(n), t.amount(s.Need).Text, t.amount(s.Funding).Text, t.amount(s.Gap).Text, t.say.Percent(region.Share(s), 1),
		}})
	}
	add(t.word("all"), t.table.Counted, t.table.Total)
	for _, g := range t.table.Groups {
		key := "peers.status." + g.Status
		if g.Status == datasets.StatusNeither {
			key = "region.neither"
		}
		add(t.say.Say(key, nil), g.Posts, g.Sums)
	}
}

func (t workshopTeller) left(p *region.Plan) WorkshopLeft {
	l := WorkshopLeft{Post: "–", Why: t.word("left."+p.Left, "currency", t.table.Currency)}
	for _, post := range t.table.Posts {
		if post.Has(p) {
			l.Post = t.called(post)
		}
	}
	if !t.hide {
		l.File, l.Fault = p.File, workbook.FaultOf(t.say, p)
	}
	return l
}

func (t workshopTeller) sentences() []string {
	missing, over := 0, 0
	for _, p := range t.table.Posts {
		switch {
		case !p.Counts:
		case p.Sums.Gap.IsPos():
			missing++
		case p.Sums.Gap.IsNeg():
			over++
		}
	}
	s := t.table
	all := []string{
		t.word("case.need", "n", fmt.Sprint(s.Counted), "currency", s.Currency, "need", t.amount(s.Total.Need).Text, "funding", t.amount(s.Total.Funding).Text),
		t.word("case.missing", "n", fmt.Sprint(missing), "currency", s.Currency, "missing", t.amount(s.Missing).Text),
	}
	if over > 0 {
		all = append(all, t.word("case.surplus", "n", fmt.Sprint(over), "currency", s.Currency, "surplus", t.amount(s.Surplus).Text))
	}
	return all
}

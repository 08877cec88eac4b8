package workbook

import (
	"fmt"
	"strings"

	"outrigger/app/region"
	"outrigger/datasets"
	"outrigger/model/money"
)

// areaOf is the lines of a post's plans in a column of the sheet of conversions.
func (r *rollup) areaOf(f formulas, p *region.Post, col int) string {
	first, last := r.lines[p.Plans[0]], r.lines[p.Plans[len(p.Plans)-1]]
	if first == last {
		return fmt.Sprintf("%s$%s$%d", f.sheet(r.money), column(col), first)
	}
	return r.column(f, r.money, col, first, last)
}

func (r *rollup) firstOf(f formulas, p *region.Post, col int) string {
	return fmt.Sprintf("%s$%s$%d", f.sheet(r.money), column(col), r.lines[p.Plans[0]])
}

// plansOf is what a post's plans come to in a column.
func (r *rollup) plansOf(f formulas, p *region.Post, col int) string {
	if len(p.Plans) == 1 {
		return r.areaOf(f, p, col)
	}
	return "SUM(" + r.areaOf(f, p, col) + ")"
}

// moneyOf is every plan on a line: its own amounts, the rate, what they are in the
// currency of the totals.
func (r *rollup) moneyOf() {
	s := r.money
	for _, h := range []struct {
		key   string
		width float64
	}{
		{"post", 24},
		{"plan", 24},
		{"years", 11},
		{"own", 9},
		{"own_need", 15},
		{"own_funding", 15},
		{"own_gap", 15},
		{"rate", 11},
		{"rate_date", 17},
		{"round_need", 10},
		{"round_funding", 10},
		{"need", 15},
		{"funding", 15},
		{"gap", 15},
		{"placeholders", 12},
	} {
		r.head(s, h.key, h.width)
	}
	s.figures, s.until = moneyNeed, moneyPlaceholders+1
	s.add(line{anchor: "region places", write: func(formulas, int) []cell {
		return []cell{as(caption, r.word("places", "currency", r.Table.Currency)), blank(plain), blank(plain), whole(fixed, r.digits)}
	}})
	s.gap()
	s.above()
	r.moneyFirst = s.next()
	for _, post := range r.posts {
		for _, p := range post.Plans {
			r.lines[p] = s.next()
			s.add(line{write: func(f formulas, n int) []cell { return r.plan(f, n, post, p) }})
		}
	}
	r.moneyFinal = s.last()
	s.add(line{anchor: "region money total", height: 18, write: func(f formulas, _ int) []cell {
		cells := []cell{as(result, r.word("total"))}
		for range moneyNeedCommon - 1 {
			cells = append(cells, blank(result))
		}
		for i, n := range []money.Number{r.Table.Total.Need, r.Table.Total.Funding, r.Table.Total.Gap} {
			cells = append(cells, computed(result, r.amount(), "SUM("+r.column(f, s, moneyNeedCommon+i, r.moneyFirst, r.moneyFinal)+")", n))
		}
		return append(cells, blank(result))
	}})
}

func (r *rollup) plan(f formulas, n int, post *region.Post, p *region.Plan) []cell {
	title, at := p.Title, func(col int) string { return cellName(col, n) }
	if r.HideNames {
		title = ""
	}
	cells := []cell{wrapped(label, r.called(post)), wrapped(label, title), as(label, r.years([]*region.Plan{p}))}
	switch {
	case r.HideNames:
		for range moneyNeedCommon - moneyOwn {
			cells = append(cells, blank(label))
		}
	default:
		cells = append(cells, r.owned(p, at)...)
	}
	switch {
	case p.Left != "":
		return append(cells, as(warning, r.word("note.out")), blank(label), blank(label), blank(label))
	case r.HideNames:
		cells = append(cells, figure(fixed, r.amount(), p.Common.Need), figure(fixed, r.amount(), p.Common.Funding))
	default:
		turned := func(own, rounded int, n money.Number) cell {
			return computed(formula, r.amount(), fmt.Sprintf("ROUND(%s/%s,%s)+%s", at(own), at(moneyRate), f.anchored("region places", moneyOwn), at(rounded)), n)
		}
		cells = append(cells, turned(moneyNeed, moneyRoundNeed, p.Common.Need), turned(moneyFunding, moneyRoundFunding, p.Common.Funding))
	}
	return append(cells, computed(formula, r.amount(), at(moneyNeedCommon)+"-"+at(moneyFundingCommon), p.Common.Gap), figure(fixed, "0%", p.Placeholders))
}

// owned is what a plan says in its own currency, and its rate.
func (r *rollup) owned(p *region.Plan, at func(int) string) []cell {
	own := signed(decimals(placesOf(p.Currency)))
	cells := []cell{
		as(label, p.Currency), figure(fixed, own, p.Own.Need), figure(fixed, own, p.Own.Funding),
		computed(formula, own, at(moneyNeed)+"-"+at(moneyFunding), p.Own.Gap),
	}
	if p.Left != "" {
		return append(cells, as(warning, "–"), blank(label), blank(label), blank(label))
	}
	if p.Rate.Own {
		cells = append(cells, whole(fixed, 1), blank(label))
	} else {
		cells = append(cells, figure(input, "#,##0.00####", p.Rate.Value), as(small, r.Words.DateText(p.Rate.Date)))
	}
	return append(cells, figure(fixed, r.amount(), p.Rounded.Need), figure(fixed, r.amount(), p.Rounded.Funding))
}

// standing is how each post stands besides money.
func (r *rollup) standing() *sheet {
	s := r.sheet("standing")
	for _, h := range []struct {
		key   string
		width float64
	}{{"post", 30}, {"mismatch", 14}, {"readiness", 14}, {"judged", 30}, {"begins", 50}, {"note", 40}} {
		r.head(s, h.key, h.width)
	}
	s.figures, s.until = 1, 3
	for _, p := range r.posts {
		s.add(line{write: func(formulas, int) []cell { return r.state(p) }})
	}
	return s
}

// state is what a post's plan says besides money. Of several plans the first assessment
// and mismatch would not speak for the post, so that none is shown.
func (r *rollup) state(p *region.Post) []cell {
	mismatch, level, judged := blank(fixed), blank(fixed), blank(small)
	var begins, notes []string
	for _, each := range p.Plans {
		if each.Left != "" {
			continue
		}
		if !p.Several() {
			mismatch = figure(fixed, "0.00", each.Mismatch)
			if each.Readiness != nil {
				level = figure(fixed, "0.0", each.Readiness.Counted)
				judged = wrapped(small, r.word("judged", "n", itoa(each.Readiness.Given), "of", itoa(each.Readiness.Of), "date", r.Words.DateText(each.Readiness.Date)))
			}
		}
		begins = append(begins, each.Begins...)
	}
	if r.HideNames {
		begins = nil
	}
	if p.Several() {
		notes = append(notes, r.word("note.several", "n", itoa(len(p.Plans))))
	}
	if p.Missing > 0 {
		notes = append(notes, r.word("note.part"))
	}
	if p.Uncertain {
		notes = append(notes, r.word("note.ldc"))
	}
	if p.Illustrative {
		notes = append(notes, r.say("common.illustrative"))
	}
	if n := p.Warnings(); n > 0 {
		notes = append(notes, r.word("note.findings", "n", itoa(n)))
	}
	if !p.Counts {
		notes = append(notes, r.word("note.out"))
	}
	return []cell{wrapped(label, r.called(p)), mismatch, level, judged, wrapped(small, strings.Join(begins, " · ")), wrapped(small, strings.Join(notes, " · "))}
}

// coverOf says in sentences and one table what the region needs.
func (r *rollup) coverOf() {
	s := r.overview
	s.pages = 1
	for _, h := range []struct {
		key   string
		width float64
	}{{"group", 58}, {"count", 11}, {"need", 20}, {"funding", 20}, {"gap", 20}, {"share", 14}} {
		r.head(s, h.key, h.width)
	}
	s.figures, s.until = 1, len(s.heads)
	r.opening(s)
	s.above()
	s.add(line{anchor: "region sum", height: 20, write: func(f formulas, n int) []cell {
		cells := []cell{as(result, r.word("all")), computed(result, "0", "COUNT("+r.ofPosts(f, postNeed)+")", money.Int(r.Table.Counted))}
		for i, m := range []money.Number{r.Table.Total.Need, r.Table.Total.Funding, r.Table.Total.Gap} {
			cells = append(cells, computed(carried, r.amount(), r.totalAt(f, postNeed+i), m))
		}
		return append(cells, r.shareOf(result, f, s, n, 2, 4, r.Table.Total))
	}})
	s.gap()
	s.heading(r.word("by_status", "date", r.Words.DateText(r.Table.Date)))
	for i, g := range r.Table.Groups {
		s.add(line{height: 18, write: func(f formulas, n int) []cell { return r.group(f, n, i, g) }})
	}
	s.gap()
	s.prose(caption, r.word("overlap"), 150)
	if r.Table.Uncertain() {
		s.prose(caption, r.word("uncertain"), 150)
	}
	s.gap()
	s.heading(r.word("ties"))
	for i, key := range []string{"need", "funding", "gap"} {
		s.add(line{anchor: "region check " + key, write: func(f formulas, _ int) []cell {
			total, lines := r.totalAt(f, postNeed+i), f.anchored("region money total", moneyNeedCommon+i)
			return []cell{as(label, r.word("check."+key)), r.verdict("ROUND(" + total + "-" + lines + "," + f.anchored("region places", moneyOwn) + ")=0")}
		}})
	}
	s.add(line{anchor: "region check sides", write: func(f formulas, _ int) []cell {
		return []cell{as(label, r.word("check.sides")), r.verdict("ROUND(" + r.totalAt(f, postNeed) + "-" + r.totalAt(f, postFunding) + "-" + r.totalAt(f, postGap) + "," + f.anchored("region places", moneyOwn) + ")=0")}
	}})
	s.decor = func(s *sheet) {
		r.paint(s, fmt.Sprintf("%s:%s", cellName(1, r.anchors["region check need"].line), cellName(1, r.anchors["region check sides"].line)))
	}
}

func (r *rollup) verdict(test string) cell {
	return told(status, `IF(`+test+`,"`+r.say("common.ok")+`","`+r.say("common.check")+`")`, r.say("common.ok"))
}

func (r *rollup) totalAt(f formulas, col int) string { return f.anchored("region total", col) }

// opening is who, when, and the sentences that make the region's case.
func (r *rollup) opening(s *sheet) {
	fact := func(key, text string) { s.text(as(caption, r.word(key)), as(plain, text)) }
	if r.Table.Illustrative {
		s.text(as(warning, r.say("common.illustrative.mark")))
	}
	fact("fact.written", r.Words.DateText(r.Date)+" · Outrigger "+r.Version)
	fact("fact.currency", r.Table.Currency)
	if out := r.Table.Out(); out > 0 {
		s.text(as(caption, r.word("fact.left")), as(warning, r.word("left", "n", itoa(out))))
	}
	s.gap()
	amount := func(formula string, n money.Number) part {
		return r.coded(part{"FIXED(" + formula + "," + r.placesRef() + ")", r.Words.Number(n, r.digits)}, r.Table.Currency)
	}
	say := func(key string, parts func(f formulas) map[string]part) {
		s.add(line{height: 20, write: func(f formulas, _ int) []cell { return []cell{r.sentence(lead, "region.case."+key, parts(f))} }})
	}
	say("need", func(f formulas) map[string]part {
		return map[string]part{
			"n":    {"COUNT(" + r.ofPosts(f, postNeed) + ")", itoa(r.Table.Counted)},
			"need": amount(r.totalAt(f, postNeed), r.Table.Total.Need), "funding": amount(r.totalAt(f, postFunding), r.Table.Total.Funding),
		}
	})
	counted := func(f formulas, sign string) part {
		n := 0
		for _, p := range r.posts {
			if p.Counts && (sign == ">0" && p.Sums.Gap.IsPos() || sign == "<0" && p.Sums.Gap.IsNeg()) {
				n++
			}
		}
		return part{`COUNTIF(` + r.ofPosts(f, postGap) + `,"` + sign + `")`, itoa(n)}
	}
	say("missing", func(f formulas) map[string]part {
		return map[string]part{
			"n":       counted(f, ">0"),
			"missing": amount(`SUMIF(`+r.ofPosts(f, postGap)+`,">0")`, r.Table.Missing),
		}
	})
	if r.Table.Surplus.IsPos() {
		say("surplus", func(f formulas) map[string]part {
			return map[string]part{
				"n":       counted(f, "<0"),
				"surplus": amount(`-SUMIF(`+r.ofPosts(f, postGap)+`,"<0")`, r.Table.Surplus),
			}
		})
	}
	s.add(line{height: 20, write: func(f formulas, _ int) []cell {
		hundred, _ := r.Table.Placeholders.Mul(money.Int(100))
		return []cell{r.sentence(plain, "region.case.placeholders", map[string]part{
			"share": {"FIXED(" + r.totalAt(f, postPlaceholders) + "*100,0)", r.Words.Number(hundred, 0)},
		})}
	}})
	s.gap()
}

// placesRef is the cell that holds the places of the currency of the totals.
func (r *rollup) placesRef() string {
	return fmt.Sprintf("%s!$%s$%d", quoted(r.money.name), column(moneyOwn), firstLine)
}

// group is a line of the posts of one status.
func (r *rollup) group(f formulas, n, i int, g region.Group) []cell {
	flags := r.ofPosts(f, postSIDS+i)
	cells := []cell{
		as(label, r.say(groupWords(g.Status))),
		computed(formula, "0", fmt.Sprintf(`COUNTIFS(%s,1,%s,"<>")`, flags, r.ofPosts(f, postRank)), money.Int(g.Posts)),
	}
	for j, m := range []money.Number{g.Sums.Need, g.Sums.Funding, g.Sums.Gap} {
		cells = append(cells, computed(formula, r.amount(), fmt.Sprintf("SUMIFS(%s,%s,1)", r.ofPosts(f, postNeed+j), flags), m))
	}
	return append(cells, r.shareOf(formula, f, r.overview, n, 2, 4, g.Sums))
}

func groupWords(status string) string {
	if status == datasets.StatusNeither {
		return "region.neither"
	}
	return "peers.status." + status
}

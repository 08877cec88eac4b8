package workbook

import (
	"fmt"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"outrigger/app/region"
	"outrigger/app/words"
	"outrigger/datasets"
	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// RollupRequest is what a regional workbook is written from. The same request gives the
// same bytes.
type RollupRequest struct {
	Table     *region.Table
	Facts     *datasets.Data
	Words     words.Reader
	HideNames bool // no name, country, currency, file or text of a post
	Version   string
	Date      string // ISO 8601, the day of writing
}

// Rollup writes the plans of a region as one workbook in the look of a post's own: cover,
// table of posts, conversion of each plan's amounts, what is left out, sources. Totals,
// groups and conversions are live formulas. With names hidden a post's amounts stand in
// the one currency only, because its own would tell whose they are.
func Rollup(w io.Writer, in RollupRequest) error {
	b := &book{
		Request: Request{Facts: in.Facts, Words: in.Words, Version: in.Version, Date: in.Date},
		places:  map[calc.ID]place{}, anchors: map[string]anchor{}, looks: map[look]int{}, file: excelize.NewFile(),
	}
	defer b.file.Close()
	b.plan = &plan.Plan{Title: b.say("region.title"), Illustrative: in.Table.Illustrative}
	b.plan.Post.Name = b.Words.Say("region.posts", map[string]string{"n": itoa(in.Table.Counted)})
	r := &rollup{book: b, RollupRequest: in, digits: placesOf(in.Table.Currency)}
	r.order()
	r.build()
	b.writeSheets()
	if b.err != nil {
		return b.err
	}
	archive := newSteady(w)
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return archive })
	return b.file.Write(io.Discard)
}

// rollup is a regional workbook being written.
type rollup struct {
	*book
	RollupRequest
	digits int
	posts  []*region.Post // in the order shown
	lines  map[*region.Plan]int
	from   map[*region.Post]int // the post's line on the table

	overview, table, money *sheet
	first, final           int // lines of the table of posts
	moneyFirst, moneyFinal int
}

// The columns of the table of posts.
const (
	postName = iota
	postCountry
	postSIDS
	postLDC
	postLLDC
	postNeither
	postYears
	postNeed
	postFunding
	postGap
	postShare
	postRank
	postPlaceholders
)

// The columns of the sheet of conversions.
const (
	moneyPost = iota
	moneyPlan
	moneyYears
	moneyOwn // currency
	moneyNeed
	moneyFunding
	moneyGap
	moneyRate
	moneyDate
	moneyRoundNeed
	moneyRoundFunding
	moneyNeedCommon
	moneyFundingCommon
	moneyGapCommon
	moneyPlaceholders
)

// order sets posts in the order shown: by name, or by letter where names are hidden.
func (r *rollup) order() {
	r.posts = slices.Clone(r.Table.Posts)
	if r.HideNames {
		slices.SortFunc(r.posts, func(a, b *region.Post) int { return a.Alias - b.Alias })
	}
}

// build lays every sheet out; what stands where is known before anything is written.
func (r *rollup) build() {
	r.lines, r.from = map[*region.Plan]int{}, map[*region.Post]int{}
	r.overview, r.table, r.money = r.sheet("cover"), r.sheet("posts"), r.sheet("money")
	r.tableOf()
	r.moneyOf()
	r.coverOf()
	r.sheets = []*sheet{r.overview, r.table, r.standing(), r.money}
	if len(r.Table.Left) > 0 {
		r.sheets = append(r.sheets, r.leftOut())
	}
	r.sheets = append(r.sheets, r.rests())
	for _, s := range r.sheets {
		r.settle(s)
	}
}

func (r *rollup) sheet(key string) *sheet {
	return &sheet{key: "region_" + key, name: r.say("region.sheet." + key), intro: r.say("region.intro." + key), broad: r.Words.RTL()}
}

func (r *rollup) word(key string, pairs ...string) string {
	args := map[string]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		args[pairs[i]] = pairs[i+1]
	}
	return r.Words.Say("region."+key, args)
}

func (r *rollup) say(key string) string { return r.book.say(key) }

// called is the post's name, or its letter.
func (r *rollup) called(p *region.Post) string {
	if r.HideNames {
		return r.word("alias", "letter", region.Letter(p.Alias))
	}
	if p.Name == "" {
		return r.Words.Country(p.Country)
	}
	return p.Name
}

func (r *rollup) head(s *sheet, key string, width float64) {
	s.heads = append(s.heads, r.word("head."+key, "currency", r.Table.Currency))
	s.widths = append(s.widths, width)
}

func (r *rollup) amount() string { return signed(decimals(r.digits)) }

// column is a column of the table of posts, seen from another sheet.
func (r *rollup) column(f formulas, on *sheet, col, first, final int) string {
	return fmt.Sprintf("%s$%s$%d:$%s$%d", f.sheet(on), column(col), first, column(col), final)
}

func (r *rollup) ofPosts(f formulas, col int) string {
	return r.column(f, r.table, col, r.first, r.final)
}

// tableOf is every post on a line.
func (r *rollup) tableOf() {
	s := r.table
	for _, h := range []struct {
		key   string
		width float64
	}{
		{"post", 26},
		{"country", 20},
		{"SIDS", 8.5},
		{"LDC", 8.5},
		{"LLDC", 8.5},
		{"neither", 8.5},
		{"years", 11},
		{"need", 16},
		{"funding", 16},
		{"gap", 16},
		{"share", 10},
		{"rank", 9.5},
		{"placeholders", 14},
	} {
		if h.key == "country" && r.HideNames {
			h.width = 3
		}
		r.head(s, h.key, h.width)
	}
	s.figures, s.until = postNeed, len(s.heads)
	r.first = s.next()
	for i, p := range r.posts {
		r.from[p] = r.first + i
		s.add(line{write: func(f formulas, n int) []cell { return r.post(f, n, p) }})
	}
	r.final = s.last()
	s.add(line{anchor: "region total", height: 18, write: func(f formulas, _ int) []cell {
		cells := []cell{as(result, r.word("total"))}
		for range postNeed - 1 {
			cells = append(cells, blank(result))
		}
		for i, n := range []money.Number{r.Table.Total.Need, r.Table.Total.Funding, r.Table.Total.Gap} {
			cells = append(cells, computed(result, r.amount(), "SUM("+r.ofPosts(f, postNeed+i)+")", n))
		}
		cells = append(cells, r.shareOf(result, f, r.table, r.final+1, postNeed, postGap, r.Table.Total), blank(result))
		return append(cells, r.unsure(f))
	}})
}

// shareOf is the part of a need that nobody covers, on a line.
func (r *rollup) shareOf(as role, f formulas, on *sheet, n, need, gap int, sums region.Sums) cell {
	at := func(col int) string { return f.sheet(on) + cellName(col, n) }
	return computed(as, signed("0.0%"), fmt.Sprintf("IF(%[1]s=0,0,ROUND(%[2]s/%[1]s,4))", at(need), at(gap)), region.Share(sums))
}

// unsure is the share of all needs that rests on placeholders.
func (r *rollup) unsure(f formulas) cell {
	need := r.ofPosts(f, postNeed)
	return computed(result, "0%", fmt.Sprintf("IF(SUM(%[1]s)=0,0,SUMPRODUCT(%[1]s,%[2]s)/SUM(%[1]s))", need, r.ofPosts(f, postPlaceholders)), r.Table.Placeholders)
}

// post is the line of one post; one that does not count has no amounts.
func (r *rollup) post(f formulas, n int, p *region.Post) []cell {
	country := ""
	if !r.HideNames {
		country = r.Words.Country(p.Country)
	}
	cells := []cell{wrapped(label, r.called(p)), wrapped(label, country)}
	flags := 0
	for _, status := range region.Statuses[:3] {
		c := blank(label)
		if slices.Contains(p.Statuses, status) {
			c, flags = r.flag(1), flags+1
		}
		cells = append(cells, c)
	}
	none := r.flag(map[bool]int{true: 1}[flags == 0])
	none.formula = fmt.Sprintf("IF(SUM(%s:%s)=0,1,0)", cellName(postSIDS, n), cellName(postLLDC, n))
	cells = append(cells, none, as(label, r.years(p.Plans)))
	if !p.Counts {
		cells = append(cells, as(warning, r.word("note.out")))
		for range postPlaceholders - postNeed {
			cells = append(cells, blank(label))
		}
		return cells
	}
	for i, m := range []money.Number{p.Sums.Need, p.Sums.Funding, p.Sums.Gap} {
		cells = append(cells, computed(carried, r.amount(), r.plansOf(f, p, moneyNeedCommon+i), m))
	}
	return append(cells, r.shareOf(formula, f, r.table, n, postNeed, postGap, p.Sums),
		computed(formula, "0", fmt.Sprintf("RANK(%s,%s)", cellName(postShare, n), r.ofPosts(f, postShare)), money.Int(p.Rank)),
		computed(carried, "0%", fmt.Sprintf("IF(%s=0,%s,SUMPRODUCT(%s,%s)/%s)", cellName(postNeed, n), r.firstOf(f, p, moneyPlaceholders),
			r.areaOf(f, p, moneyPlaceholders), r.areaOf(f, p, moneyNeedCommon), cellName(postNeed, n)), p.Placeholders))
}

// flag shows 1 as yes, so that SUMIFS can count it in every language.
func (r *rollup) flag(n int) cell {
	c := figure(label, `"`+r.say("common.yes")+`";"";""`, money.Int(n))
	c.look.align = "center"
	return c
}

// years are the planned years of a post's plans.
func (r *rollup) years(plans []*region.Plan) string {
	first, last, month := region.Years(plans)
	if len(plans) == 0 {
		return ""
	}
	return first.Label(month) + "–" + last.Label(month)
}

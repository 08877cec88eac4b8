package funding

import (
	"strconv"
	"time"

	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/rows"
)

// Shared are the rows of what several packages are asked for together:
//
//	amount p,c = round(cost c × share p,c)                        by year
//	direct p   = Σc amount p,c
//	indirect p = round(direct p × min(indirect share, cap of p))  reserve alike
//	asked p    = direct + indirect + reserve
//	all        = Σ cost + Σp (indirect p + reserve p)
//	own        = all − Σp asked p − what is secured or probable from others
//
// What is left before a rule is broken is one value, and below nought if it is. Amounts
// are in the donor's currency. The zero value: the plan shares nothing.
type Shared struct {
	Parts []SharedPart
	All   calc.ID // by year
	Asked calc.ID // of all packages, by year
	Own   calc.ID // left to the post, by year

	Twice calc.ID // what is asked of several for the same cost, left before it is: nought or below
	Over  calc.ID // what is asked for though it is paid already, likewise
}

// SharedPart are the rows of what one package is asked for.
type SharedPart struct {
	ID                               string
	Amounts                          map[string]calc.ID // by category, by year
	Direct, Indirect, Reserve, Asked calc.ID            // by year

	Left map[string]calc.ID // by rule of SharedRules, and line/n for a capped line
}

// Rules are the rows of what is left before a rule is broken, in the order they are shown.
func (h Shared) Rules(p *plan.Plan) []calc.ID {
	var all []calc.ID
	for _, part := range h.Parts {
		for _, rule := range SharedRules {
			if id := part.Left[rule]; id != "" {
				all = append(all, id)
			}
		}
		for n := range p.Project.PackageOf(part.ID).Lines {
			if id := part.Left["line/"+strconv.Itoa(n+1)]; id != "" {
				all = append(all, id)
			}
		}
	}
	if len(h.Parts) > 0 {
		all = append(all, h.Twice, h.Over)
	}
	return all
}

// SharedRules are the rules of a package that figures can break where several share the
// costs, in the order they are shown.
var SharedRules = []string{"ceiling", "least", "floor", "months", "takes"}

// share adds the rows of what several packages are asked for together.
func (o *writer) share() {
	parts := o.p.Project.Sharing
	if len(parts) == 0 {
		return
	}
	h := &o.h.Shared
	cost := func(c string) calc.ID { return calc.ID("budget/category_" + c + "/donor") }
	by := map[string][]calc.ID{}
	var asked, charged, costs []calc.ID
	for _, part := range parts {
		p := o.part(part, cost)
		for c, id := range p.Amounts {
			by[c] = append(by[c], id)
		}
		asked = append(asked, p.Asked)
		charged = append(charged, p.Indirect, p.Reserve)
		h.Parts = append(h.Parts, p)
	}
	for _, c := range plan.Categories {
		costs = append(costs, cost(c))
	}
	h.All = o.amount("sharing/all", "sharing/total", "row.sharing.all", nil, calc.Sum(append(costs, charged...)...))
	h.Asked = o.amount("sharing/asked", "sharing/total", "row.sharing.asked", nil, calc.Sum(asked...))
	h.Own = o.amount("sharing/own", "sharing/total", "row.sharing.own", nil,
		calc.If(calc.Ref(rows.Planned), calc.Greater, calc.Zero(), calc.Sub(calc.Sub(calc.Ref(h.All), calc.Ref(h.Asked)), calc.Ref(o.h.Others)), calc.Zero()))
	var twice []calc.ID
	for _, c := range plan.Categories {
		if len(by[c]) > 1 {
			twice = append(twice, o.amount(calc.ID("sharing/twice/"+c), "sharing/twice", "row.sharing.twice", map[string]string{"category": c},
				calc.Max(calc.Zero(), calc.Sub(calc.Sum(by[c]...), calc.Ref(cost(c))))))
		}
	}
	over := o.amount("sharing/over", "sharing/twice", "row.sharing.over", nil,
		calc.Max(calc.Zero(), calc.Min(calc.Ref(h.Asked), calc.Sub(calc.Zero(), calc.Ref(h.Own)))))
	var totals []calc.ID
	for _, id := range twice {
		totals = append(totals, TotalOf(id))
	}
	h.Twice = o.shareLeft("sharing/left/twice", "row.sharing.left_twice", nil, calc.Sub(calc.Zero(), calc.Sum(totals...)))
	h.Over = o.shareLeft("sharing/left/over", "row.sharing.left_over", nil, calc.Sub(calc.Zero(), calc.Ref(TotalOf(over))))
	for i := range h.Parts {
		o.shareRules(&h.Parts[i])
	}
}

// part adds the rows of one package's amounts.
func (o *writer) part(part plan.Part, cost func(string) calc.ID) SharedPart {
	of := o.p.Project.PackageOf(part.ID)
	p := SharedPart{ID: part.ID, Amounts: map[string]calc.ID{}, Left: map[string]calc.ID{}}
	room := calc.ID("sharing/" + part.ID)
	var amounts []calc.ID
	for _, one := range part.Shares {
		id := o.amount(room+calc.ID("/amount/"+one.ID), "sharing/parts", "row.sharing.amount", with(named(*of), "category", one.ID),
			rows.Round(calc.Mul(calc.Ref(cost(one.ID)), calc.Ref(calc.ID("project/sharing/"+part.ID+"/"+one.ID))), rows.Places(o.code)))
		p.Amounts[one.ID] = id
		amounts = append(amounts, id)
	}
	p.Direct = o.amount(room+"/direct", "sharing/parts", "row.sharing.direct", named(*of), calc.Sum(amounts...))
	on := func(name string) calc.ID {
		share := calc.Min(calc.Ref(calc.ID("project/"+name)), calc.Ref(calc.ID("packages/"+part.ID+"/most/"+name)))
		return o.amount(room+calc.ID("/"+name), "sharing/parts", "row.sharing."+name, named(*of), rows.Round(calc.Mul(calc.Ref(p.Direct), share), rows.Places(o.code)))
	}
	p.Indirect, p.Reserve = on("indirect"), on("reserve")
	p.Asked = o.amount(room+"/asked", "sharing/parts", "row.sharing.asked_of", named(*of), calc.Sum(p.Direct, p.Indirect, p.Reserve))
	return p
}

func (o *writer) shareLeft(id calc.ID, key string, args map[string]string, e calc.Expr) calc.ID {
	if args == nil {
		args = map[string]string{}
	}
	args["currency"] = o.code
	return o.b.Add(calc.Row{
		ID: id, Section: "sharing/left", Show: calc.ShowMoney, Unit: calc.Unit(o.code), Currency: o.code,
		Label: calc.Label{Key: key, Args: args}, Expr: e,
	})
}

// shareRules adds what is left before a rule of a package is broken. A package that is
// asked for nothing breaks none.
func (o *writer) shareRules(p *SharedPart) {
	of := o.p.Project.PackageOf(p.ID)
	says := o.h.stated(p.ID)
	total := func(id calc.ID) calc.Expr { return calc.Ref(TotalOf(id)) }
	asked := total(p.Asked)
	ifAsked := func(e calc.Expr) calc.Expr { return calc.If(asked, calc.Greater, calc.Zero(), e, calc.Zero()) }
	left := func(rule, key string, args map[string]string, e calc.Expr) {
		p.Left[rule] = o.shareLeft(calc.ID("sharing/"+p.ID+"/left/"+rule), key, args, ifAsked(e))
	}
	most, least := amounts(*of)
	if most != nil && Convertible(o.p, most.Currency) {
		left("ceiling", "row.sharing.left_ceiling", named(*of), calc.Sub(calc.Ref(says.Limits["ceiling"]), asked))
	}
	if least != nil && Convertible(o.p, least.Currency) {
		left("least", "row.sharing.left_least", named(*of), calc.Sub(asked, calc.Ref(says.Limits["least"])))
	}
	if r := of.Rule("cofinancing"); r != nil && r.Least != nil {
		all := total(o.h.Shared.All)
		lent := calc.If(calc.Ref(says.Limits["in_kind"]), calc.Greater, calc.Zero(), calc.Zero(), total(o.h.InKind))
		floor := rows.Round(calc.Mul(all, calc.Ref(says.Limits["floor"])), rows.Places(o.code))
		left("floor", "row.sharing.left_floor", named(*of), calc.Sub(calc.Sub(calc.Sub(all, asked), lent), floor))
	}
	if last, bounded := LastYear(o.p, *of); bounded {
		until := o.fixed(calc.ID("packages/"+p.ID+"/last_year"), "package/stated", "row.package.last_year", named(*of), calc.ShowYear, calc.Year, money.Int(last), "")
		late := o.amount(calc.ID("sharing/"+p.ID+"/late"), "sharing/twice", "row.sharing.late", named(*of),
			calc.If(calc.Ref(rows.YearNumber), calc.Greater, calc.Ref(until), calc.Ref(p.Direct), calc.Zero()))
		left("months", "row.sharing.left_months", named(*of), calc.Sub(calc.Zero(), total(late)))
	}
	var not []calc.ID
	for _, c := range plan.Categories {
		if id := p.Amounts[c]; id != "" && of.Takes(c) == 0 {
			not = append(not, TotalOf(id))
		}
	}
	if len(not) > 0 {
		left("takes", "row.sharing.left_takes", named(*of), calc.Sub(calc.Zero(), calc.Sum(not...)))
	}
	for n, line := range of.Lines {
		if lineCap(*of, n) == nil {
			continue
		}
		var within []calc.ID
		for _, c := range line.Categories {
			if id := p.Amounts[c]; id != "" {
				within = append(within, TotalOf(id))
			}
		}
		number := strconv.Itoa(n + 1)
		most := rows.Round(calc.Mul(total(p.Direct), calc.Ref(says.Most[n])), rows.Places(o.code))
		left("line/"+number, "row.sharing.left_line", with(named(*of), "number", number), calc.Sub(most, calc.Sum(within...)))
	}
}

// LastYear is the last fiscal year in which a package pays, of a project that begins when
// the plan says: the year of its last day. False if the package sets no length.
func LastYear(p *plan.Plan, of plan.Package) (int, bool) {
	r := of.Rule("months")
	if r == nil || r.Most == nil {
		return 0, false
	}
	most, _, _ := r.Most.Int64(0)
	start, _, _ := Span(p)
	first, err := time.Parse(time.DateOnly, start)
	if err != nil || most < 1 {
		return 0, false
	}
	end := first.AddDate(0, int(most), -1)
	if int(end.Month()) < max(p.Years.StartMonth, 1) {
		return end.Year() - 1, true // a fiscal year is called by the year it begins in
	}
	return end.Year(), true
}

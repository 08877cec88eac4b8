package funding

import (
	"strconv"
	"strings"

	"outrigger/model/budget"
	"outrigger/model/calc"
	"outrigger/model/financing"
	"outrigger/model/plan"
	"outrigger/model/rows"
)

// amount adds a row of money by year in the donor's currency, and its total.
func (o *writer) amount(id calc.ID, section, key string, args map[string]string, e calc.Expr) calc.ID {
	if args == nil {
		args = map[string]string{}
	}
	args["currency"] = o.code
	row := o.b.Add(calc.Row{
		ID: id, Section: section, Unit: calc.Unit(o.code), Show: calc.ShowMoney, Currency: o.code,
		Label: calc.Label{Key: key, Args: args}, Expr: e,
	})
	budget.Total(o.b, row, o.code)
	return row
}

// TotalOf is the row that adds up an amount of the donor's budget over all years.
func TotalOf(row calc.ID) calc.ID { return row + "/total" }

// sorted puts every category into the line that takes it.
func (o *writer) sorted() {
	for _, c := range plan.Categories {
		o.h.Takes[c] = o.b.Add(calc.Row{
			ID: calc.ID("package/takes/" + c), Section: "package/takes", Show: calc.ShowWhole, Unit: calc.One,
			Label: calc.Label{Key: "row.package.takes_now", Args: map[string]string{"category": c}},
			Expr:  o.chosen(func(s Stated) calc.ID { return s.Takes[c] }),
		})
	}
	in := func(number calc.Expr) calc.Expr {
		sum := calc.Zero()
		for i, c := range plan.Categories {
			part := calc.If(calc.Ref(o.h.Takes[c]), calc.Equal, number, calc.Ref(calc.ID("budget/category_"+c+"/donor")), calc.Zero())
			if i == 0 {
				sum = part
				continue
			}
			sum = calc.Add(sum, part)
		}
		return sum
	}
	for i, number := range o.h.Numbers {
		n := strconv.Itoa(i + 1)
		o.h.Lines = append(o.h.Lines, o.amount(calc.ID("package/line/"+n), "package/lines", "row.package.line", map[string]string{"number": n}, in(calc.Ref(number))))
	}
	o.h.Outside = o.amount("package/outside", "package/rest", "row.package.outside", nil, in(calc.Zero()))
	o.h.Direct = o.amount("package/direct", "package/total", "row.package.direct", nil, calc.Sum(o.h.Lines...))
	on := func(share calc.ID) calc.Expr {
		return rows.Round(calc.Mul(calc.Ref(o.h.Direct), calc.Ref(share)), rows.Places(o.code))
	}
	o.h.Indirect = o.amount("package/indirect", "package/total", "row.package.indirect", nil, on("project/indirect"))
	o.h.Reserve = o.amount("package/reserve", "package/total", "row.package.reserve", nil, on("project/reserve"))
	o.h.Whole = o.amount("package/whole", "package/total", "row.package.whole", nil, calc.Sum(o.h.Direct, o.h.Indirect, o.h.Reserve))
}

// asked sets all costs against what others pay.
func (o *writer) asked(paid financing.Handles) {
	o.h.All = o.amount("package/all", "package/rest", "row.package.all", nil, calc.Add(calc.Ref(o.h.Whole), calc.Ref(o.h.Outside)))
	o.h.Others = o.amount("package/others", "package/rest", "row.package.others", nil,
		calc.If(calc.Ref(rows.Planned), calc.Greater, calc.Zero(), calc.Ref(paid.Granted.Donor), calc.Zero()))
	ofOthers := func(id calc.ID, key string, counts func(plan.Funding) bool) calc.ID {
		var sources []calc.ID
		for _, f := range o.p.Funding {
			if f.Grade != "sought" && counts(f) {
				sources = append(sources, calc.ID("financing/sources/"+f.ID+"/donor"))
			}
		}
		return o.amount(id, "package/rest", key, nil, calc.If(calc.Ref(rows.Planned), calc.Greater, calc.Zero(), calc.Sum(sources...), calc.Zero()))
	}
	o.h.Post = ofOthers("package/post", "row.package.post", func(f plan.Funding) bool { return f.Kind == "own" })
	o.h.Partners = ofOthers("package/partners", "row.package.partners", func(f plan.Funding) bool { return f.Kind != "own" })
	o.h.InKind = ofOthers("package/in_kind", "row.package.in_kind", func(f plan.Funding) bool { return f.InKind })
	o.h.Asked = o.amount("package/asked", "package/ask", "row.package.asked", nil, calc.Sub(calc.Ref(o.h.All), calc.Ref(o.h.Others)))
}

// rules tell what is left before a rule of the chosen package is broken: below nought it is.
func (o *writer) rules() {
	limit := func(rule, key string, show calc.Show, unit calc.Unit) calc.ID {
		currency := ""
		if show == calc.ShowMoney {
			currency = o.code
		}
		return o.b.Add(calc.Row{
			ID: calc.ID("package/limit/" + rule), Section: "package/limits", Show: show, Unit: unit, Currency: currency,
			Label: calc.Label{Key: key, Args: map[string]string{"currency": o.code}},
			Expr:  o.chosen(func(s Stated) calc.ID { return s.Limits[rule] }),
		})
	}
	left := func(rule string, args map[string]string, e calc.Expr) {
		key, _, _ := strings.Cut(rule, "/")
		if args == nil {
			args = map[string]string{}
		}
		args["currency"] = o.code
		o.h.Left[rule] = o.b.Add(calc.Row{
			ID: calc.ID("package/left/" + rule), Section: "package/left", Show: calc.ShowMoney, Unit: calc.Unit(o.code), Currency: o.code,
			Label: calc.Label{Key: "row.package.left_" + key, Args: args}, Expr: e,
		})
	}
	total := func(row calc.ID) calc.Expr { return calc.Ref(TotalOf(row)) }
	share := func(limit calc.ID, of calc.ID) calc.Expr {
		return rows.Round(calc.Mul(total(of), calc.Ref(limit)), rows.Places(o.code))
	}
	indirect := limit("indirect", "row.package.limit_indirect", calc.ShowShare, calc.One)
	reserve := limit("reserve", "row.package.limit_reserve", calc.ShowShare, calc.One)
	ceiling := limit("ceiling", "row.package.limit_ceiling", calc.ShowMoney, calc.Unit(o.code))
	floor := limit("floor", "row.package.limit_floor", calc.ShowShare, calc.One)
	left("indirect", nil, calc.Sub(share(indirect, o.h.Direct), total(o.h.Indirect)))
	left("reserve", nil, calc.Sub(share(reserve, o.h.Direct), total(o.h.Reserve)))
	left("ceiling", nil, calc.If(calc.Ref(ceiling), calc.Greater, calc.Zero(), calc.Sub(calc.Ref(ceiling), total(o.h.Asked)), calc.Zero()))
	counts := limit("in_kind", "row.package.limit_in_kind", calc.ShowYesNo, calc.One)
	kind := calc.If(calc.Ref(counts), calc.Greater, calc.Zero(), calc.Zero(), total(o.h.InKind))
	left("floor", nil, calc.Sub(calc.Sub(total(o.h.Others), kind), share(floor, o.h.All)))
	left("outside", nil, calc.Sub(total(o.h.Others), total(o.h.Outside)))
	for _, i := range o.h.Capped {
		line, n := o.h.Lines[i], strconv.Itoa(i+1)
		most := o.b.Add(calc.Row{
			ID: calc.ID("package/limit/line/" + n), Section: "package/limits", Show: calc.ShowShare, Unit: calc.One,
			Label: calc.Label{Key: "row.package.limit_line", Args: map[string]string{"number": n}},
			Expr:  o.chosen(func(s Stated) calc.ID { return s.Most[i] }),
		})
		o.h.Most[i] = most
		left("line/"+n, map[string]string{"number": n}, calc.Sub(share(most, o.h.Direct), total(line)))
	}
	o.pays(ceiling, floor)
}

// pays tells what of the amount asked the package could pay at most: of its own lines only,
// up to its ceiling, and no more than the share that others need not pay. What is left of
// the amount asked is for others.
func (o *writer) pays(ceiling, floor calc.ID) {
	one := func(id calc.ID, key string, e calc.Expr) calc.ID {
		return o.b.Add(calc.Row{
			ID: id, Section: "package/pays", Show: calc.ShowMoney, Unit: calc.Unit(o.code), Currency: o.code,
			Label: calc.Label{Key: key, Args: map[string]string{"currency": o.code}}, Expr: e,
		})
	}
	all := calc.Ref(TotalOf(o.h.All))
	o.h.Own = one("package/own", "row.package.own", calc.Sub(all, rows.Round(calc.Mul(all, calc.Ref(floor)), rows.Places(o.code))))
	within := one("package/within", "row.package.within", calc.Min(calc.Ref(TotalOf(o.h.Whole)), calc.Ref(o.h.Own)))
	capped := one("package/capped", "row.package.capped", calc.If(calc.Ref(ceiling), calc.Greater, calc.Zero(), calc.Min(calc.Ref(within), calc.Ref(ceiling)), calc.Ref(within)))
	asked := calc.Ref(TotalOf(o.h.Asked))
	o.h.Pays = one("package/pays", "row.package.pays", calc.Max(calc.Zero(), calc.Min(asked, calc.Ref(capped))))
	o.h.Unpaid = one("package/unpaid", "row.package.unpaid", calc.Sub(calc.Max(calc.Zero(), asked), calc.Ref(o.h.Pays)))
}

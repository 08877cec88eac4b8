package workbook

import "outrigger/model/plan"

// layout makes all sheets and settles where every row stands. Nothing is written
// before, because a formula may refer to any sheet.
func (b *book) layout() {
	b.lay()
	if b.err == nil && b.overlong() {
		b.again()
		b.lay()
	}
}

func (b *book) lay() {
	for _, m := range b.contents() {
		b.sheets = append(b.sheets, m.make())
	}
	for _, s := range b.sheets {
		b.settle(s)
	}
	b.placed()
	b.longSums()
	b.roomy()
}

// made is a sheet to be made.
type made struct {
	key  string
	make func() *sheet
}

// contents lists the sheets that the plan has something for, in their order.
func (b *book) contents() []made {
	p := b.plan.Project
	var all []made
	add := func(has bool, key string, of func() *sheet) {
		if has {
			all = append(all, made{key, of})
		}
	}
	add(true, "cover", b.cover)
	add(true, "brief", b.brief)
	add(true, "about", b.about)
	add(b.hasPackage(), "eligibility", b.eligibility)
	add(true, "situation", b.situation)
	add(true, "workload", b.workload)
	add(len(b.plan.Losses) > 0, "risk", b.risk)
	add(true, "peers", b.peers)
	add(len(b.plan.Measures) > 0, "options", b.options)
	add(true, "inputs", b.inputs)
	add(true, "costed", b.costed)
	add(b.hasPackage(), "donor", b.donor)
	add(b.hasPackage(), "packages", b.packages)
	add(b.shares(), "sharing", b.sharing)
	add(len(plan.AllLines(b.plan)) > 0, "notes", b.notes)
	add(true, "financing", b.financing)
	add(len(p.Results) > 0, "results", b.results)
	add(len(b.plan.Measures)+len(p.Milestones)+len(p.Tranches)+len(p.Purchases) > 0, "workplan", b.workplan)
	add(len(p.Risks) > 0, "register", b.register)
	add(len(p.Reports) > 0, "monitoring", b.monitoring)
	add(true, "sensitivity", b.sensitivity)
	add(len(b.worked) > 0, "workings", func() *sheet { return b.workings(b.worked) })
	add(true, "checks", b.checks)
	add(true, "sources", b.sources)
	add(true, "seal", b.seal)
	return all
}

// placed makes sure that no row was left without a line: a row that stands nowhere
// is a figure nobody can follow.
func (b *book) placed() {
	for _, r := range b.model.Rows() {
		if _, has := b.places[r.ID]; !has {
			b.do(errHomeless(r.ID))
		}
	}
}

func (b *book) newSheet(key string) *sheet {
	return &sheet{key: key, goOn: b.goOn, name: b.say("workbook.sheet." + key), intro: b.say("workbook.intro." + key), broad: b.Words.RTL()}
}

// newYears is a sheet with fiscal years, and further columns after the totals.
func (b *book) newYears(key string, extra ...string) *sheet {
	s := b.newSheet(key)
	s.heads = []string{b.say("workbook.head.item"), b.say("workbook.head.unit"), b.say("workbook.head.mark"), b.say("workbook.head.once")}
	s.widths = []float64{34, 12, 7.5, 12.5}
	for _, year := range b.axis.Years() {
		s.heads = append(s.heads, year.Label(b.plan.Years.StartMonth))
		s.widths = append(s.widths, 12)
	}
	s.heads = append(s.heads, b.say("workbook.head.total"))
	s.widths = append(s.widths, 14)
	s.figures, s.until = colOnce, b.colTotal()+1
	for _, head := range extra {
		s.heads = append(s.heads, b.say("workbook.head."+head))
		s.widths = append(s.widths, 15)
	}
	return s
}

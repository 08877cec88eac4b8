package workbook

// layout makes all sheets and settles where every row stands. Nothing is written
// before, because a formula may refer to any sheet.
func (b *book) layout() {
	b.sheets = []*sheet{b.cover(), b.about(), b.situation(), b.workload()}
	if len(b.plan.Losses) > 0 {
		b.sheets = append(b.sheets, b.risk())
	}
	b.sheets = append(b.sheets, b.peers())
	if len(b.plan.Measures) > 0 {
		b.sheets = append(b.sheets, b.options())
	}
	b.sheets = append(b.sheets, b.inputs(), b.costed(), b.financing(), b.sensitivity())
	if len(b.worked) > 0 {
		b.sheets = append(b.sheets, b.workings(b.worked))
	}
	b.sheets = append(b.sheets, b.checks(), b.sources())
	for _, s := range b.sheets {
		b.settle(s)
	}
	b.placed()
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
	return &sheet{key: key, name: b.say("workbook.sheet." + key), intro: b.say("workbook.intro." + key)}
}

// newYears is a sheet with fiscal years, and further columns after the totals.
func (b *book) newYears(key string, extra ...string) *sheet {
	s := b.newSheet(key)
	s.heads = []string{b.say("workbook.head.item"), b.say("workbook.head.unit"), b.say("workbook.head.mark"), b.say("workbook.head.once")}
	s.widths = []float64{44, 14, 5.5, 12.5}
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

package workbook

import (
	"strings"

	"outrigger/model/calc"
)

// greatPoints is how large the figures of the headline are set.
const greatPoints = 16

// entitled puts the name of the project in the place of the sheet's own: the pages that
// are read first, and alone, say whose case they are.
func (b *book) entitled(s *sheet) {
	s.title = b.plan.Title
	s.subtitle = strings.Join(filled(b.Words.Country(b.plan.Post.Country), b.plan.Post.Name), " · ")
	if b.plan.Illustrative {
		s.text(as(warning, b.say("common.illustrative.mark")))
	}
}

// greatFigure is a figure of the headline, of all planned years, and what it is called.
type greatFigure struct {
	key string
	id  calc.ID
}

// headline says in four large figures how much is asked for, of how much, and who pays the
// rest; of a plan that is aimed at no package, how much is missing of how much.
func (b *book) headline(s *sheet) {
	h, code := b.Case.Funding, b.currency("donor")
	if !b.hasPackage() {
		f := b.Case.Financing
		b.greatly(s, code, greatFigure{"missing", f.GapTotal.Donor}, greatFigure{"need", f.NeedTotal.Donor}, greatFigure{"granted", f.GrantedTotal.Donor})
		return
	}
	asked, all, left := h.Asked, h.All, []greatFigure(nil)
	if b.shares() {
		asked, all, left = h.Shared.Asked, h.Shared.All, []greatFigure{{"left", b.total[h.Shared.Own]}}
	}
	b.greatly(s, code, append([]greatFigure{
		{"asked", b.total[asked]}, {"all", b.total[all]}, {"post", b.total[h.Post]}, {"partners", b.total[h.Partners]},
	}, left...)...)
}

// greatly sets figures beside each other over the width of the sheet. They are texts, so
// that one wider than its column is not shown as ####.
func (b *book) greatly(s *sheet, code string, figures ...greatFigure) {
	apart := max(2, (len(s.widths)-colOnce)/(len(figures)-1)) // columns
	beside := func(of func(greatFigure) cell) []cell {
		cells := make([]cell, 0, colOnce+apart*len(figures))
		for i, one := range figures {
			if i > 0 {
				for at := colOnce + apart*(i-1); len(cells) < at; {
					cells = append(cells, blank(plain))
				}
			}
			cells = append(cells, of(one))
		}
		return cells
	}
	s.add(line{height: 18, write: func(formulas, int) []cell {
		return beside(func(one greatFigure) cell { return as(caption, b.say("workbook.headline."+one.key)) })
	}})
	s.add(line{height: 26, write: func(f formulas, _ int) []cell {
		return beside(func(one greatFigure) cell {
			said := b.amount(f, one.id, code)
			return told(great, said.formula, said.text)
		})
	}})
}

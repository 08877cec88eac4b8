package workbook

import "outrigger/model/calc"

// reviewers are the questions that a reviewer who knows nothing asks, in their order. The
// cover leads to the answer of each.
var reviewers = []string{"who", "much", "what", "now", "amount", "others", "less", "after", "wrong", "know"}

// colSecond is the column in which the second half of the questions begins.
const colSecond = colYears

// questions are two columns of links. A question that the plan does not answer says so.
func (b *book) questions(s *sheet) {
	s.heading(b.say("workbook.cover.questions"))
	half := (len(reviewers) + 1) / 2
	first := s.next() // on the cover they move above the heads, where the same count begins at the top
	first += firstLine - (s.headLine() + 1)
	ask := func(key string) cell {
		question := map[string]string{"question": b.say("workbook.question." + key)}
		a, answered := b.answers[key]
		if !answered {
			return as(caption, b.Words.Say("workbook.cover.unanswered", question))
		}
		question["sheet"] = a.on.name
		return as(link, b.Words.Say("workbook.cover.answer", question))
	}
	for i := range half {
		s.add(line{write: func(formulas, int) []cell {
			cells := []cell{ask(reviewers[i]), blank(plain), blank(plain), blank(plain)}
			if i+half < len(reviewers) {
				cells = append(cells, ask(reviewers[i+half]))
			}
			return cells
		}})
	}
	inner := s.decor
	s.decor = func(s *sheet) {
		if inner != nil {
			inner(s)
		}
		for i, key := range reviewers {
			a, answered := b.answers[key]
			if !answered {
				continue
			}
			at := cellName(colLabel, first+i)
			if i >= half {
				at = cellName(colSecond, first+i-half)
			}
			b.do(b.file.SetCellHyperLink(s.name, at, quoted(a.on.name)+"!A"+itoa(a.line), "Location"))
		}
	}
}

// afterwards is what the plan costs every year once it stands, beside what is granted for
// that year: what has to be paid when the donor has left.
func (b *book) afterwards(s *sheet) {
	named := b.named("local")
	s.answer = "after"
	s.heading(b.Words.Say("workbook.group.after", named))
	run, granted := calc.ID("budget/kind_run/local"), b.Case.Financing.Granted.Local
	b.mirror(s, run, b.label(b.model.Row(run)))
	b.mirror(s, granted, b.label(b.model.Row(granted)))
	s.add(line{write: func(f formulas, _ int) []cell {
		end, code := b.axis.Last, b.currency("local")
		return []cell{b.sentence(plain, "workbook.group.after_text", map[string]part{
			"run": b.yearly(f, run, code), "granted": b.yearly(f, granted, code), "gap": b.yearly(f, b.Case.Financing.Gap.Local, code),
			"year": word(end.Label(b.plan.Years.StartMonth)),
		})}
	}})
}

package desk

import (
	"runtime"

	"outrigger/model/chain"
)

// Preview tells what an edit would bring, figures and ranges, while it is being typed.
// Nothing is changed and nothing noted, and no edit waits for it: one processor is left to
// the figure that is typed to its end meanwhile.
func (d *Desk) Preview(r EditRequest) (Previewed, error) {
	return guard(d, "Preview", r.Language, func() (Previewed, error) {
		_, would, revision := d.now()
		none := Previewed{
			Story: []Figure{}, Chart: Drawing{Lines: []Series{}, Columns: []Series{}},
			Doubts: Doubts{Revision: revision, Told: d.say(r.Language).Say("common.doubt.none", nil), Figures: []DoubtOf{}, Bands: []DoubtBand{}},
		}
		if would.calced == nil || known(would.plan, r.Scenario) != r.Scenario || pages[r.Page] == nil {
			return none, nil
		}
		next, figures, faults := would.edited(d.say(r.Language), r)
		if len(faults) > 0 {
			return none, nil
		}
		would.plan, would.checked = next, would.judge(next)
		c, findings, done := would.calced.Again(next, would.checked.findings, figures)
		if !done {
			c, findings = chain.Build(next, d.setup.Facts.FactsFor(next.Post.Country))
		}
		if c == nil {
			return none, nil
		}
		would.calced, would.findings = c, findings
		w := viewer{document: &would, say: d.say(r.Language), scenario: r.Scenario, state: c.State(r.Scenario)}
		p := d.paging(w, r.Language).page(r.Page)
		all := none
		all.Known, all.Story, all.Sentence, all.Chart = true, w.story(), p.Sentence, p.Chart
		lines := drawnFrom(p.Chart)
		w.doubts(&all.Doubts, lines, c.Ranges(r.Scenario, chain.Draws, max(1, runtime.NumCPU()-1), w.watched(lines)...))
		return all, nil
	})
}

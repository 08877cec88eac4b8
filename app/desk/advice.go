package desk

import (
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strconv"

	"outrigger/app/words"
	"outrigger/model/chain"
	"outrigger/model/measures"
	"outrigger/model/money"
	"outrigger/model/risk"
)

// Advise searches for the best choice of measures, unless it is known already. The reader
// can go on with the plan meanwhile, and can stop it.
func (d *Desk) Advise(r AdviceRequest) (Advice, error) {
	return guard(d, "Advise", r.Language, func() (Advice, error) {
		w, _, _ := d.beside(PageRequest{Language: r.Language, Scenario: r.Scenario})
		if w.document == nil {
			return Advice{}, d.fault(r.Language, "nothing_open", nil)
		}
		all := Advice{Sentence: w.word("desk.chart.unfinished"), Cells: []CellEdit{}, Measures: []AdviceLine{}, Shares: []AdviceShare{}, Near: []string{}}
		if w.state == nil {
			return all, nil
		}
		c := d.study(w.plan)
		if c == nil {
			return all, nil
		}
		data, err := job(d, r.Job, r.Language, "search_stopped", func() ([]byte, error) {
			a, err := d.advise(c, w.scenario, r.Job)
			w.advised(&all, words.Advisor{Reader: w.say, Case: c}, a, err)
			if err != nil && !errors.Is(err, measures.ErrInfeasible) {
				return nil, err
			}
			return json.Marshal(all) // the job's result is bytes; a struct written by two hands would race
		})
		if err != nil {
			return Advice{}, err
		}
		var told Advice
		if err := json.Unmarshal(data, &told); err != nil {
			return Advice{}, err
		}
		return told, nil
	})
}

// advised puts advice into words.
func (w pager) advised(all *Advice, say words.Advisor, a *chain.Advice, err error) {
	var clash *measures.InfeasibleError
	switch {
	case errors.As(err, &clash):
		all.Sentence = say.Infeasible(clash)
		return
	case err != nil:
		return
	case a == nil:
		all.Sentence = w.word("desk.measures.none")
		return
	case a.Zero:
		all.Sentence = w.word("common.why.nothing")
		return
	}
	all.Given, all.Sentence, all.Same = true, say.Found(a), slices.Equal(a.Together, a.Chosen)
	all.Warning = broken(say, a.Current)
	all.Cells = w.switched(a.Together, a.Chosen)
	w.losing(all, say, a)
	for _, m := range w.plan.Measures {
		alone := a.Alone(m.ID)
		line := AdviceLine{
			ID: m.ID, Name: m.Name, Chosen: w.began(a.Chosen, m.ID), Best: w.began(a.Together, m.ID),
			Cost: w.money(alone.Cost, w.plan.Money.Currency), Worth: say.Value(alone.Worth), Why: say.Why(a, m.ID),
		}
		all.Measures = append(all.Measures, line)
	}
	for _, share := range a.Shares {
		joint := a.Choosing.Joint(share.Nested.Chosen)
		all.Shares = append(all.Shares, AdviceShare{
			Percent: share.Percent, Label: w.say.Percent(money.Drawn(float64(share.Percent)/100, 2), 0),
			Worth: say.Value(share.Nested.Value), Plain: strconv.FormatFloat(share.Nested.Value, 'f', 2, 64), Count: len(share.Nested.Chosen),
			List: say.Chosen(share.Nested.Chosen), Cells: w.switched(share.Nested.Chosen, a.Chosen),
			Warning: broken(say, joint),
		})
	}
	for _, near := range a.Near[min(1, len(a.Near)):] {
		all.Near = append(all.Near, w.say.Say("desk.advice.near", map[string]string{"value": say.Value(near.Joint.Together), "list": say.Chosen(near.Chosen)}))
	}
	all.Waiting = w.say.Say("desk.advice.waiting", map[string]string{"value": say.Value(a.Waiting.Cost)})
	all.Later = w.say.Say("desk.advice.later", map[string]string{"amount": w.money(a.After, w.plan.Money.Currency), "year": w.label(w.plan.Years.Last)})
}

// broken says which limit a set of measures breaks first; empty if none.
func broken(say words.Advisor, joint chain.Joint) string {
	if len(joint.Over) == 0 {
		return ""
	}
	return say.Over(joint.Over[0])
}

// losing sets the losses without measures, with the plan's own and with the best beside
// one another.
func (w pager) losing(all *Advice, say words.Advisor, a *chain.Advice) {
	c := say.Case
	if c.Risk.Before == "" {
		return
	}
	total := func(chosen []measures.Choice) money.Number {
		s, sum := c.With(w.scenario, chosen), money.Number{}
		for _, year := range w.plan.Axis().Planned() {
			n, _ := s.Value(c.Risk.After, year)
			sum, _ = sum.Add(n)
		}
		return sum
	}
	code := w.plan.Money.Currency
	without := total(nil)
	all.Before, all.After, all.Best = w.money(without, code), w.money(total(a.Chosen), code), w.money(total(a.Together), code)
	// Gordon and Loeb never find more worth spending in a year than the expected loss ÷ e.
	planned := len(w.plan.Axis().Planned())
	_, _, most := risk.GordonLoeb(1, money.Float(without)/float64(max(1, planned)), 1, 1)
	all.Band = w.say.Say("desk.advice.band", map[string]string{"amount": w.money(money.Drawn(math.Floor(most), 0), code)})
}

func (w pager) began(chosen []measures.Choice, id string) string {
	for _, c := range chosen {
		if c.Measure == id {
			return w.label(c.Start)
		}
	}
	return ""
}

// switched are the edits that lead from what the plan has chosen to another choice.
func (w pager) switched(to, from []measures.Choice) []CellEdit {
	cells := []CellEdit{}
	for _, m := range w.plan.Measures {
		is := func(c measures.Choice) bool { return c.Measure == m.ID }
		now, then := slices.IndexFunc(from, is), slices.IndexFunc(to, is)
		set := func(field string, n int) {
			cells = append(cells, CellEdit{Input: "measures/" + m.ID + "/" + field, Text: strconv.Itoa(n)})
		}
		switch {
		case then < 0 && now >= 0:
			set("chosen", 0)
		case then < 0:
		default:
			if now < 0 {
				set("chosen", 1)
			}
			if now < 0 || from[now].Start != to[then].Start {
				set("start", int(to[then].Start))
			}
		}
	}
	return cells
}

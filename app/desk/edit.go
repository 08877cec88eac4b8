package desk

import (
	"bytes"
	"errors"
	"slices"
	"strconv"

	"outrigger/app/intake"
	"outrigger/app/words"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// Edit changes figures of the base case, or of a scenario as overrides. What
// cannot be read, or what the plan refuses, is named in Faults and left as it was;
// the other cells go in, as one step of undo.
func (d *Desk) Edit(r EditRequest) (EditAnswer, error) {
	return guard(d, "Edit", r.Language, func() (EditAnswer, error) {
		d.mu.Lock()
		defer d.mu.Unlock()
		if d.open == nil {
			return EditAnswer{}, d.fault(r.Language, "nothing_open", nil)
		}
		if known(d.open.plan, r.Scenario) != r.Scenario {
			return EditAnswer{}, d.fault(r.Language, "no_scenario", map[string]string{"name": r.Scenario})
		}
		next, figures, faults := d.open.edited(d.say(r.Language), r)
		d.take(next, figures...)
		return EditAnswer{d.view(Reading{r.Language, r.Scenario, r.Page, r.Stamp}), faults}, nil
	})
}

// typed is one cell as it was read: a number, or nothing to clear it.
type typed struct {
	CellEdit
	in     plan.Input
	number money.Number
	given  bool
}

// edited gives a changed copy of the plan, and which inputs were changed. Cells that
// can be read go into a first copy; where the plan then refuses a value, its cell is
// left out of the second.
func (o *document) edited(say words.Reader, r EditRequest) (next *plan.Plan, figures []string, faults []CellFault) {
	p := o.plan
	cells, faults := o.read(say, r)
	next = apply(p, r.Scenario, cells)
	if refused := o.refusals(say, next, r.Scenario, cells); len(refused) > 0 {
		good := []typed{}
		for i, cell := range cells {
			sentence, bad := refused[i]
			if !bad {
				good = append(good, cell)
				continue
			}
			faults = append(faults, CellFault{cell.Input, cell.Year, cell.Text, sentence})
		}
		cells, next = good, apply(p, r.Scenario, good)
	}
	for _, cell := range cells {
		if !slices.Contains(figures, cell.Input) {
			figures = append(figures, cell.Input)
		}
		if len(figures) > manyFigures {
			return next, nil, faults
		}
	}
	return next, figures, faults
}

// manyFigures is from when on a change of figures is no quicker than the whole.
const manyFigures = 100

// read reads the texts in the reader's notation.
func (o *document) read(say words.Reader, r EditRequest) ([]typed, []CellFault) {
	p, inputs := o.plan, o.inputs()
	good, faults := []typed{}, []CellFault{}
	for _, cell := range r.Cells {
		in, found := inputs.of[cell.Input]
		code, args := "", map[string]string{"text": cell.Text, "currency": in.Unit, "year": span.Year(cell.Year).Label(p.Years.StartMonth)}
		t := typed{CellEdit: cell, in: in}
		switch {
		case !found:
			code = "cell_input"
		case inputs.base[cell.Input] && r.Scenario != "":
			code = "cell_base"
		case cell.Year != 0 && !slices.Contains(in.Span(p.Axis()), span.Year(cell.Year)):
			code = "cell_year"
		default:
			t.number, t.given, code = number(in, cell.Text, intake.LocaleOf(say.Lang()))
			if code == "" && t.given && in.Field == "employees" && t.number.IsNeg() {
				code = "cell_negative" // no row of the chain, so the plan does not judge it
			}
		}
		if code != "" {
			key := "fault.desk." + code
			faults = append(faults, CellFault{cell.Input, cell.Year, cell.Text, say.Say(key, args) + " " + say.Say(key+".remedy", args)})
			continue
		}
		good = append(good, t)
	}
	return good, faults
}

var hundred = money.Int(100)

// number reads one text. In a percentage "12 %" and "12" both mean 12 %; nowhere
// else may a percent sign stand. A dash or "n/a" is no number: only an empty text
// clears, so that a pasted remark cannot wipe out a figure.
func number(in plan.Input, text string, locale intake.Locale) (n money.Number, given bool, code string) {
	r, err := intake.ReadNumber(text, locale)
	percentage := in.Kind == plan.Share || in.Kind == plan.Growth
	switch {
	case errors.Is(err, intake.ErrNoNumber):
		return n, false, "cell_no_number"
	case r.Missing && blank(text):
		return n, false, ""
	case r.Missing:
		return n, false, "cell_no_figure"
	case r.Percent && !percentage:
		return n, false, "cell_percent"
	case r.Currency != "" && in.Kind != plan.Cost:
		return n, false, "cell_no_number"
	case r.Currency != "" && r.Currency != in.Unit && isCode(r.Currency):
		return n, false, "cell_currency"
	}
	if percentage && !r.Percent {
		if r.Number, err = r.Number.Quo(hundred); err != nil {
			return n, false, "cell_no_number"
		}
	}
	return r.Number.Trim(0), true, ""
}

func blank(text string) bool { return len(bytes.TrimSpace([]byte(text))) == 0 }

func isCode(text string) bool { _, is := money.ByCode(text); return is }

// zeroCodes are findings about an input as a whole that a zero in it causes.
var zeroCodes = []string{"plan.rate_zero", "plan.support_of_zero", "plan.zero_history"}

// valueCodes are findings about one value.
var valueCodes = []string{"plan.below", "plan.above", "plan.whole"}

// refusals tells, by position, which cells the plan refuses, and why. What is
// merely missing is no cell's fault: the plan can be left unfinished.
func (o *document) refusals(say words.Reader, next *plan.Plan, scenario string, cells []typed) map[int]string {
	old := map[string]bool{}
	for _, f := range o.checked.findings {
		old[f.Code+" "+f.Place] = true
	}
	values, zeros := map[string]plan.Finding{}, map[string]plan.Finding{}
	for _, f := range o.judge(next).findings {
		switch {
		case slices.Contains(valueCodes, f.Code):
			values[f.Place] = f
		case slices.Contains(zeroCodes, f.Code) && !old[f.Code+" "+f.Place]:
			zeros[f.Place] = f
		}
	}
	refused, tell := map[int]string{}, newTeller(say, next)
	for i, cell := range cells {
		place := cell.Input
		if scenario != "" {
			place = "scenarios/" + scenario + "/" + cell.Input
		}
		f, bad := zeros[place]
		bad = bad && cell.given && cell.number.IsZero()
		if cell.Year != 0 {
			place += "/" + strconv.Itoa(cell.Year)
		}
		if v, is := values[place]; is && cell.given {
			f, bad = v, true
		}
		if bad {
			told := tell.finding(f)
			refused[i] = told.Sentence + " " + told.Remedy
		}
	}
	return refused
}

package intake

import "outrigger/model/money"

// Tie says whether a total row is the sum of lines of the table.
type Tie struct {
	Label, Cell string // of the total
	From, To    string // label cells of the lines it was compared with
	State       string // ties, rounds (as rounded lines may), differs, or open (no lines found that could add up to it)
	Period      string // rounds, differs: the first such year
	Stated      money.Number
	Summed      money.Number
}

// ties compares every total with the lines above it: those since the last
// total, since the one before, and so on up to the first line.
func (p *Preview) ties(lines []line) {
	for i, l := range lines {
		if !l.total {
			continue
		}
		p.Ties = append(p.Ties, tieOf(lines, i))
		p.skip("total", Ref{l.row, l.col}, l.label)
	}
}

func tieOf(lines []line, i int) Tie {
	total := lines[i]
	t := Tie{Label: total.label, Cell: Ref{total.row, total.col}.String(), State: "open"}
	for start := i - 1; start >= 0; start-- {
		if start > 0 && !lines[start-1].total {
			continue
		}
		parts := lines[start:i]
		if !someLine(parts) {
			continue
		}
		tie, near := compare(total, parts)
		if tie.State == "ties" {
			return tie
		}
		if near && (t.State == "open" || t.State == "differs" && tie.State == "rounds") {
			t = tie
		}
	}
	return t
}

func someLine(parts []line) bool {
	n := 0
	for _, l := range parts {
		if !l.total {
			n++
		}
	}
	return n > 0
}

// compare adds up the lines that are no totals, year by year. Each line, and the
// total, may be off by half a unit of its last place, as printed tables are. A sum within a
// tenth of the total is near enough to say that it differs.
func compare(total line, parts []line) (t Tie, near bool) {
	t = Tie{
		Label: total.label, Cell: Ref{total.row, total.col}.String(), State: "ties",
		From: Ref{parts[0].row, parts[0].col}.String(), To: Ref{parts[len(parts)-1].row, parts[len(parts)-1].col}.String(),
	}
	compared := 0
	for _, f := range total.figures {
		if f.Number == nil {
			continue
		}
		sum, n, places := money.Int(0), 0, f.Number.Scale()
		for _, l := range parts {
			if l.total {
				continue
			}
			for _, x := range l.figures {
				if x.PeriodCell != f.PeriodCell || x.Number == nil {
					continue
				}
				if s, err := sum.Add(*x.Number); err == nil {
					sum, n, places = s, n+1, max(places, x.Number.Scale())
				}
			}
		}
		if n == 0 {
			continue
		}
		compared++
		diff, err := f.Number.Sub(sum)
		if err != nil {
			continue
		}
		size, gap := money.Float(f.Number.Abs()), money.Float(diff.Abs())
		near = near || gap <= size/10
		state := "ties"
		if gap > float64(n+1)/2*pow10(-places)+1e-9*size {
			state = "differs"
		} else if !diff.IsZero() {
			state = "rounds"
		}
		if state == "differs" && t.State != "differs" || state == "rounds" && t.State == "ties" {
			t.State, t.Period, t.Stated, t.Summed = state, f.Period, *f.Number, sum
		}
	}
	if compared == 0 {
		t.State, near = "open", false
	}
	return t, near
}

func pow10(n int) float64 {
	x := 1.0
	for ; n < 0; n++ {
		x /= 10
	}
	return x
}

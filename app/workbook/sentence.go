package workbook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"outrigger/model/calc"
	"outrigger/model/money"
	"outrigger/model/rows"
	"outrigger/model/span"
)

// part is one figure in a sentence: the formula that writes it, and what it writes
// now.
type part struct{ formula, text string }

// sentence is a text formula: the words of a key with figures in their places. The
// figures stay live, so the sentence follows a changed input; FIXED writes them in
// the notation of the reader's own program.
func (b *book) sentence(r role, key string, parts map[string]part) cell {
	args := map[string]string{}
	for name, p := range parts {
		args[name] = p.text
	}
	return told(r, b.joined(key, parts), b.Words.Say(key, args))
}

// joined is the formula of a sentence.
func (b *book) joined(key string, parts map[string]part) string {
	var pieces []string
	rest := b.say(key)
	for rest != "" {
		before, after, found := strings.Cut(rest, "{")
		pieces = append(pieces, literals(before)...)
		if !found {
			break
		}
		name, next, _ := strings.Cut(after, "}")
		pieces = append(pieces, parts[name].formula)
		rest = next
	}
	return strings.Join(pieces, "&")
}

// literals writes a text as quoted pieces, none longer than a formula takes.
func literals(text string) []string {
	const most = 240
	var pieces []string
	for runes := []rune(text); len(runes) > 0; {
		n := min(most, len(runes))
		pieces = append(pieces, `"`+strings.ReplaceAll(string(runes[:n]), `"`, `""`)+`"`)
		runes = runes[n:]
	}
	return pieces
}

// fixed writes a figure with a number of places, which a cell states or which is 0
// or 1.
func (b *book) fixed(ref string, n money.Number, places int, placesRef string) part {
	if placesRef == "" {
		placesRef = strconv.Itoa(places)
	}
	return part{"FIXED(" + ref + "," + placesRef + ")", b.Words.Number(n, places)}
}

func (b *book) percent(f formulas, id calc.ID) part {
	n, _ := b.state.Single(id)
	hundred, _ := n.Mul(money.Int(100))
	return part{"FIXED(" + f.at(id) + "*100,0)", b.Words.Number(hundred, 0)}
}

func (b *book) amount(f formulas, id calc.ID, code string) part {
	n, _ := b.state.Single(id)
	c, _ := money.ByCode(code)
	return b.coded(b.fixed(f.at(id), n, c.Places, f.at(rows.Places(code))), code)
}

// coded sets the code of its currency to a figure, on the side the language has it.
func (b *book) coded(figure part, code string) part {
	const place = "\x00"
	before, after, _ := strings.Cut(b.Words.Coded(place, code), place)
	pieces := slices.Concat(literals(before), []string{figure.formula}, literals(after))
	return part{strings.Join(pieces, "&"), b.Words.Coded(figure.text, code)}
}

// yearly is an amount of money of the last year.
func (b *book) yearly(f formulas, id calc.ID, code string) part {
	n, _ := b.state.Value(id, b.axis.Last)
	c, _ := money.ByCode(code)
	return b.coded(b.fixed(f.inYear(id, b.axis.Last), n, c.Places, f.at(rows.Places(code))), code)
}

func (b *book) inYear(f formulas, id calc.ID, year span.Year, places int) part {
	n, _ := b.state.Value(id, year)
	return b.fixed(f.inYear(id, year), n, places, "")
}

// yearOf writes a row that holds a fiscal year as the head of that year's column.
func (b *book) yearOf(f formulas, id calc.ID) part {
	n, _ := b.state.Single(id)
	text := ""
	if whole, _, ok := n.Int64(0); ok && whole > 0 {
		text = span.Year(whole).Label(b.plan.Years.StartMonth)
	}
	on := b.places[rows.YearNumber].on
	heads := fmt.Sprintf("%s$%s$%d:$%s$%d", f.sheet(on), column(colYears), on.headLine(), column(colYears+b.years-1), on.headLine())
	return part{"INDEX(" + heads + ",1,MATCH(" + f.at(id) + "," + f.along(rows.YearNumber) + ",0))", text}
}

// word is a text that does not change.
func word(text string) part { return part{strings.Join(literals(text), "&"), text} }

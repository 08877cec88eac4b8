package words

import (
	"strconv"
	"strings"

	"outrigger/model/money"
)

// Formats is how a language writes figures (CLDR 47; Western digits).
type Formats struct {
	Decimal, Group string
	GroupFrom      int    // digits before the point from which groups are cut: 4, or 5 where 1234 stays whole
	Minus          string // what stands before a negative figure
	Percent        string // what stands after a percentage
	CodeFirst      bool   // USD 12.50 rather than 12.50 USD
	List           string // between the items of a list
}

const (
	narrow = "\u202f" // narrow no-break space
	hard   = "\u00a0" // no-break space
	ltr    = "\u200e" // left-to-right mark
)

// Formats gives the language's way to write figures. A workbook needs none of
// it: it holds plain numbers, and the reader's own program puts the separators.
func (r Reader) Formats() Formats {
	switch r.lang {
	case "fr":
		return Formats{",", narrow, 4, "-", hard + "%", false, ", "}
	case "es":
		return Formats{",", ".", 5, "-", hard + "%", false, ", "}
	case "pt":
		return Formats{",", hard, 5, "-", "%", false, ", "}
	case "ar":
		return Formats{".", ",", 4, ltr + "-", ltr + "%" + ltr, false, "، "}
	}
	return Formats{".", ",", 4, "-", "%", true, ", "}
}

// Number writes a figure rounded to places (half away from zero); places below 0
// writes all digits it has.
func (r Reader) Number(n money.Number, places int) string {
	if places < 0 {
		return r.figure(money.Canonical(n))
	}
	return r.figure(money.Round(n, places).Pad(places).String())
}

// NumberText writes a figure given as a plain decimal, as the model and the desk
// pass it. A text that is no number comes back as it is.
func (r Reader) NumberText(text string, places int) string {
	n, err := money.Parse(text)
	if err != nil {
		return text
	}
	return r.Number(n, places)
}

// Money writes an amount given as a plain decimal, with its currency's code. In
// Arabic the whole is isolated, so that it keeps its order within a sentence.
func (r Reader) Money(text, currency string, places int) string {
	return r.Coded(r.NumberText(text, places), currency)
}

// Coded sets the code of a currency to a figure already written, on the side on which
// the language has it.
func (r Reader) Coded(figure, currency string) string {
	switch {
	case currency == "":
		return figure
	case r.Formats().CodeFirst:
		return currency + hard + figure
	case r.RTL():
		return "\u2066" + figure + hard + currency + "\u2069"
	}
	return figure + hard + currency
}

// Percent writes a share (0.031) as a percentage (3.1%) rounded to places.
func (r Reader) Percent(share money.Number, places int) string {
	hundred, err := share.Mul(money.Int(100))
	if err != nil {
		return r.Number(share, places)
	}
	return r.Number(hundred, places) + r.Formats().Percent
}

// Date writes a day in full: 24 November 2026. The month is 1 to 12.
func (r Reader) Date(year, month, day int) string {
	name := r.Say("common.month."+strconv.Itoa(month), nil)
	d, y := strconv.Itoa(day), strconv.Itoa(year)
	switch r.lang {
	case "fr":
		if day == 1 {
			d = "1er"
		}
	case "es", "pt":
		return d + " de " + name + " de " + y
	}
	return d + " " + name + " " + y
}

// DateText writes a day given as 2026-11-24; a text that is none comes back as it
// is.
func (r Reader) DateText(iso string) string {
	parts := strings.Split(iso, "-")
	if len(parts) != 3 {
		return iso
	}
	var n [3]int
	for i, part := range parts {
		v, err := strconv.Atoi(part)
		if err != nil || v < 1 {
			return iso
		}
		n[i] = v
	}
	if n[1] > 12 || n[2] > 31 {
		return iso
	}
	return r.Date(n[0], n[1], n[2])
}

// figure puts the language's separators into a plain decimal.
func (r Reader) figure(plain string) string {
	f := r.Formats()
	digits, negative := strings.CutPrefix(plain, "-")
	whole, fraction, point := strings.Cut(digits, ".")
	if negative && strings.Trim(digits, "0.") == "" {
		negative = false // no minus before a zero
	}
	var out strings.Builder
	if negative {
		out.WriteString(f.Minus)
	}
	for i, digit := range whole {
		if i > 0 && len(whole) >= f.GroupFrom && (len(whole)-i)%3 == 0 {
			out.WriteString(f.Group)
		}
		out.WriteRune(digit)
	}
	if point {
		out.WriteString(f.Decimal + fraction)
	}
	return out.String()
}

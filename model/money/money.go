// Package money holds exact decimal numbers, currencies, amounts that refuse to
// mix, and dated exchange rates.
//
// A Number is a decimal of up to 19 significant digits, so 0.1 + 0.2 is 0.3 and
// a budget ties to its last digit. Nothing wraps around silently: what does not
// fit is an error. Rounding is half away from zero, the rule of a spreadsheet's
// ROUND and of commercial arithmetic, and is always to a named number of places:
// a currency's own (ISO 4217), unless said otherwise.
//
// Numbers that are not certain are float64 and live in package doubt; Float and
// FromFloat are the only door between the two.
package money

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/govalues/decimal"
)

// Number is an exact decimal of up to 19 significant digits and at most 19
// decimal places. The zero value is 0.
type Number = decimal.Decimal

// MaxDigits is the number of significant digits a Number can hold.
const MaxDigits = decimal.MaxPrec

// ErrRange says that a result does not fit into a Number.
var ErrRange = errors.New("the number is too large to be kept exactly")

// ErrNumber says that a text is no plain decimal number.
var ErrNumber = errors.New("not a decimal number")

// Int makes a Number of a whole number.
func Int(n int) Number { return decimal.MustNew(int64(n), 0) }

// Parse reads a plain decimal: an optional minus, digits, an optional point with
// digits, an optional exponent. It is the form plans are stored in; the lenient
// reading of what people type is app/intake's. A text with more digits than a
// Number holds is refused (ErrRange) rather than rounded, and so is one beyond
// its range; anything else is ErrNumber.
func Parse(text string) (Number, error) {
	mantissa, exponent, _ := strings.Cut(strings.ToLower(text), "e")
	digits := strings.TrimPrefix(mantissa, "-")
	whole, fraction, point := strings.Cut(digits, ".")
	if whole == "" || !allDigits(whole) || (point && (fraction == "" || !allDigits(fraction))) {
		return Number{}, fmt.Errorf("%q: %w", text, ErrNumber)
	}
	if strings.Contains(strings.ToLower(text), "e") {
		exponent = strings.TrimPrefix(strings.TrimPrefix(exponent, "+"), "-")
		if exponent == "" || !allDigits(exponent) {
			return Number{}, fmt.Errorf("%q: %w", text, ErrNumber)
		}
		if len(strings.TrimLeft(exponent, "0")) > 2 {
			return Number{}, fmt.Errorf("%q: %w", text, ErrRange)
		}
	}
	if len(significant(whole+fraction)) > MaxDigits || len(strings.TrimRight(fraction, "0")) > decimal.MaxScale {
		return Number{}, fmt.Errorf("%q: %w", text, ErrRange)
	}
	n, err := decimal.Parse(text)
	if err != nil {
		return Number{}, fmt.Errorf("%q: %w", text, ErrRange)
	}
	return n, nil
}

// Canonical writes the shortest plain decimal that Parse reads back as the same
// number: 12.50 becomes 12.5, and zero has no sign.
func Canonical(n Number) string {
	if n.IsZero() {
		return "0"
	}
	return n.Trim(0).String()
}

// Round rounds half away from zero to a number of decimal places from 0 to 19.
func Round(n Number, places int) Number {
	if n.Scale() <= places {
		return n
	}
	down := n.Trunc(places)
	rest, err := n.SubAbs(down)
	if err != nil {
		return n.Round(places) // cannot be: the parts of a Number fit
	}
	half := decimal.MustNew(5, min(places+1, decimal.MaxScale))
	if rest.Cmp(half) < 0 {
		return down
	}
	step := decimal.MustNew(1, places)
	var up Number
	if n.IsNeg() {
		up, err = down.Sub(step)
	} else {
		up, err = down.Add(step)
	}
	if err != nil {
		return n.Round(places)
	}
	return up
}

// Float gives the nearest float64, for charts and for simulated readings.
func Float(n Number) float64 {
	f, _ := n.Float64()
	return f
}

// FromFloat takes a fitted or simulated figure in as exact, to 15 significant
// digits, which is what a float64 can vouch for. ErrRange for NaN, infinities and
// what does not fit.
func FromFloat(f float64) (Number, error) {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return Number{}, ErrRange
	}
	n, err := decimal.Parse(fmt.Sprintf("%.15g", f))
	if err != nil {
		return Number{}, ErrRange
	}
	return n, nil
}

// Drawn takes a simulated figure in for showing it, rounded to places; nought for what
// cannot be kept.
func Drawn(f float64, places int) Number {
	n, err := FromFloat(f)
	if err != nil {
		return Number{}
	}
	return Round(n, places)
}

func allDigits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return s != ""
}

func significant(digits string) string {
	return strings.TrimRight(strings.TrimLeft(digits, "0"), "0")
}

package intake

import (
	"errors"
	"strings"
	"unicode"

	"outrigger/model/money"
)

// ErrMissing says that a cell states no number on purpose: empty, n/a, a dash,
// two dots. It is no fault; the figure is simply not there.
var ErrMissing = errors.New("intake: no figure")

// ErrNoNumber says that a text is not a number in any notation known here.
var ErrNoNumber = errors.New("intake: not a number")

// Locale says which sign is the decimal sign where a number can be read two
// ways (1,234). Everything else is read the same in every locale.
type Locale string

// The locales that matter to a reader of numbers.
const (
	Unknown Locale = ""      // 1,234 is 1234 and 1.234 is 1.234
	Point   Locale = "point" // 1,234 is 1234 and 1.234 is 1.234
	Comma   Locale = "comma" // 1,234 is 1.234 and 1.234 is 1234
)

// LocaleOf is the locale people of a language usually write in. It is a weak
// hint: what stands in the same column counts for more.
func LocaleOf(language string) Locale {
	switch language {
	case "en":
		return Point
	case "fr", "es", "pt":
		return Comma
	}
	return Unknown
}

// Reading is one number as read, with what a reader may want to know about it.
type Reading struct {
	Number    money.Number
	Missing   bool   // the text says that there is no figure
	Ambiguous bool   // 1,234: the locale decided
	Firm      Locale // the decimal sign this text proves, if it proves one
	Percent   bool   // 12 % was read as 0.12
	Currency  string // sign or code beside the number
	Marks     string // footnote marks beside the number
}

// ParseNumber reads one number as people write or paste it: 1 234,5 and
// 1,234.5 and 1'234.50 and ١٬٢٣٤٫٥, (1.2) and 1.2- for a negative, 12 % as
// 0.12, with or without a currency. It returns ErrMissing for n/a, dashes, dots
// and the empty text, ErrNoNumber for what it cannot read. Up to 19 digits are
// exact.
func ParseNumber(text string, hint Locale) (money.Number, error) {
	r, err := ReadNumber(text, hint)
	if err != nil {
		return money.Number{}, err
	}
	if r.Missing {
		return money.Number{}, ErrMissing
	}
	return r.Number, nil
}

// longest is more than any number written with grouping, currency and marks.
const longest = 80

// ReadNumber is ParseNumber with everything that was seen on the way.
func ReadNumber(text string, hint Locale) (Reading, error) {
	var r Reading
	if len(text) > 4*longest {
		return r, ErrNoNumber
	}
	s := plain(text)
	if missing(s) {
		r.Missing = true
		return r, nil
	}
	s, r.Marks = cutMarks(s)
	negative := false
	s, negative = cutSign(s)
	s, r.Percent = cutPercent(s)
	s, r.Currency = cutCurrency(s)
	if !r.Percent {
		s, r.Percent = cutPercent(s)
	}
	if !negative {
		s, negative = cutSign(s)
	}
	digits, err := settle(s, hint, &r)
	if err != nil {
		return Reading{}, err
	}
	n, err := money.Parse(digits)
	if err != nil {
		return Reading{}, ErrNoNumber
	}
	if r.Percent {
		if n, err = n.Quo(money.Int(100)); err != nil {
			return Reading{}, ErrNoNumber
		}
	}
	if negative {
		n = n.Neg()
	}
	r.Number = n.Trim(0)
	return r, nil
}

// plain maps every digit, space and sign of our scripts to one of each and
// drops the marks that only steer the direction of writing.
func plain(text string) string {
	var b strings.Builder
	for _, c := range text {
		switch {
		case c >= '٠' && c <= '٩':
			c = c - '٠' + '0'
		case c >= '۰' && c <= '۹':
			c = c - '۰' + '0'
		case c == '٫':
			c = decimalSign
		case c == '٬' || c == '’' || c == '‘' || c == '´' || c == '`' || c == '′':
			c = '\''
		case c == '،':
			c = ','
		case c == '٪':
			c = '%'
		case c == '−' || c == '‑' || c == '‐' || c == '﹣' || c == '-' || c == '–' || c == '—' || c == '\u00ad':
			c = '-'
		case c == '\u061c' || c == '\ufeff' || c >= '\u200b' && c <= '\u200f' || c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069':
			continue
		case unicode.IsSpace(c):
			c = ' '
		}
		b.WriteRune(c)
	}
	return strings.TrimSpace(b.String())
}

// decimalSign stands for ٫, which can be nothing else.
const decimalSign = '\x01'

// missing knows how tables say "no figure".
func missing(s string) bool {
	t := strings.ToLower(strings.Trim(s, "()[]"))
	t = strings.ReplaceAll(t, " ", "")
	if t == "" || strings.HasPrefix(t, "\\") {
		return true // (\2) is a footnote in place of a figure
	}
	if strings.Trim(t, "-") == "" || len(t) > 1 && strings.Trim(t, ".") == "" || t == "…" {
		return true
	}
	switch t {
	case "n/a", "na", "n.a.", "n.a", "#n/a", "nd", "n.d.", "n/d", "nc", "n.c.", "s/o", "s.o.", "s/d", "nr", "n.r.",
		"x", "z", "null", "none", "nan", ":", "?", "غيرمتاح", "غيرمتوفر", "لايوجد", "tbd", "notavailable", "nondisponible", "nodisponible":
		return true
	}
	return false
}

// cutMarks takes footnote marks off the end: 12*, 12 (a), 12 \2, 12¹.
func cutMarks(s string) (rest, marks string) {
	rest = strings.TrimRight(s, "*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᶜᵈᵉ ")
	if i := strings.LastIndexByte(rest, '\\'); i > 0 {
		rest = rest[:i]
	}
	if i := strings.LastIndexAny(rest, "(["); i > 0 {
		inner := strings.Trim(rest[i:], "()[]")
		if n := len(inner); n > 0 && n <= 3 && (unicode.IsLetter(rune(inner[0])) || n <= 2 && rest[i-1] == ' ') {
			rest = rest[:i]
		}
	}
	rest = strings.TrimSpace(rest)
	return rest, strings.TrimSpace(s[len(rest):])
}

// cutSign reads -1, 1-, +1 and (1).
func cutSign(s string) (rest string, negative bool) {
	switch {
	case len(s) > 2 && s[0] == '(' && s[len(s)-1] == ')':
		return strings.TrimSpace(s[1 : len(s)-1]), true
	case strings.HasPrefix(s, "-"):
		return strings.TrimSpace(s[1:]), true
	case strings.HasPrefix(s, "+"):
		return strings.TrimSpace(s[1:]), false
	case strings.HasSuffix(s, "-"):
		return strings.TrimSpace(s[:len(s)-1]), true
	}
	return s, false
}

func cutPercent(s string) (string, bool) {
	if t, ok := strings.CutSuffix(s, "%"); ok {
		return strings.TrimSpace(t), true
	}
	if t, ok := strings.CutPrefix(s, "%"); ok {
		return strings.TrimSpace(t), true
	}
	return s, false
}

// settle decides which sign is the decimal one and returns plain digits.
func settle(s string, hint Locale, r *Reading) (string, error) {
	if s == "" || len(s) > longest {
		return "", ErrNoNumber
	}
	mantissa, exponent := s, ""
	if i := strings.IndexAny(s, "eE"); i > 0 {
		mantissa, exponent = s[:i], s[i:]
		if !isExponent(exponent) {
			return "", ErrNoNumber
		}
	}
	whole, fraction, err := split(mantissa, hint, r)
	if err != nil {
		return "", err
	}
	if whole == "" && fraction == "" {
		return "", ErrNoNumber
	}
	if whole == "" {
		whole = "0"
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return whole + exponent, nil
}

func isExponent(e string) bool {
	d := strings.TrimLeft(e[1:], "+-")
	return len(d) > 0 && len(d) <= 3 && len(e)-len(d) <= 2 && allDigits(d)
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

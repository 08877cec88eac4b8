package intake

import (
	"strings"
	"unicode"

	"outrigger/model/money"
)

// spoken are forms that no standard lists and budgets use.
const spoken = " DTS DEG SDR CFA FCFA VT RS NRS TK RF KSH USH TSH SR DB BD "

// cutCurrency takes a currency sign or code off either end. Letters that are no
// currency stay, and the number is then refused.
func cutCurrency(s string) (rest, currency string) {
	if i := strings.IndexFunc(s, startsNumber); i > 0 && i <= 6 {
		if c := strings.TrimSpace(s[:i]); isCurrency(c) {
			return s[i:], c
		}
	}
	if i := strings.LastIndexFunc(s, unicode.IsDigit); i >= 0 && i < len(s)-1 {
		tail := strings.TrimLeft(s[i+1:], " .)")
		if c := strings.TrimSpace(tail); isCurrency(c) {
			return strings.TrimSpace(strings.TrimSuffix(s, s[len(s)-len(tail):])), c
		}
	}
	return s, ""
}

func startsNumber(c rune) bool {
	return unicode.IsDigit(c) || c == '-' || c == '(' || c == decimalSign
}

func isCurrency(c string) bool {
	letters := ""
	signs := 0
	for _, r := range c {
		switch {
		case unicode.Is(unicode.Sc, r):
			signs++
		case r == '.' || r == ' ':
		case unicode.IsLetter(r):
			letters += string(r)
		default:
			return false
		}
	}
	switch {
	case signs == 1:
		return len(letters) <= 3
	case signs > 1 || letters == "":
		return false
	}
	letters = strings.ToUpper(letters)
	_, listed := money.ByCode(letters)
	return listed || strings.Contains(spoken, " "+letters+" ")
}

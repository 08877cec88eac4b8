package review

import (
	"strings"
	"unicode"
)

// plainly is a formula without what programs write differently when they save it: quotes
// around a sheet's name that needs none, spaces, small letters, dollar signs at a
// reference, the plus before a number. Texts in it stay as they are.
func plainly(formula string) string {
	var b strings.Builder
	runes := []rune(strings.TrimPrefix(strings.TrimSpace(formula), "="))
	for i := 0; i < len(runes); i++ {
		switch c := runes[i]; {
		case c == '"': // a text, with its doubled quotes
			b.WriteRune(c)
			for i++; i < len(runes); i++ {
				b.WriteRune(runes[i])
				if runes[i] == '"' {
					if i+1 < len(runes) && runes[i+1] == '"' {
						i++
						b.WriteRune('"')
						continue
					}
					break
				}
			}
		case c == '\'': // a sheet's name; its doubled quotes stand for one
			for i++; i < len(runes); i++ {
				if runes[i] == '\'' {
					if i+1 < len(runes) && runes[i+1] == '\'' {
						i++
					} else {
						break
					}
				}
				b.WriteRune(unicode.ToUpper(runes[i]))
			}
		case unicode.IsSpace(c) || c == '$':
		default:
			b.WriteRune(unicode.ToUpper(c))
		}
	}
	return strings.NewReplacer("_XLFN.", "", "TRUE()", "TRUE", "FALSE()", "FALSE").Replace(b.String())
}

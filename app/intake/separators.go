package intake

import "strings"

// split cuts a number at its decimal sign and takes the grouping out of the
// whole part. The rules, in order: ٫ is always the decimal sign; of two kinds of
// sign the last one is; a sign that stands twice groups; a single sign with
// other than three digits behind it is decimal; a single sign with three digits
// behind it is what the locale says.
func split(s string, hint Locale, r *Reading) (whole, fraction string, err error) {
	points, commas := strings.Count(s, "."), strings.Count(s, ",")
	spaced := strings.ContainsAny(s, " '_")
	at := -1
	switch {
	case strings.Count(s, string(decimalSign)) == 1:
		at = strings.IndexByte(s, decimalSign)
		if points > 0 && commas > 0 {
			return "", "", ErrNoNumber
		}
	case points+commas == 0:
	case points > 0 && commas > 0:
		at = max(strings.LastIndexByte(s, '.'), strings.LastIndexByte(s, ','))
		if points > 1 && commas > 1 || s[at] == '.' && points > 1 || s[at] == ',' && commas > 1 {
			return "", "", ErrNoNumber
		}
		r.Firm = localeOfSign(s[at])
	case points+commas > 1:
		r.Firm = Point
		if points > 0 {
			r.Firm = Comma
		}
	default:
		at = strings.IndexAny(s, ".,")
		before, after := s[:at], s[at+1:]
		if couldGroup(before, after) && !spaced {
			r.Ambiguous = true
			if groups(s[at], hint) {
				at = -1
			}
		} else {
			r.Firm = localeOfSign(s[at])
		}
	}
	whole = s
	if at >= 0 {
		whole, fraction = s[:at], s[at+1:]
	}
	if !allDigits(fraction) {
		return "", "", ErrNoNumber
	}
	whole, ok := ungroup(whole)
	if !ok {
		return "", "", ErrNoNumber
	}
	return whole, fraction, nil
}

func localeOfSign(c byte) Locale {
	if c == ',' {
		return Comma
	}
	return Point
}

// couldGroup: one to three digits, not zero alone, then exactly three.
func couldGroup(before, after string) bool {
	return len(after) == 3 && allDigits(after) && len(before) >= 1 && len(before) <= 3 && allDigits(before) && before[0] != '0'
}

// groups decides the ambiguous case.
func groups(sign byte, hint Locale) bool {
	if hint == Comma {
		return sign == '.'
	}
	return sign == ','
}

// ungroup takes one kind of grouping sign out, in threes or, with commas, the
// Indian way (12,34,567) that Nepal, Bhutan and Bangladesh write.
func ungroup(s string) (string, bool) {
	if allDigits(s) {
		return s, true
	}
	i := strings.IndexAny(s, " '_.,")
	if i <= 0 {
		return "", false
	}
	sign := s[i : i+1]
	parts := strings.Split(s, sign)
	last := len(parts) - 1
	for k, p := range parts {
		if !allDigits(p) || p == "" {
			return "", false
		}
		switch {
		case k == last:
			if len(p) != 3 {
				return "", false
			}
		case k == 0:
			if len(p) > 3 {
				return "", false
			}
		case len(p) != 3:
			if sign != "," || !indian(parts) {
				return "", false
			}
		}
	}
	return strings.Join(parts, ""), true
}

func indian(parts []string) bool {
	for _, p := range parts[1 : len(parts)-1] {
		if len(p) != 2 {
			return false
		}
	}
	return len(parts[0]) <= 2
}

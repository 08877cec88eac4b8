package intake

import (
	"regexp"
	"strings"
)

// scales are the ways tables say that figures stand for thousands or millions,
// on folded text, in the languages of the posts (and German).
var scales = []struct {
	factor int
	words  *regexp.Regexp
}{
	{1_000_000_000, regexp.MustCompile(`\b(in billions|billions?( of)?|en milliards|milliards?|\$ ?bn|bn)\b|بالمليارات`)},
	{1_000_000, regexp.MustCompile(`\b(in millions?|millions?|en millions|en millones|millones|em milhoes|milhoes|in mio|mio|mill\.|mrs)\b|[$€£] ?m\b|\bm[$€£]|بالملايين|ملايين|مليون|1[, .]?000[, .]000`)},
	{1_000, regexp.MustCompile(`\b(in thousands?|thousands?|en milliers|milliers|en miles|miles de|em milhares|milhares|in tausend|tausend|tsd)\b|[$€£] ?0{3}\b|\bk[$€£]|[$€£]k\b|[('‘’]0{3}'?s?\b|\b0{3}'?s\b|\(1[, .]000\)|\b1[, .]000 |x ?1[, .]?000\b|بالالاف|بالاف|الاف`)},
}

// claimIn reads a scale out of a text, 0 if it states none.
func claimIn(text string) int {
	s := fold(text)
	if len(s) > 300 {
		return 0
	}
	for _, k := range scales {
		if k.words.MatchString(s) {
			return k.factor
		}
	}
	return 0
}

// claim finds what the file says about the scale of a whole table: above it, in
// its head, or in the name of its sheet.
func (g grid) claim(m Mapping) *Claim {
	for r := m.First - 2; r >= max(0, m.Header-12); r-- {
		for c := range g.rowAt(r) {
			if !g.words(r, c) || r >= m.Header-1 && m.Orientation != Across {
				continue
			}
			if f := claimIn(g.At(r, c).Text); f > 0 {
				return &Claim{f, g.text(r, c), Ref{r, c}.String()}
			}
		}
	}
	if f := claimIn(g.Name); f > 0 {
		return &Claim{f, g.Name, ""}
	}
	if m.Orientation == Across {
		return nil
	}
	return g.sharedClaim(m)
}

// sharedClaim: all columns of figures claim the same scale in their names.
// Otherwise each stands for itself.
func (g grid) sharedClaim(m Mapping) *Claim {
	var one *Claim
	for _, v := range m.Values {
		f := claimIn(v.Text)
		if f == 0 || one != nil && one.Factor != f {
			return nil
		}
		if one == nil {
			one = &Claim{f, strings.TrimSpace(v.Text), v.Cell}
		}
	}
	return one
}

// locale settles how the table writes decimals from what its figures prove; on a
// draw, or without proof, nothing is settled.
func (g grid) locale(m Mapping) Locale {
	point, comma, seen := 0, 0, 0
	end := len(g.Rows)
	if m.Last > 0 {
		end = min(end, m.Last)
	}
	for r := m.First - 1; r < end && seen < 5000; r++ {
		for c := range g.rowAt(r) {
			if g.At(r, c).Kind != Text {
				continue
			}
			seen++
			read, err := ReadNumber(g.At(r, c).Text, Unknown)
			if err != nil {
				continue
			}
			switch read.Firm {
			case Point:
				point++
			case Comma:
				comma++
			}
		}
	}
	switch {
	case point > 0 && comma == 0, point > 20*comma && comma > 0:
		return Point
	case comma > 0 && point == 0, comma > 20*point && point > 0:
		return Comma
	}
	return Unknown
}

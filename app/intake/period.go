package intake

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"outrigger/model/span"
)

// Period is what a year cell says: the fiscal year, named by the calendar year
// in which it starts, and whether the column holds a budget, a revision, the
// actual or an estimate.
type Period struct {
	Year    span.Year
	Measure string // budget, revised, actual, estimate or empty
	Doubt   bool   // 1986-97: the two years do not follow one another
	Bare    bool   // nothing but a four-digit number, which could be a figure too
}

// Years outside these are figures, not years.
const (
	earliest = 1900
	latest   = 2100
)

// ParsePeriod reads a year as tables head their columns: 2024, 2024/25, 2024-25,
// FY24, FY2024/25, AF 2024, Entwurf 2024, 2013-14 (est), 2015 *. False means that
// the cell is no year.
func ParsePeriod(text string) (Period, bool) {
	s := strings.Trim(plain(text), "*†‡§ ")
	if s == "" || len(s) > 60 {
		return Period{}, false
	}
	s = withoutDay(strings.TrimSuffix(s, ".0"))
	digits, rest, ok := yearDigits(s)
	if !ok {
		return Period{}, false
	}
	known, unknown := 0, 0
	p := Period{}
	for _, w := range wordsOf(rest) {
		switch {
		case measureWords[w] != "" || yearWords[w]:
			known++
		case len([]rune(w)) > 1:
			unknown++
		}
	}
	if unknown > 1 || unknown == 1 && known == 0 {
		return Period{}, false
	}
	p.Measure = measureOf(rest)
	p.Bare = len(digits) == 1 && strings.Trim(rest, " ") == ""
	first, ok := yearOf(digits[0], known > 0)
	if !ok {
		return Period{}, false
	}
	p.Year = first
	if len(digits) == 2 {
		second, ok := secondYear(first, digits[1])
		if !ok {
			return Period{}, false
		}
		p.Doubt = second != first+1
	}
	return p, true
}

// Days in front of a year, as accounts head their columns: 31 March 2024, March
// 31, 2024, 31/03/2024, 2024-03-31. The day says which year ends then; where the
// fiscal year is named by its start, the mapping's Shift is -1.
var (
	numericDay = regexp.MustCompile(`^(?:(\d{4})-[01]\d-[0-3]\d|[0-3]?\d[/.][01]?\d[/.](\d{4}))$`)
	wordedDay  = regexp.MustCompile(`(?i)\b(?:[0-3]?\d(?:st|nd|rd|th|er|º)?(?: de)? (?:jan(?:uary|vier|eiro|v)?|enero|feb(?:ruary|rero)?|f[ée]v(?:rier|ereiro)?|mar(?:ch|s|zo|ço)?|apr(?:il)?|avr(?:il)?|abril|ma[iy]o?|june?|juin|jun[ih]o|july?|juil(?:let)?|jul[ih]o|aug(?:ust)?|ao[uû]t|agosto|sep(?:t|tember|tembre|tiembre)?|set(?:embro)?|oct(?:ober|obre|ubre)?|out(?:ubro)?|nov(?:ember|embre|iembre|embro)?|d[eé]c(?:ember|embre)?|dic(?:iembre)?|dez(?:embro)?)|(?:jan(?:uary|vier|eiro|v)?|enero|feb(?:ruary|rero)?|f[ée]v(?:rier|ereiro)?|mar(?:ch|s|zo|ço)?|apr(?:il)?|avr(?:il)?|abril|ma[iy]o?|june?|juin|jun[ih]o|july?|juil(?:let)?|jul[ih]o|aug(?:ust)?|ao[uû]t|agosto|sep(?:t|tember|tembre|tiembre)?|set(?:embro)?|oct(?:ober|obre|ubre)?|out(?:ubro)?|nov(?:ember|embre|iembre|embro)?|d[eé]c(?:ember|embre)?|dic(?:iembre)?|dez(?:embro)?) [0-3]?\d(?:st|nd|rd|th)?,?|(?:jan(?:uary|vier|eiro|v)?|enero|feb(?:ruary|rero)?|f[ée]v(?:rier|ereiro)?|mar(?:ch|s|zo|ço)?|apr(?:il)?|avr(?:il)?|abril|ma[iy]o?|june?|juin|jun[ih]o|july?|juil(?:let)?|jul[ih]o|aug(?:ust)?|ao[uû]t|agosto|sep(?:t|tember|tembre|tiembre)?|set(?:embro)?|oct(?:ober|obre|ubre)?|out(?:ubro)?|nov(?:ember|embre|iembre|embro)?|d[eé]c(?:ember|embre)?|dic(?:iembre)?|dez(?:embro)?))\.?(?: de| del)? ((?:19|20)\d\d)`)
)

func withoutDay(s string) string {
	if m := numericDay.FindStringSubmatch(s); m != nil {
		return m[1] + m[2]
	}
	return wordedDay.ReplaceAllString(s, "$1")
}

// yearDigits takes the one or two numbers of a year out of a text. Other
// numbers, or numbers far apart, make it no year.
func yearDigits(s string) (digits []string, rest string, ok bool) {
	var b strings.Builder
	runes := []rune(s)
	end := -1
	for i := 0; i < len(runes); i++ {
		if runes[i] < '0' || runes[i] > '9' {
			b.WriteRune(runes[i])
			continue
		}
		j := i
		for j < len(runes) && runes[j] >= '0' && runes[j] <= '9' {
			j++
		}
		if end >= 0 {
			between := strings.TrimSpace(string(runes[end:i]))
			if len(digits) == 2 || between != "/" && between != "-" && between != "a" && between != "to" {
				return nil, "", false
			}
		}
		if n := j - i; n != 4 && n != 2 {
			return nil, "", false
		}
		digits = append(digits, string(runes[i:j]))
		end = j
		i = j - 1
	}
	rest = b.String()
	if len(digits) == 2 {
		rest = strings.Replace(strings.Replace(rest, "/", " ", 1), "-", " ", 1)
	}
	if strings.IndexFunc(rest, func(r rune) bool {
		return !unicode.IsLetter(r) && !strings.ContainsRune(" ()[]*.'’,:-/_\\", r)
	}) >= 0 {
		return nil, "", false
	}
	if strings.ContainsAny(rest, ",.-") && len(wordsOf(rest)) == 0 {
		return nil, "", false // 20.24 or -2024 is a figure
	}
	return digits, rest, len(digits) > 0
}

// yearOf accepts four digits always, two only beside a word (FY24).
func yearOf(digits string, worded bool) (span.Year, bool) {
	n, _ := strconv.Atoi(digits)
	if len(digits) == 2 {
		if !worded {
			return 0, false
		}
		if n < 70 {
			n += 2000
		} else {
			n += 1900
		}
	}
	return span.Year(n), n >= earliest && n <= latest
}

// secondYear reads the year behind the slash, 2024/25 or 2024/2025 or 1999-00.
func secondYear(first span.Year, digits string) (span.Year, bool) {
	n, _ := strconv.Atoi(digits)
	if len(digits) == 2 {
		n += int(first) / 100 * 100
		if n < int(first) {
			n += 100
		}
	}
	second := span.Year(n)
	return second, second > first && second <= latest && second-first < 20
}

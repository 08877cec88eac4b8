package main

import (
	"strconv"
	"strings"

	"outrigger/app/intake"
	"outrigger/model/span"
)

// takes are the values of --take, in order.
type takes []string

func (t *takes) String() string { return strings.Join(*t, " | ") }

func (t *takes) Set(text string) error {
	*t = append(*t, text)
	return nil
}

// series reads one --take: the input of the plan, a colon, and which figures of
// the table it takes:
//
//	roles/it/staff: HeadNumber=43; measure=ACTUAL; years=2003-2022
//
// A name that is none of the words below is a column of the table; several
// values are told apart by a bar.
func (b *bringing) series(text string) (intake.Series, error) {
	target, what, _ := strings.Cut(text, ":")
	s := intake.Series{Target: strings.TrimSpace(target)}
	if s.Target == "" {
		return s, b.fault("take", "text", text, "part", text)
	}
	made := intake.NewItem{}
	for part := range strings.SplitSeq(what, ";") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		name, value, given := strings.Cut(part, "=")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		if part == "sum" {
			s.Sum = true
			continue
		}
		if !given || name == "" || value == "" {
			return s, b.fault("take", "text", text, "part", part)
		}
		switch name {
		case "row":
			if isCell(value) {
				s.LabelCell = value
			} else {
				s.Label = value
			}
		case "group":
			s.Group = value
		case "measure":
			s.Measure = value
		case "scale":
			s.Scale = value
		case "new":
			made.Name = value
		case "unit":
			made.Unit = value
		case "currency":
			made.Currency = value
		case "category":
			made.Category = value
		case "kind":
			made.Kind = value
		case "grade":
			made.Grade = value
		case "years":
			var ok bool
			if s.From, s.To, ok = yearsOf(value); !ok {
				return s, b.fault("take", "text", text, "part", part)
			}
		default:
			s.Filters = append(s.Filters, intake.Filter{Column: name, Equal: strings.Split(value, "|")})
		}
	}
	if made.Name != "" {
		s.New = &made
	}
	return s, nil
}

// isCell: B24, as the preview names the cell of a label.
func isCell(text string) bool {
	letters := strings.TrimRight(text, "0123456789")
	return letters != "" && len(letters) <= 3 && len(letters) < len(text) && strings.Trim(letters, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// yearsOf reads 2003-2022, 2003-, or 2003.
func yearsOf(text string) (from, to span.Year, ok bool) {
	first, last, isRange := strings.Cut(strings.ReplaceAll(text, "–", "-"), "-")
	number := func(text string) (span.Year, bool) {
		n, err := strconv.Atoi(strings.TrimSpace(text))
		return span.Year(n), err == nil && n > 1000 && n < 3000
	}
	if from, ok = number(first); !ok {
		return 0, 0, false
	}
	switch {
	case !isRange:
		return from, from, true
	case strings.TrimSpace(last) == "":
		return from, 0, true
	}
	to, ok = number(last)
	return from, to, ok && to >= from
}

package desk

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"outrigger/app/intake"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// read tells what a text typed into a slot stands for, or the word that says why it
// cannot stand there.
func (s slots) read(at slot, typed string) (text, fault string) {
	text = strings.TrimSpace(clean(typed, at.kind == "long"))
	switch {
	case utf8.RuneCountInString(text) > plan.MaxText:
		return "", "fault.desk.text_long"
	case at.kind == "choice":
		return chosen(s.choices(at.of), text)
	case text == "" && at.blank:
		return "", ""
	case text == "":
		return "", "fault.desk.blank"
	case at.kind == "year":
		r, err := intake.ReadNumber(text, intake.LocaleOf(s.say.Lang()))
		n, _, ok := r.Number.Int64(0)
		if err != nil || r.Missing || !ok || !r.Number.IsInt() || n < plan.MinYear || n > plan.MaxYear {
			return "", "fault.desk.year"
		}
		return span.Year(n).Label(1), ""
	case at.kind == "whole":
		r, err := intake.ReadNumber(text, intake.LocaleOf(s.say.Lang()))
		n, _, ok := r.Number.Int64(0)
		if err != nil || r.Missing || !ok || !r.Number.IsInt() || n < 0 {
			return "", "fault.desk.whole"
		}
		return strconv.FormatInt(n, 10), ""
	case at.kind == "date":
		if _, err := time.Parse(time.DateOnly, text); err != nil {
			return "", "fault.plan.date"
		}
	}
	return text, ""
}

// chosen finds a choice by its id, else by what it is called.
func chosen(choices []Choice, text string) (id, fault string) {
	for _, called := range []func(Choice) bool{
		func(c Choice) bool { return c.ID == text },
		func(c Choice) bool { return strings.EqualFold(c.Name, text) },
	} {
		if i := slices.IndexFunc(choices, called); i >= 0 {
			return choices[i].ID, ""
		}
	}
	return "", "fault.desk.choice"
}

// clean leaves out what cannot be seen, and joins the lines of a short text.
func clean(text string, long bool) string {
	return strings.Map(func(c rune) rune {
		switch {
		case long && c == '\n':
			return c
		case c == '\n' || c == '\t':
			return ' '
		case unicode.IsControl(c) || c == utf8.RuneError:
			return -1
		}
		return c
	}, text)
}

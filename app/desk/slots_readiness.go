package desk

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"outrigger/model/money"
	"outrigger/model/plan"
)

func assessmentID(a *plan.Assessment) string { return a.ID }

// assessment is a text of an assessment, or of one of its practices:
// readiness/spring/who, readiness/spring/tested-backups/level.
func (s slots) assessment(id, field string) (slot, bool) {
	a := item(s.plan.Readiness, id, assessmentID)
	practice, field, of := strings.Cut(field, "/")
	switch {
	case a == nil:
	case of && slices.Contains(plan.Practices, practice):
		return judged(a, practice, field)
	case of:
	case practice == "name":
		return name(&a.Name), true
	case practice == "date":
		return free("date", &a.Date), true
	case practice == "who":
		return free("text", &a.Who), true
	case practice == "note":
		return free("long", &a.Note), true
	}
	return slot{}, false
}

// judged is what an assessment says of one practice. A practice of which nothing is said
// any more is left out of it.
func judged(a *plan.Assessment, practice, field string) (slot, bool) {
	var told plan.PracticeLevel
	if l := judgement(a, practice); l != nil {
		told = *l
	}
	var at slot
	var put func(l *plan.PracticeLevel, text string)
	switch field {
	case "level":
		at = slot{kind: "choice", text: levelText(told.Level), of: "level/" + practice}
		put = func(l *plan.PracticeLevel, text string) { l.Level = levelOf(text) }
	case "target":
		at = slot{kind: "choice", text: levelText(told.Target), of: "target/" + practice}
		put = func(l *plan.PracticeLevel, text string) { l.Target = levelOf(text) }
	case "evidence":
		at = slot{kind: "text", text: told.Evidence, blank: true}
		put = func(l *plan.PracticeLevel, text string) { l.Evidence = text }
	case "date":
		at = slot{kind: "date", text: told.Date, blank: true}
		put = func(l *plan.PracticeLevel, text string) { l.Date = text }
	default:
		return slot{}, false
	}
	at.put = func(text string) {
		l := judgement(a, practice)
		if l == nil {
			a.Levels = append(a.Levels, plan.PracticeLevel{Practice: practice})
			l = &a.Levels[len(a.Levels)-1]
		}
		put(l, text)
		a.Levels = slices.DeleteFunc(a.Levels, func(l plan.PracticeLevel) bool {
			return l.Practice == practice && l.Level == nil && l.Target == nil && l.Evidence == "" && l.Date == "" && len(l.Extra) == 0
		})
		slices.SortStableFunc(a.Levels, func(x, y plan.PracticeLevel) int { return cmp.Compare(numberOf(x.Practice), numberOf(y.Practice)) })
	}
	return at, true
}

// judgement is the first of what an assessment says of a practice, which is the one that
// counts; nil if it says nothing.
func judgement(a *plan.Assessment, practice string) *plan.PracticeLevel {
	i := slices.IndexFunc(a.Levels, func(l plan.PracticeLevel) bool { return l.Practice == practice })
	if i < 0 {
		return nil
	}
	return &a.Levels[i]
}

// numberOf is a practice's place in the catalogue; those of a later one come last.
func numberOf(practice string) int {
	if i := slices.Index(plan.Practices, practice); i >= 0 {
		return i
	}
	return len(plan.Practices)
}

func levelText(level *int) string {
	if level == nil {
		return ""
	}
	return strconv.Itoa(*level)
}

func levelOf(text string) *int {
	n, err := strconv.Atoi(text)
	if err != nil {
		return nil
	}
	return &n
}

// levels are the levels of a practice, each as it is described.
func (s slots) levels(practice, nothing string, least int) []Choice {
	all := []Choice{{"", s.say.Say(nothing, nil)}}
	for n := least; n <= plan.MaxLevel; n++ {
		all = append(all, Choice{strconv.Itoa(n), s.say.Say("desk.choice.level", map[string]string{
			"n": s.say.Number(money.Int(n), 0), "text": s.say.Say("practice."+practice+".level."+strconv.Itoa(n), nil),
		})})
	}
	return all
}

// addAssessment adds an assessment of a day. It begins with the targets of the one
// before: what is aimed at stays, what is reached is judged anew.
func addAssessment(p *plan.Plan, name, day string) bool {
	if full(p.Readiness) {
		return false
	}
	a := plan.Assessment{ID: fresh(p.Readiness, assessmentID, name, "assessment"), Name: name, Date: day}
	if before := latest(p); before != nil {
		for _, l := range before.Levels {
			if l.Target != nil {
				target := *l.Target
				a.Levels = append(a.Levels, plan.PracticeLevel{Practice: l.Practice, Target: &target})
			}
		}
	}
	p.Readiness = append(p.Readiness, a)
	return true
}

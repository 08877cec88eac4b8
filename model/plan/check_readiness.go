package plan

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

func (c checker) readiness() {
	for _, a := range c.p.Readiness {
		place := "readiness/" + a.ID
		if a.Date == "" {
			c.fs.warn("assessment_undated", place+"/date")
		}
		c.day(a.Date, place+"/date")
		seen := map[string]bool{}
		for _, l := range a.Levels {
			at := place + "/" + l.Practice
			switch {
			case l.Practice == "":
				c.fs.add("missing", at)
			case seen[l.Practice]:
				c.fs.add("practice_twice", at, "practice", l.Practice)
			case !slices.Contains(Practices, l.Practice):
				c.fs.warn("practice_unknown", at, "practice", l.Practice)
			}
			seen[l.Practice] = true
			c.practiceLevel(l, at)
		}
	}
}

func (c checker) practiceLevel(l PracticeLevel, place string) {
	for _, given := range []*int{l.Level, l.Target} {
		if given != nil && (*given < 0 || *given > MaxLevel) {
			c.fs.add("level", place, "value", strconv.Itoa(*given), "practice", l.Practice)
		}
	}
	c.day(l.Date, place+"/date")
	if l.Level == nil {
		return
	}
	if *l.Level > 0 && strings.TrimSpace(l.Evidence) == "" {
		c.fs.warn("level_unproven", place, "value", strconv.Itoa(*l.Level), "practice", l.Practice)
	}
	if l.Target != nil && *l.Target < *l.Level {
		c.fs.warn("target_below", place, "target", strconv.Itoa(*l.Target), "value", strconv.Itoa(*l.Level), "practice", l.Practice)
	}
}

// day checks that what is said is a day.
func (c checker) day(date, place string) {
	if date == "" {
		return
	}
	if _, err := time.Parse("2006-01-02", date); err != nil {
		c.fs.add("date", place, "value", date)
	}
}

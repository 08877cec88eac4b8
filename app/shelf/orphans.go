package shelf

import (
	"path/filepath"
	"slices"
	"strings"
	"time"

	"outrigger/model/plan"
)

// Orphan is unsaved work on a plan that was never saved: no file leads to it.
type Orphan struct {
	Name    string // for JournalOf
	Plan    *plan.Plan
	Written time.Time
}

// Orphans lists the journals in a folder whose names begin so, the latest first.
func Orphans(folder, prefix string) []Orphan {
	paths, err := filepath.Glob(filepath.Join(folder, prefix+"*"+RecoverySuffix))
	if err != nil || folder == "" {
		return nil
	}
	var found []Orphan
	for _, path := range paths {
		if work, _ := read(path); work != nil {
			found = append(found, Orphan{strings.TrimSuffix(filepath.Base(path), RecoverySuffix), work.Plan, work.Written})
		}
	}
	slices.SortFunc(found, func(a, b Orphan) int { return b.Written.Compare(a.Written) })
	return found
}

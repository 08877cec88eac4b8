package shelf

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"time"

	"outrigger/model/plan"
)

// Unsaved is work that a program left behind when it ended.
type Unsaved struct {
	Plan    *plan.Plan
	Written time.Time
	Stale   bool // the file was changed since by another program
}

// Recover looks for unsaved work on a plan that was just opened. Nil if there is
// none, if it is what lies in the file anyway, or if it cannot be read. After
// stale work is recovered Save gives ErrChanged: what others wrote is not
// overwritten.
func (j *Journal) Recover(opened *plan.Plan) *Unsaved {
	var newest *Unsaved
	for _, place := range j.places {
		found, base := read(place)
		if found == nil || same(found.Plan, opened) || newest != nil && !found.Written.After(newest.Written) {
			continue
		}
		found.Stale = j.file != nil && base != j.file.sum()
		newest = found
	}
	if newest != nil && newest.Stale {
		j.file.data = []byte{} // no plan is empty, so Save sees that the file is another
	}
	return newest
}

func read(place string) (*Unsaved, string) {
	f, err := os.Open(place)
	if err != nil {
		return nil, ""
	}
	defer func() { _ = f.Close() }() // only read
	info, err := f.Stat()
	if err != nil {
		return nil, ""
	}
	data, err := io.ReadAll(io.LimitReader(f, 2*plan.MaxBytes))
	if err != nil {
		return nil, ""
	}
	var p page
	if json.Unmarshal(data, &p) != nil || p.Format != journalFormat {
		return nil, ""
	}
	found, _ := plan.Parse(p.Plan)
	if found == nil {
		return nil, ""
	}
	return &Unsaved{Plan: found, Written: info.ModTime()}, p.Base
}

func same(a, b *plan.Plan) bool {
	x, err := plan.Marshal(a)
	if err != nil {
		return false
	}
	y, err := plan.Marshal(b)
	return err == nil && bytes.Equal(x, y)
}

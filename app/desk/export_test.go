package desk

import "outrigger/model/chain"

// Studied is the case that long work read last.
func Studied(d *Desk) *chain.Case {
	if len(d.studies.all) == 0 {
		return nil
	}
	return d.studies.all[0].Case
}

// Seek has the best choice sought as a part of a piece of work that goes on.
func Seek(d *Desk, job string) { _, _ = d.advise(d.study(d.open.plan), "", job) }

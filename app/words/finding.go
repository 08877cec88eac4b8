package words

import (
	"maps"

	"outrigger/model/plan"
)

// Finding tells what is wrong and what to do about it, for readers who have no page that
// shows where; its code with what it names where the catalogue lacks it.
func (r Reader) Finding(f plan.Finding) string {
	key := "fault." + f.Code
	if !r.Has(key) {
		return f.Error()
	}
	args := f.Args
	if id := args["practice"]; id != "" {
		args = maps.Clone(args)
		args["practice"] = r.Practice(id)
	}
	if id := args["section"]; id != "" {
		args = maps.Clone(args)
		args["section"] = r.PackageSection(plan.PackageSection{ID: id})
	}
	return r.Say(key, args) + " " + r.Say(key+".remedy", args)
}

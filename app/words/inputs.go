package words

import "outrigger/model/plan"

// InputName is whose an input is, and what it says by the words of a room: row.input or
// desk.field.
func (r Reader) InputName(in plan.Input, room string) string {
	field := r.InputField(in, room)
	if owner := r.InputOwner(in); owner != "" {
		return r.Labelled(owner, field)
	}
	return field
}

// InputField is what an input says, without its owner.
func (r Reader) InputField(in plan.Input, room string) string {
	args := map[string]string{}
	if in.Category != "" {
		args["category"] = r.Say("common.category."+in.Category, nil)
	}
	return r.Say(room+"."+in.Field, args)
}

// InputOwner is what an input belongs to; empty if to the plan as a whole.
func (r Reader) InputOwner(in plan.Input) string {
	if in.Package != "" {
		return r.PackageName(plan.Package{ID: in.Package, Name: in.Name})
	}
	return in.Name
}

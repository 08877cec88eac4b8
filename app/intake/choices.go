package intake

import (
	"slices"

	"outrigger/model/plan"
)

// choice is a setting of a plan with a fixed set of answers; the fill-in
// workbook asks for it with a drop-down.
type choice struct {
	id, name string
	field    string // word key intake.choice.<field>
	list     string // one of lists
	get      func() string
	set      func(string)
}

// answers are the lists of drop-downs: codes, and the word keys that say them.
type answers struct {
	name  string
	codes []string
	words string // prefix of the word keys
}

func lists() []answers {
	grades := make([]string, len(plan.Grades))
	for i, g := range plan.Grades {
		grades[i] = string(g)
	}
	return []answers{
		{"grade", grades, "common.grade."},
		{"future", []string{"rate", "path", "ratio", "compound", "fit"}, "common.future."},
		{"costed", []string{"need", "staff"}, "common.costed."},
		{"category", slices.Clone(plan.Categories), "common.category."},
		{"kind", []string{"build", "run"}, "common."},
		{"price_path", []string{"inflation", "wages", "fixed", "own"}, "common.price_path."},
		{"funding_kind", []string{"own", "government", "donor", "other"}, "common.funding_kind."},
		{"funding_grade", []string{"secured", "probable", "sought"}, "common.funding_grade."},
		{"yes_no", []string{"yes", "no"}, "common."},
	}
}

// choices lists the settings of a plan; setting one changes p itself.
func choices(p *plan.Plan) []choice {
	var all []choice
	add := func(id, name, field, list string, v *string) {
		all = append(all, choice{id, name, field, list, func() string { return *v }, func(s string) { *v = s }})
	}
	for i := range p.Drivers {
		d := &p.Drivers[i]
		add("drivers/"+d.ID+"/future", d.Name, "future", "future", &d.Future.Kind)
	}
	for i := range p.Team.Roles {
		r := &p.Team.Roles[i]
		add("roles/"+r.ID+"/costed", r.Name, "costed", "costed", &r.Costed)
	}
	for i := range p.Activities {
		a := &p.Activities[i]
		all = append(all, choice{"activities/" + a.ID + "/urgent", a.Name, "urgent", "yes_no", func() string {
			if a.Urgent {
				return "yes"
			}
			return "no"
		}, func(s string) { a.Urgent = s == "yes" }})
	}
	for i := range p.Lines {
		l := &p.Lines[i]
		add("lines/"+l.ID+"/category", l.Name, "category", "category", &l.Category)
		add("lines/"+l.ID+"/kind", l.Name, "kind", "kind", &l.Kind)
		add("lines/"+l.ID+"/price_path", l.Name, "price_path", "price_path", &l.PricePath)
	}
	for i := range p.Funding {
		f := &p.Funding[i]
		add("funding/"+f.ID+"/kind", f.Name, "funding_kind", "funding_kind", &f.Kind)
		add("funding/"+f.ID+"/grade", f.Name, "funding_grade", "funding_grade", &f.Grade)
	}
	return all
}

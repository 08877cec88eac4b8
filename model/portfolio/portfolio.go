// Package portfolio writes the post's measures into the chain: whether and when each
// begins, whose hours it takes, and by how much it lessens drivers, work and losses. What
// it costs is written by package budget, what losses it avoids by package risk.
//
//	starts = 1 in the year a chosen measure begins
//	active = 1 from that year on
//	effort = starts × hours of the first year + (active − starts) × hours of a later year
//	effect = the same of its shares
//
// Which measures to choose is worked out elsewhere (package measures); here the choice is
// a switch and a year, which a reader may turn.
package portfolio

import (
	"outrigger/model/calc"
	"outrigger/model/drivers"
	"outrigger/model/plan"
	"outrigger/model/rows"
)

// Handles are the rows the next blocks need.
type Handles struct {
	Starts, Active map[string]calc.ID // by measure id

	Effort map[string][]calc.ID            // by role id: hours a year that measures take
	Spends map[string]map[string]calc.ID   // by measure and role: the same, one by one
	Volume map[string]calc.ID              // by driver id: its count after the measures that lessen it
	Relief map[string][]calc.ID            // by activity id: shares by which its hours fall
	Levels map[string][]calc.ID            // by practice: levels by which it rises
	Losses map[string]map[string][]calc.ID // by kind, then by loss id and step (see Acts)

	Readiness calc.ID // levels of all practices together, "" without any
}

// Acts is the key under which Losses lists the effects on a loss at a step; the loss is ""
// for effects on every loss.
func Acts(loss, step string) string { return loss + "/" + step }

// Write adds the rows of all measures.
func Write(b *calc.Book, p *plan.Plan, d drivers.Handles) Handles {
	h := Handles{
		Starts: map[string]calc.ID{}, Active: map[string]calc.ID{}, Effort: map[string][]calc.ID{}, Spends: map[string]map[string]calc.ID{},
		Volume: map[string]calc.ID{}, Relief: map[string][]calc.ID{}, Levels: map[string][]calc.ID{},
		Losses: map[string]map[string][]calc.ID{plan.Likelihood: {}, plan.Severity: {}},
	}
	volumes := map[string][]calc.ID{}
	var levels []calc.ID
	for _, m := range p.Measures {
		o := measure{b, m, calc.ID("measures/" + m.ID)}
		starts, active := o.switches()
		h.Starts[m.ID], h.Active[m.ID], h.Spends[m.ID] = starts, active, map[string]calc.ID{}
		for _, e := range m.Effort {
			hours := o.effort(e, p)
			h.Effort[e.Role] = append(h.Effort[e.Role], hours)
			h.Spends[m.ID][e.Role] = hours
		}
		for _, e := range m.Effects {
			row := o.effect(e)
			switch e.Kind {
			case plan.Likelihood, plan.Severity:
				acts := Acts(e.Target, e.Step)
				h.Losses[e.Kind][acts] = append(h.Losses[e.Kind][acts], row)
			case plan.Volume:
				volumes[e.Target] = append(volumes[e.Target], row)
			case plan.Relief:
				h.Relief[e.Target] = append(h.Relief[e.Target], row)
			case plan.Readiness:
				h.Levels[e.Target] = append(h.Levels[e.Target], row)
				levels = append(levels, row)
			}
		}
	}
	for _, d := range p.Drivers {
		if shares := volumes[d.ID]; len(shares) > 0 {
			h.Volume[d.ID] = b.Add(calc.Row{
				ID: calc.ID("measures/drivers/" + d.ID), Section: "measures/drivers", Unit: rows.Driver(d.ID), Show: calc.ShowWhole,
				Label: calc.Label{Key: "row.measures.volume", Args: map[string]string{"name": d.Name}},
				Expr:  Left(calc.Ref(drivers.Volume(d.ID)), shares),
			})
		}
	}
	if len(levels) > 0 {
		h.Readiness = b.Add(calc.Row{
			ID: "measures/readiness", Section: "measures/total", Show: calc.ShowPlain,
			Label: calc.Label{Key: "row.measures.readiness"}, Expr: calc.Sum(levels...),
		})
	}
	return h
}

// Left is what remains of a figure after shares of it are taken off one after the other.
func Left(of calc.Expr, shares []calc.ID) calc.Expr {
	for _, share := range shares {
		of = calc.Mul(of, calc.Sub(calc.Unity(), calc.Ref(share)))
	}
	return of
}

type measure struct {
	b  *calc.Book
	m  plan.Measure
	id calc.ID
}

// switches tell in which year the measure begins, and from when on it counts.
func (o measure) switches() (starts, active calc.ID) {
	flag := func(name string, cmp calc.Cmp) calc.ID {
		return o.b.Add(calc.Row{
			ID: o.id + calc.ID("/"+name), Section: "measures/switches", Show: calc.ShowYesNo,
			Label: calc.Label{Key: "row.measures." + name, Args: map[string]string{"name": o.m.Name}},
			Expr: calc.If(calc.Ref(o.id+"/chosen"), calc.Greater, calc.Zero(),
				calc.If(calc.Ref(rows.YearNumber), cmp, calc.Ref(o.id+"/start"), calc.Ref(rows.Planned), calc.Zero()), calc.Zero()),
		})
	}
	return flag("starts", calc.Equal), flag("active", calc.GreaterOrEqual)
}

// over is a figure of the measure's first year and of its later ones.
func (o measure) over(first, later calc.ID) calc.Expr {
	starts, active := calc.Ref(o.id+"/starts"), calc.Ref(o.id+"/active")
	return calc.Add(calc.Mul(starts, calc.Ref(first)), calc.Mul(calc.Sub(active, starts), calc.Ref(later)))
}

func (o measure) effort(e plan.Effort, p *plan.Plan) calc.ID {
	role := e.Role
	for _, r := range p.Team.Roles {
		if r.ID == e.Role {
			role = r.Name
		}
	}
	in := o.id + calc.ID("/effort/"+e.Role)
	return o.b.Add(calc.Row{
		ID: in + "/hours", Section: "measures/effort", Unit: calc.Hour, Show: calc.ShowHours, Only: o.id + "/active",
		Label: calc.Label{Key: "row.measures.effort", Args: map[string]string{"name": o.m.Name, "role": role}},
		Expr:  o.over(in+"/first", in+"/later"),
	})
}

func (o measure) effect(e plan.Effect) calc.ID {
	in := o.id + calc.ID("/effects/"+e.ID)
	first, later, show := in+"/first", in+"/first", calc.ShowShare
	if e.Later.Given() {
		later = in + "/later"
	}
	if e.Kind == plan.Readiness {
		show = calc.ShowPlain
	}
	return o.b.Add(calc.Row{
		ID: in + "/share", Section: "measures/effects", Show: show, Only: o.id + "/active",
		Label: calc.Label{Key: "row.measures.effect_" + e.Kind, Args: map[string]string{"name": o.m.Name, "effect": e.Name}},
		Expr:  o.over(first, later),
	})
}

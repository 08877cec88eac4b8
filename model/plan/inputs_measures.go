package plan

import "outrigger/model/money"

// firstPlanned is the first year in which a measure can begin.
func (p *Plan) firstPlanned() money.Number { return money.Int(int(p.Years.LastActual) + 1) }

// loss lists what a loss asks for. Nothing is required: a post that has named what it may
// lose, and not yet said how much, still has a plan; see unsaid.
func (l *list) loss(n *Loss, currency string) {
	id := "losses/" + n.ID
	l.add(Input{ID: id + "/frequency", Figure: &n.Frequency, Kind: Per, Min: &zero, Name: n.Name, Field: "frequency"})
	cost := func(field string, f *Figure) {
		l.add(Input{ID: id + "/" + field, Figure: f, Kind: Cost, Unit: currency, Min: &zero, Sure: true, Name: n.Name, Field: "loss_" + field})
	}
	switch n.Shape {
	case "single":
		l.add(Input{ID: id + "/likely", Figure: &n.Likely, Kind: Cost, Unit: currency, Min: &zero, Name: n.Name, Field: "loss_likely"})
	case "bounds":
		cost("low", &n.Low)
		cost("likely", &n.Likely)
		cost("high", &n.High)
	case "spread":
		cost("low", &n.Low)
		cost("high", &n.High)
	}
	if n.Backlog.Given() {
		l.add(Input{ID: id + "/backlog", Figure: &n.Backlog, Kind: Share, Min: &zero, Name: n.Name, Field: "loss_backlog"})
	}
}

func (l *list) measure(p *Plan, m *Measure) {
	id := "measures/" + m.ID
	first, last := p.firstPlanned(), money.Int(int(p.Years.Last))
	l.add(Input{ID: id + "/chosen", Figure: &m.Chosen, Kind: Switch, Min: &zero, Max: &one, Whole: true, Decision: true, Name: m.Name, Field: "chosen"})
	l.add(Input{ID: id + "/start", Figure: &m.Start, Kind: InYear, Default: first, Min: &first, Max: &last, Whole: true, Decision: true, Name: m.Name, Field: "start"})
	for i := range m.Costs {
		l.line(id+"/costs", &m.Costs[i], p.Money.Currency, Once, m.Name+": ")
	}
	for i := range m.Effort {
		e := &m.Effort[i]
		at := id + "/effort/" + e.Role
		name := m.Name + ": " + p.roleName(e.Role)
		l.add(Input{ID: at + "/first", Figure: &e.First, Kind: Hours, Min: &zero, Name: name, Field: "effort_first"})
		l.add(Input{ID: at + "/later", Figure: &e.Later, Kind: Hours, Min: &zero, Name: name, Field: "effort_later"})
	}
	for i := range m.Effects {
		l.effect(id, m.Name, &m.Effects[i])
	}
}

func (l *list) effect(measure, name string, e *Effect) {
	in := Input{ID: measure + "/effects/" + e.ID, Kind: Share, Min: &zero, Max: &one, Name: name + ": " + e.Name}
	switch e.Kind {
	case Relief:
		in.Min = &minus10 // work may rise at first, to many times what it was
	case Readiness:
		in.Kind, in.Max = Levels, &four
	}
	first, later := in, in
	first.ID, first.Figure, first.Field = in.ID+"/first", &e.First, "effect_first"
	l.add(first)
	if e.Later.Given() {
		later.ID, later.Figure, later.Field = in.ID+"/later", &e.Later, "effect_later"
		l.add(later)
	}
}

func (l *list) portfolio(p *Plan) {
	f := &p.Portfolio
	if len(p.Measures) == 0 && len(p.Losses) == 0 {
		return
	}
	l.add(Input{ID: "portfolio/most", Figure: &f.Most, Kind: Share, Default: one, Min: &zero, Max: &one, Field: "portfolio_most"})
	l.add(Input{ID: "portfolio/discount", Figure: &f.Discount, Kind: Growth, Min: &zero, Max: &one, Field: "portfolio_discount"})
	if len(p.Measures) == 0 {
		return
	}
	if f.Starts.Given() {
		l.add(Input{ID: "portfolio/starts", Figure: &f.Starts, Kind: Count, Min: &one, Max: &maxStarts, Whole: true, Decision: true, Field: "portfolio_starts"})
	}
	if f.Value == "weighted" {
		l.add(Input{ID: "portfolio/weights/hour", Figure: &f.Weights.Hour, Kind: Cost, Unit: p.Money.Currency, Min: &zero, Field: "weight_hour"})
		l.add(Input{ID: "portfolio/weights/level", Figure: &f.Weights.Level, Kind: Cost, Unit: p.Money.Currency, Min: &zero, Field: "weight_level"})
	}
	for i := range f.Ceilings {
		c := &f.Ceilings[i]
		l.add(Input{ID: "portfolio/ceilings/" + c.ID, Figure: &c.Amount, Kind: Cost, Unit: p.Money.Currency, Shape: Planned, Min: &zero, Decision: true, Name: c.Name, Field: "ceiling"})
	}
	for i := range f.Hours {
		h := &f.Hours[i]
		l.add(Input{ID: "portfolio/hours/" + h.Role, Figure: &h.Hours, Kind: Hours, Shape: Planned, Min: &zero, Decision: true, Name: p.roleName(h.Role), Field: "free_hours"})
	}
}

func (p *Plan) roleName(id string) string {
	for _, r := range p.Team.Roles {
		if r.ID == id {
			return r.Name
		}
	}
	return id
}

var (
	four      = money.Int(4)
	minus10   = money.Int(-10)
	maxStarts = money.Int(MaxItems)
)

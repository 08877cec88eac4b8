// Package staffing works out how many people the work needs and how far those in
// post can do it.
//
// Need follows the method of the World Health Organization, Workload Indicators
// of Staffing Need (ISBN 978 92 4 150019 7):
//
//	AWT = [A − (B + C + D + E)] × F         hours one person works a year
//	CAF = 1 ÷ (1 − ΣCAS)                    work all members of a role share
//	IAF = Σ(people × hours) ÷ AWT           work certain members have besides
//	required = hours of activities ÷ AWT × CAF + IAF
//
// What is left undone stands in a backlog that runs from year to year: opening +
// arrivals − done − lapsed = closing. Urgent work is done first and does not wait:
// what cannot be done of it is shown as undone.
package staffing

import (
	"outrigger/model/calc"
	"outrigger/model/plan"
	"outrigger/model/rows"
	"outrigger/model/workload"
)

// Handles are the rows the next blocks need.
type Handles struct {
	Staff, Required map[string]calc.ID // people, by role id

	RequiredTotal, StaffTotal, Productive, Short calc.ID // people
	Capacity, Backlog, UrgentUndone              calc.ID // hours
	Ratio                                        calc.ID
	BacklogMonths                                calc.ID
	FirstShort                                   calc.ID // a fiscal year, 0 if never
	ShortWorst                                   calc.ID // people, the most up to each year
}

// Write adds the rows of all roles and their sums.
func Write(b *calc.Book, p *plan.Plan, w workload.Handles) Handles {
	h := Handles{Staff: map[string]calc.ID{}, Required: map[string]calc.ID{}}
	var sums [7][]calc.ID
	for _, r := range p.Team.Roles {
		o := role{b: b, r: r}
		need := o.need(w.Hours[r.ID])
		people := o.headcount()
		back := o.backlog(people.capacity, w.Urgent[r.ID], w.Deferrable[r.ID])
		o.add("ratio", calc.One, calc.ShowShare, calc.Div(calc.Ref(people.productive), calc.Ref(need), calc.Zero()))
		short := o.add("short", calc.Person, calc.ShowPeople, calc.Max(calc.Zero(), calc.Sub(calc.Ref(need), calc.Ref(people.productive))))
		h.Staff[r.ID], h.Required[r.ID] = people.staff, need
		for i, id := range []calc.ID{need, people.staff, people.productive, short, people.capacity, back.closing, back.undone} {
			sums[i] = append(sums[i], id)
		}
	}
	sum := func(name string, unit calc.Unit, show calc.Show, ids []calc.ID) calc.ID {
		return total(b, name, unit, show, calc.Sum(ids...))
	}
	h.RequiredTotal = sum("required", calc.Person, calc.ShowPeople, sums[0])
	h.StaffTotal = sum("staff", calc.Person, calc.ShowPeople, sums[1])
	h.Productive = sum("productive", calc.Person, calc.ShowPeople, sums[2])
	h.Short = sum("short", calc.Person, calc.ShowPeople, sums[3])
	h.Capacity = sum("capacity", calc.Hour, calc.ShowHours, sums[4])
	h.Backlog = sum("backlog", calc.Hour, calc.ShowHours, sums[5])
	h.UrgentUndone = sum("undone", calc.Hour, calc.ShowHours, sums[6])
	h.Ratio = total(b, "ratio", calc.One, calc.ShowShare, calc.Div(calc.Ref(h.Productive), calc.Ref(h.RequiredTotal), calc.Zero()))
	h.BacklogMonths = total(b, "backlog_months", calc.Month, calc.ShowMonths,
		calc.Div(calc.Ref(h.Backlog), calc.Div(calc.Ref(h.Capacity), calc.Twelve(), calc.Zero()), calc.Zero()))
	h.FirstShort = firstShort(b, h.Short)
	const worst calc.ID = "staffing/short_worst"
	h.ShortWorst = total(b, "short_worst", calc.Person, calc.ShowPeople, calc.Max(calc.Ref(h.Short), calc.Prev(worst, calc.Zero())))
	return h
}

func total(b *calc.Book, name string, unit calc.Unit, show calc.Show, e calc.Expr) calc.ID {
	return b.Add(calc.Row{
		ID: calc.ID("staffing/" + name), Section: "staffing/total", Unit: unit, Show: show,
		Label: calc.Label{Key: "row.staffing." + name + "_total"}, Expr: e,
	})
}

// firstShort finds the first year in which people are short. Shortness is rounded
// to hundredths of a person first, so that a team that just suffices is not called
// short by the last digit of a division.
func firstShort(b *calc.Book, short calc.ID) calc.ID {
	flag := total(b, "short_flag", calc.One, calc.ShowYesNo,
		calc.If(rows.Round(calc.Ref(short), rows.PeoplePlaces), calc.Greater, calc.Zero(), calc.Unity(), calc.Zero()))
	const seenID calc.ID = "staffing/short_seen"
	seen := total(b, "short_seen", calc.One, calc.ShowYesNo, calc.Max(calc.Ref(flag), calc.Prev(seenID, calc.Zero())))
	found := total(b, "short_year", calc.Year, calc.ShowYear,
		calc.Mul(calc.Sub(calc.Ref(seen), calc.Prev(seenID, calc.Zero())), calc.Ref(rows.YearNumber)))
	return total(b, "first_short", calc.Year, calc.ShowYear, calc.Total(found))
}

type role struct {
	b *calc.Book
	r plan.Role
}

func (o role) id(name string) calc.ID { return calc.ID("staffing/" + o.r.ID + "/" + name) }

// in is the row of one of the role's own inputs.
func (o role) in(name string) calc.Expr { return calc.Ref(calc.ID("roles/" + o.r.ID + "/" + name)) }

func (o role) add(name string, unit calc.Unit, show calc.Show, e calc.Expr) calc.ID {
	return o.named(name, "row.staffing."+name, o.r.Name, unit, show, e)
}

func (o role) named(name, key, label string, unit calc.Unit, show calc.Show, e calc.Expr) calc.ID {
	return o.b.Add(calc.Row{
		ID: o.id(name), Section: "staffing/" + o.r.ID, Unit: unit, Show: show,
		Label: calc.Label{Key: key, Args: map[string]string{"name": label}}, Expr: e,
	})
}

var (
	hoursEach = calc.Hour.Per(calc.Person)
	daysEach  = calc.Day.Per(calc.Person)
)

// need is the number of people the role's work asks for.
func (o role) need(hours calc.ID) calc.ID {
	time := "team/time/"
	if o.r.Time != nil {
		time = "roles/" + o.r.ID + "/time/"
	}
	t := func(name string) calc.Expr { return calc.Ref(calc.ID(time + name)) }
	days := o.add("days", daysEach, calc.ShowPlain, calc.Sub(t("possible_days"),
		calc.Add(calc.Add(t("public_holidays"), t("annual_leave")), calc.Add(t("sick_leave"), t("other_absence")))))
	awt := o.add("awt", hoursEach, calc.ShowHours, calc.Mul(calc.Ref(days), t("hours_per_day")))

	var shares []calc.ID
	for _, s := range o.r.Support {
		in := "support/" + s.ID
		share := o.in(in + "/amount")
		if s.Of.Given() {
			share = calc.Div(share, o.in(in+"/of"), calc.Zero())
		}
		shares = append(shares, o.named(in, "row.staffing.cas_of", s.Name, calc.One, calc.ShowShare, share))
	}
	cas := o.add("cas", calc.One, calc.ShowShare, calc.Sum(shares...))
	caf := o.add("caf", calc.One, calc.ShowRate, calc.Div(calc.Unity(), calc.Sub(calc.Unity(), calc.Ref(cas)), calc.Zero()))

	var duties []calc.ID
	for _, a := range o.r.Additional {
		in := "additional/" + a.ID
		duties = append(duties, o.named(in, "row.staffing.ias_of", a.Name, calc.Hour, calc.ShowHours, calc.Mul(o.in(in+"/people"), o.in(in+"/hours"))))
	}
	ias := o.add("ias", calc.Hour, calc.ShowHours, calc.Sum(duties...))
	iaf := o.add("iaf", calc.Person, calc.ShowPeople, calc.Div(calc.Ref(ias), calc.Ref(awt), calc.Zero()))
	base := o.add("base", calc.Person, calc.ShowPeople, calc.Div(calc.Ref(hours), calc.Ref(awt), calc.Zero()))
	return o.add("required", calc.Person, calc.ShowPeople, calc.Add(calc.Mul(calc.Ref(base), calc.Ref(caf)), calc.Ref(iaf)))
}

type headcount struct{ staff, productive, capacity calc.ID }

// headcount carries the people in post from year to year, and tells what of their
// time there is.
func (o role) headcount() headcount {
	staff := o.id("staff")
	planned := func(e calc.Expr) calc.Expr {
		return calc.If(calc.Ref(rows.Planned), calc.Greater, calc.Zero(), e, calc.Zero())
	}
	before := calc.Prev(staff, calc.Zero())
	leavers := o.add("leavers", calc.Person, calc.ShowPeople, planned(calc.Mul(before, o.in("attrition"))))
	replaced := o.add("replacements", calc.Person, calc.ShowPeople, calc.Mul(calc.Ref(leavers), o.in("replaced")))
	o.add("staff", calc.Person, calc.ShowPeople, calc.If(calc.Ref(rows.Planned), calc.Greater, calc.Zero(),
		calc.Add(calc.Sub(before, calc.Ref(leavers)), calc.Add(calc.Ref(replaced), o.in("hires"))), o.in("staff")))
	vacancy := o.add("vacancy_loss", calc.Person, calc.ShowPeople,
		calc.Div(calc.Mul(calc.Ref(replaced), o.in("vacant_months")), calc.Twelve(), calc.Zero()))
	ramp := o.add("ramp_loss", calc.Person, calc.ShowPeople,
		planned(calc.Mul(calc.Add(calc.Ref(replaced), o.in("hires")), calc.Sub(calc.Unity(), o.in("ramp_up")))))
	productive := o.add("productive", calc.Person, calc.ShowPeople,
		calc.Max(calc.Zero(), calc.Sub(calc.Ref(staff), calc.Add(calc.Ref(vacancy), calc.Ref(ramp)))))
	free := calc.Max(calc.Zero(), calc.Sub(calc.Ref(productive), calc.Ref(o.id("iaf"))))
	capacity := o.add("capacity", calc.Hour, calc.ShowHours,
		calc.Div(calc.Mul(free, calc.Ref(o.id("awt"))), calc.Ref(o.id("caf")), calc.Zero()))
	return headcount{staff, productive, capacity}
}

type corkscrew struct{ closing, undone calc.ID }

// backlog runs the deferrable work that waits from one year into the next.
func (o role) backlog(capacity, urgent, deferrable calc.ID) corkscrew {
	ref := calc.Ref
	hours := func(name string, e calc.Expr) calc.ID { return o.add(name, calc.Hour, calc.ShowHours, e) }
	urgentDone := hours("urgent_done", calc.Min(ref(urgent), ref(capacity)))
	undone := hours("undone", calc.Sub(ref(urgent), ref(urgentDone)))
	left := hours("left", calc.Sub(ref(capacity), ref(urgentDone)))
	opening := hours("opening", calc.Prev(o.id("closing"), o.in("backlog")))
	waiting := hours("waiting", calc.Add(ref(opening), ref(deferrable)))
	done := hours("done", calc.Min(ref(waiting), ref(left)))
	lapsed := hours("lapsed", calc.Mul(calc.Sub(ref(waiting), ref(done)), o.in("lapse")))
	closing := hours("closing", calc.Sub(calc.Sub(ref(waiting), ref(done)), ref(lapsed)))
	return corkscrew{closing, undone}
}

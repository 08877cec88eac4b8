package desk

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"outrigger/app/words"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// choices are what can be chosen in one kind of place.
func (s slots) choices(kind string) []Choice {
	switch kind {
	case "language":
		return s.spoken("common.language.", words.Languages()...)
	case "country":
		return s.allCountries()
	case "currency":
		return currencies()
	case "month":
		return s.months()
	case "years":
		return s.planYears()
	case "prices/inflation":
		return s.from("desk.choice.no_change")
	case "prices/wages":
		return s.from("desk.choice.as_prices")
	case "future":
		return s.futures()
	case "drivers", "roles":
		return things(s.plan, kind)
	case "activities":
		return append([]Choice{{"", s.say.Say("desk.choice.no_driver", nil)}}, things(s.plan, "drivers")...)
	case "costed":
		return s.spoken("common.costed.", "need", "staff")
	case "time":
		return s.spoken("desk.choice.time.", "team", "own")
	case "support":
		return s.spoken("desk.choice.support.", "share", "hours", "days")
	case "urgent":
		return s.spoken("common.", "urgent", "deferrable")
	case "category":
		return s.spoken("common.category.", plan.Categories...)
	case "kind":
		return s.spoken("common.", "build", "run")
	case "price_path":
		return s.spoken("common.price_path.", "inflation", "wages", "fixed", "own")
	case "funding_kind":
		return s.spoken("common.funding_kind.", "own", "government", "donor", "other")
	case "funding_grade":
		return s.spoken("common.funding_grade.", "secured", "probable", "sought")
	case "in_kind":
		return s.spoken("common.", "cash", "in_kind")
	}
	return s.weighed(kind)
}

// weighed are the choices of losses and measures.
func (s slots) weighed(kind string) []Choice {
	switch kind {
	case "once":
		return s.spoken("desk.choice.", "once", "often")
	case "shape":
		return s.spoken("common.shape.", plan.LossShapes...)
	case "function":
		return append([]Choice{{"", s.say.Say("desk.choice.no_function", nil)}}, s.spoken("csf.", plan.Functions...)...)
	case "mandatory":
		return s.spoken("desk.choice.", "mandatory", "optional")
	case "any_year":
		all := []Choice{{"", s.say.Say("desk.choice.any_year", nil)}}
		for _, c := range s.planYears() {
			if year := whole(c.ID); year > s.plan.Years.LastActual {
				all = append(all, c)
			}
		}
		return all
	case "effect":
		return s.spoken("common.effect.", plan.Likelihood, plan.Severity, plan.Volume, plan.Relief)
	case "step":
		return append([]Choice{{"", s.say.Say("desk.choice.no_step", nil)}}, s.spoken("step.", plan.Steps...)...)
	case "target":
		return s.targets()
	case "measures":
		return things(s.plan, kind)
	case "value":
		return s.spoken("common.value.", plan.Values...)
	case "pays", "at_hand":
		return s.spoken("desk.choice.", "yes", "no")
	}
	switch of, practice, _ := strings.Cut(kind, "/"); of {
	case "level":
		return s.levels(practice, "desk.choice.not_judged", 0)
	case "target":
		return s.levels(practice, "desk.choice.no_target", 1)
	}
	return s.undertaken(kind)
}

func (s slots) spoken(key string, ids ...string) []Choice {
	all := []Choice{}
	for _, id := range ids {
		all = append(all, Choice{id, s.say.Say(key+id, nil)})
	}
	return all
}

// from is where a price path is taken from; of the country's series only where it
// is known.
func (s slots) from(nothing string) []Choice {
	return append([]Choice{{"", s.say.Say(nothing, nil)}}, s.spoken("common.inflation_from.", "country", "own")...)
}

// futures are the ways a driver can go on; following another needs another.
func (s slots) futures() []Choice {
	all := s.spoken("common.future.", "fit", "rate", "path", "compound", "ratio")
	if len(s.plan.Drivers) < 2 {
		return all[:3]
	}
	return all
}

func (s slots) months() []Choice {
	all := []Choice{}
	for n := 1; n <= 12; n++ {
		all = append(all, Choice{strconv.Itoa(n), s.say.Say("common.month."+strconv.Itoa(n), nil)})
	}
	return all
}

func (s slots) planYears() []Choice {
	all := []Choice{}
	for _, year := range s.plan.Axis().Years() {
		all = append(all, Choice{strconv.Itoa(int(year)), year.Label(s.plan.Years.StartMonth)})
	}
	return all
}

func currencies() []Choice {
	all := []Choice{}
	for _, c := range money.Currencies() {
		all = append(all, Choice{c.Code, c.Code})
	}
	return all
}

// allCountries lists the countries as the reader looks them up: accents and case
// do not part what belongs together.
func (s slots) allCountries() []Choice {
	all := []Choice{}
	for _, c := range s.countries {
		all = append(all, Choice{c.ISO3, s.say.Country(c.ISO3)})
	}
	folded := map[string]string{}
	for _, c := range all {
		folded[c.ID] = fold(c.Name)
	}
	slices.SortFunc(all, func(a, b Choice) int { return strings.Compare(folded[a.ID], folded[b.ID]) })
	return all
}

// fold writes a text in small letters without their marks.
func fold(text string) string {
	return strings.Map(func(c rune) rune {
		if unicode.Is(unicode.Mn, c) {
			return -1
		}
		return c
	}, norm.NFD.String(strings.ToLower(text)))
}

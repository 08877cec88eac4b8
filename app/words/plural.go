package words

import (
	"maps"

	"outrigger/model/money"
)

// Plural gives the words of a counted thing: the form of key (key.one, key.few,
// key.other …) that the language uses for n. {n} is filled with the number as
// the language writes it, unless args say otherwise.
func (r Reader) Plural(key string, n int, args map[string]string) string {
	all := maps.Clone(args)
	if all == nil {
		all = map[string]string{}
	}
	if _, given := all["n"]; !given {
		all["n"] = r.Number(money.Int(n), 0)
	}
	if form := key + "." + category(r.lang, n); r.Has(form) {
		return r.Say(form, all)
	}
	return r.Say(key+".other", all)
}

// category chooses the plural form of a whole number (CLDR 47, cardinal rules).
func category(lang string, n int) string {
	n = max(n, -n)
	switch {
	case lang == "ar":
		return arabic(n)
	case n == 1, lang == "fr" && n == 0:
		return "one"
	case lang != "en" && n != 0 && n%1_000_000 == 0:
		return "many" // un million de lignes
	}
	return "other"
}

func arabic(n int) string {
	switch rest := n % 100; {
	case n == 0:
		return "zero"
	case n == 1:
		return "one"
	case n == 2:
		return "two"
	case rest >= 3 && rest <= 10:
		return "few"
	case rest >= 11:
		return "many"
	}
	return "other"
}

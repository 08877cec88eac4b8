package words

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"outrigger/datasets"
	"outrigger/model/money"
)

func catalogue(t *testing.T) *Catalogue {
	t.Helper()
	c, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestSayFillsPlacesAndShowsWhatIsMissing(t *testing.T) {
	c, err := load(fstest.MapFS{"en/x.json": {Data: []byte(`{"x.a":"{who} owes {sum}","x.b":"plain"}`)}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	in := c.In("en")
	for _, say := range []struct {
		key  string
		args map[string]string
		want string
	}{
		{"x.b", nil, "plain"},
		{"x.a", map[string]string{"who": "{sum}", "sum": "3"}, "{sum} owes 3"}, // what is filled in is not filled again
		{"x.a", map[string]string{"who": "Ann"}, "Ann owes {sum}"},
		{"x.none", nil, "⟨x.none⟩"},
	} {
		if got := in.Say(say.key, say.args); got != say.want {
			t.Errorf("%s: %q, want %q", say.key, got, say.want)
		}
	}
	if (Reader{}).Say("x.a", nil) != "⟨x.a⟩" || (Reader{}).Country("VUT") != "VUT" {
		t.Error("a reader without words should show the key and the code")
	}
}

func TestADamagedCatalogueIsRefused(t *testing.T) {
	_, err := load(fstest.MapFS{"en/x.json": {Data: []byte(`{"x.a":`)}}, nil)
	if err == nil || !strings.Contains(err.Error(), "en/x.json") {
		t.Errorf("half a file: %v", err)
	}
	_, err = load(fstest.MapFS{"fr/x.json": {Data: []byte(`{"k":"1"}`)}, "fr/y.json": {Data: []byte(`{"k":"2"}`)}}, nil)
	if !errors.Is(err, ErrTwice) {
		t.Errorf("a key in two rooms: %v", err)
	}
}

func TestFigures(t *testing.T) {
	c := catalogue(t)
	const n, m = "\u202f", "\u00a0"
	for _, f := range []struct{ lang, number, small, money, percent string }{
		{"en", "-1,234,567.5", "1,234.50", "USD" + m + "1,234.50", "3.1%"},
		{"fr", "-1" + n + "234" + n + "567,5", "1" + n + "234,50", "1" + n + "234,50" + m + "USD", "3,1" + m + "%"},
		{"es", "-1.234.567,5", "1234,50", "1234,50" + m + "USD", "3,1" + m + "%"},
		{"pt", "-1" + m + "234" + m + "567,5", "1234,50", "1234,50" + m + "USD", "3,1%"},
		{"ar", "\u200e-1,234,567.5", "1,234.50", "\u20661,234.50" + m + "USD\u2069", "3.1\u200e%\u200e"},
	} {
		in := c.In(f.lang)
		for _, say := range [][2]string{
			{in.NumberText("-1234567.5", 1), f.number},
			{in.NumberText("1234.5", 2), f.small},
			{in.Money("1234.5", "USD", 2), f.money},
			{in.Percent(number(t, "0.031"), 1), f.percent},
			{in.NumberText("-0.004", 2), strings.Replace("0.00", ".", in.Formats().Decimal, 1)},
			{in.NumberText("n/a", 2), "n/a"},
			{in.NumberText("12.50", -1), strings.Replace("12.5", ".", in.Formats().Decimal, 1)},
		} {
			if say[0] != say[1] {
				t.Errorf("%s: %q, want %q", f.lang, say[0], say[1])
			}
		}
	}
	if got := c.In("en").Money("119016", "VUV", 0); got != "VUV"+m+"119,016" {
		t.Errorf("vatu: %q", got)
	}
}

func TestDates(t *testing.T) {
	c := catalogue(t)
	for lang, want := range map[string]string{
		"en": "1 November 2026", "fr": "1er novembre 2026", "es": "1 de noviembre de 2026", "pt": "1 de novembro de 2026", "ar": "1 نوفمبر 2026",
	} {
		if got := c.In(lang).DateText("2026-11-01"); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
	for _, odd := range []string{"", "2026", "2026-13-01", "soon-or-later"} {
		if got := c.In("en").DateText(odd); got != odd {
			t.Errorf("%q became %q", odd, got)
		}
	}
}

func TestPluralsFollowTheLanguage(t *testing.T) {
	c := catalogue(t)
	for _, p := range []struct {
		lang string
		n    int
		want string
	}{
		{"en", 0, "0 years"},
		{"en", 1, "1 year"},
		{"en", 2, "2 years"},
		{"fr", 0, "0 an"},
		{"fr", 1, "1 an"},
		{"fr", 2, "2 ans"},
		{"es", 0, "0 años"},
		{"es", 1, "1 año"},
		{"pt", 0, "0 anos"},
		{"pt", 1, "1 ano"},
		{"ar", 0, "لا سنوات"},
		{"ar", 1, "سنة واحدة"},
		{"ar", 2, "سنتان"},
		{"ar", 3, "3 سنوات"},
		{"ar", 11, "11 سنة"},
		{"ar", 100, "100 سنة"},
	} {
		if got := c.In(p.lang).Plural("common.count.years", p.n, nil); got != p.want {
			t.Errorf("%s %d: %q, want %q", p.lang, p.n, got, p.want)
		}
	}
	for _, k := range []struct {
		lang string
		n    int
		want string
	}{
		{"fr", 1_000_000, "many"},
		{"es", 2_000_000, "many"},
		{"pt", 1_000_000, "many"},
		{"en", 1_000_000, "other"},
		{"fr", 1_000_001, "other"},
		{"ar", 103, "few"},
		{"ar", 110, "few"},
		{"ar", 111, "many"},
		{"ar", 199, "many"},
		{"ar", 102, "other"},
		{"ar", 200, "other"},
		{"ar", -2, "two"},
	} {
		if got := category(k.lang, k.n); got != k.want {
			t.Errorf("%s %d: %s, want %s", k.lang, k.n, got, k.want)
		}
	}
}

func TestReadersAreFoundByTheirLanguage(t *testing.T) {
	c := catalogue(t)
	for asked, want := range map[string]string{"pt-PT": "pt", "pt_BR": "pt", "FR": "fr", "ar-MR": "ar", "de": "en", "": "en"} {
		if got := c.In(asked); got.Lang() != want || got.RTL() != (want == "ar") {
			t.Errorf("%q reads %q, right to left %v", asked, got.Lang(), got.RTL())
		}
	}
}

func TestCountriesAreNamedAsTheUNNamesThem(t *testing.T) {
	c := catalogue(t)
	for _, n := range []struct{ lang, iso3, want string }{
		{"en", "VUT", "Vanuatu"},
		{"fr", "SEN", "Sénégal"},
		{"pt", "TLS", "Timor-Leste"},
		{"fr", "TLS", "Timor-Leste"},
		{"fr", "SWZ", "Eswatini"},
		{"es", "MKD", "Macedonia del Norte"},
		{"fr", "COD", "République démocratique du Congo"},
		{"pt", "STP", "São Tomé e Príncipe"},
		{"ar", "COM", "جزر القمر"},
		{"en", "XXX", "XXX"},
	} {
		if got := c.In(n.lang).Country(n.iso3); got != n.want {
			t.Errorf("%s %s: %q, want %q", n.lang, n.iso3, got, n.want)
		}
	}
	data, err := datasets.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, country := range data.Countries {
		for _, lang := range Languages() {
			if name := c.In(lang).Country(country.ISO3); name == "" || name == country.ISO3 {
				t.Errorf("%s has no name in %s", country.ISO3, lang)
			}
		}
	}
}

func TestEveryPublicSurveyFigureHasItsSentence(t *testing.T) {
	data, err := datasets.Load()
	if err != nil {
		t.Fatal(err)
	}
	in := catalogue(t).In("en")
	for _, fact := range data.Survey {
		if !in.Has("common.survey." + fact.ID) {
			t.Errorf("no words for %s", fact.ID)
		}
	}
}

func number(t *testing.T, text string) money.Number {
	t.Helper()
	n, err := money.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

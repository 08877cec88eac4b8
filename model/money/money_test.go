package money_test

import (
	"errors"
	"math"
	"math/big"
	"strings"
	"testing"

	"outrigger/model/money"
)

func TestParseKeepsOrRefuses(t *testing.T) {
	cases := []struct {
		text string
		want string // canonical
		err  error
	}{
		{"0", "0", nil},
		{"-0", "0", nil},
		{"-0.0", "0", nil},
		{"12.50", "12.5", nil},
		{"1e3", "1000", nil},
		{"1.5E-2", "0.015", nil},
		{"9999999999999999999", "9999999999999999999", nil},
		{"10000000000000000000", "", money.ErrRange},
		{"0." + strings.Repeat("0", 19) + "1", "", money.ErrRange},
		{"1.234567890123456789012", "", money.ErrRange},
		{strings.Repeat("1", 40), "", money.ErrRange},
		{"1e400", "", money.ErrRange},
		{"NaN", "", money.ErrNumber},
		{"Infinity", "", money.ErrNumber},
		{"", "", money.ErrNumber},
		{"-", "", money.ErrNumber},
		{".5", "", money.ErrNumber},
		{"5.", "", money.ErrNumber},
		{"1e", "", money.ErrNumber},
		{"1,5", "", money.ErrNumber},
		{" 1", "", money.ErrNumber},
		{"+1", "", money.ErrNumber},
		{"٣", "", money.ErrNumber},
	}
	for _, c := range cases {
		got, err := money.Parse(c.text)
		if !errors.Is(err, c.err) {
			t.Errorf("Parse(%q): error %v, want %v", c.text, err, c.err)
			continue
		}
		if err == nil && money.Canonical(got) != c.want {
			t.Errorf("Parse(%q) = %s, want %s", c.text, money.Canonical(got), c.want)
		}
	}
}

// FuzzParse holds that what is accepted is kept exactly, against big.Rat.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"0", "-1.5", "1e18", "9999999999999999999", "1e-19", "0.10", "x", "1e400"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := money.Parse(s)
		if err != nil {
			return
		}
		want, ok := new(big.Rat).SetString(s)
		got, ok2 := new(big.Rat).SetString(money.Canonical(n))
		if !ok || !ok2 || want.Cmp(got) != 0 {
			t.Fatalf("%q became %s", s, money.Canonical(n))
		}
		again, err := money.Parse(money.Canonical(n))
		if err != nil || !again.Equal(n) {
			t.Fatalf("%q does not read back: %v", s, err)
		}
	})
}

func TestRoundIsHalfAwayFromZero(t *testing.T) {
	for _, c := range []struct {
		n      string
		places int
		want   string
	}{
		{"2.5", 0, "3"},
		{"-2.5", 0, "-3"},
		{"0.5", 0, "1"},
		{"1.005", 2, "1.01"},
		{"1.0049999", 2, "1"},
		{"-0.4", 0, "0"},
		{"12345.6785", 3, "12345.679"},
		{"7", 2, "7"},
	} {
		if got := money.Canonical(money.Round(must(t, c.n), c.places)); got != c.want {
			t.Errorf("Round(%s, %d) = %s, want %s", c.n, c.places, got, c.want)
		}
	}
}

func TestPlacesOfCurrencies(t *testing.T) {
	for code, places := range map[string]int{"VUV": 0, "XOF": 0, "USD": 2, "EUR": 2, "TND": 3, "BMD": 2} {
		c, ok := money.ByCode(code)
		if !ok || c.Places != places {
			t.Errorf("%s: %v, %d places, want %d", code, ok, c.Places, places)
		}
	}
	for _, code := range []string{"", "XXX", "usd", "US", " US", "D A"} {
		if _, ok := money.ByCode(code); ok {
			t.Errorf("%q passes for a currency", code)
		}
	}
	for _, c := range money.Currencies() {
		if found, ok := money.ByCode(c.Code); !ok || found != c {
			t.Errorf("%s is listed but found as %v", c.Code, found)
		}
	}
}

func TestAmountsRefuseToMix(t *testing.T) {
	vuv, _ := money.ByCode("VUV")
	usd, _ := money.ByCode("USD")
	a, b := money.New(must(t, "100.5"), vuv), money.New(must(t, "1.005"), usd)
	if a.String() != "101 VUV" || b.String() != "1.01 USD" {
		t.Errorf("rounded to %s and %s", a, b)
	}
	if _, err := a.Add(b); !errors.Is(err, money.ErrMixed) {
		t.Errorf("adding %s to %s: %v", a, b, err)
	}
	rate := money.Rate{From: usd, To: vuv, Value: must(t, "119.5"), Date: "2026-09-29", Source: "a bank"}
	c, err := rate.Convert(b)
	if err != nil || c.String() != "121 VUV" { // 1.01 × 119.5 = 120.695
		t.Errorf("converted to %s, %v", c, err)
	}
	if _, err := rate.Convert(a); !errors.Is(err, money.ErrMixed) {
		t.Errorf("a rate for dollars took %s: %v", a, err)
	}
	sum, err := a.Add(c)
	if err != nil || sum.String() != "222 VUV" {
		t.Errorf("sum %s, %v", sum, err)
	}
}

func TestTheDoorToFloats(t *testing.T) {
	n, err := money.FromFloat(0.1)
	if err != nil || money.Canonical(n) != "0.1" {
		t.Errorf("0.1 came in as %s, %v", n, err)
	}
	for _, f := range []float64{math.NaN(), math.Inf(1), 1e30} {
		if _, err := money.FromFloat(f); !errors.Is(err, money.ErrRange) {
			t.Errorf("%g came in: %v", f, err)
		}
	}
	if money.Float(must(t, "0.25")) != 0.25 {
		t.Error("a quarter changed on its way out")
	}
}

func must(t *testing.T, s string) money.Number {
	t.Helper()
	n, err := money.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

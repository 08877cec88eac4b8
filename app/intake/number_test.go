package intake

import (
	"errors"
	"testing"

	"outrigger/model/money"
)

func TestNumbersAsPeoplePasteThem(t *testing.T) {
	for _, c := range []struct {
		text string
		hint Locale
		want string
	}{
		{"1 234,5", Unknown, "1234.5"},
		{"1,234.5", Unknown, "1234.5"},
		{"1'234.50", Unknown, "1234.5"},
		{"1’234.50", Unknown, "1234.5"},
		{"1\u00a0234,5", Unknown, "1234.5"},
		{"1\u202f234\u202f567", Unknown, "1234567"},
		{"١٬٢٣٤٫٥", Unknown, "1234.5"},
		{"۱٬۲۳۴٫۵", Unknown, "1234.5"},
		{"\u061c-١٢", Unknown, "-12"},
		{"٢٥٪\u061c", Unknown, "0.25"},
		{"(1.2)", Unknown, "-1.2"},
		{"-1.2", Unknown, "-1.2"},
		{"−1,2", Unknown, "-1.2"},
		{"1.2-", Unknown, "-1.2"},
		{"12 %", Unknown, "0.12"},
		{"12,5\u00a0%", Unknown, "0.125"},
		{"$1,234.50", Unknown, "1234.5"},
		{"A$ 3.5", Unknown, "3.5"},
		{"-€5", Unknown, "-5"},
		{"€ -5", Unknown, "-5"},
		{"VUV 12 000", Unknown, "12000"},
		{"12 000 FCFA", Unknown, "12000"},
		{"USD (1,000.25)", Unknown, "-1000.25"},
		{"1.234.567", Unknown, "1234567"},
		{"12,34,567", Unknown, "1234567"},
		{"1,234", Point, "1234"},
		{"1,234", Comma, "1.234"},
		{"1,234", Unknown, "1234"},
		{"1.234", Unknown, "1.234"},
		{"1.234", Comma, "1234"},
		{"0,123", Point, "0.123"},
		{"1234,567", Point, "1234.567"},
		{"10 320,0", Unknown, "10320"},
		{"28959.0", Comma, "28959"},
		{"1.4409999999999998", Unknown, "1.4409999999999998"},
		{"1.5E+03", Unknown, "1500"},
		{"76106 *", Unknown, "76106"},
		{"254,9 (a)", Unknown, "254.9"},
		{"23.2\\5", Unknown, "23.2"},
		{"00012", Unknown, "12"},
		{".5", Unknown, "0.5"},
	} {
		got, err := ParseNumber(c.text, c.hint)
		if err != nil || money.Canonical(got) != c.want {
			t.Errorf("%q read as %v (%v), want %s", c.text, got, err, c.want)
		}
	}
}

func TestCellsThatStateNoFigure(t *testing.T) {
	for _, text := range []string{"", "  ", "-", "–", "—", "..", "...", "n/a", "N/A", "NA", "n.d.", "(NA)", "(X)", "(Z)", "(\\2)", "\u00a0", "s/o", "#N/A"} {
		if _, err := ParseNumber(text, Unknown); !errors.Is(err, ErrMissing) {
			t.Errorf("%q should be missing, got %v", text, err)
		}
	}
}

func TestTextsThatAreNoNumbersAreRefused(t *testing.T) {
	for _, text := range []string{
		"twelve", "12 apples", "1.2.3,4,5", "1,23,4", "12 34", "1..2", "--1", "1e", "1e400", "NaN5", "0x10", "=1+1", "1/2", "12:30",
		"12345678901234567890123", "1,2345,678", "((1))", "%", "$", "+", "e5", "½",
	} {
		if n, err := ParseNumber(text, Unknown); !errors.Is(err, ErrNoNumber) {
			t.Errorf("%q was read as %v (%v)", text, n, err)
		}
	}
}

func TestAnAmbiguousNumberIsReported(t *testing.T) {
	for text, want := range map[string]bool{"1,234": true, "1.234": true, "12,34": false, "1,234,567": false, "1 234,567": false, "1234": false} {
		r, err := ReadNumber(text, Unknown)
		if err != nil || r.Ambiguous != want {
			t.Errorf("%q: ambiguous %v, want %v (%v)", text, r.Ambiguous, want, err)
		}
	}
}

// A number that is read is read the same again from its own plain form.
func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"1 234,5", "(1.2)", "١٬٢٣٤٫٥", "12 %", "$-3", "1e5", "n/a", "1'2'3", "€", "12,34,567.8", "5 (a)", "\\", "((", "1-", "-(1)"} {
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, text string, comma bool) {
		hint := Point
		if comma {
			hint = Comma
		}
		n, err := ParseNumber(text, hint)
		if err != nil {
			if !errors.Is(err, ErrMissing) && !errors.Is(err, ErrNoNumber) {
				t.Fatalf("%q: unnamed error %v", text, err)
			}
			return
		}
		again, err := ParseNumber(money.Canonical(n), Point)
		if err != nil || again.Cmp(n) != 0 && hint == Point {
			t.Fatalf("%q read as %v, its plain form as %v (%v)", text, n, again, err)
		}
	})
}

package datasets

import (
	"encoding/csv"
	"io/fs"
	"strings"
	"testing"

	"outrigger/model/money"
)

func load(t *testing.T) *Data {
	t.Helper()
	d, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// keys tells by which columns the rows of each table are told apart. A new table
// must be entered here, or the test below refuses it.
func keys() map[string][]string {
	return map[string][]string{
		"countries.csv": {"iso3"}, "statuses.csv": {"iso3", "status"}, "income.csv": {"iso3", "fiscal_year"},
		"inflation.csv": {"iso3", "year"}, "gci.csv": {"iso3", "year"}, "egdi.csv": {"iso3", "year"},
		"survey.csv": {"id"}, "rates_sample.csv": {"currency", "date"}, "sources.csv": {"id"}, "forecast.csv": {"id"},
	}
}

func TestEveryFactSaysUnitYearSourceAndNoteAndStandsOnce(t *testing.T) {
	d := load(t)
	files, err := fs.Glob(factFiles, "facts/*.csv")
	if err != nil || len(files) != len(keys()) {
		t.Fatalf("tables %v, keys for %d (%v)", files, len(keys()), err)
	}
	for _, file := range files {
		name := strings.TrimPrefix(file, "facts/")
		text, err := fs.ReadFile(factFiles, file)
		if err != nil {
			t.Fatal(err)
		}
		lines, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		column := map[string]int{}
		for i, c := range lines[0] {
			column[c] = i
		}
		seen := map[string]int{}
		for i, line := range lines[1:] {
			for _, must := range []string{"unit", "year", "note"} {
				if at, there := column[must]; !there || line[at] == "" {
					t.Errorf("%s line %d says no %s", name, i+2, must)
				}
			}
			if name != "sources.csv" {
				if _, known := d.SourceOf(line[column["source"]]); !known {
					t.Errorf("%s line %d: source %q is not in sources.csv", name, i+2, line[column["source"]])
				}
			}
			var key []string
			for _, k := range keys()[name] {
				key = append(key, line[column[k]])
			}
			id := strings.Join(key, " ")
			if before := seen[id]; before > 0 {
				t.Errorf("%s lines %d and %d are both about %s", name, before, i+2, id)
			}
			seen[id] = i + 2
		}
	}
}

func TestCurrenciesAreThoseOfISO4217(t *testing.T) {
	for _, c := range load(t).Countries {
		if c.Currency == "" {
			continue
		}
		known, ok := money.ByCode(c.Currency)
		if !ok || known.Places != c.Places {
			t.Errorf("%s: %s with %d places; the model knows %v (%v)", c.ISO3, c.Currency, c.Places, known, ok)
		}
	}
}

// A damaged table must be named with its line, not read as something else.
func TestADamagedRowIsNamedWithItsLine(t *testing.T) {
	table := &table{name: "x.csv", columns: map[string]int{"iso3": 0, "n": 1}}
	r := row{table, 7, []string{"VUT", "many"}}
	r.whole("n")
	r.number("n")
	r.yes("n")
	r.text("gone")
	err := table.err()
	if err == nil || strings.Count(err.Error(), "x.csv line 7") != 4 {
		t.Errorf("four faults of line 7 expected, got %v", err)
	}
	if open("none.csv").err() == nil {
		t.Error("a table that is not there opened")
	}
}

func TestPillarsOfTheCybersecurityIndexSumToItsTotal(t *testing.T) {
	// Each pillar and the total are rounded to two places by the publisher.
	tolerance := 0.031
	list := load(t).GCI
	if len(list) != 194 {
		t.Errorf("%d countries, 194 published", len(list))
	}
	for _, g := range list {
		sum := 0.0
		for _, p := range []money.Number{g.Legal, g.Technical, g.Organisational, g.Capacity, g.Cooperation} {
			f := money.Float(p)
			if f < 0 || f > 20 {
				t.Errorf("%s: a pillar of %v points", g.ISO3, f)
			}
			sum += f
		}
		if diff := sum - money.Float(g.Total); diff > tolerance || diff < -tolerance {
			t.Errorf("%s: pillars sum to %.2f, total %v", g.ISO3, sum, g.Total)
		}
	}
}

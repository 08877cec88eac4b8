// Package datasets holds the reference facts the planner leans on, the words of
// all languages, and the sample plans. All of it is embedded; nothing is fetched.
//
// Facts are tables in facts/*.csv, one a kind, in columns of our own. Every row
// states its unit, its year, its source (an id in sources.csv) and a note; a
// test refuses a fact without them. Load reads them all:
//
//	data, err := datasets.Load()
//	vanuatu, ok := data.Countries.ByISO3("VUT")
//	ldc := vanuatu.LDCOn("2026-11-23")
//	facts := data.FactsFor("VUT")
//
// Limits. Graduation dates that no text settles are shown as uncertain, not
// guessed. The income groups of fiscal year 2027 rest on press reports of six
// changes. The rates are those of one day and for samples only. Of the postal
// survey only what was said in public sessions is here; there is no figure by
// practice or region, and none may be made up.
package datasets

import (
	"embed"
	"errors"
	"io/fs"

	"outrigger/model/forecast"
)

//go:embed facts/*.csv
var factFiles embed.FS

//go:embed all:words
var wordFiles embed.FS

//go:embed samples/*.outrigger
var sampleFiles embed.FS

// Words gives the word catalogues: a folder for each language, in it one JSON
// file for each room of the program.
func Words() fs.FS {
	sub, err := fs.Sub(wordFiles, "words")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return sub
}

// Data is all reference facts.
type Data struct {
	Countries   Countries
	Inflation   Inflations
	GCI         []Cybersecurity
	EGDI        []EGovernment
	Survey      []SurveyFact
	SampleRates []SampleRate
	Forecast    forecast.Calibration
	Sources     []Source
}

// Load reads the embedded tables. It fails only if a table is damaged, with file
// and line of each fault.
func Load() (*Data, error) {
	d := &Data{}
	var all []error
	for _, load := range []func() error{
		d.loadCountries, d.loadIncome, d.loadStatuses, d.loadInflation,
		d.loadCybersecurity, d.loadEGovernment, d.loadSurvey, d.loadRates, d.loadSources, d.loadForecast,
	} {
		all = append(all, load())
	}
	if err := errors.Join(all...); err != nil {
		return nil, err
	}
	return d, nil
}

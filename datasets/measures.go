package datasets

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// The catalogue of measures, the losses they meet and what is published about them.
// None of it holds a price, a number of hours or the size of an effect that would count
// in a plan by itself: those are the post's own, or taken over one by one.
//
//go:embed measures/*
var measureFiles embed.FS

// Measure is something a post may do about its risk and its workload, as shipped. Its
// words are measure.<ID>.name and .text in the word catalogue.
type Measure struct {
	ID       string   `json:"id"`
	Number   int      `json:"number"`
	Function string   `json:"function"` // of the NIST Cybersecurity Framework 2.0: GV, ID, PR, DE, RS, RC
	CSF      []string `json:"csf"`      // outcomes of that framework
	CIS      []string `json:"cis"`      // CIS Controls, version 8.1
	CPG      string   `json:"cpg"`      // goal of CISA's Cross-Sector Cybersecurity Performance Goals 2.0

	Costs   []MeasureCost   `json:"costs"`
	Effects []MeasureEffect `json:"effects"`
	Effort  []MeasureEffort `json:"effort"`

	Needs    []string `json:"needs"`    // ids of measures that must come first
	Excludes []string `json:"excludes"` // ids of measures it cannot go with
	Overlaps []string `json:"overlaps"` // ids of measures that do part of the same: look before paying for both
	Bundle   string   `json:"bundle"`   // a suite it is often part of, paid once; words in bundle.<Bundle>

	Practices      []int    `json:"practices"` // numbers of the practices it raises, 1 to 24
	RaisesWorkload bool     `json:"raises_workload"`
	Programme      string   `json:"programme"` // "UPU": offered in the postal sector's programme
	Cautions       []string `json:"cautions"`  // what to know before choosing it; words in caution.<key>
}

// MeasureCost is something the measure has to be paid for. Its words are
// measure.<measure>.cost.<ID> and unit.<Unit>.
type MeasureCost struct {
	ID        string `json:"id"`
	Category  string `json:"category"`
	Kind      string `json:"kind"` // build or run
	Per       string `json:"per"`  // the driver of each of whose units it is paid; empty: in all
	Unit      string `json:"unit"`
	PricePath string `json:"price_path"`
	Life      int    `json:"life,omitempty"` // years, where a source gives them
}

// MeasureEffort is a role whose time it takes: analyst, admin or officer.
type MeasureEffort struct {
	Role string `json:"role"`
}

// MeasureEffect is one thing it may do. Kinds never mix; which of Loss, Driver and Work
// is set follows from the kind. Its words are measure.<measure>.effect.<ID>.
type MeasureEffect struct {
	ID        string  `json:"id"`
	Kind      string  `json:"kind"`           // likelihood, severity, driver, activity
	Loss      *string `json:"loss,omitempty"` // of likelihood and severity: id of a loss; empty: of every loss
	Step      string  `json:"step,omitempty"` // of likelihood and severity: keep_out, detect, contain, recover
	Driver    string  `json:"driver,omitempty"`
	Work      string  `json:"work,omitempty"`
	Direction string  `json:"direction,omitempty"` // of an activity: up (at first) or down
}

// Target is the id of what the effect acts on; empty: every loss.
func (e MeasureEffect) Target() string {
	switch {
	case e.Loss != nil:
		return *e.Loss
	case e.Driver != "":
		return e.Driver
	}
	return e.Work
}

// LossKind is a way in which a post may lose money, to begin with. Its words are
// loss.<ID>.name, .text and .severity.
type LossKind struct {
	ID   string `json:"id"`
	Once bool   `json:"once"` // at most once a year
}

// Measures is the catalogue with what is published about it.
type Measures struct {
	catalogue []Measure
	losses    []LossKind
	published []Published
	sources   map[string]Source
}

// LoadMeasures reads the embedded catalogue. It fails only if a file is damaged, with
// file and line of each fault.
func LoadMeasures() (*Measures, error) {
	m := &Measures{sources: map[string]Source{}}
	err := errors.Join(
		strict("catalogue.json", &m.catalogue), strict("losses.json", &m.losses),
	)
	if err == nil {
		err = errors.Join(m.checkCatalogue(), m.loadMeasureSources(), m.loadPublished())
	}
	if err != nil {
		return nil, err
	}
	return m, nil
}

// Catalogue lists the measures by number.
func (m *Measures) Catalogue() []Measure { return slices.Clone(m.catalogue) }

// Losses lists the losses a plan may begin with.
func (m *Measures) Losses() []LossKind { return slices.Clone(m.losses) }

// ByID finds a measure.
func (m *Measures) ByID(id string) (Measure, bool) {
	for _, one := range m.catalogue {
		if one.ID == id {
			return one, true
		}
	}
	return Measure{}, false
}

// strict reads a document that may hold nothing but what is asked for.
func strict(name string, into any) error {
	data, err := measureFiles.ReadFile("measures/" + name)
	if err != nil {
		return err
	}
	return decode(name, data, into)
}

func decode(name string, data []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	err := d.Decode(into)
	if err == nil {
		if _, more := d.Token(); more == nil {
			err = errors.New("something follows the end")
		}
	}
	if err == nil {
		return nil
	}
	at := d.InputOffset()
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		at = syntax.Offset
	case errors.As(err, &kind):
		at = kind.Offset
	default: // a field that is not asked for is named, but not placed
		if _, field, named := strings.Cut(err.Error(), "unknown field "); named {
			at = int64(max(0, bytes.Index(data, []byte(field+":"))))
		}
	}
	line := 1 + bytes.Count(data[:min(at, int64(len(data)))], []byte("\n"))
	return fmt.Errorf("%s line %d: %w", name, line, err)
}

// measureLine finds where a measure stands in the catalogue, for its faults.
func measureLine(id string) int {
	data, err := measureFiles.ReadFile("measures/catalogue.json")
	if err != nil {
		return 0
	}
	before, _, found := strings.Cut(string(data), `"id": "`+id+`", "number"`)
	if !found {
		return 0
	}
	return 1 + strings.Count(before, "\n")
}

package exchange

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"outrigger/model/peers"
)

// Pack is a release of group figures.
type Pack struct {
	head
	ID           string   `json:"id"`
	Kind         string   `json:"kind"` // Pooled or Table
	Made         string   `json:"made"` // day
	Definitions  int      `json:"definitions"`
	Currency     string   `json:"currency"`
	Illustrative bool     `json:"illustrative"` // of plans that describe no real post
	Least        int      `json:"least"`        // posts in a cell of a pooled pack, at least
	Before       []string `json:"before"`       // ids of the releases it was judged against
	Cells        []Cell   `json:"cells"`
}

// The kinds of packs.
const (
	Pooled = "pooled" // of contributions, through disclosure control
	Table  = "table"  // of figures published by somebody else
)

// Cell is a metric of a group and fiscal year. A pooled cell has all quartiles.
type Cell struct {
	Metric string   `json:"metric"`
	Group  []string `json:"group"` // traits, in order; none: all posts
	Year   int      `json:"year"`
	N      int      `json:"n"` // posts
	Low    *float64 `json:"low"`
	Median float64  `json:"median"`
	High   *float64 `json:"high"`
	Told   string   `json:"told"`   // day it was first told in this form
	Source string   `json:"source"` // of a table: publication, page; empty: the contributions
}

// Key names what a cell is about.
func (c Cell) Key() string { return fmt.Sprint(c.Metric, "@", c.Year, " ", strings.Join(c.Group, "/")) }

// GroupOf reads the traits of a cell.
func GroupOf(traits []string) peers.Group {
	g := peers.Group{}
	for _, t := range traits {
		kind, value, _ := strings.Cut(t, "=")
		g = append(g, peers.Trait{Kind: peers.Kind(kind), Value: value})
	}
	return g
}

func (c Cell) compare(d Cell) int {
	return cmp.Or(cmp.Compare(c.Metric, d.Metric), cmp.Compare(c.Year, d.Year), slices.Compare(c.Group, d.Group))
}

// signedPack is the file: a pack, who signed it, and how.
type signedPack struct {
	head
	Pack      Pack   `json:"pack"`
	Signer    Public `json:"signer"`
	Signature string `json:"signature"`
}

func (p Pack) text() []byte { return append([]byte("outrigger-pack-signature\n"), canonical(p)...) }

// Sign writes a pack as a file signed with the key in use. Fault: pack_form, for a pack
// that no reader would take.
func (k *Keys) Sign(p Pack) ([]byte, error) {
	file := canonical(signedPack{head{"outrigger-signed-pack", formVersion}, p, k.Public(), k.sign(p.text())})
	if !p.sound() || len(file) > MaxPack {
		return nil, fault("pack_form")
	}
	return file, nil
}

// Verdict is what is known of a pack's origin.
type Verdict struct {
	State       State
	Fingerprint string // of the signer, as the file names it; worth nothing unless State is Good
	Earlier     bool   // good by a key that has been replaced since
	Made        string // day
	Years       int    // whole years since
	Old         bool   // more than OldAfter years
}

// State is whether a pack may be used.
type State string

// The states of a pack.
const (
	Good    State = "good"    // signed by a trusted key
	Unknown State = "unknown" // the signature holds, and nobody here trusts the key
	Forged  State = "forged"  // the signature does not hold
)

// OldAfter is how many years a pack counts as recent.
const OldAfter = 3

// Open reads a pack and judges where it comes from; day is today. The pack comes back
// only if it is good: an unknown signer is the fault pack_unknown, a signature that does
// not hold pack_forged, both with the verdict. Further faults: too_big, version,
// pack_form, definitions.
func Open(data []byte, trusted []Public, day string) (Pack, Verdict, error) {
	var s signedPack
	if err := decode(data, MaxPack, "signed-pack", &s); err != nil {
		if Is(err, "signed-pack_form") {
			err = fault("pack_form")
		}
		return Pack{}, Verdict{}, err
	}
	if len(s.Signer.Keys) == 0 {
		return Pack{}, Verdict{}, fault("pack_form")
	}
	v := Verdict{State: Forged, Fingerprint: s.Signer.Fingerprint(), Made: s.Pack.Made}
	if s.Signer.sound() != nil || !verifies(s.Signer.last().Sign, s.Pack.text(), s.Signature) {
		return Pack{}, v, fault("pack_forged")
	}
	if s.Pack.Definitions != Definitions {
		return Pack{}, v, fault("definitions", "theirs", fmt.Sprint(s.Pack.Definitions), "ours", fmt.Sprint(Definitions))
	}
	if !s.Pack.sound() {
		return Pack{}, v, fault("pack_form")
	}
	v.State = Unknown
	v.Years, v.Old = yearsBetween(s.Pack.Made, day)
	for _, t := range trusted {
		known, earlier := t.trusts(s.Signer, s.Pack.Made)
		if known && (v.State == Unknown || v.Earlier) {
			v.State, v.Earlier = Good, earlier
		}
	}
	if v.State != Good {
		return Pack{}, v, fault("pack_unknown", "fingerprint", v.Fingerprint)
	}
	return s.Pack, v, nil
}

// yearsBetween tells whole years from one day to another, and whether they are more than OldAfter.
func yearsBetween(made, day string) (years int, old bool) {
	from, errFrom := time.Parse(time.DateOnly, made)
	to, errTo := time.Parse(time.DateOnly, day)
	if errors.Join(errFrom, errTo) != nil || to.Before(from) {
		return 0, false
	}
	for from.AddDate(years+1, 0, 0).Compare(to) <= 0 {
		years++
	}
	return years, from.AddDate(OldAfter, 0, 0).Before(to)
}

func (p Pack) sound() bool {
	if p.head != (head{"outrigger-pack", formVersion}) || !isID(p.ID) || p.Kind != Pooled && p.Kind != Table || !isDay(p.Made) || p.Currency != Common {
		return false
	}
	if len(p.Cells) > MaxCells || p.Least < 0 || len(p.Before) > 1000 || slices.ContainsFunc(p.Before, func(id string) bool { return !isID(id) }) {
		return false
	}
	for i, c := range p.Cells {
		if !c.sound(p.Kind == Pooled, p.Least) || i > 0 && p.Cells[i-1].compare(c) >= 0 {
			return false
		}
	}
	return true
}

func (c Cell) sound(pooled bool, least int) bool {
	m, known := metricOf(c.Metric)
	if !known || c.Year < 1990 || c.Year > 2200 || c.N < 1 || c.N > 1_000_000 || !isDay(c.Told) || !isGroup(c.Group) {
		return false
	}
	if pooled && (c.N < least || c.Low == nil || c.High == nil || c.Source != "") || !pooled && !isSource(c.Source) {
		return false
	}
	low, high := c.Median, c.Median
	if c.Low != nil {
		low = *c.Low
	}
	if c.High != nil {
		high = *c.High
	}
	if !(low <= c.Median && c.Median <= high) || math.IsInf(low, 0) || math.IsInf(high, 0) {
		return false
	}
	switch m.Unit {
	case peers.Level:
		return low >= 0 && high <= 4
	case peers.PerYear:
		return low > -1
	}
	return low >= 0
}

func isGroup(group []string) bool {
	if group == nil || len(group) > 8 || !slices.IsSorted(group) || len(slices.Compact(slices.Clone(group))) != len(group) {
		return false
	}
	return !slices.ContainsFunc(group, func(t string) bool { return !anyTrait.MatchString(t) })
}

// isSource: one line of what can be read.
func isSource(text string) bool {
	return strings.TrimSpace(text) != "" && len(text) <= 400 && !strings.ContainsFunc(text, func(r rune) bool {
		return r < ' ' || r == 0x7f || r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069
	})
}

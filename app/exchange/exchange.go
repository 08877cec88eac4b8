// Package exchange lets posts share figures without showing themselves, and brings what
// comes of it back as a file anyone can read offline.
//
// A post makes a Contribution: the metrics of package peers that its plan gives, to two
// significant digits, and what groups the post belongs to. Preview lists every value;
// Seal closes it so that only the coordinator can open it. The coordinator holds Keys in
// a file locked with a passphrase, and gives away their Public part. Pool opens the
// contributions, checks them, and makes a Pack of group figures through package
// disclosure; the pack is signed, and Open tells a good one from one by an unknown
// signer and from a forged one. What the next release must be judged against is kept in
// a Record, sealed to the coordinator and signed by him.
//
// Sealing is age (X25519; the file of keys: scrypt), signing Ed25519. Every form is JSON
// in one canonical layout: a file that is not byte for byte what this package would
// write is refused, so that a signature covers the file and not a reading of it.
//
// # Limits
//
// A contribution proves nothing about who made it: anyone who has the public key can
// seal one. Whoever slips four made-up posts into a group of five reads the fifth out
// of it. So every sealed file has a check code (Code), which the post tells the
// coordinator by another way than the file came. What disclosure control reckons with
// is told by package disclosure.
package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// Definitions is the version of the exact definitions of metrics (peers.Metrics) that
// contributions and packs of this program speak of. Figures of two versions are never
// pooled.
const Definitions = 1

// Common is the currency in which money is compared.
const Common = "USD"

// Limits of files, which keep a hostile one from exhausting a modest laptop.
const (
	MaxContribution = 64 << 10 // bytes
	MaxKeys         = 256 << 10
	MaxPublic       = 64 << 10
	MaxPack         = 8 << 20
	MaxRecord       = 64 << 20
	MaxTable        = 4 << 20
	MaxFiles        = 1000   // contributions pooled at once
	MaxCells        = 20_000 // in a pack
)

// Fault is what is wrong with a file or a request. The reader's sentence is the word
// "fault.exchange.<Code>" with Args, the remedy "fault.exchange.<Code>.remedy".
type Fault struct {
	Code string
	Args map[string]string
}

func (f *Fault) Error() string {
	var args []string
	for _, name := range slices.Sorted(maps.Keys(f.Args)) {
		args = append(args, name+"="+f.Args[name])
	}
	return strings.TrimSpace("exchange: " + f.Code + " " + strings.Join(args, " "))
}

// fault makes a Fault from its code and names with texts by turns.
func fault(code string, pairs ...string) error {
	f := &Fault{Code: code, Args: map[string]string{}}
	for i := 0; i+1 < len(pairs); i += 2 {
		f.Args[pairs[i]] = pairs[i+1]
	}
	return f
}

// Is tells whether an error is the fault of a code.
func Is(err error, code string) bool {
	var f *Fault
	return errors.As(err, &f) && f.Code == code
}

// canonical is the one layout in which a value is written.
func canonical(value any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(value); err != nil {
		panic(err) // our own types without cycles, functions or endless numbers
	}
	return b.Bytes()
}

// head is what every form begins with.
type head struct {
	Format  string `json:"format"`
	Version int    `json:"version"`
}

// formVersion is the version of every form written here.
const formVersion = 1

// decode reads a form of one kind into an empty value: the right format, no newer
// version, no field too many, and byte for byte as it would be written.
func decode(data []byte, limit int, kind string, into any) error {
	if len(data) > limit {
		return fault("too_big", "limit", fmt.Sprint(limit>>10))
	}
	var h head
	if err := json.Unmarshal(data, &h); err != nil || h.Format != "outrigger-"+kind {
		return fault(kind + "_form")
	}
	if h.Version != formVersion {
		return fault("version", "version", fmt.Sprint(h.Version))
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil || !bytes.Equal(canonical(into), data) {
		return fault(kind + "_form")
	}
	return nil
}

// isDay tells whether a text is a day as ISO 8601 writes it.
func isDay(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

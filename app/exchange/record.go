package exchange

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"outrigger/model/peers/disclosure"
)

// record is what the coordinator keeps of his releases: every published cell with who
// was in it and with what figure. It is the secret that the next release is judged
// with, and holds everything that the contributions did.
type record struct {
	head
	Packs        []string `json:"packs"` // ids of the releases it covers, oldest first
	Illustrative bool     `json:"illustrative"`
	Cells        []past   `json:"cells"`
	Held         []Held   `json:"held"` // of the last release
}

type past struct {
	Told    string   `json:"told"`
	Family  string   `json:"family"`
	Metric  string   `json:"metric"`
	Group   []string `json:"group"`
	Year    int      `json:"year"`
	Members []member `json:"members"`
}

type member struct {
	Post    string  `json:"post"`
	Version string  `json:"version"` // of what was given in the family, by its content
	Figure  float64 `json:"figure"`
}

// Held is a cell that was held back and why, for the coordinator alone.
type Held struct {
	Metric string            `json:"metric"`
	Group  []string          `json:"group"`
	Year   int               `json:"year"`
	N      int               `json:"n"`
	Why    disclosure.Reason `json:"why"`
	Small  int               `json:"small"`
	Again  bool              `json:"again"` // the pack goes on telling the figures told before
}

type signedRecord struct {
	head
	Record    record `json:"record"`
	Signer    string `json:"signer"`
	Signature string `json:"signature"`
}

func (r record) text() []byte {
	return append([]byte("outrigger-record-signature\n"), canonical(r)...)
}

// keep writes a record: signed, so that nobody makes one up, and sealed to the
// coordinator himself.
func (k *Keys) keep(r record) ([]byte, error) {
	own := k.Public().last()
	plain := canonical(signedRecord{head{"outrigger-record", formVersion}, r, own.Sign, k.sign(r.text())})
	if len(plain) > MaxRecord {
		return nil, fault("too_big", "limit", "65536")
	}
	recipient, err := ownRecipient(k)
	if err != nil {
		return nil, err
	}
	return seal(plain, recipient)
}

// recall opens a record. Faults: too_big, record_form (damaged, not sealed to these
// keys, or not signed by them).
func (k *Keys) recall(data []byte) (record, error) {
	if len(data) > MaxRecord+MaxRecord/100 {
		return record{}, fault("too_big", "limit", "65536")
	}
	if !isSealed(data) {
		return record{}, fault("record_form")
	}
	plain, err := k.open(data, MaxRecord)
	if err != nil {
		return record{}, fault("record_form")
	}
	var s signedRecord
	if err := decode(plain, MaxRecord, "record", &s); err != nil {
		return record{}, err
	}
	ours := slices.ContainsFunc(k.Public().Keys, func(own Statement) bool { return own.Sign == s.Signer })
	if !ours || !verifies(s.Signer, s.Record.text(), s.Signature) {
		return record{}, fault("record_form")
	}
	return s.Record, nil
}

// merge joins records of several releases into one history, in the order told.
func merge(all []record) record {
	var whole record
	known := map[string]bool{}
	for i, r := range all {
		for _, id := range r.Packs {
			if !slices.Contains(whole.Packs, id) {
				whole.Packs = append(whole.Packs, id)
			}
		}
		for _, c := range r.Cells {
			if mark := contentOf(c); !known[mark] {
				known[mark] = true
				whole.Cells = append(whole.Cells, c)
			}
		}
		whole.Illustrative = r.Illustrative && (i == 0 || whole.Illustrative)
	}
	slices.SortStableFunc(whole.Cells, func(a, b past) int { return compareTexts(a.Told, b.Told) })
	return whole
}

// contentOf names a thing by what it holds.
func contentOf(value any) string {
	sum := sha256.Sum256(canonical(value))
	return hex.EncodeToString(sum[:16])
}

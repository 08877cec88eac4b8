package workbook

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"outrigger/model/plan"
	"outrigger/model/span"
)

// sealMark stands in the sheet that holds the plan a workbook was written from.
const sealMark = "outrigger-seal 1"

// maxSealed bounds what a seal may unpack to: the largest plan, and as much again.
const maxSealed = 2 * plan.MaxBytes

// Seal is what a workbook was written from. It makes the file provable by itself: who
// has the program writes the workbook anew and holds the two against each other.
type Seal struct {
	Program  string      `json:"program"` // version
	Language string      `json:"language"`
	Scenario string      `json:"scenario"`
	Date     string      `json:"date"` // ISO 8601
	Plan     string      `json:"plan"` // the document, without its spreadsheet mappings
	Packs    []Benchmark `json:"packs,omitempty"`

	// Key and Signature are those of who vouches for it; empty: nobody does.
	Key       string `json:"-"`
	Signature string `json:"-"`
}

// The faults of reading a seal.
var (
	ErrNoSeal     = errors.New("workbook: the file holds no seal")
	ErrBrokenSeal = errors.New("workbook: the seal cannot be read")
)

// Entry is what a cell to be changed stands for.
type Entry struct {
	Input    string    // id of the plan's input, or of the row it is
	Year     span.Year // 0: one figure for all years
	Scenario string    // "" is the base case
}

// ScenarioEntry is the input of the cell that switches the scenario; it holds a name of
// ScenarioNames.
const ScenarioEntry = "scenario"

// Spot is a cell by the name of its sheet and its own.
type Spot struct{ Sheet, Cell string }

// packed is the seal as one text.
func (b *book) packed() string {
	p := *b.plan
	p.Mappings = nil // how a spreadsheet was read is not part of the case
	document, err := plan.Marshal(&p)
	b.do(err)
	data, err := json.Marshal(Seal{
		Program: b.Version, Language: b.Words.Lang(), Scenario: b.Scenario, Date: b.Date, Plan: string(document), Packs: b.Packs,
	})
	b.do(err)
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	b.do(err)
	_, err = w.Write(data)
	b.do(err)
	b.do(w.Close())
	return base64.StdEncoding.EncodeToString(out.Bytes())
}

// Digest is what a signature of a seal covers.
func Digest(packed string) [sha256.Size]byte { return sha256.Sum256([]byte(sealMark + "\n" + packed)) }

// seal is the sheet by which the workbook can be proved.
func (b *book) seal() *sheet {
	s := b.newSheet("seal")
	for _, head := range []string{"item", "content"} {
		s.heads = append(s.heads, b.say("workbook.head."+head))
	}
	s.widths = []float64{30, 110}
	s.figures, s.until = len(s.heads), len(s.heads)
	for _, topic := range []string{"what", "how", "who"} {
		for i, part := range fold(b.say("workbook.seal."+topic+".text"), 120) {
			name := ""
			if i == 0 {
				name = b.say("workbook.seal." + topic)
			}
			s.text(as(label, name), as(plain, part))
		}
	}
	packed := b.packed()
	digest := Digest(packed)
	put := func(name, text string) { s.text(as(small, name), as(small, text)) }
	put("format", sealMark)
	put("program", b.Version)
	put("sha256", hex.EncodeToString(digest[:]))
	if b.Sign != nil {
		key, signature, err := b.Sign(digest[:])
		b.do(err)
		put("key", key)
		put("signature", signature)
	}
	const most = 8000 // characters in a cell; a spreadsheet takes four times as many
	for n := 1; len(packed) > 0; n++ {
		cut := min(most, len(packed))
		part := cell{look: look{role: small, align: "fill"}, text: packed[:cut]} // shown to the cell's edge only
		s.text(as(small, "part "+itoa(n)), part)
		packed = packed[cut:]
	}
	s.pages = 1
	return s
}

// ReadSeal finds the seal in a workbook, whichever language its sheets are called in, and
// gives the text that a signature covers besides. ErrNoSeal if there is none,
// ErrBrokenSeal if it cannot be read.
func ReadSeal(f *excelize.File) (Seal, string, error) {
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			continue
		}
		var key, signature string
		var packed strings.Builder
		found := false
		for _, row := range rows {
			if len(row) < 2 {
				continue
			}
			switch name := strings.TrimSpace(row[0]); {
			case row[1] == sealMark:
				found = true
			case name == "key":
				key = row[1]
			case name == "signature":
				signature = row[1]
			case found && strings.HasPrefix(name, "part "):
				packed.WriteString(strings.TrimSpace(row[1]))
			}
		}
		if found {
			s, err := unpack(packed.String())
			s.Key, s.Signature = key, signature
			return s, packed.String(), err
		}
	}
	return Seal{}, "", ErrNoSeal
}

func unpack(packed string) (Seal, error) {
	var s Seal
	data, err := base64.StdEncoding.DecodeString(packed)
	if err != nil {
		return s, errors.Join(ErrBrokenSeal, err)
	}
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return s, errors.Join(ErrBrokenSeal, err)
	}
	text, err := io.ReadAll(io.LimitReader(r, maxSealed+1))
	if err != nil || len(text) > maxSealed {
		return s, errors.Join(ErrBrokenSeal, err)
	}
	if err := json.Unmarshal(text, &s); err != nil {
		return s, errors.Join(ErrBrokenSeal, err)
	}
	return s, nil
}

package exchange

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"outrigger/model/peers"
)

const today = "2026-11-25"

// weak is the effort of locking in tests, where nobody tries passphrases.
const weak = 4

const phrase = "six words no one would guess"

func newKeys(t testing.TB) *Keys {
	t.Helper()
	k, err := NewKeys("2026-01-05")
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// of is a contribution of a made-up island post with a figure of spending and of staff.
func of(country string, spend, staff string) Contribution {
	return Contribution{
		head: head{"outrigger-contribution", formVersion}, ID: newID(), Definitions: Definitions,
		Country: country, Made: "2026-11-01", Currency: Common, RateDate: "2026-09-29",
		Traits: []string{"region=Oceania", "size=50-249", "status=SIDS"},
		Figures: []Figure{
			{Metric: "spend_per_employee", Year: 2025, Value: spend, Grade: "measured"},
			{Metric: "staff_per_thousand", Year: 2025, Value: staff, Grade: "estimated"},
		},
	}
}

func sealed(t testing.TB, k *Keys, c Contribution) File {
	t.Helper()
	data, err := Seal(c, k.Public())
	if err != nil {
		t.Fatal(err)
	}
	return File{c.Country + "-" + c.ID[:4], data}
}

func oceania(string) ([]peers.Trait, bool) {
	return []peers.Trait{{Kind: peers.ByRegion, Value: "Oceania"}, {Kind: peers.ByStatus, Value: "SIDS"}}, true
}

// islands are so many contributions whose figures lie well apart.
func islands(t testing.TB, k *Keys, n int) []File {
	var files []File
	for i := range n {
		files = append(files, sealed(t, k, of(fmt.Sprintf("AA%c", 'A'+i), fmt.Sprint(100+70*i), fmt.Sprint(3+2*i))))
	}
	return files
}

func pool(t testing.TB, k *Keys, files []File, records ...[]byte) Release {
	t.Helper()
	r, err := Pool(Pooling{Keys: k, Files: files, Records: records, Day: today, Traits: oceania})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// everyFlip calls a reader with each byte of a file changed in one bit, and with the
// file cut short and made longer; every one must be refused.
func everyFlip(t *testing.T, what string, data []byte, read func([]byte) error) {
	t.Helper()
	if err := read(data); err != nil {
		t.Fatalf("%s as it is: %v", what, err)
	}
	for i := range data {
		bad := slices.Clone(data)
		bad[i] ^= 1 << (i % 8)
		if read(bad) == nil {
			t.Fatalf("%s with byte %d of %d changed was taken", what, i, len(data))
		}
	}
	for _, bad := range [][]byte{data[:len(data)-1], data[:len(data)/2], append(slices.Clone(data), 0), append(slices.Clone(data), '\n'), bytes.Repeat(data, 2), nil} {
		if read(bad) == nil {
			t.Fatalf("%s of %d bytes was taken with %d", what, len(data), len(bad))
		}
	}
}

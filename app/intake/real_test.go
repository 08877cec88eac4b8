package intake

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"outrigger/model/money"
)

// spot is one value of the list kept beside the real files.
type spot struct {
	File, Sheet, Label, Cell, Period, Measure string
	LabelCell                                 string `json:"label_cell"`
	Expected                                  *json.Number
}

// The whole real files are not part of the project. Where a folder holds them,
// every spot value must come out of the first mapping proposed, accepted as it
// stands.
func TestWholeRealFiles(t *testing.T) {
	folder := os.Getenv("OUTRIGGER_REAL")
	if folder == "" {
		t.Skip("OUTRIGGER_REAL names no folder with the real files")
	}
	spots := readSpots(t, filepath.Join(folder, "expected.json"))
	checkSpots(t, folder, spots)
}

func readSpots(t *testing.T, path string) []spot {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var spots []spot
	if err := json.Unmarshal(data, &spots); err != nil {
		t.Fatal(err)
	}
	return spots
}

func checkSpots(t *testing.T, folder string, spots []spot) {
	t.Helper()
	views := map[string]*Preview{}
	right, total := map[string]int{}, map[string]int{}
	for _, s := range spots {
		view := views[s.File]
		if view == nil {
			view = firstView(t, filepath.Join(folder, s.File))
			views[s.File] = view
		}
		total[s.File]++
		got, ok := view.Lookup(s.Label, s.LabelCell, s.Period, s.Measure)
		switch {
		case !ok:
			t.Errorf("%s: %s %s (%s) not found", s.File, s.Label, s.Period, s.Cell)
		case got.Cell != s.Cell:
			t.Errorf("%s: %s %s read from %s, stands in %s", s.File, s.Label, s.Period, got.Cell, s.Cell)
		case !sameNumber(got.Number, s.Expected):
			t.Errorf("%s: %s %s is %v, should be %v", s.File, s.Label, s.Period, got.Number, s.Expected)
		default:
			right[s.File]++
		}
	}
	for file, n := range total {
		t.Logf("%s: %d of %d spot values right, %d figures read", file, right[file], n, len(views[file].Records))
	}
}

func firstView(t *testing.T, path string) *Preview {
	t.Helper()
	r, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	file, err := Open(filepath.Base(path), r)
	if err != nil {
		t.Fatal(err)
	}
	maps := Propose(file)
	if len(maps) == 0 {
		t.Fatal(NoTable(file))
	}
	return PreviewOf(file, maps[0])
}

func sameNumber(got *money.Number, want *json.Number) bool {
	if got == nil || want == nil {
		return got == nil && want == nil
	}
	n, err := money.Parse(want.String())
	return err == nil && n.Cmp(*got) == 0
}

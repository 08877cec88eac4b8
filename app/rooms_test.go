package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// rooms says which of our packages each may import directly. A block of the chain
// takes the handles of the block before it, which the arrows of the chain allow.
var rooms = map[string]string{
	"model/money": "", "model/span": "",
	"model/calc":             "model/money model/span model/doubt",
	"model/plan":             "model/money model/span model/forecast",
	"model/rows":             "model/calc model/plan model/money model/span",
	"model/drivers":          "model/calc model/plan model/money model/span model/rows model/forecast",
	"model/portfolio":        "model/calc model/plan model/money model/span model/rows model/drivers",
	"model/workload":         "model/calc model/plan model/money model/span model/rows model/drivers model/portfolio",
	"model/staffing":         "model/calc model/plan model/money model/span model/rows model/workload",
	"model/budget":           "model/calc model/plan model/money model/span model/rows model/staffing model/drivers model/portfolio",
	"model/financing":        "model/calc model/plan model/money model/span model/rows model/budget model/portfolio model/workload",
	"model/funding":          "model/calc model/plan model/money model/span model/rows model/budget model/financing",
	"model/risk":             "model/calc model/plan model/money model/span model/rows model/doubt model/drivers model/portfolio model/staffing",
	"model/chain":            "model/doubt model/calc model/plan model/money model/span model/rows model/drivers model/workload model/staffing model/budget model/financing model/portfolio model/risk model/measures model/funding model/sharing",
	"model/sharing":          "",
	"model/measures":         "model/money model/span",
	"model/readiness":        "model/plan model/money model/span",
	"model/peers":            "model/money",
	"model/peers/disclosure": "model/peers",
	"model/forecast":         "", "model/doubt": "",
	"datasets":     "model/funding model/money model/span model/plan model/forecast model/peers model/readiness",
	"app/words":    "app/exchange model/funding datasets model/peers model/money model/span model/calc model/plan model/forecast model/chain model/measures",
	"app/shelf":    "model/plan",
	"app/intake":   "model/money model/span model/plan",
	"app/exchange": "model/calc model/chain model/financing model/money model/peers model/peers/disclosure model/plan",
	// region sets posts side by side: it asks the chain for each and holds no words.
	"app/region":   "datasets model/budget model/calc model/chain model/measures model/money model/peers model/plan model/readiness model/rows model/span",
	"app/workbook": "app/region model/funding app/words app/exchange model/readiness model/peers datasets model/calc model/chain model/measures model/risk model/plan model/money model/span model/rows model/budget model/financing model/workload model/staffing",
	"app/review":   "app/exchange app/words app/workbook datasets model/calc model/chain model/money model/plan model/span",
	"app/desk":     "app/review app/region model/funding model/measures model/risk model/readiness model/peers app/exchange app/words app/shelf app/intake app/workbook datasets model/calc model/chain model/plan model/money model/span model/rows model/budget model/financing",
	"app":          "model/funding app/review app/region model/readiness model/forecast model/peers model/peers/disclosure app/words app/intake app/shelf app/workbook app/exchange app/desk frontend datasets model/chain model/plan model/calc model/budget model/money model/span model/measures",
	"build":        "",
	"frontend":     "",
}

// offLimits is what the model itself may never import.
var offLimits = []string{"os", "net", "github.com/xuri/excelize/v2", "github.com/wailsapp/wails/v2"}

func TestRoomsImportOnlyWhatTheyMay(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}}:{{join .Imports " "}}`, "outrigger/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		path, imports, _ := strings.Cut(strings.TrimSpace(line), ":")
		room := strings.TrimPrefix(path, "outrigger/")
		allowed, known := rooms[room]
		if !known {
			t.Errorf("%s is no room of the design", room)
		}
		for _, imported := range strings.Fields(imports) {
			name, ours := strings.CutPrefix(imported, "outrigger/")
			if ours && !slices.Contains(strings.Fields(allowed), name) {
				t.Errorf("%s imports %s", room, name)
			}
			if strings.HasPrefix(room, "model/") && slices.Contains(offLimits, imported) {
				t.Errorf("%s imports %s", room, imported)
			}
		}
	}
}

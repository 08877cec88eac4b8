package workbook_test

import (
	"testing"

	"outrigger/datasets"
)

// Every formula of every sample, in every scenario, recalculated by LibreOffice,
// gives the figure of the program.
func TestLibreOfficeAgreesWithEveryFormulaInEveryScenario(t *testing.T) {
	k := open(t)
	files := map[string][]byte{}
	for _, name := range datasets.SampleNames() {
		c := k.sample(t, name)
		files[name] = k.write(t, c, c.Plan.Language, "")
		for _, s := range c.Plan.Scenarios {
			files[name+"_"+s.ID] = k.write(t, c, c.Plan.Language, s.ID)
		}
	}
	for name, again := range recalculate(t, files) {
		n, apart := compare(t, read(t, files[name]), again)
		t.Logf("%s: %d formulas", name, n)
		if n < 1500 {
			t.Errorf("%s: only %d formulas were compared", name, n)
		}
		for i, line := range apart {
			if i < 12 {
				t.Errorf("%s: %s", name, line)
			}
		}
		if len(apart) > 0 {
			t.Errorf("%s: %d of %d formulas differ", name, len(apart), n)
		}
	}
}

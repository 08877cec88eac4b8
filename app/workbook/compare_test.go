package workbook_test

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// relative is what binary arithmetic may lose on the way through some forty
// formulas; no figure, and so no amount of money, may be off by more than unit.
const (
	relative = 1e-9
	unit     = 0.0004 // below half of the smallest unit of any currency we know (three places)
)

// compare holds every formula cell of a workbook as written against the same cell as it
// is shown after recalculation. It returns how many it compared and what differs.
func compare(t *testing.T, written []byte, again shown) (int, []string) {
	t.Helper()
	return comparedIn(unzip(t, written).sheets(), again)
}

func comparedIn(leaves []leaf, again shown) (int, []string) {
	compared := 0
	var apart []string
	for _, s := range leaves {
		for _, c := range s.cells {
			if c.formula == "" {
				continue
			}
			compared++
			if there := again.value(s.name, c.row, c.col); !alike(c.value, there) {
				apart = append(apart, fmt.Sprintf("%s!%s: %q stored, %q recalculated: %s", s.name, c.name, c.value, there, c.formula))
			}
		}
	}
	return compared, apart
}

func alike(a, b string) bool {
	x, errA := strconv.ParseFloat(a, 64)
	y, errB := strconv.ParseFloat(b, 64)
	if share, is := strings.CutSuffix(b, "%"); errA == nil && is {
		y, errB = strconv.ParseFloat(share, 64)
		y /= 100
	}
	if errA != nil || errB != nil {
		return letters(a) == letters(b)
	}
	// A figure that is nought in decimals may be a rest of binary arithmetic here.
	return math.Abs(x-y) <= min(relative*max(1, math.Abs(x), math.Abs(y)), unit)
}

// letters leaves of a text what does not depend on the notation of the machine
// that calculates: FIXED writes separators as its reader is used to.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
}

func report(t *testing.T, name string, n int, apart []string) {
	t.Helper()
	for _, line := range apart[:min(10, len(apart))] {
		t.Errorf("%s: %s", name, line)
	}
	if len(apart) > 0 {
		t.Errorf("%s: %d of %d formulas differ", name, len(apart), n)
	}
}

// alikeTo holds a workbook changed in the spreadsheet against one that the program
// writes of the same change. Only the sheet of checks may differ, which keeps the
// program's figures of before.
func alikeTo(t *testing.T, name string, written []byte, recalculated shown) {
	t.Helper()
	n, apart := compare(t, written, recalculated)
	var others []string
	for _, line := range apart {
		if !strings.HasPrefix(line, "Checks & reconciliation!") {
			others = append(others, line)
		}
	}
	report(t, name, n, others)
}

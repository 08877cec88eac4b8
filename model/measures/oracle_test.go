package measures

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"outrigger/model/span"
)

// program writes a problem as a program of whole numbers in the format of CPLEX, by the
// words of the problem and nothing of the search: x7 is option 7.
func program(p Problem) []byte {
	var b bytes.Buffer
	names := 0
	row := func(options []int, amount func(i int) int64, sense string, limit int64) {
		// A row without options would be no row in this format.
		if len(options) == 0 {
			return
		}
		names++
		fmt.Fprintf(&b, " r%d:", names)
		for n, i := range options {
			fmt.Fprintf(&b, " %+d x%d", amount(i), i)
			if n%12 == 11 {
				b.WriteString("\n ")
			}
		}
		fmt.Fprintf(&b, " %s %d\n", sense, limit)
	}
	where := func(wanted func(o *Option) bool) []int {
		var all []int
		for i := range p.Options {
			if wanted(&p.Options[i]) {
				all = append(all, i)
			}
		}
		return all
	}
	one := func(int) int64 { return 1 }
	b.WriteString("Maximize\n value:")
	for i, o := range p.Options {
		fmt.Fprintf(&b, " %+.17g x%d", o.Value, i)
		if i%8 == 7 {
			b.WriteString("\n ")
		}
	}
	b.WriteString("\nSubject To\n")
	var ids []string
	years := map[span.Year]bool{}
	for _, o := range p.Options {
		ids = append(ids, o.Measure)
		years[o.Start] = true
	}
	slices.Sort(ids)
	for _, id := range slices.Compact(ids) {
		sense := "<="
		if slices.Contains(p.Mandatory, id) {
			sense = "="
		}
		row(where(func(o *Option) bool { return o.Measure == id }), one, sense, 1)
	}
	for _, c := range ceilings(p) {
		row(where(func(o *Option) bool { return o.use(c.cell) != 0 }), func(i int) int64 { return p.Options[i].use(c.cell) }, "<=", c.limit)
	}
	for y := range years {
		if p.PerYear > 0 {
			row(where(func(o *Option) bool { return o.Start == y }), one, "<=", int64(p.PerYear))
		}
		for _, n := range p.Needs {
			row(where(func(o *Option) bool { return o.Start <= y && (o.Measure == n.Measure || o.Measure == n.First) }), func(i int) int64 {
				if p.Options[i].Measure == n.Measure {
					return 1
				}
				return -1
			}, "<=", 0)
		}
	}
	for _, set := range p.Exclusions {
		row(where(func(o *Option) bool { return slices.Contains(set, o.Measure) }), one, "<=", 1)
	}
	b.WriteString("Binaries\n")
	for i := range p.Options {
		fmt.Fprintf(&b, " x%d\n", i)
	}
	b.WriteString("End\n")
	return b.Bytes()
}

// cbc solves a problem with COIN-OR's CBC within so many seconds, and gives the options
// it chooses, what it says of them (Optimal, Infeasible, Stopped), and how long it took.
func cbc(t testing.TB, p Problem, seconds int) (options []int, said string, took time.Duration) {
	t.Helper()
	if _, err := exec.LookPath("cbc"); err != nil {
		t.Skip("cbc is not here: Debian's package coinor-cbc")
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "p.lp"), filepath.Join(dir, "p.txt")
	if err := os.WriteFile(in, program(p), 0o600); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	log, err := exec.Command("cbc", in, "sec", strconv.Itoa(seconds), "ratio", "0", "allow", "0", "branch", "solution", out).CombinedOutput()
	took = time.Since(began)
	if err != nil {
		t.Fatalf("%v\n%s", err, log)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatalf("%v\n%s", err, log)
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for lines.Scan() {
		f := strings.Fields(lines.Text())
		if said == "" && len(f) > 0 {
			said = f[0]
		}
		if len(f) < 3 || !strings.HasPrefix(f[1], "x") {
			continue
		}
		i, err1 := strconv.Atoi(f[1][1:])
		v, err2 := strconv.ParseFloat(f[2], 64)
		if err1 == nil && err2 == nil && v > 0.5 {
			options = append(options, i)
		}
	}
	return options, said, took
}

func worthOf(p Problem, options []int) float64 {
	sum := 0.0
	for _, i := range options {
		sum += p.Options[i].Value
	}
	return sum
}

// TestRandomPlansEqualCBC solves 200 problems of both kinds, with prerequisites,
// exclusions, money and hours by year, some with limited starts and a mandatory measure.
func TestRandomPlansEqualCBC(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some twenty seconds")
	}
	t.Parallel()
	for part := range uint64(2) {
		t.Run(fmt.Sprint("part", part), func(t *testing.T) {
			t.Parallel()
			for n := part; n < 200; n += 2 {
				equalsCBC(t, n)
			}
		})
	}
}

func equalsCBC(t *testing.T, n uint64) {
	measures, years := 6+int(n%12), 3+int(n%3)
	p := portfolio(1000+n, measures, years)
	if n/2%2 == 1 {
		p = sample(1000+n, measures, years)
		for i := range p.Options {
			p.Options[i].Value = math.Round(p.Options[i].Value)
		}
	}
	if n%5 == 0 {
		p.PerYear = 2
	}
	if n%7 == 0 {
		p.Mandatory = []string{p.Options[0].Measure}
	}
	options, said, _ := cbc(t, p, 60)
	s, err := Solve(p, Limits{})
	switch {
	case said == "Infeasible" || said == "Integer":
		if !errors.Is(err, ErrInfeasible) {
			t.Errorf("plan %d: %v, %v; cbc finds nothing", n, s.Value, err)
		}
	case said != "Optimal":
		t.Errorf("plan %d: cbc says %q", n, said)
	case err != nil || !s.Proven || s.Value != worthOf(p, options):
		t.Errorf("plan %d: %v, %v; cbc %v", n, s.Value, err, worthOf(p, options))
	}
}

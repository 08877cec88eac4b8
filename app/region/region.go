// Package region sets the plans of many posts side by side: an adviser's workshop, a
// regional proposal. It reads every plan of a folder, calculates it as the program does
// for one post, and keeps of it what the table shows.
//
//	t, err := region.Gather(region.Request{Files: files, Read: read, Facts: facts, Practices: c, Date: day})
//
// One currency serves the totals. Each post's amounts are turned into it by the rate that
// its own plan states, with its date; a plan without such a rate is named and left out. A
// plan that cannot be read, or of which there are two versions, is named and left out
// with its fault, and stops nobody else's.
//
// Files of one post, by country and name, are its departments: each stays a line of its
// own and the post is their sum. Nothing is merged into one plan, because departments
// count the same people and parcels in their own way.
package region

import (
	"crypto/sha256"
	"errors"
	"runtime"
	"slices"
	"strings"
	"sync"

	"outrigger/datasets"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/readiness"
	"outrigger/model/span"
)

// Request is what a table is made from. The same request gives the same table.
type Request struct {
	Files     []string                          // names of the plans' files
	Read      func(name string) ([]byte, error) // may be called from several places at once
	Facts     *datasets.Data
	Practices readiness.Catalogue
	Currency  string // of the totals; empty: the one that most plans can be turned into
	Date      string // the day for which the countries' status counts, ISO 8601

	Stop     func() bool        // nil: never
	Progress func(done, of int) // nil: nobody asks; called from one place at a time
}

// ErrStopped says that the reader stopped the work.
var ErrStopped = errors.New("region: stopped")

// Why a plan is left out of every total.
const (
	Unread   = "unread"   // the file cannot be read
	Refused  = "refused"  // it is no plan, or its findings refuse it
	Copy     = "copy"     // another file holds the same, byte for byte
	Versions = "versions" // another file bears the same title of the same post
	Sample   = "sample"   // it describes no real post, and others of the folder do
	NoRate   = "no_rate"  // the plan states no rate to the currency of the totals
)

// Plan is one file of the folder.
type Plan struct {
	File string
	Left string // why it is left out; "" if it counts

	// Other is the file that a copy or a version is of; Err why a file cannot be read.
	Other string
	Err   error

	Name, Title, Country string // of the post
	Language             string // in which the post writes
	Illustrative         bool
	First, Last          span.Year // planned
	StartMonth           int
	Findings             []plan.Finding

	Currency string // the post's own
	Own      Sums   // in it, from the rows of the plan
	Common   Sums   // in the currency of the totals, if it counts
	Rate     Rate
	// Rounded are what the plan's own amounts in the currency of the totals are above
	// what one rounding at the end gives: its workbook rounds each cost by itself.
	Rounded Sums

	Placeholders money.Number // share of the need
	Mismatch     money.Number // workload index ÷ real budget index, last year
	Readiness    *Readiness   // nil: not assessed
	Begins       []string     // the measures that it buys first

	sum   [sha256.Size]byte
	donor string
	rates map[string]Rate
	given Sums // in the donor's currency, as the plan's own workbook has them
}

// Sums are a post's money over the planned years of its plan.
type Sums struct{ Need, Funding, Gap money.Number }

// Rate is the price of one unit of the currency of the totals in a post's own.
type Rate struct {
	Value        money.Number
	Date, Source string
	Own          bool // the two are the same currency
}

// Readiness is the latest assessment's level, 0 to 4, over all practices.
type Readiness struct {
	Counted   money.Number
	Given, Of int
	Date      string
}

// Post is one post with its plans.
type Post struct {
	Name, Country string
	Alias         int // from 0, for those who hide names; in no order that tells the name
	Statuses      []string
	Uncertain     bool // whether it still is a least developed country
	Illustrative  bool
	Plans         []*Plan // that count or would but for a rate
	Missing       int     // of its files that are left out

	Counts       bool // any of its plans is in the totals
	Sums         Sums // in the currency of the totals
	Share        money.Number
	Rank         int // by the share of the need that is not covered, the greatest first; 0: does not count
	Placeholders money.Number
}

// Group is the posts of one status; a post may be in several.
type Group struct {
	Status string // SIDS, LDC, LLDC or neither
	Posts  int
	Sums   Sums
}

// Table is the posts of a folder side by side.
type Table struct {
	Currency     string
	Date         string
	Posts        []*Post // by name
	Left         []*Plan // left out, by file
	Groups       []Group
	Total        Sums
	Placeholders money.Number // share of the need
	Missing      money.Number // the gaps of the posts in which money is missing
	Surplus      money.Number // what the others have over, which pays for nobody else
	Counted      int

	Illustrative bool // all are samples that describe no real post
}

// Gather reads the files and sets the posts side by side. The error is ErrStopped or
// money.ErrRange for totals beyond what can be kept.
func Gather(r Request) (*Table, error) {
	plans, err := r.all()
	if err != nil {
		return nil, err
	}
	t := &Table{Currency: r.Currency, Date: r.Date}
	if t.Currency == "" {
		t.Currency = common(plans)
	}
	t.Illustrative = apart(plans)
	sameTwice(plans)
	for _, p := range plans {
		if p.Left == "" {
			if err := p.turn(t.Currency); err != nil {
				return nil, err
			}
		}
		if p.Left != "" {
			t.Left = append(t.Left, p)
		}
	}
	t.gather(plans, r.Facts)
	return t, t.add()
}

// all reads every file on all cores, in the order of their names.
func (r Request) all() ([]*Plan, error) {
	names := slices.Clone(r.Files)
	slices.Sort(names)
	plans := make([]*Plan, len(names))
	var next, done int
	var turn sync.Mutex
	var readers sync.WaitGroup
	take := func() (int, bool) {
		turn.Lock()
		defer turn.Unlock()
		if next == len(names) || r.Stop != nil && r.Stop() {
			return 0, false
		}
		next++
		return next - 1, true
	}
	for range runtime.GOMAXPROCS(0) {
		readers.Go(func() {
			for {
				i, more := take()
				if !more {
					return
				}
				plans[i] = r.one(names[i])
				turn.Lock()
				done++
				if r.Progress != nil {
					r.Progress(done, len(names))
				}
				turn.Unlock()
			}
		})
	}
	readers.Wait()
	if done < len(names) {
		return nil, ErrStopped
	}
	return plans, nil
}

// common is the currency that most plans can be turned into: of several the one that most
// name as their donor's, then the first by the alphabet.
func common(plans []*Plan) string {
	reached, wanted := map[string]int{}, map[string]int{}
	var codes []string
	for _, p := range plans {
		for code := range p.rates {
			if reached[code] == 0 {
				codes = append(codes, code)
			}
			reached[code]++
		}
		wanted[p.donor]++
	}
	slices.SortFunc(codes, func(a, b string) int {
		if reached[a] != reached[b] {
			return reached[b] - reached[a]
		}
		if wanted[a] != wanted[b] {
			return wanted[b] - wanted[a]
		}
		return strings.Compare(a, b)
	})
	if len(codes) == 0 {
		return "USD"
	}
	return codes[0]
}

// apart leaves samples out where real posts stand beside them: a total of both would
// describe nobody. Without any real post the samples count, as an exercise.
func apart(plans []*Plan) (illustrative bool) {
	sound := func(p *Plan) bool { return p.Left == "" }
	if !slices.ContainsFunc(plans, sound) {
		return false
	}
	if !slices.ContainsFunc(plans, func(p *Plan) bool { return sound(p) && !p.Illustrative }) {
		return true
	}
	for _, p := range plans {
		if sound(p) && p.Illustrative {
			p.Left = Sample
		}
	}
	return false
}

// sameTwice leaves out what would count twice. Of copies the first stays. Of two versions
// of one plan none does: which is the right one only the post can say.
func sameTwice(plans []*Plan) {
	seen := map[[sha256.Size]byte]*Plan{}
	for _, p := range plans {
		if first := seen[p.sum]; first != nil && p.Left != Unread {
			p.Left, p.Other = Copy, first.File
		} else {
			seen[p.sum] = p
		}
	}
	for i, p := range plans {
		for _, q := range plans[i+1:] {
			free := func(p *Plan) bool { return p.Left == "" || p.Left == Versions }
			if free(p) && free(q) && p.key() == q.key() && folded(p.Title) == folded(q.Title) {
				p.Left, p.Other, q.Left, q.Other = Versions, q.File, Versions, p.File
			}
		}
	}
}

func (p *Plan) key() string { return p.Country + "/" + folded(p.Name) }

func folded(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }

// Letter is what a hidden post is called by its number: A to Z, then AA.
func Letter(n int) string {
	if n < 26 {
		return string(rune('A' + n))
	}
	return Letter(n/26-1) + Letter(n%26)
}

// Several tells whether the post sent more than one plan that counts.
func (p *Post) Several() bool {
	n := 0
	for _, each := range p.Plans {
		if each.Left == "" {
			n++
		}
	}
	return n > 1
}

package exchange

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"filippo.io/age"

	"outrigger/model/peers"
	"outrigger/model/peers/disclosure"
)

// File is a file by its name.
type File struct {
	Name string
	Data []byte
}

// Pooling is what a release is made of.
type Pooling struct {
	Keys    *Keys
	Files   []File   // sealed contributions
	Records [][]byte // of the releases before
	Day     string

	// Traits gives what is known of a country, without the size of its post; false for one
	// that is not known. Where it differs from what a contribution states it counts.
	Traits func(country string) ([]peers.Trait, bool)
}

// Entry is one file of a pooling: what it holds, or why it does not count.
type Entry struct {
	File         string
	Code         string // check code, to be compared with the post's own
	Contribution Contribution
	Err          error // nil: it counts
	Flags        []Flag
}

// Flag is something the coordinator should look at; the contribution counts all the
// same. Its sentence is the word "exchange.flag.<Code>" with Args.
type Flag struct {
	Code string
	Args map[string]string
}

// Release is a pack before it is handed on, with what the coordinator keeps.
type Release struct {
	Pack    Pack
	File    []byte // the pack, signed
	Record  []byte // for the coordinator alone; the next release needs it
	Entries []Entry
	Held    []Held
}

// Pool makes a release. The keys then name it among those released and must be saved
// before it is handed on. Faults: pool_many, pool_empty, before_missing (a release that
// no record covers), record_form, restated, and those of the forms.
func Pool(p Pooling) (Release, error) {
	if len(p.Files) > MaxFiles {
		return Release{}, fault("pool_many", "limit", fmt.Sprint(MaxFiles))
	}
	history, err := p.history()
	if err != nil {
		return Release{}, err
	}
	r := Release{Entries: p.read()}
	illustrative := sift(r.Entries, history)
	given := p.given(r.Entries)
	if len(given) == 0 {
		return r, fault("pool_empty")
	}
	if err := r.judge(given, &history, p.Day); err != nil {
		return r, err
	}
	r.Pack.head = head{"outrigger-pack", formVersion}
	r.Pack.ID, r.Pack.Kind, r.Pack.Made, r.Pack.Definitions, r.Pack.Currency = newID(), Pooled, p.Day, Definitions, Common
	r.Pack.Illustrative, r.Pack.Least, r.Pack.Before = illustrative, disclosure.Usual().Least, append([]string{}, history.Packs...)
	if r.File, err = p.Keys.Sign(r.Pack); err != nil {
		return r, err
	}
	history.head = head{"outrigger-history", formVersion}
	history.Packs, history.Illustrative, history.Held = append(history.Packs, r.Pack.ID), illustrative, r.Held
	if r.Record, err = p.Keys.keep(history); err != nil {
		return r, err
	}
	p.Keys.file.Released = append(p.Keys.file.Released, r.Pack.ID)
	return r, nil
}

// history joins the records, which must cover every release there was.
func (p Pooling) history() (record, error) {
	var all []record
	for _, data := range p.Records {
		r, err := p.Keys.recall(data)
		if err != nil {
			return record{}, err
		}
		all = append(all, r)
	}
	whole := merge(all)
	missing := 0
	for _, id := range p.Keys.file.Released {
		if !slices.Contains(whole.Packs, id) {
			missing++
		}
	}
	if missing > 0 {
		return record{}, fault("before_missing", "n", fmt.Sprint(missing))
	}
	return whole, nil
}

func (p Pooling) read() []Entry {
	var entries []Entry
	seen := map[string]string{}
	for _, file := range p.Files {
		e := Entry{File: file.Name, Code: Code(file.Data)}
		e.Contribution, e.Err = p.Keys.OpenContribution(file.Data)
		if e.Err == nil {
			if first, twice := seen[e.Contribution.ID]; twice {
				e.Err = fault("doubled", "first", first)
			} else {
				seen[e.Contribution.ID] = file.Name
				p.look(&e)
			}
		}
		entries = append(entries, e)
	}
	return entries
}

// look flags what is odd in one contribution, and puts right what groups it belongs to.
func (p Pooling) look(e *Entry) {
	flag := func(code string, pairs ...string) {
		f := fault(code, pairs...).(*Fault)
		e.Flags = append(e.Flags, Flag{f.Code, f.Args})
	}
	for _, odd := range e.Contribution.Absurd() {
		flag("absurd", "metric", odd.Metric, "value", odd.Value, "year", fmt.Sprint(odd.Year))
	}
	if e.Contribution.Made > p.Day {
		flag("future", "date", e.Contribution.Made)
	}
	known, there := p.Traits(e.Contribution.Country)
	if !there {
		flag("country", "country", e.Contribution.Country)
		return
	}
	var right []string
	for _, t := range known {
		right = append(right, traitText(t))
	}
	for _, t := range e.Contribution.Traits {
		if strings.HasPrefix(t, string(peers.BySize)+"=") {
			right = append(right, t)
		}
	}
	slices.Sort(right)
	if !slices.Equal(right, e.Contribution.Traits) {
		flag("traits", "country", e.Contribution.Country)
		e.Contribution.Traits = right
	}
}

// sift keeps invented figures and real ones apart, and flags posts that stand twice.
func sift(entries []Entry, history record) (illustrative bool) {
	illustrative = len(history.Packs) == 0 || history.Illustrative
	for _, e := range entries {
		if e.Err == nil && !e.Contribution.Illustrative {
			illustrative = illustrative && len(history.Packs) > 0
		}
	}
	newest := map[string]int{}
	for i, e := range entries {
		if e.Err == nil && e.Contribution.Illustrative != illustrative {
			entries[i].Err = fault(map[bool]string{true: "real", false: "illustrative"}[illustrative])
			continue
		}
		if e.Err != nil {
			continue
		}
		if j, twice := newest[e.Contribution.Country]; !twice || entries[j].Contribution.before(e.Contribution) {
			newest[e.Contribution.Country] = i
		}
	}
	for i, e := range entries {
		if j := newest[e.Contribution.Country]; e.Err == nil && j != i {
			entries[i].Flags = append(e.Flags, Flag{"again", map[string]string{"country": e.Contribution.Country, "file": entries[j].File}})
		}
	}
	return illustrative
}

// before orders a post's contributions: by day, then by name, so that the choice is the
// same every time.
func (c Contribution) before(d Contribution) bool {
	return cmp.Or(cmp.Compare(c.Made, d.Made), cmp.Compare(c.ID, d.ID)) < 0
}

// given is one figure of one post that counts.
type given struct {
	post, family, metric string
	year                 int
	figure               float64
	traits               []string
	version              string
}

// given lists, of every post, metric and year, the figure that counts: that of the
// latest contribution.
func (p Pooling) given(entries []Entry) []given {
	entries = slices.Clone(entries)
	slices.SortStableFunc(entries, func(a, b Entry) int {
		if a.Contribution.before(b.Contribution) {
			return -1
		}
		return 1
	})
	at, all := map[string]int{}, []given{}
	for _, e := range entries {
		if e.Err != nil {
			continue
		}
		for _, f := range e.Contribution.Figures {
			m, _ := metricOf(f.Metric)
			g := given{post: e.Contribution.Country, family: m.Family, metric: f.Metric, year: f.Year, figure: f.float(), traits: e.Contribution.Traits}
			key := fmt.Sprint(g.post, " ", g.metric, " ", g.year)
			if i, twice := at[key]; twice {
				all[i] = g
				continue
			}
			at[key] = len(all)
			all = append(all, g)
		}
	}
	stamp(all)
	return all
}

// stamp gives every figure the version of what its post gave in the family and year. It
// is known by its content and not by the file: who sends the same figures again, the
// next year even, has given nothing new, and must not count as somebody else.
func stamp(all []given) {
	content := map[string][]string{}
	key := func(g given) string { return fmt.Sprint(g.post, " ", g.family, " ", g.year) }
	for _, g := range all {
		content[key(g)] = append(content[key(g)], fmt.Sprint(g.metric, "=", g.figure))
	}
	for i, g := range all {
		parts := content[key(g)]
		slices.Sort(parts)
		all[i].version = contentOf(parts)
	}
}

func ownRecipient(k *Keys) (age.Recipient, error) {
	return age.ParseX25519Recipient(k.Public().last().Seal)
}

func compareTexts(a, b string) int { return cmp.Compare(a, b) }

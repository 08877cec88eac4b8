package workbook_test

import (
	"bytes"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"

	"outrigger/app/words"
	"outrigger/app/workbook"
	"outrigger/datasets"
	"outrigger/model/chain"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// kit holds what every test needs: facts and words, read once.
type kit struct {
	facts     *datasets.Data
	catalogue *words.Catalogue
}

var loaded = sync.OnceValues(func() (kit, error) {
	facts, err := datasets.Load()
	if err != nil {
		return kit{}, err
	}
	catalogue, err := words.Load()
	return kit{facts, catalogue}, err
})

func open(t testing.TB) kit {
	t.Helper()
	k, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// cache keeps what several tests ask for; nobody may change it.
type cache[T any] struct {
	mu   sync.Mutex
	kept map[string]func() T
}

func (c *cache[T]) get(key string, make func() T) T {
	c.mu.Lock()
	if c.kept == nil {
		c.kept = map[string]func() T{}
	}
	if c.kept[key] == nil {
		c.kept[key] = sync.OnceValue(make)
	}
	once := c.kept[key]
	c.mu.Unlock()
	return once()
}

// cases are the samples as calculated: a case never changes, and keeps what it was asked.
var cases cache[*chain.Case]

func (k kit) sample(t testing.TB, name string) *chain.Case {
	t.Helper()
	return cases.get(name, func() *chain.Case { return k.fresh(t, name) })
}

func (k kit) fresh(t testing.TB, name string) *chain.Case {
	t.Helper()
	return k.with(t, name, func(*plan.Plan) {})
}

// with builds a sample with a change made to its plan.
func (k kit) with(t testing.TB, name string, do func(*plan.Plan)) *chain.Case {
	t.Helper()
	data, err := datasets.Sample(name)
	if err != nil {
		t.Fatal(err)
	}
	p, _ := plan.Parse(data)
	do(p)
	return k.built(t, p)
}

// built calculates a plan as it would be read from its file.
func (k kit) built(t testing.TB, p *plan.Plan) *chain.Case {
	t.Helper()
	data, err := plan.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	return k.build(t, data)
}

func (k kit) build(t testing.TB, data []byte) *chain.Case {
	t.Helper()
	p, findings := plan.Parse(data)
	if plan.Refused(findings) {
		t.Fatal(findings)
	}
	c, findings := chain.Build(p, k.facts.FactsFor(p.Post.Country))
	if c == nil {
		t.Fatal(findings)
	}
	return c
}

// request asks for the workbook of a case on a day.
func (k kit) request(c *chain.Case, language, scenario string) workbook.Request {
	return workbook.Request{
		Case: c, Facts: k.facts, Words: k.catalogue.In(language), Scenario: scenario, Version: "test", Date: "2026-11-24",
	}
}

func (k kit) write(t testing.TB, c *chain.Case, language, scenario string) []byte {
	t.Helper()
	return written(t, k.request(c, language, scenario))
}

func written(t testing.TB, in workbook.Request) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := workbook.Write(&out, in); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// made is a workbook, and where what stands in it.
type made struct {
	workbook.Made
	data []byte
}

// file opens the workbook with the library that wrote it.
func (m made) file(t testing.TB) *excelize.File { return read(t, m.data) }

func read(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func (k kit) make(t testing.TB, in workbook.Request) made {
	t.Helper()
	var out bytes.Buffer
	known, err := workbook.WriteWith(&out, in)
	if err != nil {
		t.Fatal(err)
	}
	return made{known, out.Bytes()}
}

var bases cache[made]

// made is the workbook of a sample in a language.
func (k kit) made(t testing.TB, name, language string) made {
	t.Helper()
	return bases.get(name+language, func() made { return k.make(t, k.request(k.sample(t, name), language, "")) })
}

func (k kit) base(t testing.TB, name, language string) []byte {
	t.Helper()
	return k.made(t, name, language).data
}

// changed writes the Vanuatu sample with a change made to its plan.
func (k kit) changed(t testing.TB, do func(*plan.Plan)) []byte {
	t.Helper()
	return k.write(t, k.with(t, "vanuatu", do), "en", "")
}

func number(t testing.TB, text string) money.Number {
	t.Helper()
	n, err := money.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

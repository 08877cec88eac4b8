package datasets

import (
	"embed"
	"errors"
	"fmt"
	"slices"
	"strings"

	"outrigger/model/plan"
	"outrigger/model/readiness"
)

// The practices by which a post's readiness is described.
//
//go:embed practices/*
var practiceFiles embed.FS

// Practice is something a post does, at a level from 0 (absent) to 4 (measured, tested
// and improved). Its words are practice.<ID>.name and practice.<ID>.level.0 to .level.4
// in the word catalogue; those of its domain domain.<Domain>.
//
// The levels are worded by us. No level carries a share of posts that reach it: of the
// sector's survey only one practice is known by name, and no figure by practice or region.
type Practice struct {
	ID      string   `json:"id"`
	Number  int      `json:"number"`  // 1 to 24, by which measures point to it
	Domain  string   `json:"domain"`  // one of PracticeDomains
	Sources []string `json:"sources"` // who asks for it: of PracticeSources; words in practice.source.<tag>
	Cites   []string `json:"cites"`   // where that was read: ids for Source

	measures []string
}

// Measures lists the ids of the measures that raise the practice, in the order of their
// catalogue.
func (p Practice) Measures() []string { return slices.Clone(p.measures) }

// PracticeDomains lists the domains in the order they are shown.
func PracticeDomains() []string {
	return []string{"governance", "people", "online", "protection", "detection", "recovery", "partners"}
}

// PracticeSources lists who may be known to ask for a practice: the sector's survey, a
// text or session of the Universal Postal Union or the International Telecommunication
// Union that was seen (or speaks of part of it), only the order for this planner, or
// nobody whose text was seen.
func PracticeSources() []string { return []string{"survey", "union", "union-part", "brief", "unseen"} }

// Practices is the list with the measures that raise each.
type Practices struct {
	list    []Practice
	sources map[string]Source
}

// LoadPractices reads the embedded list and joins to each practice the measures that
// name its number. It fails only if the file is damaged, with file and fault.
func LoadPractices(m *Measures) (*Practices, error) {
	data, err := practiceFiles.ReadFile("practices/catalogue.json")
	if err != nil {
		return nil, err
	}
	p := &Practices{}
	if err := decode("practices/catalogue.json", data, &p.list); err != nil {
		return nil, err
	}
	if p.sources, err = openIn(practiceFiles, "practices/", "sources.csv").publications(); err != nil {
		return nil, err
	}
	if err := p.check(); err != nil {
		return nil, err
	}
	for _, one := range m.catalogue {
		for _, n := range one.Practices {
			p.list[n-1].measures = append(p.list[n-1].measures, one.ID)
		}
	}
	return p, nil
}

// Catalogue lists the practices by number.
func (p *Practices) Catalogue() []Practice { return slices.Clone(p.list) }

// ByID finds a practice.
func (p *Practices) ByID(id string) (Practice, bool) {
	i := slices.IndexFunc(p.list, func(one Practice) bool { return one.ID == id })
	if i < 0 {
		return Practice{}, false
	}
	return p.list[i], true
}

// ByNumber finds a practice by the number measures name it by.
func (p *Practices) ByNumber(n int) (Practice, bool) {
	if n < 1 || n > len(p.list) {
		return Practice{}, false
	}
	return p.list[n-1], true
}

// Source finds a publication that a practice cites.
func (p *Practices) Source(id string) (Source, bool) {
	s, known := p.sources[id]
	return s, known
}

// In lists the practices of a domain, by number.
func (p *Practices) In(domain string) []Practice {
	var of []Practice
	for _, one := range p.list {
		if one.Domain == domain {
			of = append(of, one)
		}
	}
	return of
}

func (p *Practices) check() error {
	var faults []error
	want := func(ok bool, id, format string, args ...any) {
		if !ok {
			faults = append(faults, fmt.Errorf("practices/catalogue.json: %s: %s", id, fmt.Sprintf(format, args...)))
		}
	}
	want(len(p.list) == practices, "the list", "%d practices, measures speak of %d", len(p.list), practices)
	ids := []string{}
	for i, one := range p.list {
		want(one.Number == i+1, one.ID, "number %d, want %d", one.Number, i+1)
		want(!slices.Contains(ids, one.ID), one.ID, "stands twice")
		want(slices.Contains(PracticeDomains(), one.Domain), one.ID, "domain %q", one.Domain)
		want(len(one.Sources) > 0, one.ID, "does not say who asks for it")
		for _, tag := range one.Sources {
			want(slices.Contains(PracticeSources(), tag), one.ID, "source %q is not one of %s", tag, strings.Join(PracticeSources(), ", "))
			seen := tag != "brief" && tag != "unseen"
			want(!seen || len(one.Cites) > 0, one.ID, "does not say where %s was read", tag)
			want(tag != "unseen" || len(one.Sources) == 1, one.ID, "is asked for and not asked for")
		}
		for _, id := range one.Cites {
			_, known := p.sources[id]
			want(known, one.ID, "%q is not in sources.csv", id)
		}
		ids = append(ids, one.ID)
	}
	want(slices.Equal(ids, plan.Practices), "the list", "plans know the practices %v", plan.Practices)
	return errors.Join(faults...)
}

// Readiness is the list as package readiness asks for it.
func (p *Practices) Readiness() readiness.Catalogue {
	c := readiness.Catalogue{Domains: PracticeDomains()}
	for _, one := range p.list {
		c.Practices = append(c.Practices, readiness.Practice{ID: one.ID, Domain: one.Domain, Measures: one.Measures()})
	}
	return c
}

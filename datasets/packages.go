package datasets

import (
	"embed"
	"errors"
	"fmt"
	"slices"
	"sync"

	"outrigger/model/plan"
)

// The funding packages a plan may aim at, to begin with. None of them is a promise: each
// rule says whether it was read in a text of the fund itself, and a post or its adviser
// changes what turns out otherwise.
//
//go:embed packages/*
var packageFiles embed.FS

// Packages is the list of funding packages with the publications they cite.
type Packages struct {
	list    []plan.Package
	sources map[string]Source
}

// LoadPackages reads the embedded list. It fails only if the file is damaged or breaks a
// rule of package files, with the finding.
func LoadPackages() (*Packages, error) { return loadedPackages() }

// loadedPackages reads the list once: it is asked for at every look at a page.
var loadedPackages = sync.OnceValues(loadPackages)

func loadPackages() (*Packages, error) {
	data, err := packageFiles.ReadFile("packages/catalogue.json")
	if err != nil {
		return nil, err
	}
	list, findings := plan.ParsePackages(data)
	if plan.Refused(findings) {
		return nil, fmt.Errorf("packages/catalogue.json: %s at %s %v", findings[0].Code, findings[0].Place, findings[0].Args)
	}
	p := &Packages{list: list}
	if p.sources, err = openIn(packageFiles, "packages/", "sources.csv").publications(); err != nil {
		return nil, err
	}
	return p, p.cited()
}

// cited makes sure that what is called confirmed says where it was read.
func (p *Packages) cited() error {
	var faults []error
	for _, one := range p.list {
		for _, r := range one.Rules {
			if _, known := p.sources[r.Source]; !known && (r.Confirmed || r.Source != "") {
				faults = append(faults, fmt.Errorf("packages/catalogue.json: %s/%s cites %q, which is no publication", one.ID, r.ID, r.Source))
			}
		}
	}
	return errors.Join(faults...)
}

// Catalogue lists the packages in the order they are shown.
func (p *Packages) Catalogue() []plan.Package { return slices.Clone(p.list) }

// ByID finds a package.
func (p *Packages) ByID(id string) (plan.Package, bool) {
	i := slices.IndexFunc(p.list, func(one plan.Package) bool { return one.ID == id })
	if i < 0 {
		return plan.Package{}, false
	}
	return p.list[i], true
}

// Source finds a publication that a rule cites.
func (p *Packages) Source(id string) (Source, bool) {
	s, known := p.sources[id]
	return s, known
}

package plan

import "reflect"

// PackagesFormat is the value of the field "format" of a file of funding packages.
const PackagesFormat = "outrigger-packages"

// packages is a file of funding packages, as advisers pass them on.
type packages struct {
	Format   string    `json:"format"`
	Version  int       `json:"version"`
	Packages []Package `json:"packages"`
	Extra    Extra     `json:"-"`
}

// ParsePackages reads a file of funding packages and checks every rule. All findings come
// back at once, each with its place; nothing of a file with faults is taken.
func ParsePackages(data []byte) ([]Package, []Finding) {
	var fs findings
	var file packages
	if !fs.file(data, PackagesFormat, "not_packages", &file) {
		return nil, fs
	}
	if len(file.Packages) == 0 {
		fs.add("no_packages", "packages")
	}
	p := &Plan{Project: Project{Packages: file.Packages}}
	c := checker{p: p, fs: &fs}
	c.packages("packages")
	if Refused(fs) {
		return nil, fs
	}
	return file.Packages, fs
}

// MarshalPackages writes a file of funding packages.
func MarshalPackages(list []Package) ([]byte, error) {
	return marshal(reflect.ValueOf(packages{Format: PackagesFormat, Version: Version, Packages: list}))
}

// TakePackages adds funding packages to a plan. One of an id that the plan has takes its
// place. What does not fit any more is left out and told by name.
func TakePackages(p *Plan, list []Package) (left []string) {
	for _, one := range list {
		at := -1
		for i := range p.Project.Packages {
			if p.Project.Packages[i].ID == one.ID {
				at = i
			}
		}
		switch {
		case at >= 0:
			p.Project.Packages[at] = one
		case len(p.Project.Packages) >= MaxPackages:
			left = append(left, or(one.Name, one.ID))
		default:
			p.Project.Packages = append(p.Project.Packages, one)
		}
	}
	return left
}

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"outrigger/app/intake"
	"outrigger/model/plan"
)

// mappings gives the ways to read the file: the one asked for by --mapping, else
// the table proposed, with what --take wants of it. Without either the proposals
// come back, and proposed is set.
func (b *bringing) mappings(file *intake.File) ([]intake.Mapping, error) {
	proposals := intake.Propose(file)
	var maps []intake.Mapping
	switch {
	case b.mapping != "":
		saved, err := b.saved()
		if err != nil {
			return nil, err
		}
		for _, m := range saved {
			if m.Orientation == "" { // it says what is wanted, and leaves to us how the table runs
				found, ok := tableFor(m, proposals)
				if !ok {
					return nil, intake.NoTable(file)
				}
				m = complete(m, found)
			}
			maps = append(maps, m)
		}
	case len(proposals) == 0:
		return nil, intake.NoTable(file)
	case b.table < 1 || b.table > len(proposals):
		return nil, b.fault("table", "table", strconv.Itoa(b.table), "tables", strconv.Itoa(len(proposals)))
	case len(b.take) == 0:
		b.proposed = true
		maps = proposals
	default:
		maps = proposals[b.table-1 : b.table]
	}
	for i := range maps {
		if err := b.refine(&maps[i]); err != nil {
			return nil, err
		}
	}
	return maps, nil
}

// refine puts what the flags say into a mapping.
func (b *bringing) refine(m *intake.Mapping) error {
	if b.scale != "" {
		m.Scale = b.scale
	}
	if b.decimal != "" {
		m.Locale = intake.Locale(b.decimal)
	}
	if b.name != "" {
		m.Name = b.name
	}
	for _, text := range b.take {
		s, err := b.series(text)
		if err != nil {
			return err
		}
		m.Series = append(m.Series, s)
	}
	return nil
}

// saved finds the mapping asked for: one that the plan keeps under this name, or
// a file of one or several.
func (b *bringing) saved() ([]intake.Mapping, error) {
	var names []string
	for _, kept := range b.doc.plan.Mappings {
		if kept.Name == b.mapping {
			m, err := intake.LoadMapping(kept)
			return []intake.Mapping{m}, err
		}
		names = append(names, kept.Name)
	}
	data, err := os.ReadFile(b.mapping)
	if os.IsNotExist(err) {
		return nil, b.fault("mapping", "name", b.mapping, "names", strings.Join(names, ", "))
	} else if err != nil {
		return nil, b.diskFault("unreadable", b.mapping, err)
	}
	return b.parseMappings(data)
}

func (b *bringing) parseMappings(data []byte) ([]intake.Mapping, error) {
	var maps []intake.Mapping
	var into any = &maps
	data = bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
	if !bytes.HasPrefix(data, []byte("[")) {
		maps = make([]intake.Mapping, 1)
		into = &maps[0]
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields() // a slip in a field's name is found here, and not by a figure that is missing
	if err := d.Decode(into); err != nil {
		return nil, b.fault("mapping_file", "file", b.mapping, "why", strings.TrimPrefix(err.Error(), "json: "))
	}
	for i := range maps {
		if maps[i].Orientation == "" {
			continue
		}
		spec, err := json.Marshal(maps[i])
		if err != nil {
			return nil, err
		}
		if maps[i], err = intake.LoadMapping(plan.Mapping{Name: or(maps[i].Name, filepath.Base(b.mapping)), Spec: string(spec)}); err != nil {
			return nil, err
		}
	}
	return maps, nil
}

// tableFor finds the proposed table a short mapping speaks of: by sheet and
// title where it names them, else the first.
func tableFor(m intake.Mapping, proposals []intake.Mapping) (intake.Mapping, bool) {
	for _, p := range proposals {
		if (m.Sheet == "" || m.Sheet == p.Sheet) && (m.Title == "" || m.Title == p.Title) {
			return p, true
		}
	}
	return m, false
}

// complete adds to a table what a short mapping says of it.
func complete(m, table intake.Mapping) intake.Mapping {
	table.Series, table.Filters = m.Series, append(table.Filters, m.Filters...)
	table.Name = or(m.Name, table.Name)
	table.Scale, table.Shift = m.Scale, m.Shift
	if m.Locale != "" {
		table.Locale = m.Locale
	}
	return table
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

package exchange

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"outrigger/model/money"
)

// Head is the first line of a table of published figures: group is traits such as
// region=Oceania/status=SIDS, or all; low and high, the quartiles, may be left empty.
const Head = "metric,group,year,n,low,median,high,source"

// FromTable makes a pack of figures that somebody else published, from separated text
// (comma, semicolon or tabulator; UTF-8). Every line states its sample size and its
// source. Such figures are public already and pass no disclosure control. Faults:
// too_big, table_head, table_empty, table_many, and for a line table_form, table_metric,
// table_group, table_number, table_order, table_source, table_twice.
func FromTable(data []byte, day string) (Pack, error) {
	if len(data) > MaxTable {
		return Pack{}, fault("too_big", "limit", fmt.Sprint(MaxTable>>10))
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	r := csv.NewReader(bytes.NewReader(data))
	first, _, _ := bytes.Cut(data, []byte("\n"))
	for _, comma := range ";\t" {
		if bytes.ContainsRune(first, comma) {
			r.Comma = comma
		}
	}
	names, err := r.Read()
	if err != nil || !utf8.Valid(data) || !slices.Equal(trimmed(names), strings.Split(Head, ",")) {
		return Pack{}, fault("table_head", "head", Head)
	}
	p := Pack{
		head: head{"outrigger-pack", formVersion}, ID: newID(), Kind: Table, Made: day,
		Definitions: Definitions, Currency: Common, Before: []string{}, Cells: []Cell{},
	}
	if err := p.rows(r, day); err != nil {
		return Pack{}, err
	}
	slices.SortFunc(p.Cells, Cell.compare)
	return p, nil
}

func (p *Pack) rows(r *csv.Reader, day string) error {
	seen := map[string]bool{}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		line := 0
		if err == nil {
			line, _ = r.FieldPos(0)
		}
		var parse *csv.ParseError
		if errors.As(err, &parse) {
			return fault("table_form", "line", fmt.Sprint(parse.Line))
		}
		if err != nil {
			return err
		}
		c, why, text := cellOf(trimmed(row), day)
		switch {
		case why != "":
			return fault(why, "line", fmt.Sprint(line), "text", text)
		case seen[c.Key()]:
			return fault("table_twice", "line", fmt.Sprint(line), "text", row[0])
		case len(p.Cells) == MaxCells:
			return fault("table_many", "limit", fmt.Sprint(MaxCells))
		}
		seen[c.Key()] = true
		p.Cells = append(p.Cells, c)
	}
	if len(p.Cells) == 0 {
		return fault("table_empty", "head", Head)
	}
	return nil
}

func trimmed(row []string) []string {
	row = slices.Clone(row)
	for i, text := range row {
		row[i] = strings.TrimSpace(text)
	}
	return row
}

// cellOf reads one line, or tells the fault and the text at fault.
func cellOf(row []string, day string) (c Cell, why, text string) {
	c = Cell{Metric: row[0], Group: []string{}, Source: row[7], Told: day}
	if _, known := metricOf(c.Metric); !known {
		return c, "table_metric", row[0]
	}
	if row[1] != "all" {
		c.Group = trimmed(strings.Split(row[1], "/"))
		slices.Sort(c.Group)
	}
	if !isGroup(c.Group) {
		return c, "table_group", row[1]
	}
	var err error
	if c.Year, err = strconv.Atoi(row[2]); err != nil || c.Year < 1990 || c.Year > 2200 {
		return c, "table_number", row[2]
	}
	if c.N, err = strconv.Atoi(row[3]); err != nil || c.N < 1 || c.N > 1_000_000 {
		return c, "table_number", row[3]
	}
	figures := map[int]*float64{}
	for i := 4; i <= 6; i++ {
		if row[i] == "" && i != 5 {
			continue
		}
		n, err := money.Parse(row[i])
		if err != nil {
			return c, "table_number", row[i]
		}
		f := money.Float(n)
		figures[i] = &f
	}
	c.Low, c.Median, c.High = figures[4], *figures[5], figures[6]
	if !isSource(c.Source) {
		return c, "table_source", row[7]
	}
	if !c.sound(false, 0) {
		return c, "table_order", strings.Join(row[4:7], " ")
	}
	return c, "", ""
}

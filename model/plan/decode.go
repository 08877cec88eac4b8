package plan

import (
	"encoding/json"
	"errors"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"outrigger/model/money"
	"outrigger/model/span"
)

// Parse reads a plan document and checks it in full. All findings come back at
// once, each with its place; the plan is nil if the document could not be
// understood at all. Fields of a later program are kept in Extra. A file of an
// older version is brought forward, one of a newer version refused.
func Parse(data []byte) (*Plan, []Finding) {
	p, fs := decode(data)
	if p == nil || Refused(fs) {
		return p, fs
	}
	return p, append(fs, Check(p)...)
}

func decode(data []byte) (*Plan, findings) {
	var fs findings
	root := parseTree(data, &fs)
	if root == nil {
		return nil, fs
	}
	if !root.object || root.member("format") == nil || root.member("format").token != any(Format) {
		fs.add("not_a_plan", "1")
		return nil, fs
	}
	version, ok := root.version()
	switch {
	case !ok:
		fs.add("no_version", strconv.Itoa(root.line))
		return nil, fs
	case version > Version:
		fs.add("newer", strconv.Itoa(root.line), "version", strconv.Itoa(version), "known", strconv.Itoa(Version))
		return nil, fs
	}
	migrate(root, version)
	p := &Plan{}
	d := decoder{&fs}
	d.structure(root, reflect.ValueOf(p).Elem(), "")
	p.Version = Version
	return p, fs
}

// Format is the value of the document's field "format".
const Format = "outrigger-plan"

func (n *node) member(name string) *node {
	for _, m := range n.members {
		if m.name == name {
			return m.value
		}
	}
	return nil
}

func (n *node) version() (int, bool) {
	v := n.member("version")
	if v == nil {
		return 0, false
	}
	number, ok := v.token.(json.Number)
	if !ok {
		return 0, false
	}
	version, err := strconv.Atoi(number.String())
	return version, err == nil && version >= 0
}

// migrate brings an older document forward, version by version.
//
// Version 0 was written by the trial program: it called the list of cost lines
// "costs" and had no evidence grades.
func migrate(root *node, version int) {
	if version < 1 {
		for i := range root.members {
			if root.members[i].name == "costs" && root.member("lines") == nil {
				root.members[i].name = "lines"
			}
		}
	}
}

type decoder struct{ fs *findings }

func (d decoder) wrong(n *node, place, want string) {
	d.fs.add("wrong_kind", strconv.Itoa(n.line), "field", place, "want", want)
}

func (d decoder) structure(n *node, v reflect.Value, place string) {
	if !n.object {
		d.wrong(n, place, "object")
		return
	}
	fields := fieldsOf(v)
	for _, m := range n.members {
		target, known := fields[m.name]
		if !known {
			if extra := v.FieldByName("Extra"); extra.IsValid() {
				if extra.IsNil() {
					extra.Set(reflect.ValueOf(Extra{}))
				}
				extra.SetMapIndex(reflect.ValueOf(m.name), reflect.ValueOf(append([]byte(nil), m.value.raw...)))
			}
			continue
		}
		d.value(m.value, target, join(place, m.name))
	}
}

func (d decoder) value(n *node, v reflect.Value, place string) {
	if n.token == nil && !n.object && !n.array {
		return // null: not given
	}
	switch target := v.Addr().Interface().(type) {
	case *money.Number:
		d.number(n, target, place)
		return
	case **money.Number:
		var number money.Number
		if d.number(n, &number, place) {
			*target = &number
		}
		return
	case *map[span.Year]money.Number:
		d.years(n, target, place)
		return
	case *Figure:
		if !n.object { // a bare number is a figure nobody vouches for
			d.value(n, reflect.ValueOf(&target.Value).Elem(), place)
			return
		}
	}
	switch v.Kind() {
	case reflect.Struct:
		d.structure(n, v, place)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem(), place)
	case reflect.Slice:
		d.slice(n, v, place)
	case reflect.String:
		d.text(n, v, place)
	case reflect.Int:
		d.integer(n, v, place)
	case reflect.Bool:
		b, ok := n.token.(bool)
		if !ok {
			d.wrong(n, place, "true_false")
		}
		v.SetBool(b)
	}
}

func (d decoder) slice(n *node, v reflect.Value, place string) {
	if !n.array {
		d.wrong(n, place, "list")
		return
	}
	limit := MaxItems
	if v.Type() == reflect.TypeFor[[]money.Number]() {
		limit = MaxSamples
	}
	if len(n.items) > limit {
		d.fs.add("too_many", strconv.Itoa(n.line), "field", place, "limit", strconv.Itoa(limit))
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.items), len(n.items)))
	for i, item := range n.items {
		d.value(item, v.Index(i), place+"["+strconv.Itoa(i+1)+"]")
	}
}

func (d decoder) text(n *node, v reflect.Value, place string) {
	text, ok := n.token.(string)
	switch {
	case !ok:
		d.wrong(n, place, "text")
	case utf8.RuneCountInString(text) > MaxText && !strings.HasSuffix(place, ".spec"):
		d.fs.add("too_long", strconv.Itoa(n.line), "field", place, "limit", strconv.Itoa(MaxText))
	default:
		v.SetString(text)
	}
}

func (d decoder) integer(n *node, v reflect.Value, place string) {
	number, ok := n.token.(json.Number)
	whole, err := strconv.ParseInt(number.String(), 10, 32)
	if !ok || err != nil {
		d.wrong(n, place, "whole")
		return
	}
	v.SetInt(whole)
}

func (d decoder) number(n *node, target *money.Number, place string) bool {
	var text string
	switch t := n.token.(type) {
	case string:
		text = t
	case json.Number:
		text = t.String()
	}
	number, err := money.Parse(text)
	switch {
	case errors.Is(err, money.ErrRange):
		d.fs.add("number_range", strconv.Itoa(n.line), "field", place, "digits", strconv.Itoa(money.MaxDigits))
	case err != nil:
		d.wrong(n, place, "number")
	default:
		*target = number
	}
	return err == nil
}

func (d decoder) years(n *node, target *map[span.Year]money.Number, place string) {
	if !n.object {
		d.wrong(n, place, "object")
		return
	}
	*target = map[span.Year]money.Number{}
	for _, m := range n.members {
		year, err := strconv.Atoi(m.name)
		if err != nil || year < MinYear || year > MaxYear {
			d.fs.add("bad_year", strconv.Itoa(m.value.line), "field", place, "year", m.name)
			continue
		}
		var number money.Number
		if d.number(m.value, &number, join(place, m.name)) {
			(*target)[span.Year(year)] = number
		}
	}
}

// Fiscal years a plan may speak of.
const (
	MinYear = 1900
	MaxYear = 2200
)

// fieldsOf finds a struct's fields by their JSON names, those of embedded structs
// among them.
func fieldsOf(v reflect.Value) map[string]reflect.Value {
	fields := map[string]reflect.Value{}
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Anonymous {
			for name, inner := range fieldsOf(v.Field(i)) {
				fields[name] = inner
			}
			continue
		}
		if name := jsonName(f); name != "" {
			fields[name] = v.Field(i)
		}
	}
	return fields
}

func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	if name == "-" {
		return ""
	}
	return name
}

func join(place, name string) string {
	if place == "" {
		return name
	}
	return place + "." + name
}

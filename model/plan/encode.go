package plan

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"

	"outrigger/model/money"
	"outrigger/model/span"
)

// Marshal writes the plan in its one canonical form: fields in the order of the
// types, nothing that is empty, numbers as decimal texts, unknown fields last by
// name. The same plan always gives the same bytes.
func Marshal(p *Plan) ([]byte, error) {
	q := *p
	q.Format, q.Version = Format, Version
	return marshal(reflect.ValueOf(q))
}

func marshal(v reflect.Value) ([]byte, error) {
	var b bytes.Buffer
	if err := encode(&b, v); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, b.Bytes(), "", "  "); err != nil {
		return nil, fmt.Errorf("plan: a kept field is damaged: %w", err)
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

func encode(b *bytes.Buffer, v reflect.Value) error {
	switch t := v.Interface().(type) {
	case money.Number:
		return text(b, money.Canonical(t))
	case map[span.Year]money.Number:
		return encodeYears(b, t)
	}
	switch v.Kind() {
	case reflect.Struct:
		return encodeStruct(b, v)
	case reflect.Pointer:
		return encode(b, v.Elem())
	case reflect.Slice:
		b.WriteByte('[')
		for i := range v.Len() {
			if i > 0 {
				b.WriteByte(',')
			}
			if err := encode(b, v.Index(i)); err != nil {
				return err
			}
		}
		b.WriteByte(']')
		return nil
	case reflect.String:
		return text(b, v.String())
	case reflect.Int:
		b.WriteString(strconv.FormatInt(v.Int(), 10))
	case reflect.Bool:
		b.WriteString(strconv.FormatBool(v.Bool()))
	}
	return nil
}

func encodeStruct(b *bytes.Buffer, v reflect.Value) error {
	b.WriteByte('{')
	first := true
	if err := encodeFields(b, v, &first); err != nil {
		return err
	}
	b.WriteByte('}')
	return nil
}

func encodeFields(b *bytes.Buffer, v reflect.Value, first *bool) error {
	name := func(name string) error {
		if !*first {
			b.WriteByte(',')
		}
		*first = false
		if err := text(b, name); err != nil {
			return err
		}
		b.WriteByte(':')
		return nil
	}
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Anonymous {
			if err := encodeFields(b, v.Field(i), first); err != nil {
				return err
			}
			continue
		}
		if jsonName(f) == "" || empty(v.Field(i)) {
			continue
		}
		if err := name(jsonName(f)); err != nil {
			return err
		}
		if err := encode(b, v.Field(i)); err != nil {
			return err
		}
	}
	extra, has := v.Type().FieldByName("Extra")
	if !has || len(extra.Index) > 1 { // the embedded struct writes it
		return nil
	}
	fields := v.FieldByIndex(extra.Index).Interface().(Extra)
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		if err := name(key); err != nil {
			return err
		}
		b.Write(fields[key])
	}
	return nil
}

func encodeYears(b *bytes.Buffer, years map[span.Year]money.Number) error {
	b.WriteByte('{')
	for i, year := range slices.Sorted(maps.Keys(years)) {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.Quote(strconv.Itoa(int(year))) + ":")
		if err := text(b, money.Canonical(years[year])); err != nil {
			return err
		}
	}
	b.WriteByte('}')
	return nil
}

// empty reports whether a field says nothing and need not be written.
func empty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	case reflect.Struct:
		if n, ok := v.Interface().(money.Number); ok {
			return n.IsZero()
		}
		for i := range v.NumField() {
			if !empty(v.Field(i)) {
				return false
			}
		}
		return true
	}
	return v.IsZero()
}

func text(b *bytes.Buffer, s string) error {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		return err
	}
	b.Truncate(b.Len() - 1) // Encode ends with a newline
	return nil
}

package plan_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

type object = map[string]any

func schemaOf(t *testing.T) object {
	t.Helper()
	var s object
	if err := json.Unmarshal(plan.Schema(), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// The schema says of every type what the Go types say: the same fields, of the
// same kinds.
func TestSchemaSaysWhatTheTypesSay(t *testing.T) {
	w := walker{t, schemaOf(t), map[reflect.Type]bool{}}
	w.structure(reflect.TypeFor[plan.Plan](), w.schema, "plan")
	if len(w.seen) < 20 {
		t.Errorf("only %d types were compared", len(w.seen))
	}
}

type walker struct {
	*testing.T
	schema object
	seen   map[reflect.Type]bool
}

// resolve follows a reference; nothing else of ours stands beside one but its
// description.
func resolve(root, s object) object {
	for {
		ref, ok := s["$ref"].(string)
		if !ok {
			return s
		}
		s, _ = root["$defs"].(object)[strings.TrimPrefix(ref, "#/$defs/")].(object)
	}
}

func (w walker) structure(typ reflect.Type, s object, place string) {
	if w.seen[typ] {
		return
	}
	w.seen[typ] = true
	properties, _ := s["properties"].(object)
	fields := map[string]reflect.Type{}
	for _, f := range reflect.VisibleFields(typ) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous || name == "-" || name == "" {
			continue
		}
		fields[name] = f.Type
		told, ok := properties[name].(object)
		if !ok {
			w.Errorf("%s: the schema lacks %s", place, name)
			continue
		}
		w.value(f.Type, resolve(w.schema, told), place+"."+name)
	}
	for name := range properties {
		if fields[name] == nil {
			w.Errorf("%s: the schema has %s, the type has not", place, name)
		}
	}
}

func (w walker) value(typ reflect.Type, s object, place string) {
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	want := ""
	switch {
	case typ == reflect.TypeFor[money.Number]():
		w.same(s, "number", place)
		return
	case typ == reflect.TypeFor[map[span.Year]money.Number]():
		w.same(s, "by_year", place)
		return
	case typ == reflect.TypeFor[span.Year]():
		w.same(s, "year", place)
		return
	case typ == reflect.TypeFor[plan.Figure]():
		w.same(s, "figure", place)
		w.structure(typ, s, "figure")
		return
	case typ.Kind() == reflect.Struct:
		want = "object"
		w.structure(typ, s, place)
	case typ.Kind() == reflect.Slice:
		want = "array"
		items, _ := s["items"].(object)
		limit := plan.MaxItems
		if typ == reflect.TypeFor[[]money.Number]() {
			limit = plan.MaxSamples
		}
		if items == nil || s["maxItems"] != float64(limit) {
			w.Errorf("%s: a list of at most %d items is not told", place, limit)
			return
		}
		w.value(typ.Elem(), resolve(w.schema, items), place+"[]")
	case typ.Kind() == reflect.String:
		want = "string"
	case typ.Kind() == reflect.Int:
		want = "integer"
	case typ.Kind() == reflect.Bool:
		want = "boolean"
	default:
		w.Errorf("%s: the walk knows no %v", place, typ)
	}
	got := s["type"]
	for _, constant := range append(anys(s["enum"]), anys([]any{s["const"]})...) {
		if _, ok := constant.(string); ok {
			got = "string"
		}
	}
	if got != want {
		w.Errorf("%s: the schema says %v, the type %s", place, got, want)
	}
}

func anys(v any) []any {
	list, _ := v.([]any)
	return list
}

// same: the schema of a kind we know stands in one place only.
func (w walker) same(s object, name, place string) {
	if !reflect.DeepEqual(s, w.schema["$defs"].(object)[name]) {
		w.Errorf("%s: the schema does not refer to %s", place, name)
	}
}

// Lists and limits that Check keeps are those the schema tells.
func TestSchemaTellsTheSameChoicesAndLimits(t *testing.T) {
	s := schemaOf(t)
	defs := s["$defs"].(object)
	var grades []string
	for _, g := range plan.Grades {
		grades = append(grades, string(g))
	}
	line := defs["line"].(object)["properties"].(object)
	for _, c := range []struct {
		told any
		want []string
	}{
		{defs["grade"].(object)["enum"], grades},
		{line["category"].(object)["enum"], plan.Categories},
		{defs["link"].(object)["properties"].(object)["strength"].(object)["enum"], plan.Strengths},
	} {
		var told []string
		for _, v := range anys(c.told) {
			told = append(told, v.(string))
		}
		if !slices.Equal(told, c.want) {
			t.Errorf("the schema tells %v, the program %v", told, c.want)
		}
	}
	year := defs["year"].(object)
	if year["minimum"] != float64(plan.MinYear) || year["maximum"] != float64(plan.MaxYear) || defs["text"].(object)["maxLength"] != float64(plan.MaxText) {
		t.Error("the schema tells other limits than the program keeps")
	}
	version := s["properties"].(object)["version"].(object)
	if version["maximum"] != float64(plan.Version) || s["properties"].(object)["format"].(object)["const"] != plan.Format {
		t.Error("the schema tells another format or version")
	}
}

func TestSamplesFitTheSchema(t *testing.T) {
	s := schemaOf(t)
	files, err := filepath.Glob("../../datasets/samples/*.outrigger")
	if err != nil || len(files) < 3 {
		t.Fatalf("%d samples (%v)", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		written, findings := plan.Parse(data)
		if plan.Refused(findings) {
			t.Fatal(findings)
		}
		again, err := plan.Marshal(written)
		if err != nil {
			t.Fatal(err)
		}
		for _, data := range [][]byte{data, again} {
			var document any
			if err := json.Unmarshal(data, &document); err != nil {
				t.Fatal(err)
			}
			for _, fault := range misfits(s, s, document, "") {
				t.Errorf("%s: %s", filepath.Base(file), fault)
			}
		}
	}
}

// What the program refuses to understand, the schema refuses too.
func TestSchemaRefusesWhatTheProgramRefuses(t *testing.T) {
	s := schemaOf(t)
	for _, text := range []string{
		`{"version":1}`,
		`{"format":"outrigger-plan","version":99}`,
		`{"format":"outrigger-plan","version":1,"title":5}`,
		`{"format":"outrigger-plan","version":1,"drivers":{}}`,
		`{"format":"outrigger-plan","version":1,"drivers":[{"id":"d","history":{"years":{"2026":"NaN"}}}]}`,
		`{"format":"outrigger-plan","version":1,"drivers":[{"id":"d","history":{"years":{"first":1}}}]}`,
		`{"format":"outrigger-plan","version":1,"team":{"roles":[{"id":"r","staff":{"value":"two"}}]}}`,
		`{"format":"outrigger-plan","version":1,"drivers":[{"id":"d","history":"1,5"}]}`,
	} {
		var document any
		if err := json.Unmarshal([]byte(text), &document); err != nil {
			t.Fatal(err)
		}
		_, findings := plan.Parse([]byte(text))
		if len(misfits(s, s, document, "")) == 0 || !plan.Refused(findings) {
			t.Errorf("accepted: %s (program refuses: %v)", text, plan.Refused(findings))
		}
	}
}

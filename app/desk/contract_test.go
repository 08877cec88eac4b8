package desk_test

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"outrigger/app/desk"
	"outrigger/datasets"
	"outrigger/model/plan"
)

var bound = reflect.TypeFor[*desk.Desk]()

// Only such methods survive the way to the page: at most one argument, an answer
// and an error, and in both nothing of the model.
func TestEveryMethodCanCrossToThePage(t *testing.T) {
	failure := reflect.TypeFor[error]()
	for i := range bound.NumMethod() {
		m := bound.Method(i)
		if n := m.Type.NumIn() - 1; n > 1 {
			t.Errorf("%s takes %d arguments", m.Name, n)
		}
		for n := 1; n < m.Type.NumIn(); n++ {
			plain(t, m.Name, m.Type.In(n), nil)
		}
		outs := m.Type.NumOut()
		if outs < 1 || outs > 2 || m.Type.Out(outs-1) != failure {
			t.Errorf("%s does not give (T, error) or error", m.Name)
			continue
		}
		if outs == 2 {
			plain(t, m.Name, m.Type.Out(0), nil)
		}
	}
}

// plain holds a type to be a basic one, a struct of this package, a slice of
// these, or a map of texts.
func plain(t *testing.T, where string, typ reflect.Type, seen []reflect.Type) {
	t.Helper()
	if slices.Contains(seen, typ) {
		return
	}
	seen = append(seen, typ)
	switch typ.Kind() {
	case reflect.String, reflect.Bool, reflect.Int, reflect.Float64:
		if typ.PkgPath() != "" {
			t.Errorf("%s: %v is a named scalar", where, typ)
		}
	case reflect.Slice:
		plain(t, where, typ.Elem(), seen)
	case reflect.Map:
		if typ != reflect.TypeFor[map[string]string]() {
			t.Errorf("%s: %v is no map of texts", where, typ)
		}
	case reflect.Struct:
		if typ.PkgPath() != bound.Elem().PkgPath() {
			t.Errorf("%s: %v is not the desk's own", where, typ)
		}
		for i := range typ.NumField() {
			f := typ.Field(i)
			first := []rune(f.Name)[0]
			if name := f.Tag.Get("json"); name == "" || !strings.EqualFold(name, f.Name) || strings.ToLower(string(first)) != name[:1] {
				t.Errorf("%s: %v.%s is called %q in JSON", where, typ, f.Name, name)
			}
			plain(t, where+"."+f.Name, f.Type, seen)
		}
	default:
		t.Errorf("%s: %v cannot cross", where, typ)
	}
}

// The lists at the end of each part of the contract are what the page's engineer reads.
func TestTheContractListsTheMethodsThatThereAre(t *testing.T) {
	list := ""
	for _, file := range []string{"contract.go", "pages.go", "import.go", "begin.go", "doubt.go", "contract_measures.go", "contract_peers.go", "contract_workshop.go", "contract_shares.go", "contract_review.go", "contract_sheets.go"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, part, _ := strings.Cut(string(text), "all of Desk:")
		part, _, _ = strings.Cut(part, "// A scenario that")
		list += part
	}
	told := []string{}
	for _, m := range regexp.MustCompile(`(?m)^//\t(\w+)\((?:\w+ )?(\w*)\)`).FindAllStringSubmatch(list, -1) {
		told = append(told, m[1]+" "+m[2])
	}
	there := []string{}
	for i := range bound.NumMethod() {
		m, in := bound.Method(i), ""
		if m.Type.NumIn() > 1 {
			in = m.Type.In(1).Name()
		}
		there = append(there, m.Name+" "+in)
	}
	slices.Sort(told)
	if !slices.Equal(told, there) {
		t.Errorf("the contract lists\n%v\nthe desk has\n%v", told, there)
	}
}

// Findings name inputs in the reader's words, never by their ids.
func TestEveryInputHasAName(t *testing.T) {
	for _, name := range datasets.SampleNames() {
		data, err := datasets.Sample(name)
		if err != nil {
			t.Fatal(err)
		}
		p, _ := plan.Parse(data)
		for _, in := range plan.Inputs(p) {
			if !catalogue.In("en").Has("desk.field." + in.Field) {
				t.Errorf("%s: no word for %s (%s)", name, in.Field, in.ID)
			}
		}
	}
}

// A slice that is nil would reach the page as null.
func TestNoListIsEverNull(t *testing.T) {
	s := newStory(t)
	greeting, err := s.desk.Hello()
	if err != nil {
		t.Fatal(err)
	}
	full(t, "greeting", reflect.ValueOf(greeting))
	full(t, "nothing open", reflect.ValueOf(s.look("en", "")))
	s.sample("vanuatu")
	full(t, "open", reflect.ValueOf(s.look("en", "")))
	full(t, "edited", reflect.ValueOf(s.edit("en", "", cell(history, 2024, "1"))))
	s.edit("en", "", cell(history, 2024, ""))
	full(t, "unfinished", reflect.ValueOf(s.look("en", "growth")))
}

func full(t *testing.T, where string, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.Slice:
		if v.IsNil() {
			t.Errorf("%s is null", where)
		}
		for i := range v.Len() {
			full(t, where, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			full(t, where+"."+v.Type().Field(i).Name, v.Field(i))
		}
	}
}

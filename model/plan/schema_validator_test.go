package plan_test

import (
	"fmt"
	"maps"
	"math"
	"reflect"
	"regexp"
	"slices"
	"unicode/utf8"
)

// misfits tells where a document does not fit a schema. It knows the words our
// schema uses, by draft 2020-12; any other word is a misfit itself, so that none
// is passed over.
func misfits(root, schema object, v any, place string) []string {
	var all []string
	tell := func(format string, args ...any) { all = append(all, place+": "+fmt.Sprintf(format, args...)) }
	for _, word := range slices.Sorted(maps.Keys(schema)) {
		told := schema[word]
		switch word {
		case "$schema", "$id", "$defs", "title", "description":
		case "$ref":
			all = append(all, misfits(root, resolve(root, schema), v, place)...)
		case "type":
			kinds := anys(told)
			if kinds == nil {
				kinds = []any{told}
			}
			if !slices.ContainsFunc(kinds, func(k any) bool { return isKind(v, k.(string)) }) {
				tell("%v is none of %v", v, kinds)
			}
		case "const":
			if !reflect.DeepEqual(v, told) {
				tell("%v is not %v", v, told)
			}
		case "enum":
			if !slices.Contains(anys(told), v) {
				tell("%v is none of %v", v, told)
			}
		case "pattern":
			if text, ok := v.(string); ok && !regexp.MustCompile(told.(string)).MatchString(text) {
				tell("%q does not fit %s", text, told)
			}
		case "maxLength":
			if text, ok := v.(string); ok && utf8.RuneCountInString(text) > int(told.(float64)) {
				tell("longer than %v", told)
			}
		case "minimum", "maximum":
			if n, ok := v.(float64); ok && (word == "minimum" && n < told.(float64) || word == "maximum" && n > told.(float64)) {
				tell("%v is beyond the %s %v", n, word, told)
			}
		case "items":
			list, _ := v.([]any)
			for i, item := range list {
				all = append(all, misfits(root, told.(object), item, fmt.Sprintf("%s[%d]", place, i))...)
			}
		case "maxItems":
			if list, ok := v.([]any); ok && len(list) > int(told.(float64)) {
				tell("more than %v items", told)
			}
		case "required":
			if o, ok := v.(object); ok {
				for _, name := range anys(told) {
					if _, there := o[name.(string)]; !there {
						tell("lacks %v", name)
					}
				}
			}
		case "properties":
			o, _ := v.(object)
			for name, inner := range told.(object) {
				if value, there := o[name]; there {
					all = append(all, misfits(root, inner.(object), value, place+"/"+name)...)
				}
			}
		case "propertyNames":
			o, _ := v.(object)
			for name := range o {
				all = append(all, misfits(root, told.(object), name, place+"/"+name)...)
			}
		case "additionalProperties":
			o, _ := v.(object)
			known, _ := schema["properties"].(object)
			for name, value := range o {
				if _, there := known[name]; !there {
					all = append(all, misfits(root, told.(object), value, place+"/"+name)...)
				}
			}
		default:
			tell("the schema uses %s, which this check does not know", word)
		}
	}
	return all
}

func isKind(v any, kind string) bool {
	switch v := v.(type) {
	case object:
		return kind == "object"
	case []any:
		return kind == "array"
	case string:
		return kind == "string"
	case bool:
		return kind == "boolean"
	case float64:
		return kind == "number" || kind == "integer" && v == math.Trunc(v)
	case nil:
		return kind == "null"
	}
	return false
}

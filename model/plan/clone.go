package plan

import (
	"reflect"

	"outrigger/model/money"
)

// Clone makes an independent copy: changing the one never changes the other.
func Clone(p *Plan) *Plan {
	q := copied(reflect.ValueOf(p)).Interface().(*Plan)
	return q
}

var number = reflect.TypeFor[money.Number]()

// copied follows pointers, lists and maps; everything else is a value already.
func copied(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		to := reflect.New(v.Type().Elem())
		to.Elem().Set(copied(v.Elem()))
		return to
	case reflect.Slice:
		if v.IsNil() {
			return v
		}
		to := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			to.Index(i).Set(copied(v.Index(i)))
		}
		return to
	case reflect.Map:
		if v.IsNil() {
			return v
		}
		to := reflect.MakeMapWithSize(v.Type(), v.Len())
		for each := v.MapRange(); each.Next(); {
			to.SetMapIndex(each.Key(), copied(each.Value()))
		}
		return to
	case reflect.Struct:
		if v.Type() == number {
			return v
		}
		to := reflect.New(v.Type()).Elem()
		to.Set(v)
		for i := range v.NumField() {
			switch f := v.Field(i); f.Kind() {
			case reflect.Pointer, reflect.Slice, reflect.Map, reflect.Struct:
				to.Field(i).Set(copied(f))
			}
		}
		return to
	}
	return v
}

// Equal tells whether two plans say the same: figures by their value, so that 1.5
// is 1.50, and lists and maps by what is in them, so that none is as good as an
// empty one.
func Equal(p, q *Plan) bool { return alike(reflect.ValueOf(p), reflect.ValueOf(q)) }

func alike(a, b reflect.Value) bool {
	switch a.Kind() {
	case reflect.Pointer:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		return a.Pointer() == b.Pointer() || alike(a.Elem(), b.Elem())
	case reflect.Slice:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !alike(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Map:
		if a.Len() != b.Len() {
			return false
		}
		for each := a.MapRange(); each.Next(); {
			other := b.MapIndex(each.Key())
			if !other.IsValid() || !alike(each.Value(), other) {
				return false
			}
		}
		return true
	case reflect.Struct:
		if a.Type() == number {
			return a.Interface().(money.Number).Equal(b.Interface().(money.Number))
		}
		for i := range a.NumField() {
			if !alike(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	}
	return a.Equal(b)
}

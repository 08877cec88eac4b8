package calc

import "math"

// found remembers which steps there are, so that the same is not worked out twice: a
// hash table of their numbers, which looks into the steps themselves. A map whose keys
// are steps takes several times as long, and a program is written anew whenever a figure
// is changed on the page.
type found struct {
	places []int32 // number of a step + 1, 0 where none stands; a power of two of them
	held   int
}

// find gives the number of the step that is like s, and notes the next number,
// len(steps), as that of s if there is none.
func (f *found) find(steps []step, s step) int32 {
	if 2*f.held >= len(f.places) {
		f.grow(steps)
	}
	mask := uint64(len(f.places) - 1)
	for at := s.hash() & mask; ; at = (at + 1) & mask {
		number := f.places[at] - 1
		if number < 0 {
			f.places[at] = int32(len(steps) + 1)
			f.held++
			return int32(len(steps))
		}
		if t := &steps[number]; t.kind == s.kind && t.a == s.a && t.b == s.b && math.Float64bits(t.k) == math.Float64bits(s.k) {
			return number
		}
	}
}

func (f *found) grow(steps []step) {
	before := f.places
	f.places = make([]int32, max(4096, 2*len(before)))
	mask := uint64(len(f.places) - 1)
	for _, number := range before {
		if number == 0 {
			continue
		}
		at := steps[number-1].hash() & mask
		for f.places[at] != 0 {
			at = (at + 1) & mask
		}
		f.places[at] = number
	}
}

// hash spreads what makes two steps alike over all bits (Fibonacci hashing).
func (s *step) hash() uint64 {
	h := uint64(uint32(s.a))<<32 | uint64(uint32(s.b))
	h = (h ^ uint64(s.kind)<<24 ^ math.Float64bits(s.k)) * 0x9e3779b97f4a7c15
	return h ^ h>>32
}

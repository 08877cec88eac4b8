package calc

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Unit is a product of powers of base units, in one canonical spelling: "hour",
// "VUV", "hour·person^-1". The empty Unit is a pure number. All rows are per
// fiscal year where that applies, so the year is not a base unit.
type Unit string

// Base units of the planner; currencies and the things a post counts add their
// own.
const (
	One    Unit = ""
	Hour   Unit = "hour"
	Day    Unit = "day"
	Person Unit = "person"
	Month  Unit = "month"
	Year   Unit = "year"
)

// Times multiplies units.
func (u Unit) Times(v Unit) Unit { return u.combine(v, 1) }

// Per divides units.
func (u Unit) Per(v Unit) Unit { return u.combine(v, -1) }

func (u Unit) combine(v Unit, sign int) Unit {
	powers := u.powers()
	for base, power := range v.powers() {
		powers[base] += sign * power
	}
	var parts []string
	for _, base := range slices.Sorted(maps.Keys(powers)) {
		switch power := powers[base]; power {
		case 0:
		case 1:
			parts = append(parts, base)
		default:
			parts = append(parts, base+"^"+strconv.Itoa(power))
		}
	}
	return Unit(strings.Join(parts, "·"))
}

func (u Unit) powers() map[string]int {
	powers := map[string]int{}
	if u == One {
		return powers
	}
	for part := range strings.SplitSeq(string(u), "·") {
		base, power, found := strings.Cut(part, "^")
		n := 1
		if found {
			n, _ = strconv.Atoi(power) // written by combine
		}
		powers[base] = n
	}
	return powers
}

// Factors lists the base units above and below the line, for a reader.
func (u Unit) Factors() (above, below []string) {
	powers := u.powers()
	for _, base := range slices.Sorted(maps.Keys(powers)) {
		for range powers[base] {
			above = append(above, base)
		}
		for range -powers[base] {
			below = append(below, base)
		}
	}
	return above, below
}

package calc

import (
	"math"

	"outrigger/model/doubt"
)

// blockSize is how many draws are carried through the graph together: enough that
// choosing the next step costs little, few enough that the columns at hand stay in a
// processor's cache.
const blockSize = 256

// column is the draws of one figure in a block.
type column [blockSize]float64

func (o *column) fill(k float64) {
	for i := range o {
		o[i] = k
	}
}

func (o *column) div(x, y *column, ifZero float64) {
	for i := range o {
		if by := y[i]; by != 0 {
			o[i] = x[i] / by
		} else {
			o[i] = ifZero
		}
	}
}

func (o *column) divColumn(x, y, ifZero *column) {
	for i := range o {
		if by := y[i]; by != 0 {
			o[i] = x[i] / by
		} else {
			o[i] = ifZero[i]
		}
	}
}

// choose takes then where x cmp y holds. The figures are chosen as bits: that needs no
// branch, which a processor could only guess.
func (o *column) choose(cmp Cmp, x, y, then, otherwise *column) {
	if cmp == Greater || cmp == GreaterOrEqual {
		x, y, cmp = y, x, map[Cmp]Cmp{Greater: Less, GreaterOrEqual: LessOrEqual}[cmp]
	}
	for i := range o {
		yes, no := math.Float64bits(then[i]), math.Float64bits(otherwise[i])
		switch cmp {
		case Less:
			if x[i] < y[i] {
				no = yes
			}
		case LessOrEqual:
			if x[i] <= y[i] {
				no = yes
			}
		default:
			if x[i] == y[i] {
				no = yes
			}
		}
		o[i] = math.Float64frombits(no)
	}
}

func (o *column) round(x *column, places float64) {
	unit := math.Pow(10, places)
	for i := range o {
		o[i] = roundTo(x[i], unit)
	}
}

func (o *column) roundBy(x, places *column) {
	for i := range o {
		o[i] = roundTo(x[i], math.Pow(10, places[i]))
	}
}

func (o *column) compound(first, last, years *column) {
	for i := range o {
		o[i] = growth(first[i], last[i], years[i])
	}
}

func (o *column) spreadMean(low, high, tail *column) {
	for i := range o {
		o[i] = doubt.SpreadMean(low[i], high[i], tail[i])
	}
}

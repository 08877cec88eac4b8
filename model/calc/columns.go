package calc

import "math"

// blockSize is how many draws are carried through the graph together: enough that
// choosing the next step costs little, few enough that the columns at hand stay in a
// processor's cache.
const blockSize = 512

// column is the draws of one figure in a block.
type column [blockSize]float64

// The loops are written out four draws at a time: they are most of the work, and the
// compiler neither unrolls nor looks into a function that is handed in.

func (o *column) fill(k float64) {
	for i := range o {
		o[i] = k
	}
}

func (o *column) add(x, y *column) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = x[i]+y[i], x[i+1]+y[i+1], x[i+2]+y[i+2], x[i+3]+y[i+3]
	}
}

func (o *column) addOne(x *column, k float64) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = x[i]+k, x[i+1]+k, x[i+2]+k, x[i+3]+k
	}
}

func (o *column) sub(x, y *column) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = x[i]-y[i], x[i+1]-y[i+1], x[i+2]-y[i+2], x[i+3]-y[i+3]
	}
}

func (o *column) subFrom(k float64, x *column) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = k-x[i], k-x[i+1], k-x[i+2], k-x[i+3]
	}
}

func (o *column) mul(x, y *column) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = x[i]*y[i], x[i+1]*y[i+1], x[i+2]*y[i+2], x[i+3]*y[i+3]
	}
}

func (o *column) mulOne(x *column, k float64) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = x[i]*k, x[i+1]*k, x[i+2]*k, x[i+3]*k
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

func (o *column) divOne(x *column, k float64) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = x[i]/k, x[i+1]/k, x[i+2]/k, x[i+3]/k
	}
}

func (o *column) min(x, y *column) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = min(x[i], y[i]), min(x[i+1], y[i+1]), min(x[i+2], y[i+2]), min(x[i+3], y[i+3])
	}
}

func (o *column) minOne(x *column, k float64) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = min(x[i], k), min(x[i+1], k), min(x[i+2], k), min(x[i+3], k)
	}
}

func (o *column) max(x, y *column) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = max(x[i], y[i]), max(x[i+1], y[i+1]), max(x[i+2], y[i+2]), max(x[i+3], y[i+3])
	}
}

func (o *column) maxOne(x *column, k float64) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = max(x[i], k), max(x[i+1], k), max(x[i+2], k), max(x[i+3], k)
	}
}

// addThree adds three columns, the first two first.
func (o *column) addThree(x, y, z *column) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = x[i]+y[i]+z[i], x[i+1]+y[i+1]+z[i+1], x[i+2]+y[i+2]+z[i+2], x[i+3]+y[i+3]+z[i+3]
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

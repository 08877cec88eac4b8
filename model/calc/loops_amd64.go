package calc

// The loops of arithmetic are most of the work, and Go's compiler works on one figure at
// a time where the processor could on two. They are written in loops_amd64.s with the
// instructions that every such processor has (SSE2), which give the very same figures;
// loops_other.go says in Go what they do.

func (o *column) add(x, y *column)             { addColumns(o, x, y) }
func (o *column) sub(x, y *column)             { subColumns(o, x, y) }
func (o *column) mul(x, y *column)             { mulColumns(o, x, y) }
func (o *column) min(x, y *column)             { minColumns(o, x, y) }
func (o *column) max(x, y *column)             { maxColumns(o, x, y) }
func (o *column) addThree(x, y, z *column)     { addThreeColumns(o, x, y, z) }
func (o *column) addOne(x *column, k float64)  { addToColumn(o, x, k) }
func (o *column) subFrom(k float64, x *column) { subColumnFrom(o, x, k) }
func (o *column) mulOne(x *column, k float64)  { mulColumn(o, x, k) }
func (o *column) divOne(x *column, k float64)  { divColumn(o, x, k) }
func (o *column) minOne(x *column, k float64)  { minColumn(o, x, k) }
func (o *column) maxOne(x *column, k float64)  { maxColumn(o, x, k) }

//go:noescape
func addColumns(out, x, y *column)

//go:noescape
func subColumns(out, x, y *column)

//go:noescape
func mulColumns(out, x, y *column)

//go:noescape
func minColumns(out, x, y *column)

//go:noescape
func maxColumns(out, x, y *column)

//go:noescape
func addThreeColumns(out, x, y, z *column)

//go:noescape
func addToColumn(out, x *column, k float64)

//go:noescape
func subColumnFrom(out, x *column, k float64)

//go:noescape
func mulColumn(out, x *column, k float64)

//go:noescape
func divColumn(out, x *column, k float64)

//go:noescape
func minColumn(out, x *column, k float64)

//go:noescape
func maxColumn(out, x *column, k float64)

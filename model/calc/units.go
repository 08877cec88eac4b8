package calc

// anyUnit is the unit of a literal zero, which fits everywhere.
const anyUnit Unit = "?"

// checkUnits works out the unit of a row's expression and holds it against the
// one the row states.
func (m *Model) checkUnits(r *Row) error {
	if r.Expr.Op == OpInput {
		return nil
	}
	u, err := m.unit(r, r.Expr)
	if err != nil {
		return err
	}
	if !fits(u, r.Unit) {
		return fault(r.ID, ErrUnit, "gives ", string(u), " but is stated in ", string(r.Unit))
	}
	return nil
}

func fits(a, b Unit) bool { return a == b || a == anyUnit || b == anyUnit }

func (m *Model) unit(r *Row, e Expr) (Unit, error) {
	units := make([]Unit, len(e.Args))
	for i, arg := range e.Args {
		u, err := m.unit(r, arg)
		if err != nil {
			return One, err
		}
		units[i] = u
	}
	same := func(us ...Unit) (Unit, error) {
		found := anyUnit
		for _, u := range us {
			if !fits(u, found) {
				return One, fault(r.ID, ErrUnit, string(found), " with ", string(u))
			}
			if found == anyUnit {
				found = u
			}
		}
		return found, nil
	}
	switch e.Op {
	case OpLiteral:
		switch e.N {
		case 0:
			return anyUnit, nil
		case 12:
			return Month, nil
		}
		return One, nil
	case OpRow, OpTotal, OpAt:
		return m.rows[m.byID[e.Row]].Unit, nil
	case OpTotalWhere:
		if _, err := same(m.rows[m.byID[e.Rows[0]]].Unit, One); err != nil {
			return One, err
		}
		return m.rows[m.byID[e.Row]].Unit, nil
	case OpAdd, OpSub, OpMin, OpMax:
		return same(units...)
	case OpMul:
		if units[0] == anyUnit || units[1] == anyUnit {
			return anyUnit, nil
		}
		return units[0].Times(units[1]), nil
	case OpDiv:
		if units[0] == anyUnit || units[1] == anyUnit {
			return units[2], nil
		}
		return same(units[0].Per(units[1]), units[2])
	case OpSum:
		var us []Unit
		for _, id := range e.Rows {
			us = append(us, m.rows[m.byID[id]].Unit)
		}
		return same(us...)
	case OpPrev:
		return same(m.rows[m.byID[e.Row]].Unit, units[0])
	case OpLag:
		if _, err := same(units[0], Year); err != nil {
			return One, err
		}
		return m.rows[m.byID[e.Row]].Unit, nil
	case OpIf:
		if _, err := same(units[0], units[1]); err != nil {
			return One, err
		}
		return same(units[2], units[3])
	case OpRound:
		if !m.Once(e.Args[1].Row) {
			return One, fault(r.ID, ErrOnce, "places")
		}
		return units[0], nil
	case OpSpreadMean:
		if _, err := same(units[2], One); err != nil {
			return One, err
		}
		return same(units[0], units[1])
	case OpCompound:
		if _, err := same(units[0], units[1]); err != nil {
			return One, err
		}
		return One, nil
	}
	return r.Unit, nil
}

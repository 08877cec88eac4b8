package money

import "github.com/govalues/decimal"

// Number is an exact decimal of up to 19 significant digits. See the package
// comment for what happens beyond them.
type Number = decimal.Decimal

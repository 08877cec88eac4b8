package money

import (
	"errors"
	"fmt"
)

// ErrMixed says that two currencies met in one sum.
var ErrMixed = errors.New("amounts in different currencies cannot be added")

// Amount is a sum of money in one currency. The zero Amount is nothing in no
// currency, and adds to anything.
type Amount struct {
	n        Number
	currency Currency
}

// New makes an amount, rounded to the currency's places.
func New(n Number, c Currency) Amount { return Amount{Round(n, c.Places), c} }

// Number gives the figure without its currency.
func (a Amount) Number() Number { return a.n }

// Currency tells which currency the amount is in.
func (a Amount) Currency() Currency { return a.currency }

// String writes figure and code: 1250.00 USD.
func (a Amount) String() string {
	return a.n.Pad(a.currency.Places).String() + " " + a.currency.Code
}

// Add sums two amounts of one currency. ErrMixed if they differ, ErrRange if the
// sum does not fit.
func (a Amount) Add(b Amount) (Amount, error) {
	if a == (Amount{}) {
		return b, nil
	}
	if b == (Amount{}) {
		return a, nil
	}
	if a.currency != b.currency {
		return Amount{}, fmt.Errorf("%s and %s: %w", a.currency.Code, b.currency.Code, ErrMixed)
	}
	n, err := a.n.Add(b.n)
	if err != nil {
		return Amount{}, ErrRange
	}
	return Amount{n, a.currency}, nil
}

// Rate is what one unit of From cost in To on a day, as some source said.
type Rate struct {
	From, To Currency
	Value    Number
	Date     string // ISO 8601 day
	Source   string
}

// Convert turns an amount of the rate's From into its To, rounded once to the
// places of To. ErrMixed if the amount is in another currency, ErrRange if the
// result does not fit.
func (r Rate) Convert(a Amount) (Amount, error) {
	if a.currency != r.From {
		return Amount{}, fmt.Errorf("%s at a rate for %s: %w", a.currency.Code, r.From.Code, ErrMixed)
	}
	n, err := a.n.Mul(r.Value)
	if err != nil {
		return Amount{}, ErrRange
	}
	return New(n, r.To), nil
}

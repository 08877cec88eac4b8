package measures

import (
	"errors"
	"fmt"

	"outrigger/model/span"
)

// What is wrong with a problem.
var (
	ErrID       = errors.New("has no id")
	ErrTwice    = errors.New("exists twice")
	ErrUnknown  = errors.New("does not exist")
	ErrValue    = errors.New("has a value that is not a finite number")
	ErrNegative = errors.New("has a ceiling below nought")
	ErrCeiling  = errors.New("has no ceiling for a year in which it is used")
	ErrLarge    = errors.New("is used in amounts too large to be added exactly")
	ErrCircle   = errors.New("needs itself, by way of its prerequisites")
	ErrApart    = errors.New("needs a measure that excludes it")
	ErrPerYear  = errors.New("must not be negative")
)

// ErrInfeasible says that the mandatory measures cannot all be carried out.
var ErrInfeasible = errors.New("the mandatory measures do not fit together")

// ErrStopped says that a search was stopped before it found any answer.
var ErrStopped = errors.New("measures: stopped before an answer was found")

// FaultError names the thing at fault; errors.Is finds the kind.
type FaultError struct {
	// Thing is measure, resource or starts a year; ID names it.
	Thing, ID string
	// Other is the second one involved, Year the year, where there is one.
	Other string
	Year  span.Year
	Kind  error
}

func (e *FaultError) Error() string {
	s := fmt.Sprintf("measures: %s %q: %v", e.Thing, e.ID, e.Kind)
	if e.Other != "" {
		s += fmt.Sprintf(" (%q)", e.Other)
	}
	if e.Year != 0 {
		s += fmt.Sprintf(" (%d)", e.Year)
	}
	return s
}

// Unwrap gives the kind.
func (e *FaultError) Unwrap() error { return e.Kind }

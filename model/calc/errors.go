package calc

import (
	"errors"
	"fmt"
)

// What Build finds wrong with a graph.
var (
	ErrTwice       = errors.New("a row of this id exists already")
	ErrUnknown     = errors.New("refers to a row that does not exist")
	ErrCycle       = errors.New("depends on itself within a year")
	ErrUnit        = errors.New("combines units that do not fit")
	ErrMissingYear = errors.New("has no value for a year it speaks for")
	ErrYear        = errors.New("reads a year that is not on the axis")
	ErrLiteral     = errors.New("uses a number that is not 0, 1, 12 or 100")
	ErrOnce        = errors.New("needs one value but is given a row of years")
)

// ErrOverflow says that a figure grew beyond what can be kept exactly.
var ErrOverflow = errors.New("the figure is too large to be kept exactly")

// RowError names the row at fault; errors.Is finds the kind.
type RowError struct {
	Row    ID
	Kind   error
	Detail string
}

func (e *RowError) Error() string {
	if e.Detail == "" {
		return fmt.Sprintf("calc: %s: %v", e.Row, e.Kind)
	}
	return fmt.Sprintf("calc: %s: %v: %s", e.Row, e.Kind, e.Detail)
}

// Unwrap gives the kind.
func (e *RowError) Unwrap() error { return e.Kind }

func fault(row ID, kind error, detail ...any) error {
	return &RowError{row, kind, fmt.Sprint(detail...)}
}

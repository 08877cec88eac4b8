// Package workbook writes a calculated plan as the spreadsheet a donor's reviewer
// opens: every figure of it a live formula over the plan's inputs.
package workbook

import (
	"errors"
	"io"

	"outrigger/app/words"
	"outrigger/datasets"
	"outrigger/model/chain"
)

// Request is what a workbook is written from. The same request gives the same
// bytes.
type Request struct {
	Case     *chain.Case
	Facts    *datasets.Data
	Words    words.Reader // the language of the workbook
	Scenario string       // the scenario the workbook opens with; "" is the base case
	Version  string       // of the program
	Date     string       // ISO 8601, the day of writing
}

// Write writes the workbook. Errors are those of the writer.
func Write(_ io.Writer, _ Request) error { return errors.New("workbook: not written yet") }

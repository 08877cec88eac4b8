package plan

import (
	_ "embed"
	"slices"
)

//go:embed schema.json
var schema []byte

// Schema is the JSON Schema (draft 2020-12) of a plan document, for programs and
// editors that write one. It describes the form only; what a plan needs to be
// calculated is told by Check.
func Schema() []byte { return slices.Clone(schema) }

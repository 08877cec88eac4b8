package review_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"outrigger/model/money"
)

type numberLike = money.Number

// inZip replaces a text once in one part of a workbook, as somebody does who edits the
// file itself.
func inZip(t *testing.T, data []byte, part, from, to string) []byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	check(t, err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	done := false
	for _, file := range archive.File {
		r, err := file.Open()
		check(t, err)
		body, err := io.ReadAll(r)
		check(t, err)
		if file.Name == part && strings.Contains(string(body), from) {
			body, done = []byte(strings.Replace(string(body), from, to, 1)), true
		}
		part, err := w.Create(file.Name)
		check(t, err)
		_, err = part.Write(body)
		check(t, err)
	}
	check(t, w.Close())
	if !done {
		t.Fatalf("%s does not hold %s", part, from)
	}
	return out.Bytes()
}

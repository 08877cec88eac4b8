package review_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"regexp"
	"strings"
	"testing"

	"outrigger/model/money"
)

type numberLike = money.Number

// inZip replaces a text once in one part of a workbook, as somebody does who edits the
// file itself.
func inZip(t *testing.T, data []byte, part, from, to string) []byte {
	t.Helper()
	return inParts(t, data, map[string]func(string) string{part: func(x string) string {
		if !strings.Contains(x, from) {
			t.Fatalf("%s does not hold %s", part, from)
		}
		return strings.Replace(x, from, to, 1)
	}})
}

// inParts changes parts of a workbook as texts.
func inParts(t *testing.T, data []byte, do map[string]func(string) string) []byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	check(t, err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	done := 0
	for _, file := range archive.File {
		body := content(t, file)
		if change := do[file.Name]; change != nil {
			body = change(body)
			done++
		}
		part, err := w.Create(file.Name)
		check(t, err)
		_, err = part.Write([]byte(body))
		check(t, err)
	}
	check(t, w.Close())
	if done != len(do) {
		t.Fatalf("only %d of %d parts are there", done, len(do))
	}
	return out.Bytes()
}

func content(t *testing.T, file *zip.File) string {
	t.Helper()
	r, err := file.Open()
	check(t, err)
	defer r.Close()
	body, err := io.ReadAll(r)
	check(t, err)
	return string(body)
}

var sheetEntry = regexp.MustCompile(`<sheet name="([^"]*)"`)

// partOf is the part of a workbook that holds a sheet: they are numbered in their order.
func partOf(t *testing.T, data []byte, sheet string) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	check(t, err)
	for _, file := range archive.File {
		if file.Name != "xl/workbook.xml" {
			continue
		}
		for i, m := range sheetEntry.FindAllStringSubmatch(content(t, file), -1) {
			if html.UnescapeString(m[1]) == sheet {
				return fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)
			}
		}
	}
	t.Fatalf("there is no sheet %s", sheet)
	return ""
}

package workbook_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// partOf is the part of the archive that holds a sheet.
func partOf(t *testing.T, data []byte, sheet string) string {
	t.Helper()
	for _, s := range unzip(t, data).sheets() {
		if s.name == sheet {
			return s.part
		}
	}
	t.Fatalf("there is no sheet %s", sheet)
	return ""
}

func change(t *testing.T, data []byte, do func(*excelize.File)) []byte {
	t.Helper()
	f := read(t, data)
	do(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// edit changes one part of the archive as text.
func edit(t *testing.T, data []byte, part string, do func(string) string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, file := range in.File {
		body := content(t, file)
		if file.Name == part {
			body = do(body)
		}
		w, err := archive.Create(file.Name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, body)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func content(t *testing.T, file *zip.File) string {
	t.Helper()
	r, err := file.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	body, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func replaceOnce(t *testing.T, in, from, to string) string {
	t.Helper()
	if !strings.Contains(in, from) {
		t.Fatalf("%q is not there", from)
	}
	return strings.Replace(in, from, to, 1)
}

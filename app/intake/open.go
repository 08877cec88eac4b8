package intake

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
)

// Limits of a file, chosen so that the worst one that passes them is read within
// two seconds and 200 MB on a modest laptop.
const (
	MaxBytes = 24 << 20  // bytes of the file itself
	MaxCells = 1_000_000 // cells that hold something, in all sheets
	MaxWidth = 4096      // columns
)

// Open reads a file whatever its ending says: its content tells what it is. The
// name is kept as the source of every figure. Errors are *Fault.
func Open(name string, r io.Reader) (*File, error) {
	data, err := readAll(name, r)
	if err != nil {
		return nil, err
	}
	switch kind := sniff(data); kind {
	case "zip":
		return openZip(name, data)
	case "ole":
		return nil, oleFault(name, data)
	case "":
		return openText(name, data)
	default:
		return nil, fault(kind, name)
	}
}

// Paste reads a block copied from a spreadsheet or a web page.
func Paste(text string) (*File, error) {
	f, err := Open("", strings.NewReader(text))
	if err != nil {
		return nil, err
	}
	f.Format = "paste"
	return f, nil
}

func readAll(name string, r io.Reader) ([]byte, error) {
	var b bytes.Buffer
	_, err := b.ReadFrom(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, fault("unreadable", name)
	}
	if b.Len() > MaxBytes {
		return nil, fault("too_large", name, "limit", strconv.Itoa(MaxBytes>>20))
	}
	if len(bytes.TrimSpace(b.Bytes())) == 0 {
		return nil, fault("empty", name)
	}
	return b.Bytes(), nil
}

// sniff tells a file by its first bytes: zip, ole, the code of a fault, or empty
// for text.
func sniff(data []byte) string {
	head := data[:min(len(data), 1024)]
	lower := bytes.ToLower(bytes.TrimLeft(head, "\xef\xbb\xbf \t\r\n"))
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return "zip"
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return "ole"
	case bytes.HasPrefix(head, []byte("\x09\x08")), bytes.HasPrefix(head, []byte("\x09\x04")), bytes.HasPrefix(head, []byte("\x09\x02")):
		return "old_excel"
	case bytes.HasPrefix(lower, []byte("%pdf")):
		return "pdf"
	case bytes.HasPrefix(lower, []byte("{\\rtf")), bytes.HasPrefix(head, []byte("\x1f\x8b")), bytes.HasPrefix(head, []byte("Rar!")), bytes.HasPrefix(head, []byte("7z\xbc\xaf")),
		bytes.HasPrefix(head, []byte("\x89PNG")), bytes.HasPrefix(head, []byte("\xff\xd8\xff")), bytes.HasPrefix(head, []byte("GIF8")):
		return "not_a_table"
	case bytes.HasPrefix(lower, []byte("<")):
		if bytes.Contains(lower, []byte("<html")) || bytes.Contains(lower, []byte("<table")) || bytes.Contains(lower, []byte("<!doctype html")) {
			return "" // text; openText reads the table of the page
		}
		if bytes.Contains(lower, []byte("<?xml")) || bytes.Contains(lower, []byte("<workbook")) {
			return "xml"
		}
	}
	return ""
}

// oleFault tells what an old compound file is: an encrypted workbook keeps its
// parts under names a reader can see.
func oleFault(name string, data []byte) error {
	if bytes.Contains(data, utf16of("EncryptedPackage")) || bytes.Contains(data, utf16of("EncryptionInfo")) {
		return fault("encrypted", name)
	}
	if bytes.Contains(data, utf16of("Workbook")) || bytes.Contains(data, utf16of("Book")) {
		return fault("old_excel", name)
	}
	return fault("not_a_table", name)
}

func utf16of(s string) []byte {
	b := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}

// asFault keeps a fault and turns anything else into an unreadable file.
func asFault(name string, err error) error {
	var f *Fault
	if errors.As(err, &f) {
		return f
	}
	return fault("unreadable", name)
}

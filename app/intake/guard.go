package intake

import (
	"archive/zip"
	"bytes"
	"io"
	"strconv"
	"strings"
)

// Limits of what a zipped workbook may unfold to. Sheets of a million cells stay
// below; a bomb does not.
const (
	maxUnzipped = 96 << 20 // bytes of all parts
	maxPart     = 64 << 20 // bytes of one part
	maxRatio    = 400      // unzipped to zipped, of parts over a megabyte
	maxParts    = 2000
)

// openZip reads a zipped file: a workbook, or one sentence on what else it is.
func openZip(name string, data []byte) (*File, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fault("unreadable", name)
	}
	kind := ""
	for _, part := range z.File {
		switch {
		case part.Name == "xl/workbook.xml" || strings.EqualFold(part.Name, "xl/workbook.xml"):
			kind = "xlsx"
		case part.Name == "xl/workbook.bin":
			return nil, fault("binary_workbook", name)
		case part.Name == "content.xml" && kind == "":
			kind = "ods"
		}
	}
	if err := guardZip(name, z); err != nil {
		return nil, err
	}
	switch kind {
	case "xlsx":
		return openWorkbook(name, data, z)
	case "ods":
		return nil, fault("ods", name)
	}
	return nil, fault("not_a_table", name)
}

// guardZip refuses a bomb before anything is unfolded, by what the directory
// declares, and then by what the parts hold: every part is read once and thrown
// away, so that a directory that lies is found out too.
func guardZip(name string, z *zip.Reader) error {
	if len(z.File) > maxParts {
		return fault("bomb", name, "size", strconv.Itoa(len(z.File)))
	}
	var declared uint64
	for _, part := range z.File {
		declared += part.UncompressedSize64
		size, packed := part.UncompressedSize64, max(part.CompressedSize64, 1)
		if size > maxPart || declared > maxUnzipped || size > 1<<20 && size/packed > maxRatio {
			return fault("bomb", name, "size", strconv.FormatUint(declared>>20, 10))
		}
	}
	var actual int64
	for _, part := range z.File {
		if strings.Contains(part.Name, "media/") {
			continue
		}
		r, err := part.Open()
		if err != nil {
			return fault("unreadable", name)
		}
		n, err := io.Copy(io.Discard, io.LimitReader(r, maxPart+1))
		r.Close()
		actual += n
		if n > maxPart || actual > maxUnzipped {
			return fault("bomb", name, "size", strconv.FormatInt(actual>>20, 10))
		}
		if err != nil {
			return fault("unreadable", name)
		}
	}
	return nil
}

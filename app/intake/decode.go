package intake

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decodeText turns bytes into text: UTF-8 with or without mark, UTF-16 either
// way round, with or without mark, else Windows-1252, which every byte is valid
// in. The name of the encoding is told to the reader.
func decodeText(data []byte) (text, encoding string) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return strings.ToValidUTF8(string(data[3:]), "�"), "UTF-8"
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decode16(data[2:], binary.LittleEndian), "UTF-16 LE"
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decode16(data[2:], binary.BigEndian), "UTF-16 BE"
	}
	if even, odd := zeros(data); odd > 3*even+2 {
		return decode16(data, binary.LittleEndian), "UTF-16 LE"
	} else if even > 3*odd+2 {
		return decode16(data, binary.BigEndian), "UTF-16 BE"
	}
	if utf8.Valid(data) {
		return string(data), "UTF-8"
	}
	return decode1252(data), "Windows-1252"
}

// zeros counts zero bytes at even and odd places of the beginning.
func zeros(data []byte) (even, odd int) {
	for i, b := range data[:min(len(data), 4096)] {
		if b != 0 {
			continue
		}
		if i%2 == 0 {
			even++
		} else {
			odd++
		}
	}
	return even, odd
}

func decode16(data []byte, order binary.ByteOrder) string {
	var b strings.Builder
	b.Grow(len(data) / 2)
	for i := 0; i+1 < len(data); i += 2 {
		r := rune(order.Uint16(data[i:]))
		if utf16.IsSurrogate(r) && i+3 < len(data) {
			if pair := utf16.DecodeRune(r, rune(order.Uint16(data[i+2:]))); pair != utf8.RuneError {
				r, i = pair, i+2
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// windows1252 are the places where it differs from Latin-1, 0x80 to 0x9f.
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"

func decode1252(data []byte) string {
	high := []rune(windows1252)
	var b strings.Builder
	b.Grow(len(data) + len(data)/8)
	for _, c := range data {
		if c >= 0x80 && c <= 0x9f {
			b.WriteRune(high[c-0x80])
		} else {
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

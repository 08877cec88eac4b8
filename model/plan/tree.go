package plan

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// node is one JSON value with its place in the file. encoding/json alone would
// keep the last of two equal keys, stop at the first fault and forget the line;
// a plan that a person mailed deserves better.
type node struct {
	line    int
	raw     []byte // the value as written
	token   any    // nil, bool, string or json.Number for a scalar
	members []member
	items   []*node
	object  bool
	array   bool
}

type member struct {
	name  string
	value *node
}

const maxDepth = 32

var errDepth = errors.New("nested too deeply")

// parseTree reads one JSON document. Duplicate keys are reported and the first
// kept.
func parseTree(data []byte, fs *findings) *node {
	if len(data) > MaxBytes {
		fs.add("too_big", "1", "limit", strconv.Itoa(MaxBytes>>20))
		return nil
	}
	if !utf8.Valid(data) {
		fs.add("not_text", "1")
		return nil
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if len(bytes.TrimSpace(data)) == 0 {
		fs.add("empty", "1")
		return nil
	}
	r := &treeReader{data: data, dec: json.NewDecoder(bytes.NewReader(data)), fs: fs}
	r.dec.UseNumber()
	root, err := r.value(0)
	if err == nil {
		if _, extra := r.dec.Token(); extra != io.EOF {
			err = errors.New("something follows the end of the plan")
		}
	}
	if err != nil {
		line := strconv.Itoa(r.line())
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || !json.Valid(data) && endsOpen(data) {
			fs.add("cut_off", line)
		} else {
			fs.add("not_json", line)
		}
		return nil
	}
	return root
}

// endsOpen tells a document that was cut off from one that was mistyped: a strict
// reader is content with it up to its very last byte.
func endsOpen(data []byte) bool {
	var any json.RawMessage
	var syntax *json.SyntaxError
	err := json.Unmarshal(data, &any)
	return errors.As(err, &syntax) && syntax.Offset >= int64(len(data))
}

type treeReader struct {
	data    []byte
	dec     *json.Decoder
	fs      *findings
	counted int // bytes whose lines are counted
	lines   int
}

func (r *treeReader) line() int {
	to := min(int(r.dec.InputOffset()), len(r.data))
	r.lines += bytes.Count(r.data[r.counted:to], []byte("\n"))
	r.counted = to
	return r.lines + 1
}

func (r *treeReader) value(depth int) (*node, error) {
	if depth > maxDepth {
		return nil, errDepth
	}
	from := int(r.dec.InputOffset())
	token, err := r.dec.Token()
	if err != nil {
		return nil, err
	}
	n := &node{line: r.line()}
	switch token {
	case json.Delim('{'):
		err = r.object(n, depth)
	case json.Delim('['):
		err = r.array(n, depth)
	default:
		n.token = token
	}
	if err != nil {
		return nil, err
	}
	n.raw = bytes.TrimLeft(r.data[from:r.dec.InputOffset()], " \t\r\n:,")
	return n, nil
}

func (r *treeReader) object(n *node, depth int) error {
	n.object = true
	seen := map[string]bool{}
	for r.dec.More() {
		token, err := r.dec.Token()
		if err != nil {
			return err
		}
		name, ok := token.(string)
		if !ok {
			return errors.New("a key is not a text")
		}
		line := r.line()
		value, err := r.value(depth + 1)
		if err != nil {
			return err
		}
		if seen[name] {
			r.fs.add("duplicate_key", strconv.Itoa(line), "key", name)
			continue
		}
		seen[name] = true
		n.members = append(n.members, member{name, value})
	}
	_, err := r.dec.Token()
	return err
}

func (r *treeReader) array(n *node, depth int) error {
	n.array = true
	for r.dec.More() {
		item, err := r.value(depth + 1)
		if err != nil {
			return err
		}
		n.items = append(n.items, item)
	}
	_, err := r.dec.Token()
	return err
}

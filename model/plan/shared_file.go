package plan

import (
	"reflect"
	"strconv"
)

// file reads a document that is passed on beside plans, of a format of its own, into a
// structure; false if it is no such document, of a newer version, or has a fault. Other is
// the finding that says it is another kind of document.
func (fs *findings) file(data []byte, format, other string, into any) bool {
	root := parseTree(data, fs)
	if root == nil {
		return false
	}
	if !root.object || root.member("format") == nil || root.member("format").token != any(format) {
		fs.add(other, "1")
		return false
	}
	switch version, ok := root.version(); {
	case !ok:
		fs.add("no_version", strconv.Itoa(root.line))
		return false
	case version > Version:
		fs.add("newer", strconv.Itoa(root.line), "version", strconv.Itoa(version), "known", strconv.Itoa(Version))
		return false
	}
	decoder{fs}.structure(root, reflect.ValueOf(into).Elem(), "")
	return !Refused(*fs)
}

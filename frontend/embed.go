// Package frontend carries the built page inside the program, so that one file
// is all a post installs and nothing is fetched while it runs.
//
// The page itself is TypeScript and Svelte under src; "go run ./build page"
// builds it into dist. A program built without it has an empty page and says so
// (see Built).
package frontend

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Page is the built page: index.html and its assets at the root.
func Page() fs.FS {
	page, err := fs.Sub(dist, "dist")
	if err != nil {
		panic("frontend: dist is embedded by name: " + err.Error())
	}
	return page
}

// Built reports whether the page was built before this program was.
func Built() bool {
	_, err := fs.Stat(Page(), "index.html")
	return err == nil
}

//go:build !desktop && !dev && !bindings

package main

// show has no window to open: this build runs verbs only, serve among them.
func show([]string) (code int, shown bool) { return 0, false }

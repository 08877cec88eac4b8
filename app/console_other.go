//go:build !windows

package main

// console is for Windows only; elsewhere a program speaks where it was started.
func console() {}

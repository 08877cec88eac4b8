package main

import (
	"os"
	"syscall"
)

// console gives the verbs a place to speak. A program with a window is linked
// without a console, or an empty black one would open behind the window; started
// from a command prompt it therefore has nowhere to print. So it joins the console
// it was started from. What was redirected to a file or another program is left
// as it is.
//
// Limit: an interactive cmd.exe does not wait for a program with a window, so its
// prompt comes back before the answer; a script waits, and so does
// "start /wait outrigger …".
func console() {
	const parent = ^uintptr(0)
	out, errs := redirected(syscall.STD_OUTPUT_HANDLE), redirected(syscall.STD_ERROR_HANDLE)
	if out && errs {
		return
	}
	joined, _, _ := syscall.NewLazyDLL("kernel32.dll").NewProc("AttachConsole").Call(parent)
	if joined == 0 {
		return // started from the desktop: there is none
	}
	screen, err := os.OpenFile("CONOUT$", os.O_RDWR, 0)
	if err != nil {
		return
	}
	if !out {
		os.Stdout = screen
	}
	if !errs {
		os.Stderr = screen
	}
}

// redirected tells whether something stands behind a standard handle already.
func redirected(which int) bool {
	handle, err := syscall.GetStdHandle(which)
	if err != nil || handle == 0 || handle == syscall.InvalidHandle {
		return false
	}
	kind, err := syscall.GetFileType(handle)
	return err == nil && kind != syscall.FILE_TYPE_UNKNOWN
}

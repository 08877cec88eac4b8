package main

import (
	"syscall"
	"unsafe"
)

// systemLanguage is the language of the reader's system: fr-SN.
func systemLanguage() string {
	var name [85]uint16 // LOCALE_NAME_MAX_LENGTH
	ask := syscall.NewLazyDLL("kernel32.dll").NewProc("GetUserDefaultLocaleName")
	if n, _, _ := ask.Call(uintptr(unsafe.Pointer(&name[0])), uintptr(len(name))); n == 0 {
		return "en"
	}
	return syscall.UTF16ToString(name[:])
}

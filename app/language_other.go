//go:build !windows

package main

import "os"

// systemLanguage is the language of the reader's system: fr_SN.UTF-8.
func systemLanguage() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if language := os.Getenv(name); language != "" {
			return language
		}
	}
	return "en"
}

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// need is something of the system, named by its Debian package. It is looked for
// by what it does, not by asking the package manager, so that the answer is true
// on every Linux.
type need struct {
	deb   string
	there func() bool
}

// needs lists what each word cannot do without on Linux. On Windows and macOS
// the window's engine is part of the system.
func needs(word string) []need {
	window := []need{
		command("gcc", "gcc"),
		command("pkg-config", "pkg-config"),
		library("libgtk-3-dev", "gtk+-3.0"),
		library("libwebkit2gtk-4.1-dev", "webkit2gtk-4.1"),
	}
	screen := []need{command("xvfb", "Xvfb"), command("dbus", "dbus-daemon")}
	switch word {
	case "test":
		if runtime.GOARCH == "amd64" {
			screen = append(screen, command("wine", "wine"),
				need{"wine64", func() bool { return exists("/usr/lib/wine/wine64") || has("wine") && !exists("/etc/debian_version") }})
		}
		return append(append(window, screen...),
			need{"libreoffice-calc", calc},
			command("chromium", "chromium"),
			command("poppler-utils", "pdftoppm"),
			command("coinor-cbc", "cbc"),
			command("webkit2gtk-driver", "WebKitWebDriver"),
			font("fonts-dejavu-core", "DejaVu Sans"),
			font("fonts-noto-core", "Noto Sans Arabic"),
			font("fonts-crosextra-carlito", "Carlito"), // as wide as the letters of the workbook
		)
	case "bench":
		return append(append(window, screen...), need{"python3-xlsxwriter", func() bool { return pythonWith("xlsxwriter") != "" }},
			need{"python3-numpy", func() bool { return pythonWith("numpy") != "" }},
			command("coinor-cbc", "cbc"))
	}
	return window
}

func command(deb, name string) need {
	return need{deb, func() bool { return has(name) }}
}

func library(deb, name string) need {
	return need{deb, func() bool { return exec.Command("pkg-config", "--exists", name).Run() == nil }}
}

func font(deb, family string) need {
	return need{deb, func() bool { return said("fc-list", family) != "" }}
}

// calc: the office may be there without its spreadsheets, which are a library
// beside its program.
func calc() bool {
	path, err := exec.LookPath("soffice")
	if err != nil {
		return false
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	beside, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "libsc*lo.so"))
	return len(beside) > 0 || !exists("/etc/debian_version") // elsewhere the parts lie as the distribution likes
}

func missing(word string) []string {
	var debs []string
	if runtime.GOOS != "linux" {
		return nil
	}
	for _, n := range needs(word) {
		if !n.there() {
			debs = append(debs, n.deb)
		}
	}
	return debs
}

// install brings what a word needs and the system lacks. Where it may not, the
// error is the command to give.
func install(word string) error {
	debs := missing(word)
	if len(debs) == 0 {
		return nil
	}
	if !has("apt-get") {
		return fmt.Errorf("missing on this system: %s (the names of the Debian packages).\nInstall what your system calls them, and say the word again", strings.Join(debs, ", "))
	}
	before := []string{}
	if os.Geteuid() != 0 {
		if exec.Command("sudo", "-n", "true").Run() != nil {
			return fmt.Errorf("missing on this system: %s. Give this command, and say the word again:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends %s",
				strings.Join(debs, ", "), strings.Join(debs, " "))
		}
		before = []string{"sudo", "-n"}
	}
	fmt.Println("installing", strings.Join(debs, ", "))
	apt := func(args ...string) error {
		all := append(before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=600")
		all = append(all, args...)
		said, err := exec.Command(all[0], all[1:]...).CombinedOutput()
		if err != nil {
			return fmt.Errorf("apt-get %s: %w\n%s", strings.Join(args, " "), err, said)
		}
		return nil
	}
	if err := apt("update"); err != nil {
		return err
	}
	if err := apt(append([]string{"install", "-y", "--no-install-recommends"}, debs...)...); err != nil {
		return err
	}
	if debs := missing(word); len(debs) > 0 {
		return fmt.Errorf("installed, but still not found: %s", strings.Join(debs, ", "))
	}
	return nil
}

var errNode = errors.New("the page needs Node 20.19 or later with npm: install it (https://nodejs.org), and say the word again")

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
)

// windowsProgram is where the program for Windows lies, whatever machine built
// it.
var windowsProgram = filepath.Join("build", "bin", "outrigger.exe")

// pack builds the programs to hand out. The one for Windows is built from any
// system, without a C compiler.
func pack() error {
	if err := buildAll("-trimpath"); err != nil { // the paths of this machine are nobody's business
		return err
	}
	if err := windows(); err != nil {
		return err
	}
	for _, file := range []string{program(), windowsProgram} {
		info, err := os.Stat(file)
		if err != nil {
			return err
		}
		fmt.Printf("%s  %.1f MB\n", file, float64(info.Size())/1e6)
		if runtime.GOOS == "windows" {
			break // they are the same
		}
	}
	return nil
}

// windows cross-compiles the program, with icon, version and manifest. The tag
// wv2runtime.error matters: with any other the program fetches WebView2 from the
// network where it is missing, and ours never goes to the network; it says what
// to install instead.
func windows() (err error) {
	resources, err := windowsResources()
	if err != nil {
		return err
	}
	defer func() {
		if gone := os.Remove(resources); err == nil {
			err = gone
		}
	}()
	cmd := exec.Command("go", "build", "-trimpath", "-tags", "desktop,production,wv2runtime.error",
		"-ldflags", "-w -s -H windowsgui -X main.version="+version(), "-o", windowsProgram, "./app")
	cmd.Env = append(os.Environ(), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0")
	return show(cmd)
}

// windowsResources writes what Windows reads of a program without starting it,
// as a file that the linker picks up beside package main. Group 3 is where Wails
// looks for the window's icon.
func windowsResources() (string, error) {
	folder := out("winres")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	var icons []string
	for _, size := range []int{256, 64, 48, 32, 16} {
		name := fmt.Sprintf("icon%d.png", size)
		if err := savePicture(filepath.Join(folder, name), icon(size)); err != nil {
			return "", err
		}
		icons = append(icons, name)
	}
	number := numbered(version())
	type object = map[string]any
	recipe, err := json.MarshalIndent(object{
		"RT_GROUP_ICON": object{"#3": object{"0000": icons}},
		"RT_MANIFEST": object{"#1": object{"0409": object{
			"description": "Outrigger", "minimum-os": "win10", "execution-level": "as invoker",
			"dpi-awareness": "per monitor v2", "long-path-aware": true, "use-common-controls-v6": true,
		}}},
		"RT_VERSION": object{"#1": object{"0000": object{
			"fixed": object{"file_version": number, "product_version": number},
			"info": object{"0409": object{
				"ProductName": "Outrigger", "FileDescription": "Outrigger", "OriginalFilename": "outrigger.exe",
				"FileVersion": version(), "ProductVersion": version(), "LegalCopyright": "Apache License 2.0",
			}},
		}}},
	}, "", "  ")
	if err != nil {
		return "", err
	}
	file := filepath.Join(folder, "winres.json")
	if err := os.WriteFile(file, recipe, 0o644); err != nil {
		return "", err
	}
	if said, err := quiet("", nil, "go", "tool", "go-winres", "make", "--in", file, "--out", filepath.Join("app", "rsrc"), "--arch", "amd64"); err != nil {
		return "", fmt.Errorf("go-winres: %w\n%s", err, said)
	}
	return filepath.Join("app", "rsrc_windows_amd64.syso"), nil
}

// numbered is a version as Windows wants it: four numbers, noughts where git has
// no tag.
func numbered(version string) string {
	found := regexp.MustCompile(`^v?(\d+)\.(\d+)\.(\d+)`).FindStringSubmatch(version)
	if found == nil {
		return "0.0.0.0"
	}
	return strings.Join(found[1:], ".") + ".0"
}

// packing makes sure that there is a program for Windows, and that it says what
// ours says.
func (t *tally) packing() {
	built := t.check("program for Windows", func() ([]byte, error) {
		if err := windows(); err != nil {
			return nil, err
		}
		head := make([]byte, 2)
		f, err := os.Open(windowsProgram)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		if _, err := f.Read(head); err != nil || string(head) != "MZ" {
			return nil, fmt.Errorf("%s is no program for Windows (%v)", windowsProgram, err)
		}
		return nil, nil
	})
	if !built {
		return
	}
	if runtime.GOOS != "linux" || runtime.GOARCH != "amd64" {
		t.skip("program for Windows agrees with ours", "Wine is used on Linux only")
		return
	}
	t.check("program for Windows agrees with ours", onWindows)
}

//go:build unix

package shelf_test

import (
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"outrigger/app/shelf"
)

// The disks that refuse are made by a process of their own, because what it gives
// up (its rights, its room on the disk) it does not get back.
const hostile = "OUTRIGGER_HOSTILE_DISK"

// TestOnAHostileDisk is that process; run for itself it does nothing.
func TestOnAHostileDisk(*testing.T) {
	if how := os.Getenv(hostile); how != "" {
		os.Exit(onHostileDisk(how, os.Getenv("PLAN"), os.Getenv("FOLDER")))
	}
}

// onHostileDisk opens a plan, keeps unsaved work on it, saves it, and says how
// each went.
func onHostileDisk(how, path, folder string) int {
	file, p, _, err := shelf.Open(path)
	if err != nil {
		fmt.Println("open:", err)
		return 1
	}
	switch how {
	case "full": // no file may grow past 20 kB: the next byte fails, as on a full disk
		signal.Ignore(syscall.SIGXFSZ)
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 20_000, Max: 20_000}); err != nil {
			fmt.Println("limit:", err)
			return 1
		}
		p.Log[0].Text = strings.Repeat("long", 900)
		for range 10 {
			p.Log = append(p.Log, p.Log[0])
		}
	case "denied": // root may write anywhere
		if os.Getuid() == 0 {
			if err := syscall.Setuid(65534); err != nil {
				fmt.Println("setuid:", err)
				return 1
			}
		}
	}
	p.Title = "b"
	j := file.Journal(folder)
	j.Keep(p)
	kept := j.Flush()
	err = file.Save(p)
	fmt.Printf("kept=%v saved=%v full=%v denied=%v\n", kept == nil, err == nil, shelf.Full(err), os.IsPermission(err))
	return 0
}

func run(t *testing.T, how, path, folder string) string {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestOnAHostileDisk$")
	cmd.Env = append(os.Environ(), hostile+"="+how, "PLAN="+path, "FOLDER="+folder)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return strings.TrimSpace(string(out))
}

// openFolder makes a folder that everybody may come to.
func openFolder(t *testing.T, mode os.FileMode) string {
	t.Helper()
	folder := t.TempDir()
	for at := folder; at != os.TempDir() && len(at) > 1; at = filepath.Dir(at) {
		if err := os.Chmod(at, 0o755); err != nil {
			break // not ours
		}
	}
	if err := os.Chmod(folder, mode); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(folder, 0o755) })
	return folder
}

func TestInAReadOnlyFolderUnsavedWorkIsKeptElsewhere(t *testing.T) {
	plans, journals := openFolder(t, 0o755), openFolder(t, 0o777)
	path := filepath.Join(plans, "post.outrigger")
	onDisk(t, path, "a")
	if err := os.Chmod(plans, 0o555); err != nil {
		t.Fatal(err)
	}
	if got, want := run(t, "denied", path, journals), "kept=true saved=false full=false denied=true"; got != want {
		t.Errorf("%s, not %s", got, want)
	}
	file, p := reopened(t, path)
	if found := file.Journal(journals).Recover(p); found == nil || found.Plan.Title != "b" || p.Title != "a" {
		t.Errorf("found %+v beside %q", found, p.Title)
	}
}

func TestWhereNothingMayBeWrittenItIsTold(t *testing.T) {
	plans := openFolder(t, 0o755)
	path := filepath.Join(plans, "post.outrigger")
	onDisk(t, path, "a")
	if err := os.Chmod(plans, 0o555); err != nil {
		t.Fatal(err)
	}
	if got, want := run(t, "denied", path, filepath.Join(plans, "none")), "kept=false saved=false full=false denied=true"; got != want {
		t.Errorf("%s, not %s", got, want)
	}
}

func TestAFullDiskLeavesTheOldPlanWhole(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "post.outrigger")
	_, before := onDisk(t, path, "a")
	if got, want := run(t, "full", path, filepath.Join(folder, "journals")), "kept=false saved=false full=true denied=false"; got != want {
		t.Errorf("%s, not %s", got, want)
	}
	file, p := reopened(t, path)
	if p.Title != before.Title || file.Journal("").Recover(p) != nil {
		t.Errorf("the file holds %q", p.Title)
	}
	left, err := filepath.Glob(filepath.Join(folder, "*.saving"))
	if err != nil || len(left) > 0 {
		t.Errorf("half files are left: %v %v", left, err)
	}
}

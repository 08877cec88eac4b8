package shelf_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"outrigger/app/shelf"
	"outrigger/model/plan"
)

// onDisk is a saved plan, opened.
func onDisk(t *testing.T, path, title string) (*shelf.File, *plan.Plan) {
	t.Helper()
	if err := shelf.New(path).Save(sample(t, title)); err != nil {
		t.Fatal(err)
	}
	return reopened(t, path)
}

func reopened(t *testing.T, path string) (*shelf.File, *plan.Plan) {
	t.Helper()
	file, p, findings, err := shelf.Open(path)
	if err != nil || len(findings) > 0 {
		t.Fatal(err, findings)
	}
	return file, p
}

func flush(t *testing.T, j *shelf.Journal) {
	t.Helper()
	if err := j.Flush(); err != nil {
		t.Fatal(err)
	}
}

func TestUnsavedWorkIsFoundAgain(t *testing.T) {
	path, folder := filepath.Join(t.TempDir(), "post.outrigger"), t.TempDir()
	file, p := onDisk(t, path, "a")
	j := file.Journal(folder)
	if j.Recover(p) != nil {
		t.Error("there is unsaved work before there is any")
	}
	for _, title := range []string{"b", "c", "d"} {
		j.Keep(sample(t, title))
	}
	flush(t, j)
	again, p := reopened(t, path)
	found := again.Journal(folder).Recover(p)
	if found == nil || found.Plan.Title != "d" || found.Stale || found.Written.IsZero() {
		t.Fatalf("found %+v", found)
	}
	if p.Title != "a" {
		t.Error("the file itself was touched")
	}
}

func TestSavedWorkIsNotFoundAgain(t *testing.T) {
	path, folder := filepath.Join(t.TempDir(), "post.outrigger"), t.TempDir()
	file, _ := onDisk(t, path, "a")
	j := file.Journal(folder)
	b := sample(t, "b")
	j.Keep(b)
	flush(t, j)
	if err := file.Save(b); err != nil {
		t.Fatal(err)
	}
	// Killed here, the journal still lies there, and holds what the file holds.
	again, p := reopened(t, path)
	if found := again.Journal(folder).Recover(p); found != nil {
		t.Errorf("between save and forget: %+v", found)
	}
	j.Forget()
	flush(t, j)
	if _, err := os.Stat(path + shelf.RecoverySuffix); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the journal lies there still: %v", err)
	}
}

func TestWorkOnAFileThatChangedMeanwhileIsStale(t *testing.T) {
	path, folder := filepath.Join(t.TempDir(), "post.outrigger"), t.TempDir()
	file, _ := onDisk(t, path, "a")
	j := file.Journal(folder)
	j.Keep(sample(t, "b"))
	flush(t, j)
	other, _ := onDisk(t, path, "t")
	found := other.Journal(folder).Recover(sample(t, "t"))
	if found == nil || !found.Stale {
		t.Fatalf("found %+v", found)
	}
	if err := other.Save(found.Plan); !errors.Is(err, shelf.ErrChanged) {
		t.Errorf("stale work was saved over theirs: %v", err)
	}
}

func TestAPlanWithoutAFileHasAJournalByName(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "not", "made", "yet")
	j := shelf.JournalOf("sample", folder)
	j.Keep(sample(t, "b"))
	flush(t, j)
	if found := shelf.JournalOf("sample", folder).Recover(sample(t, "a")); found == nil || found.Plan.Title != "b" || found.Stale {
		t.Errorf("found %+v", found)
	}
	if shelf.JournalOf("other", folder).Recover(sample(t, "a")) != nil {
		t.Error("another plan finds it")
	}
	nowhere := shelf.JournalOf("sample", "")
	nowhere.Keep(sample(t, "b"))
	if nowhere.Flush() == nil {
		t.Error("work that lies nowhere counts as kept")
	}
}

func TestADamagedJournalIsLeftAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "post.outrigger")
	file, p := onDisk(t, path, "a")
	for name, content := range map[string]string{
		"empty": "", "noise": "\x00\xff", "half": `{"format":"outrigger-recovery","pl`, "another file": `{"format":"x","plan":{}}`,
		"no plan": `{"format":"outrigger-recovery","plan":{"format":"y"}}`,
	} {
		if err := os.WriteFile(path+shelf.RecoverySuffix, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if found := file.Journal("").Recover(p); found != nil {
			t.Errorf("%s: found %+v", name, found)
		}
	}
}

// A plan that is shared stays readable for those it is shared with.
func TestSavingKeepsWhoMayRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "post.outrigger")
	file, p := onDisk(t, path, "a")
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o044 == 0 && os.PathSeparator == '/' {
		t.Errorf("a new plan may be read by %v (%v)", info.Mode(), err)
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := file.Save(p); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 && os.PathSeparator == '/' {
		t.Errorf("after saving it may be read by %v (%v)", info.Mode(), err)
	}
}

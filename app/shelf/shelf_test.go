package shelf_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"outrigger/app/shelf"
	"outrigger/model/plan"
)

const small = `{"format":"outrigger-plan","version":1,"title":"%s","post":{"country":"VUT"},
"years":{"first":2024,"last_actual":2025,"last":2027},"money":{"currency":"VUV"},"log":[{"text":"%s"}]}`

func sample(t *testing.T, title string) *plan.Plan {
	t.Helper()
	p, findings := plan.Parse(fmt.Appendf(nil, small, title, strings.Repeat(title, 3000)))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return p
}

// saveForEver is the process that is killed.
const saveForEver = "OUTRIGGER_SAVE_FOR_EVER"

func TestMain(m *testing.M) {
	if path := os.Getenv(saveForEver); path != "" {
		for i := 0; ; i++ {
			file, p, _, err := shelf.Open(path)
			if err != nil {
				os.Exit(3)
			}
			p.Title = string(rune('a' + i%26))
			p.Log[0].Text = strings.Repeat(p.Title, 3000)
			if file.Save(p) != nil {
				os.Exit(4)
			}
		}
	}
	os.Exit(m.Run())
}

func TestFourHundredKillsLoseNoPlan(t *testing.T) {
	path := filepath.Join(t.TempDir(), "post.outrigger")
	if err := shelf.New(path).Save(sample(t, "z")); err != nil {
		t.Fatal(err)
	}
	changed := false
	for i := range 400 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), saveForEver+"="+path)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(5+i%20) * time.Millisecond) // dies at a different moment each time
		_ = cmd.Process.Kill()
		_ = cmd.Wait() // says it was killed
		_, p, findings, err := shelf.Open(path)
		if err != nil || p == nil || len(findings) > 0 {
			t.Fatalf("after kill %d: %v %v", i+1, err, findings)
		}
		if p.Log[0].Text != strings.Repeat(p.Title, 3000) {
			t.Fatalf("after kill %d the plan is half one and half another", i+1)
		}
		changed = changed || p.Title != "z"
	}
	if !changed {
		t.Error("no save ever came through, so the kills proved nothing")
	}
}

func TestAnothersChangeIsNotOverwritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "post.outrigger")
	if err := shelf.New(path).Save(sample(t, "a")); err != nil {
		t.Fatal(err)
	}
	mine, p, _, err := shelf.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	theirs, q, _, err := shelf.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	q.Title = "theirs"
	if err := theirs.Save(q); err != nil {
		t.Fatal(err)
	}
	if err := mine.Save(p); !errors.Is(err, shelf.ErrChanged) {
		t.Errorf("saved over another's change: %v", err)
	}
	if _, before, _, err := shelf.Open(path + shelf.BackupSuffix); err != nil || before.Title != "a" {
		t.Errorf("the version before is not kept: %v", err)
	}
}

func TestAFolderThatCannotBeWrittenLeavesTheOldFile(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "gone", "post.outrigger")
	if err := shelf.New(missing).Save(sample(t, "a")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("saving into a folder that is not there: %v", err)
	}
}

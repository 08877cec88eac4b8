package shelf

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestOneWindowAtATimeHoldsAPlan(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.outrigger")
	first, err := Hold(path)
	if err != nil || first == nil {
		t.Fatal(err)
	}
	if _, err := Hold(path); !errors.Is(err, ErrLocked) {
		t.Errorf("a second window holds it too: %v", err)
	}
	first.Release()
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	again, err := Hold(path)
	if err != nil || again == nil {
		t.Errorf("let go, it cannot be held again: %v", err)
	}
	again.Release()
	if l, err := Hold(filepath.Join(path, "nowhere", "b")); l != nil || err != nil {
		t.Errorf("a folder that is not there: %v, %v", l, err)
	}
}

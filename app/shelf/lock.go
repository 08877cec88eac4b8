package shelf

import (
	"errors"
	"os"
)

// LockSuffix is added to a plan's name for the file by which one window keeps
// another from saving over it.
const LockSuffix = ".lock"

// ErrLocked says that another window has the plan open.
var ErrLocked = errors.New("another window has the plan open")

// Lock is a hold on one plan. The system lets go of it when the program ends,
// however it ends; the file that is left behind locks nobody out.
type Lock struct{ file *os.File }

// Hold takes the lock of a plan. ErrLocked if another window has it; a folder that
// cannot be written, or a file system that knows no locks, gives a nil lock and no
// error: where nothing can be saved nothing needs protecting, and Save compares
// the file in any case.
func Hold(path string) (*Lock, error) {
	file, err := os.OpenFile(path+LockSuffix, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, nil
	}
	switch err := lock(file); {
	case err == nil:
		return &Lock{file}, nil
	case errors.Is(err, errTaken):
		_ = file.Close()
		return nil, ErrLocked
	}
	_ = file.Close()
	return nil, nil
}

// Release lets go. A nil lock holds nothing.
func (l *Lock) Release() {
	if l == nil {
		return
	}
	name := l.file.Name()
	_ = os.Remove(name) // on Windows this fails while it is open, and the next line lets go
	_ = l.file.Close()  // the lock goes with it
	_ = os.Remove(name) // a file that stays locks nobody out
}

var errTaken = errors.New("taken")

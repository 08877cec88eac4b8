// Package shelf keeps plans on disk so that a power cut, a full disk or a killed
// program leaves the old file or the new one, whole.
//
// Save writes beside the plan, syncs, keeps the version before as a backup, and
// renames. Renaming within a folder is atomic on the systems we ship to. What is
// typed but not saved yet lies in a Journal.
package shelf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"outrigger/model/plan"
)

// ErrChanged says that somebody else wrote the file since it was opened.
var ErrChanged = errors.New("the file was changed by another program since it was opened")

// BackupSuffix is added to a plan's name for the version before the last save.
const BackupSuffix = ".backup"

// File is a plan on disk as it was last read or written here.
type File struct {
	Path string
	data []byte
}

// Open reads a plan. The plan is nil if it could not be understood; findings tell
// why. Errors are those of the disk.
func Open(path string) (*File, *plan.Plan, []plan.Finding, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, nil, err
	}
	if info.Size() > plan.MaxBytes {
		return nil, nil, []plan.Finding{{Code: "plan.too_big", Place: "1", Args: map[string]string{"limit": fmt.Sprint(plan.MaxBytes >> 20)}}}, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, nil, err
	}
	p, findings := plan.Parse(data)
	return &File{path, data}, p, findings, nil
}

// New is a plan that is not on disk yet.
func New(path string) *File { return &File{Path: path} }

// Save writes the plan. ErrChanged if the file on disk is no longer what was read;
// other errors are those of the disk, and then the old file stands as it was.
func (f *File) Save(p *plan.Plan) error {
	data, err := plan.Marshal(p)
	if err != nil {
		return err
	}
	now, err := os.ReadFile(f.Path)
	switch {
	case err == nil && f.data != nil && !bytes.Equal(now, f.data):
		return ErrChanged
	case err != nil && !errors.Is(err, os.ErrNotExist):
		return err
	}
	if err == nil {
		if err := Write(f.Path+BackupSuffix, now); err != nil {
			return err
		}
	}
	if err := Write(f.Path, data); err != nil {
		return err
	}
	f.data = data
	return nil
}

// sum tells one content of the file from another.
func (f *File) sum() string {
	if f.data == nil {
		return ""
	}
	sum := sha256.Sum256(f.data)
	return hex.EncodeToString(sum[:])
}

// Full reports whether an error says that a disk has no room left.
func Full(err error) bool {
	if runtime.GOOS == "windows" {
		const diskFull, handleDiskFull = syscall.Errno(112), syscall.Errno(39)
		return errors.Is(err, diskFull) || errors.Is(err, handleDiskFull)
	}
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}

// Write puts data in place of a file in one step: the old content or the new one
// is there, never half of it.
func Write(path string, data []byte) (err error) {
	temporary, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.saving")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = temporary.Close() // closed already in the good case
			_ = os.Remove(temporary.Name())
		}
	}()
	mode := os.FileMode(0o644) // a temporary file is for its owner only, a plan is shared
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	if err = temporary.Chmod(mode); err != nil {
		return err
	}
	if _, err = temporary.Write(data); err != nil {
		return err
	}
	if err = temporary.Sync(); err != nil {
		return err
	}
	if err = temporary.Close(); err != nil {
		return err
	}
	return os.Rename(temporary.Name(), path)
}

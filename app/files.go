package main

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"outrigger/app/shelf"
)

// fault is a sentence and its remedy, from the words fault.verb.<code>.
func (v *invocation) fault(code string, pairs ...string) error {
	args := map[string]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		args[pairs[i]] = pairs[i+1]
	}
	key := "fault.verb." + code
	return errors.New(v.say.Say(key, args) + " " + v.say.Say(key+".remedy", args))
}

// diskFault says in the reader's language what the disk refused; code is
// unreadable or unwritable, for what has no sentence of its own.
func (v *invocation) diskFault(code, path string, err error) error {
	why := err.Error()
	var onPath *fs.PathError
	var onLink *os.LinkError
	switch {
	case errors.Is(err, shelf.ErrChanged):
		return v.fault("changed", "file", path)
	case errors.Is(err, fs.ErrNotExist) && code == "unwritable":
		return v.fault("no_folder", "file", path)
	case errors.Is(err, fs.ErrNotExist):
		return v.fault("not_found", "file", path)
	case errors.Is(err, syscall.EISDIR):
		return v.fault("folder", "file", path)
	case errors.Is(err, fs.ErrPermission):
		return v.fault("permission", "file", path)
	case shelf.Full(err):
		return v.fault("full", "file", path)
	case errors.As(err, &onPath):
		why = onPath.Err.Error()
	case errors.As(err, &onLink):
		why = onLink.Err.Error()
	}
	return v.fault(code, "file", path, "why", why)
}

func (v *invocation) read(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, v.diskFault("unreadable", path, err)
	}
	return data, nil
}

// write puts data in place of a file in one step: a run that fails leaves what
// was there.
func (v *invocation) write(path string, data []byte) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return v.fault("folder", "file", path)
	}
	if err := shelf.Write(path, data); err != nil {
		return v.diskFault("unwritable", path, err)
	}
	return nil
}

// sameFile tells whether two names are one file, however they are written.
func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

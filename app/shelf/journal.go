package shelf

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"time"

	"outrigger/model/plan"
)

// RecoverySuffix is added to a plan's name for the unsaved work on it.
const RecoverySuffix = ".recovery"

// Journal keeps the unsaved work on one plan, so that a power cut loses at most
// the edit just made. It lies beside the plan, or in a folder of its own where the
// plan's cannot be written or the plan was never saved.
//
// Keep and Forget return at once; one writer at a time follows a moment behind, so
// that what the reader waits for goes first, and skips what has been overtaken. Two programs that edit one file share its journal: the
// later edit stands in it, and Save tells the second of them ErrChanged.
type Journal struct {
	file   *File // nil: never saved
	places []string

	mu      sync.Mutex
	idle    *sync.Cond
	next    *entry // what the writer does next
	writing bool
	hurry   chan struct{} // somebody waits for the writer
	err     error
}

// moment is how long the writer lets other work go first.
const moment = 50 * time.Millisecond

// entry is one thing for the writer to do.
type entry struct {
	plan *plan.Plan // nil: take the journal away
	base string
}

// page is a journal as it lies on disk.
type page struct {
	Format string          `json:"format"`
	Base   string          `json:"base"` // SHA-256 of the file the work began from
	Plan   json.RawMessage `json:"plan"`
}

const journalFormat = "outrigger-recovery"

// Journal is the journal of a plan on disk; folder is for when none can lie
// beside it, "" for none.
func (f *File) Journal(folder string) *Journal {
	j := &Journal{file: f, places: []string{f.Path + RecoverySuffix}}
	if folder != "" {
		path, err := filepath.Abs(f.Path)
		if err != nil {
			path = f.Path
		}
		sum := sha256.Sum256([]byte(path))
		j.places = append(j.places, filepath.Join(folder, hex.EncodeToString(sum[:8])+"-"+filepath.Base(path)+RecoverySuffix))
	}
	return j.ready()
}

// JournalOf is the journal of a plan that was never saved, known by a name.
func JournalOf(name, folder string) *Journal {
	j := &Journal{}
	if folder != "" {
		j.places = []string{filepath.Join(folder, name+RecoverySuffix)}
	}
	return j.ready()
}

func (j *Journal) ready() *Journal {
	j.idle, j.hurry = sync.NewCond(&j.mu), make(chan struct{}, 1)
	return j
}

// Keep has a plan written as unsaved work. The plan must not change any more.
func (j *Journal) Keep(p *plan.Plan) {
	base := ""
	if j.file != nil {
		base = j.file.sum()
	}
	j.hand(&entry{p, base})
}

// Forget has the journal taken away, because there is no unsaved work.
func (j *Journal) Forget() { j.hand(&entry{}) }

func (j *Journal) hand(e *entry) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.next = e
	if !j.writing {
		j.writing = true
		go j.follow()
	}
}

// follow works until nothing is left to do.
func (j *Journal) follow() {
	j.mu.Lock()
	defer j.mu.Unlock()
	for j.next != nil {
		j.mu.Unlock()
		select {
		case <-j.hurry:
		case <-time.After(moment):
		}
		j.mu.Lock()
		e := j.next
		j.next = nil
		j.mu.Unlock()
		err := j.do(e)
		j.mu.Lock()
		j.err = err
	}
	j.writing = false
	j.idle.Broadcast()
}

// Flush waits until all that was handed over is done, and tells whether the last
// of it lies on disk.
func (j *Journal) Flush() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	for j.writing {
		select {
		case j.hurry <- struct{}{}:
		default: // it hurries already
		}
		j.idle.Wait()
	}
	return j.err
}

// Failed tells why what was written last does not lie on disk, nil if it does. It
// waits for nothing.
func (j *Journal) Failed() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.err
}

// errNowhere says that a journal has no place to lie in.
var errNowhere = errors.New("shelf: no folder for unsaved work")

func (j *Journal) do(e *entry) error {
	if e.plan == nil {
		return j.remove(j.places)
	}
	text, err := plan.Marshal(e.plan)
	if err != nil {
		return err
	}
	data, err := json.Marshal(page{journalFormat, e.base, text})
	if err != nil {
		return err
	}
	failed := errNowhere
	for i, place := range j.places {
		if i > 0 || j.file == nil {
			_ = os.MkdirAll(filepath.Dir(place), 0o700) // Write tells if there is none
		}
		if failed = Write(place, data); failed == nil {
			_ = j.remove(j.places[i+1:]) // an older one; Recover prefers the newer
			return nil
		}
	}
	return failed
}

func (j *Journal) remove(places []string) error {
	var all []error
	for _, place := range places {
		if err := os.Remove(place); err != nil && !errors.Is(err, os.ErrNotExist) {
			all = append(all, err)
		}
	}
	return errors.Join(all...)
}

package desk

import (
	"crypto/sha256"
	"encoding/hex"

	"outrigger/app/shelf"
)

// hold keeps other windows from saving over a plan. Where another one has it open
// already this one may read it, change it and save it under another name; its
// unsaved work then lies apart, so that neither overwrites the other's.
func (d *Desk) hold(o *document, path string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if was := d.open; was != nil && was.file != nil && was.file.Path == path && was.lock != nil {
		o.lock, was.lock = was.lock, nil // opened again in this window
		return
	}
	lock, err := shelf.Hold(path)
	if err == nil {
		o.lock = lock
		return
	}
	sum := sha256.Sum256([]byte(path))
	o.locked = true
	o.journal = shelf.JournalOf("second-"+hex.EncodeToString(sum[:8])+"-"+d.setup.Now().Format("20060102150405"), d.setup.Journals)
}

// Leave lets go of the open plan when the program ends. Unsaved work stays in its
// journal.
func Leave(d *Desk) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.open != nil {
		d.open.lock.Release()
		d.open.lock = nil
	}
}

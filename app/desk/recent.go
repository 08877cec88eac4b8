package desk

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"outrigger/app/shelf"
)

// maxRecent is how many plans are remembered.
const maxRecent = 12

// recentFile is the list of plans that were open lately, a path a line.
func (d *Desk) recentFile() string { return filepath.Join(d.setup.Journals, "recent.txt") }

func (d *Desk) recentPaths() []string {
	data, err := os.ReadFile(d.recentFile())
	if err != nil {
		return nil
	}
	return strings.FieldsFunc(string(data), func(c rune) bool { return c == '\n' || c == '\r' })
}

// remember puts a path first in the list. A list that cannot be written is no
// reason to stop anybody's work.
func (d *Desk) remember(path string) {
	if d.setup.Window == nil || d.setup.Journals == "" {
		return
	}
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	d.writeRecent(append([]string{path}, slices.DeleteFunc(d.recentPaths(), func(p string) bool { return p == path })...))
}

func (d *Desk) writeRecent(paths []string) {
	paths = paths[:min(maxRecent, len(paths))]
	if err := os.MkdirAll(d.setup.Journals, 0o700); err != nil {
		return
	}
	if err := shelf.Write(d.recentFile(), []byte(strings.Join(paths, "\n")+"\n")); err != nil {
		d.setup.Log.Printf("recent plans: %v", err)
	}
}

// Recent lists the plans that were open lately and are still there.
func (d *Desk) Recent() (Recents, error) {
	return guard(d, "Recent", d.setup.Language, func() (Recents, error) { return d.recents(), nil })
}

func (d *Desk) recents() Recents {
	list := Recents{Plans: []RecentPlan{}}
	for _, o := range shelf.Orphans(d.setup.Journals, begun) {
		list.Plans = append(list.Plans, RecentPlan{Path: unsavedPath + o.Name, Post: o.Plan.Post.Name, Unsaved: o.Written.Format("2006-01-02")})
	}
	if d.setup.Window == nil {
		return list
	}
	for _, path := range d.recentPaths() {
		_, p, _, err := shelf.Open(path)
		if err != nil || p == nil {
			continue
		}
		list.Plans = append(list.Plans, RecentPlan{Path: path, Name: filepath.Base(path), Folder: filepath.Dir(path), Post: p.Post.Name})
	}
	return list
}

// OpenRecent opens a plan of the list.
func (d *Desk) OpenRecent(r PathRequest) (View, error) {
	return guard(d, "OpenRecent", r.Language, func() (View, error) {
		if name, is := strings.CutPrefix(r.Path, unsavedPath); is {
			return d.openOrphan(r, name)
		}
		if !slices.Contains(d.recentPaths(), r.Path) {
			return View{}, d.beginFault(r.Language, "not_recent", r.Path)
		}
		return d.openPath(Reading{Language: r.Language}, r.Path)
	})
}

// unsavedPath stands before the name of a journal where others have a path.
const unsavedPath = "unsaved:"

// openOrphan goes on with a plan that was never saved.
func (d *Desk) openOrphan(r PathRequest, name string) (View, error) {
	for _, o := range shelf.Orphans(d.setup.Journals, begun) {
		if o.Name != name {
			continue
		}
		reading := Reading{Language: r.Language}
		doc := &document{name: fileName(o.Plan.Post.Name, d.say(r.Language).Say("desk.kind.plan", nil)), journal: shelf.JournalOf(name, d.setup.Journals)}
		if view, err := d.lay(reading, doc, o.Plan, nil); err != nil {
			return view, err
		}
		return d.unsaved(reading), nil
	}
	return View{}, d.beginFault(r.Language, "not_recent", name)
}

// Forget takes a plan off the list; the file stays.
func (d *Desk) Forget(r PathRequest) (Recents, error) {
	return guard(d, "Forget", r.Language, func() (Recents, error) {
		if name, is := strings.CutPrefix(r.Path, unsavedPath); is && strings.HasPrefix(name, begun) && filepath.Base(name) == name {
			shelf.JournalOf(name, d.setup.Journals).Forget()
			return d.recents(), nil
		}
		d.writeRecent(slices.DeleteFunc(d.recentPaths(), func(p string) bool { return p == r.Path }))
		return d.recents(), nil
	})
}

// wrote notes a folder in which a file was written here, for ShowFolder.
func (d *Desk) wrote(folder string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.folders = append(d.folders, folder)
}

// ShowFolder opens the folder of a file that was written here, and no other.
func (d *Desk) ShowFolder(r PathRequest) error {
	_, err := guard(d, "ShowFolder", r.Language, func() (bool, error) {
		d.mu.Lock()
		known := slices.Contains(d.folders, r.Path)
		d.mu.Unlock()
		if d.setup.Window == nil || !known {
			return false, d.beginFault(r.Language, "no_folder", r.Path)
		}
		return true, d.setup.Window.ShowFolder(r.Path)
	})
	return err
}

package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"path/filepath"
	"regexp"
	"strings"

	"outrigger/app/shelf"
	"outrigger/app/words"
	"outrigger/datasets"
	"outrigger/model/plan"
)

// OpenSample opens one of the illustrative plans.
func (d *Desk) OpenSample(r SampleRequest) (View, error) {
	return guard(d, "OpenSample", r.Language, func() (View, error) {
		data, err := datasets.Sample(r.Name)
		if err != nil {
			return View{}, d.fault(r.Language, "no_sample", map[string]string{"name": r.Name})
		}
		p, findings := plan.Parse(data)
		o := &document{name: r.Name + extension, journal: shelf.JournalOf("sample-"+r.Name, d.setup.Journals)}
		return d.lay(Reading{Language: r.Language}, o, p, findings)
	})
}

// OpenUpload opens a file that came up through the browser.
func (d *Desk) OpenUpload(r FileRequest) (View, error) {
	return guard(d, "OpenUpload", r.Language, func() (View, error) {
		p, findings := plan.Parse([]byte(r.Text))
		o := &document{name: fileName(r.Name, d.say(r.Language).Say("desk.kind.plan", nil)), uploaded: true, journal: d.uploads([]byte(r.Text))}
		return d.lay(Reading{Language: r.Language}, o, p, findings)
	})
}

// uploads is the journal of a plan that is only in the browser's hands: it is known
// by its content, so that the same file coming up again finds it.
func (d *Desk) uploads(content []byte) *shelf.Journal {
	sum := sha256.Sum256(content)
	return shelf.JournalOf("upload-"+hex.EncodeToString(sum[:8]), d.setup.Journals)
}

// OpenDialog asks which plan to open. A closed dialog gives the view as it was.
func (d *Desk) OpenDialog(r Reading) (View, error) {
	return guard(d, "OpenDialog", r.Language, func() (View, error) {
		if d.setup.Window == nil {
			return View{}, d.fault(r.Language, "no_window", nil)
		}
		say := d.say(r.Language)
		path, chosen, err := d.setup.Window.AskOpen(Dialog{
			Title: say.Say("desk.dialog.open", nil), Kind: say.Say("desk.kind.plan", nil), Pattern: "*" + extension,
		})
		if err != nil {
			return View{}, err
		}
		if !chosen {
			return d.Look(r)
		}
		return d.openPath(r, path)
	})
}

// Open opens a plan on disk for the program itself, as the page would. The error
// is a Fault.
func Open(d *Desk, path, language string) error {
	_, err := guard(d, "Open", language, func() (View, error) { return d.openPath(Reading{Language: language}, path) })
	return err
}

func (d *Desk) openPath(r Reading, path string) (View, error) {
	file, p, findings, err := shelf.Open(path)
	if err != nil {
		return View{}, err
	}
	o := &document{file: file, name: filepath.Base(path)}
	if file != nil { // nil: refused by its size
		o.journal = file.Journal(d.setup.Journals)
		d.hold(o, path)
	}
	view, err := d.lay(r, o, p, findings)
	if err != nil {
		o.lock.Release()
	}
	if err == nil {
		d.remember(path)
	}
	return view, err
}

// lay puts a document on the desk, with the unsaved work on it if there is any.
// Unsaved work on the plan before stays in its own journal.
func (d *Desk) lay(r Reading, o *document, p *plan.Plan, findings []plan.Finding) (View, error) {
	if unreadable(p, findings) {
		return View{}, refusal(d.say(r.Language), findings)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.open != nil && d.open.unkept() {
		return View{}, d.fault(r.Language, "unkept", nil)
	}
	o.plan, o.saved = p, p
	if found := o.journal.Recover(p); found != nil && !unreadable(found.Plan, plan.Check(found.Plan)) {
		o.put(found.Plan)
		o.recovered = &recovery{found.Written.Format("2006-01-02"), found.Stale}
	}
	if d.open != nil {
		d.open.lock.Release()
	}
	d.open = o
	d.revision++
	o.calculate(d.setup.Facts)
	d.entitle()
	return d.view(Reading{Language: r.Language, Scenario: ""}), nil
}

// unreadable reports whether part of a document was not understood, so that
// saving it would lose that part, or it has no years to lay figures out by. Other
// faults are for the reader to mend at the desk.
func unreadable(p *plan.Plan, findings []plan.Finding) bool {
	if p == nil {
		return true
	}
	for _, f := range findings {
		if !f.Warning && (line.MatchString(f.Place) || strings.HasPrefix(f.Place, "years/")) {
			return true
		}
	}
	return false
}

// line is the place of a finding about the text of a file.
var line = regexp.MustCompile(`^[0-9]+$`)

// entitle writes the open plan's name on the window.
func (d *Desk) entitle() {
	if d.setup.Window == nil {
		return
	}
	name := d.open.plan.Post.Name
	if d.open.file != nil {
		name = d.open.name
	}
	d.setup.Window.SetTitle(strings.TrimPrefix(name+" · Outrigger", " · "))
}

// Settle waits until unsaved work lies on disk, and fails if it does not. The
// program calls it before it ends.
func Settle(d *Desk) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.open != nil && d.open.unkept() {
		return errors.New("desk: unsaved work could not be kept")
	}
	return nil
}

const extension = ".outrigger"

// fileName makes a name that every system takes, with the extension.
func fileName(name, or string) string {
	name = strings.TrimSuffix(filepath.Base(strings.ReplaceAll(name, `\`, "/")), extension)
	name = strings.Trim(strings.Map(func(c rune) rune {
		if c < ' ' || strings.ContainsRune(`<>:"/\|?*`, c) {
			return -1
		}
		return c
	}, name), ". ")
	if runes := []rune(name); len(runes) > 80 {
		name = string(runes[:80])
	}
	if name == "" {
		name = or
	}
	return name + extension
}

// proposed is the name to save a plan under: its file's, or the post's.
func (o *document) proposed(say words.Reader) string {
	if o.file != nil || o.uploaded {
		return o.name
	}
	return fileName(o.plan.Post.Name, say.Say("desk.kind.plan", nil))
}

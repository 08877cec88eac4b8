package desk

import (
	"bytes"
	"encoding/base64"
	"errors"
	"path/filepath"
	"strings"

	"outrigger/app/shelf"
	"outrigger/app/words"
	"outrigger/app/workbook"
	"outrigger/model/chain"
	"outrigger/model/measures"
	"outrigger/model/plan"
)

// Save writes the plan to its file, or asks where if it was never saved. In a
// browser a plan that has no file here goes down as a download.
func (d *Desk) Save(r Reading) (FileAnswer, error) {
	return guard(d, "Save", r.Language, func() (FileAnswer, error) {
		d.mu.Lock()
		o := d.open
		named := o != nil && o.file != nil
		d.mu.Unlock()
		if !named {
			return d.saveAs(r)
		}
		return d.saveTo(r, o, o.file)
	})
}

// SaveAs asks for a new place.
func (d *Desk) SaveAs(r Reading) (FileAnswer, error) {
	return guard(d, "SaveAs", r.Language, func() (FileAnswer, error) { return d.saveAs(r) })
}

func (d *Desk) saveAs(r Reading) (FileAnswer, error) {
	say := d.say(r.Language)
	o, name, err := d.current(r)
	if err != nil {
		return FileAnswer{}, err
	}
	if d.setup.Window == nil {
		return d.download(r, o)
	}
	path, chosen, err := d.ask(Dialog{Title: say.Say("desk.dialog.save", nil), Name: name, Kind: say.Say("desk.kind.plan", nil)}, extension)
	if err != nil || !chosen {
		return d.unchosen(r), err
	}
	return d.saveTo(r, o, shelf.New(path))
}

// current is the open document and the name proposed for it.
func (d *Desk) current(r Reading) (*document, string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.open == nil {
		return nil, "", d.fault(r.Language, "nothing_open", nil)
	}
	return d.open, d.open.proposed(d.say(r.Language)), nil
}

// ask shows the dialog and adds the extension where the reader left it out.
func (d *Desk) ask(how Dialog, ext string) (string, bool, error) {
	how.Pattern = "*" + ext
	path, chosen, err := d.setup.Window.AskSave(how)
	if chosen && !strings.EqualFold(filepath.Ext(path), ext) {
		path += ext
	}
	return path, chosen, err
}

func (d *Desk) unchosen(r Reading) FileAnswer {
	d.mu.Lock()
	defer d.mu.Unlock()
	return FileAnswer{View: d.view(r)}
}

// saveTo writes the document as it is now. The journal goes once the file lies
// on disk; if the program is killed in between, both hold the same.
func (d *Desk) saveTo(r Reading, o *document, file *shelf.File) (FileAnswer, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if o.locked && file == o.file {
		return FileAnswer{}, shelf.ErrLocked
	}
	lock := o.lock
	if o.file == nil || file.Path != o.file.Path || lock == nil {
		var err error
		if lock, err = shelf.Hold(file.Path); err != nil {
			return FileAnswer{}, err
		}
	}
	if err := file.Save(o.plan); err != nil {
		if lock != o.lock {
			lock.Release()
		}
		return FileAnswer{}, err
	}
	if lock != o.lock {
		o.lock.Release()
		o.lock, o.locked = lock, false
	}
	if file != o.file {
		o.locked = false
		o.journal.Forget()
		_ = o.journal.Flush() // the new one may lie in the same place; what is not removed holds what is saved
		o.file, o.name, o.journal = file, filepath.Base(file.Path), file.Journal(d.setup.Journals)
	}
	o.saved, o.recovered = o.plan, nil
	o.journal.Forget()
	d.entitle()
	d.remember(file.Path)
	d.folders = append(d.folders, filepath.Dir(file.Path))
	return FileAnswer{Chosen: true, Name: o.name, Folder: filepath.Dir(file.Path), View: d.view(r)}, nil
}

// download gives the plan to the browser. It counts as saved, since the program
// cannot see what becomes of it.
func (d *Desk) download(r Reading, o *document) (FileAnswer, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	data, err := plan.Marshal(o.plan)
	if err != nil {
		return FileAnswer{}, err
	}
	name := o.proposed(d.say(r.Language))
	o.saved, o.recovered = o.plan, nil
	o.journal.Forget()
	o.name, o.uploaded, o.journal = name, true, d.uploads(data)
	return FileAnswer{Chosen: true, Name: name, Base64: base64.StdEncoding.EncodeToString(data), View: d.view(r)}, nil
}

// WriteWorkbook writes the case as a spreadsheet. It is made in memory first, so
// that a fault leaves no half file, and of the plan as it is now: the reader may go
// on with it, and may stop the work.
func (d *Desk) WriteWorkbook(w WorkbookRequest) (FileAnswer, error) {
	return guard(d, "WriteWorkbook", w.Language, func() (FileAnswer, error) {
		r := Reading{Language: w.Language, Scenario: w.Scenario}
		say := d.say(r.Language)
		o, name, err := d.current(r)
		if err != nil {
			return FileAnswer{}, err
		}
		d.mu.Lock()
		p, scenario := o.plan, known(o.plan, r.Scenario)
		d.mu.Unlock()
		c := d.study(p)
		if c == nil {
			return FileAnswer{}, d.fault(r.Language, "not_calculated", nil)
		}
		name = strings.TrimSuffix(name, extension) + sheet
		path, chosen := "", true
		if d.setup.Window != nil {
			path, chosen, err = d.ask(Dialog{Title: say.Say("desk.dialog.workbook", nil), Name: name, Kind: say.Say("desk.kind.workbook", nil)}, sheet)
			if err != nil || !chosen {
				return d.unchosen(r), err
			}
		}
		data, err := job(d, w.Job, r.Language, "stopped", func() ([]byte, error) {
			if _, err := d.advise(c, scenario, w.Job); errors.Is(err, measures.ErrStopped) {
				return nil, err // any other the writer tells, which finds it kept
			}
			return d.workbook(c, say, scenario)
		})
		if err != nil {
			return FileAnswer{}, err
		}
		answer := d.unchosen(r)
		answer.Chosen, answer.Name = true, name
		if d.setup.Window == nil {
			answer.Base64 = base64.StdEncoding.EncodeToString(data)
			return answer, nil
		}
		answer.Name, answer.Folder = filepath.Base(path), filepath.Dir(path)
		d.wrote(answer.Folder)
		return answer, shelf.Write(path, data)
	})
}

const sheet = ".xlsx"

func (d *Desk) workbook(c *chain.Case, say words.Reader, scenario string) ([]byte, error) {
	var b bytes.Buffer
	err := workbook.Write(&b, d.written(c, say, scenario))
	return b.Bytes(), err
}

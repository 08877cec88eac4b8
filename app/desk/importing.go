package desk

import (
	"bytes"
	"encoding/base64"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"outrigger/app/intake"
	"outrigger/app/shelf"
	"outrigger/model/plan"
)

// incoming is a file that is laid open to be brought in.
type incoming struct {
	file   *intake.File
	maps   []intake.Mapping
	filled []byte // a fill-in workbook as it came; nil: another file
}

// ImportDialog asks which file to bring in.
func (d *Desk) ImportDialog(r Reading) (ImportView, error) {
	return guard(d, "ImportDialog", r.Language, func() (ImportView, error) {
		if d.setup.Window == nil {
			return ImportView{}, d.fault(r.Language, "no_window", nil)
		}
		say := d.say(r.Language)
		path, chosen, err := d.setup.Window.AskOpen(Dialog{
			Title: say.Say("import.dialog", nil), Kind: say.Say("import.kind", nil), Pattern: "*.xlsx;*.csv;*.tsv;*.txt;*.*",
		})
		if err != nil || !chosen {
			return noImport(), err
		}
		info, err := os.Stat(path)
		if err != nil {
			return noImport(), err
		}
		if info.Size() > intake.MaxBytes {
			return noImport(), d.importFault(r.Language, "too_big")
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return noImport(), err
		}
		return d.receive(r, filepath.Base(path), data)
	})
}

// ImportUpload takes a file that came up through the browser.
func (d *Desk) ImportUpload(r UploadRequest) (ImportView, error) {
	return guard(d, "ImportUpload", r.Language, func() (ImportView, error) {
		data, err := base64.StdEncoding.DecodeString(r.Base64)
		if err != nil {
			return noImport(), d.importFault(r.Language, "damaged")
		}
		return d.receive(Reading{Language: r.Language, Scenario: r.Scenario}, filepath.Base(r.Name), data)
	})
}

// ImportPaste takes a block copied from a spreadsheet.
func (d *Desk) ImportPaste(r PasteRequest) (ImportView, error) {
	return guard(d, "ImportPaste", r.Language, func() (ImportView, error) {
		pasted := d.say(r.Language).Say("import.pasted", nil)
		file, err := intake.Paste(r.Text)
		var f *intake.Fault
		if errors.As(err, &f) {
			f.Place = or(f.Place, pasted)
		}
		if err != nil {
			return noImport(), d.intakeFault(r.Language, err)
		}
		file.Name = or(file.Name, pasted)
		for i := range file.Notes {
			file.Notes[i].Place = or(file.Notes[i].Place, pasted)
		}
		return d.layOpen(Reading{Language: r.Language, Scenario: r.Scenario}, file, nil)
	})
}

func (d *Desk) receive(r Reading, name string, data []byte) (ImportView, error) {
	file, err := intake.Open(name, bytes.NewReader(data))
	if err != nil {
		return noImport(), d.intakeFault(r.Language, err)
	}
	return d.layOpen(r, file, data)
}

// layOpen finds the tables of a file, or sees that it is one of our own to fill in.
func (d *Desk) layOpen(r Reading, file *intake.File, data []byte) (ImportView, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.open == nil {
		return noImport(), d.fault(r.Language, "nothing_open", nil)
	}
	in := &incoming{file: file}
	if file.Format == "xlsx" {
		_, _, faults := intake.ReadCollected(bytes.NewReader(data), d.open.plan)
		if !slices.ContainsFunc(faults, func(f *intake.Fault) bool { return f.Code == "not_collected" }) {
			in.filled = data
		}
	}
	if in.filled == nil {
		in.maps = intake.Propose(file)
		if len(in.maps) == 0 {
			return noImport(), d.intakeFault(r.Language, intake.NoTable(file))
		}
	}
	d.incoming = in
	return d.importView(ImportRequest{Language: r.Language, Scenario: r.Scenario}), nil
}

// ImportTry shows what a choice would bring. The plan stays as it is.
func (d *Desk) ImportTry(r ImportRequest) (ImportView, error) {
	return guard(d, "ImportTry", r.Language, func() (ImportView, error) {
		d.mu.Lock()
		defer d.mu.Unlock()
		if d.open == nil || d.incoming == nil {
			return noImport(), d.importFault(r.Language, "nothing")
		}
		return d.importView(r), nil
	})
}

// ImportAccept brings the choice into the plan, all of it or nothing, as one step
// of undo.
func (d *Desk) ImportAccept(r ImportRequest) (View, error) {
	return guard(d, "ImportAccept", r.Language, func() (View, error) {
		d.mu.Lock()
		defer d.mu.Unlock()
		if d.open == nil || d.incoming == nil {
			return View{}, d.importFault(r.Language, "nothing")
		}
		changed, err := d.brought(r)
		if err != nil {
			return View{}, d.intakeFault(r.Language, err)
		}
		d.open.put(changed)
		d.changed()
		d.incoming = nil
		return d.view(Reading{Language: r.Language, Scenario: r.Scenario}), nil
	})
}

// brought is the plan with the choice in it.
func (d *Desk) brought(r ImportRequest) (*plan.Plan, error) {
	in := d.incoming
	if in.filled != nil {
		changed, _, faults := intake.ReadCollected(bytes.NewReader(in.filled), d.open.plan)
		if len(faults) > 0 {
			return nil, faults[0]
		}
		return changed, nil
	}
	m, err := d.mapping(r)
	if err != nil {
		return nil, err
	}
	changed, _, err := intake.Apply(d.open.plan, intake.PreviewOf(in.file, m))
	return changed, err
}

// ImportClose puts the file away.
func (d *Desk) ImportClose() error {
	_, err := guard(d, "ImportClose", "", func() (bool, error) {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.incoming = nil
		return true, nil
	})
	return err
}

// Collect writes the workbook in which others fill in the plan's figures.
func (d *Desk) Collect(r Reading) (FileAnswer, error) {
	return guard(d, "Collect", r.Language, func() (FileAnswer, error) {
		o, name, err := d.current(r)
		if err != nil {
			return FileAnswer{}, err
		}
		say := d.say(r.Language)
		var book bytes.Buffer
		if err := intake.Collect(&book, o.plan, say); err != nil {
			return FileAnswer{}, err
		}
		name = strings.TrimSuffix(name, extension) + " " + say.Say("import.fill_in", nil) + ".xlsx"
		return d.handOver(r, Dialog{Title: say.Say("import.dialog_collect", nil), Name: name, Kind: say.Say("desk.kind.workbook", nil)}, book.Bytes())
	})
}

// handOver writes a file where the reader says, or sends it down through the
// browser.
func (d *Desk) handOver(r Reading, how Dialog, data []byte) (FileAnswer, error) {
	answer := d.unchosen(r)
	if d.setup.Window == nil {
		answer.Chosen, answer.Name, answer.Base64 = true, how.Name, base64.StdEncoding.EncodeToString(data)
		return answer, nil
	}
	path, chosen, err := d.ask(how, filepath.Ext(how.Name))
	if err != nil || !chosen {
		return answer, err
	}
	answer.Chosen, answer.Name, answer.Folder = true, filepath.Base(path), filepath.Dir(path)
	d.wrote(answer.Folder)
	return answer, shelf.Write(path, data)
}

func noImport() ImportView {
	return ImportView{
		Tables: []ImportTable{}, Targets: []ImportTarget{}, Mappings: []Choice{}, Lines: []ImportLine{}, Sentences: []string{},
		Choice: ImportRequest{Series: []ImportSeries{}},
	}
}

// intakeFault turns a fault of intake into one of the desk.
func (d *Desk) intakeFault(language string, err error) error {
	var f *intake.Fault
	if !errors.As(err, &f) {
		return err
	}
	say := quotes{d.say(language)}
	args := map[string]string{"place": f.Place}
	for name, value := range f.Args {
		args[name] = value
	}
	key := "fault.intake." + f.Code
	return Fault{Code: "intake." + f.Code, Sentence: say.Say(key, args), Remedy: say.Say(key+".remedy", args), Place: f.Place}
}

func (d *Desk) importFault(language, code string) Fault {
	say, key := d.say(language), "fault.import."+code
	return Fault{Code: "import." + code, Sentence: say.Say(key, nil), Remedy: say.Say(key+".remedy", nil)}
}

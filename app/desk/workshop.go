package desk

import (
	"bytes"
	"encoding/base64"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"

	"outrigger/app/region"
	"outrigger/app/shelf"
	"outrigger/app/workbook"
	"outrigger/datasets"
	"outrigger/model/plan"
)

// mostPlans is how many plans a workshop may hold; see the verb rollup.
const mostPlans = 1000

// workshop is the folder that is laid out. It is replaced, never changed.
type workshop struct {
	folder string            // empty in a browser
	names  []string          // of its plans
	texts  map[string]string // in a browser, what came up

	mu     sync.Mutex
	tables map[string]*region.Table // by the currency asked for
}

// WorkshopDialog asks for a folder and lays its plans out.
func (d *Desk) WorkshopDialog(r WorkshopRequest) (WorkshopView, error) {
	return guard(d, "WorkshopDialog", r.Language, func() (WorkshopView, error) {
		if d.setup.Window == nil {
			return WorkshopView{}, d.fault(r.Language, "no_window", nil)
		}
		path, chosen, err := d.setup.Window.AskFolder(Dialog{Title: d.say(r.Language).Say("region.dialog", nil)})
		if err != nil {
			return WorkshopView{}, err
		}
		if chosen {
			if err := d.layFolder(r.Language, path); err != nil {
				return WorkshopView{}, err
			}
		}
		return d.workshop(r)
	})
}

func (d *Desk) layFolder(language, path string) error {
	entries, err := os.ReadDir(path)
	if err != nil {
		return err
	}
	w := &workshop{folder: path}
	for _, entry := range entries {
		if region.IsPlan(entry.Name()) && !entry.IsDir() {
			w.names = append(w.names, entry.Name())
		}
	}
	return d.lays(language, w)
}

// lays puts a workshop in place of the one before, unless nobody is in it.
func (d *Desk) lays(language string, w *workshop) error {
	switch {
	case len(w.names) == 0:
		return d.workshopFault(language, "empty")
	case len(w.names) > mostPlans:
		return d.workshopFault(language, "many")
	}
	w.tables = map[string]*region.Table{}
	d.mu.Lock()
	d.side = w
	d.mu.Unlock()
	return nil
}

func (d *Desk) workshopFault(language, code string) Fault {
	say, key, args := d.say(language), "fault.region."+code, map[string]string{"limit": strconv.Itoa(mostPlans)}
	return Fault{Code: code, Sentence: say.Say(key, args), Remedy: say.Say(key+".remedy", args)}
}

// WorkshopUpload takes plans up through the browser.
func (d *Desk) WorkshopUpload(r WorkshopUploadRequest) (WorkshopView, error) {
	return guard(d, "WorkshopUpload", r.Language, func() (WorkshopView, error) {
		w := &workshop{texts: map[string]string{}}
		d.mu.Lock()
		if !r.First && d.coming != nil {
			w = d.coming
		}
		for _, f := range r.Files {
			name := filepath.Base(f.Name)
			if _, twice := w.texts[name]; !twice && len(f.Text) <= plan.MaxBytes+1 && len(w.names) <= mostPlans {
				w.names = append(w.names, name)
				w.texts[name] = f.Text
			}
		}
		d.coming = w
		if r.Last {
			d.coming = nil
		}
		d.mu.Unlock()
		if !r.Last {
			return noWorkshop(), nil
		}
		if err := d.lays(r.Language, w); err != nil {
			return WorkshopView{}, err
		}
		return d.workshop(WorkshopRequest{Language: r.Language})
	})
}

// read gives a plan of the workshop, and no other file.
func (w *workshop) read(name string) ([]byte, error) {
	if !slices.Contains(w.names, name) {
		return nil, os.ErrNotExist
	}
	if w.folder == "" {
		return []byte(w.texts[name]), nil
	}
	path := filepath.Join(w.folder, name)
	if info, err := os.Stat(path); err == nil && (info.Size() > plan.MaxBytes || !info.Mode().IsRegular()) {
		return make([]byte, plan.MaxBytes+1), nil // the plan's own reader refuses it by its size
	}
	return os.ReadFile(path)
}

// table is the workshop's table in a currency; it is worked out once for each.
func (d *Desk) table(w *workshop, r WorkshopRequest) (*region.Table, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if t := w.tables[r.Currency]; t != nil {
		return t, nil
	}
	c, err := datasets.ShippedPractices()
	if err != nil {
		return nil, err
	}
	t, err := region.Gather(region.Request{
		Files: w.names, Facts: d.setup.Facts, Practices: c.Readiness(), Currency: r.Currency, Date: d.setup.Now().Format("2006-01-02"),
		Read: func(name string) ([]byte, error) {
			data, err := w.read(name)
			var fault Fault
			if err != nil && errors.As(d.told("Workshop", r.Language, err), &fault) {
				return nil, errors.New(fault.Sentence + " " + fault.Remedy)
			}
			return data, err
		},
	})
	if err != nil {
		return nil, d.workshopFault(r.Language, "range")
	}
	w.tables[r.Currency] = t
	return t, nil
}

func (d *Desk) sideBySide() *workshop {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.side
}

// Workshop gives the table again.
func (d *Desk) Workshop(r WorkshopRequest) (WorkshopView, error) {
	return guard(d, "Workshop", r.Language, func() (WorkshopView, error) { return d.workshop(r) })
}

func (d *Desk) workshop(r WorkshopRequest) (WorkshopView, error) {
	w := d.sideBySide()
	if w == nil {
		return noWorkshop(), nil
	}
	t, err := d.table(w, r)
	if err != nil {
		return WorkshopView{}, err
	}
	v := workshopTeller{d.say(r.Language), t, r.Hide}.view()
	if w.folder != "" && !r.Hide {
		v.Folder = filepath.Base(w.folder)
	}
	return v, nil
}

// WorkshopPlan opens a plan of the table, in a browser as if it had come up alone.
func (d *Desk) WorkshopPlan(r WorkshopPlanRequest) (View, error) {
	return guard(d, "WorkshopPlan", r.Language, func() (View, error) {
		w := d.sideBySide()
		if w == nil || !slices.Contains(w.names, r.File) {
			return View{}, os.ErrNotExist
		}
		if w.folder == "" {
			return d.OpenUpload(FileRequest{Language: r.Language, Name: r.File, Text: w.texts[r.File]})
		}
		return d.openPath(Reading{Language: r.Language}, filepath.Join(w.folder, r.File))
	})
}

// WorkshopWorkbook writes the regional workbook of the table.
func (d *Desk) WorkshopWorkbook(r WorkshopRequest) (FileAnswer, error) {
	return guard(d, "WorkshopWorkbook", r.Language, func() (FileAnswer, error) {
		w := d.sideBySide()
		if w == nil {
			return FileAnswer{}, d.fault(r.Language, "nothing_open", nil)
		}
		t, err := d.table(w, r)
		if err != nil {
			return FileAnswer{}, err
		}
		return d.workshopFile(r, "region.title", func() ([]byte, error) {
			var b bytes.Buffer
			err := workbook.Rollup(&b, workbook.RollupRequest{
				Table: t, Facts: d.setup.Facts, Words: d.say(r.Language), HideNames: r.Hide, Version: d.setup.Version, Date: t.Date,
			})
			return b.Bytes(), err
		})
	})
}

// WorkshopSheets writes the sheets to print for a workshop of two hours.
func (d *Desk) WorkshopSheets(r WorkshopRequest) (FileAnswer, error) {
	return guard(d, "WorkshopSheets", r.Language, func() (FileAnswer, error) {
		return d.workshopFile(r, "region.path.title", func() ([]byte, error) {
			var b bytes.Buffer
			err := workbook.Path(&b, workbook.PathRequest{Facts: d.setup.Facts, Words: d.say(r.Language), Version: d.setup.Version, Date: d.setup.Now().Format("2006-01-02")})
			return b.Bytes(), err
		})
	})
}

// workshopFile asks where, lets the work be stopped, and writes or hands down what came.
func (d *Desk) workshopFile(r WorkshopRequest, title string, work func() ([]byte, error)) (FileAnswer, error) {
	say := d.say(r.Language)
	answer := FileAnswer{Chosen: true, Name: say.Say(title, nil) + sheet}
	path := ""
	if d.setup.Window != nil {
		var err error
		path, answer.Chosen, err = d.ask(Dialog{Title: say.Say("desk.dialog.workbook", nil), Name: answer.Name, Kind: say.Say("desk.kind.workbook", nil)}, sheet)
		if err != nil || !answer.Chosen {
			return d.unchosen(Reading{Language: r.Language}), err
		}
	}
	data, err := job(d, r.Job, r.Language, "stopped", work)
	if err != nil {
		return FileAnswer{}, err
	}
	answer.View = d.unchosen(Reading{Language: r.Language}).View
	if d.setup.Window == nil {
		answer.Base64 = base64.StdEncoding.EncodeToString(data)
		return answer, nil
	}
	answer.Name, answer.Folder = filepath.Base(path), filepath.Dir(path)
	d.wrote(answer.Folder)
	return answer, shelf.Write(path, data)
}

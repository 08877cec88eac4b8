package desk

import (
	"encoding/base64"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"outrigger/app/review"
	"outrigger/app/workbook"
	"outrigger/model/plan"
)

// checked is a returned workbook and what was found in it.
type checked struct {
	name   string
	report review.Report
}

// mostLines is how many findings of one kind are shown; the rest are counted.
const mostLines = 60

func (d *Desk) verifier() review.Verifier {
	return review.Verifier{Facts: d.setup.Facts, Catalogue: d.setup.Words, Version: d.setup.Version, Trusted: d.known().keys, Study: d.study}
}

// ReviewDialog asks which workbook came back.
func (d *Desk) ReviewDialog(r ReviewRequest) (ReviewView, error) {
	return guard(d, "ReviewDialog", r.Language, func() (ReviewView, error) {
		name, data, err := d.returned(r.Language, "*.xlsx")
		if err != nil {
			return noReview(), err
		}
		if data == nil {
			return d.reviewed(Reading{Language: r.Language, Scenario: r.Scenario}), nil
		}
		return d.check(r, name, data)
	})
}

// returned asks for a file and reads it; nil if the dialog was closed.
func (d *Desk) returned(language, pattern string) (string, []byte, error) {
	if d.setup.Window == nil {
		return "", nil, d.fault(language, "no_window", nil)
	}
	say := d.say(language)
	path, chosen, err := d.setup.Window.AskOpen(Dialog{Title: say.Say("desk.dialog.returned", nil), Kind: say.Say("desk.kind.returned", nil), Pattern: pattern})
	if err != nil || !chosen {
		return "", nil, err
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return "", nil, err
	case !info.Mode().IsRegular():
		return "", nil, fs.ErrNotExist
	case info.Size() > review.MaxBytes:
		return "", nil, d.unreviewed(language, filepath.Base(path), review.ErrTooLarge)
	}
	data, err := os.ReadFile(path)
	if data == nil && err == nil {
		data = []byte{} // an empty file was chosen all the same
	}
	return filepath.Base(path), data, err
}

// ReviewUpload takes a workbook that came up through the browser.
func (d *Desk) ReviewUpload(r ReviewUploadRequest) (ReviewView, error) {
	return guard(d, "ReviewUpload", r.Language, func() (ReviewView, error) {
		data, err := base64.StdEncoding.DecodeString(r.Base64)
		if err != nil {
			err = d.unreviewed(r.Language, filepath.Base(r.Name), review.ErrNotWorkbook)
			return noReview(), err
		}
		return d.check(ReviewRequest{r.Language, r.Scenario, r.Job}, filepath.Base(r.Name), data)
	})
}

// check holds a workbook against what the program writes. A file that cannot be looked at
// leaves the one before.
func (d *Desk) check(r ReviewRequest, name string, data []byte) (ReviewView, error) {
	report, err := job(d, r.Job, r.Language, "review_stopped", func() (review.Report, error) {
		found, err := d.verifier().Verify(data)
		return found, d.unreviewed(r.Language, name, err)
	})
	if err != nil {
		return noReview(), err
	}
	d.mu.Lock()
	d.checked = &checked{name, report}
	d.mu.Unlock()
	return d.reviewed(Reading{Language: r.Language, Scenario: r.Scenario}), nil
}

// unreviewed turns the error of a file that cannot be looked at into a fault.
func (d *Desk) unreviewed(language, name string, err error) error {
	code := review.Code(err)
	if code == "" {
		return err
	}
	say, args := quotes{d.say(language)}, map[string]string{"file": name}
	return Fault{Code: code, Sentence: say.Say("fault.verb."+code, args), Remedy: say.Say("fault.verb."+code+".remedy", args)}
}

// Review tells again what was found: in another language, or after the plan has changed.
func (d *Desk) Review(r ReviewRequest) (ReviewView, error) {
	return guard(d, "Review", r.Language, func() (ReviewView, error) {
		return d.reviewed(Reading{Language: r.Language, Scenario: r.Scenario}), nil
	})
}

// ReviewTake takes one changed input into the open plan, as one step of undo.
func (d *Desk) ReviewTake(r ReviewTakeRequest) (ReviewTaken, error) {
	return guard(d, "ReviewTake", r.Language, func() (ReviewTaken, error) {
		reading := Reading{Language: r.Language, Scenario: r.Scenario}
		err := func() error {
			d.mu.Lock()
			defer d.mu.Unlock()
			switch {
			case d.open == nil:
				return d.fault(r.Language, "nothing_open", nil)
			case d.checked == nil || r.Number < 1 || r.Number > len(d.checked.report.Edits):
				return d.fault(r.Language, "review_gone", nil)
			}
			e := d.checked.report.Edits[r.Number-1]
			next := plan.Clone(d.open.plan)
			if !takable(d.open.plan, e) || !review.Take(next, e) {
				return d.fault(r.Language, "review_left", nil)
			}
			d.take(next)
			return nil
		}()
		if err != nil {
			return ReviewTaken{Review: noReview()}, err
		}
		d.mu.Lock()
		view := d.view(reading)
		d.mu.Unlock()
		return ReviewTaken{view, d.reviewed(reading)}, nil
	})
}

// takable tells whether an edit can go into a plan: the plan has such an input, and would
// not refuse the figure.
func takable(p *plan.Plan, e review.Edit) bool {
	next := plan.Clone(p)
	if e.Entry.Input == "" || e.Entry.Input == workbook.ScenarioEntry || !review.Take(next, e) {
		return false
	}
	had := map[string]bool{}
	for _, f := range plan.Check(p) {
		had[f.Code+f.Place] = true
	}
	return !slices.ContainsFunc(plan.Check(next), func(f plan.Finding) bool { return !f.Warning && !had[f.Code+f.Place] })
}

// ReviewPlan opens the plan that the workbook was written from.
func (d *Desk) ReviewPlan(r Reading) (View, error) {
	return guard(d, "ReviewPlan", r.Language, func() (View, error) {
		d.mu.Lock()
		c := d.checked
		d.mu.Unlock()
		if c == nil {
			return View{}, d.fault(r.Language, "review_gone", nil)
		}
		name := strings.TrimSuffix(c.name, filepath.Ext(c.name)) + extension
		return d.OpenUpload(FileRequest{Language: r.Language, Name: name, Text: c.report.Seal.Plan})
	})
}

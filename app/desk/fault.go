package desk

import (
	"encoding/json"
	"errors"
	"io/fs"
	"runtime/debug"

	"outrigger/app/shelf"
	"outrigger/app/words"
	"outrigger/model/plan"
)

// Error is the fault as the page parses it.
func (f Fault) Error() string {
	text, err := json.Marshal(f)
	if err != nil {
		return `{"code":"internal"}` // cannot be: four texts
	}
	return string(text)
}

// guard runs one method. A panic, which would leave the page waiting for ever,
// becomes the fault "internal" and a line in the log; any other error becomes a
// fault in the reader's language.
func guard[T any](d *Desk, method, language string, work func() (T, error)) (answer T, err error) {
	defer func() {
		if r := recover(); r != nil {
			d.setup.Log.Printf("%s: %v\n%s", method, r, debug.Stack())
			var none T
			answer, err = none, d.fault(language, "internal", nil)
		}
	}()
	answer, err = work()
	return answer, d.told(method, language, err)
}

// told turns an error into a fault.
func (d *Desk) told(method, language string, err error) error {
	var known Fault
	switch {
	case err == nil:
		return nil
	case errors.As(err, &known):
		return known
	}
	d.setup.Log.Printf("%s: %v", method, err)
	code := "disk"
	switch {
	case errors.Is(err, shelf.ErrChanged):
		code = "changed"
	case errors.Is(err, shelf.ErrLocked):
		return d.beginFault(language, "locked", "")
	case errors.Is(err, fs.ErrNotExist):
		code = "gone"
	case errors.Is(err, fs.ErrPermission):
		code = "denied"
	case shelf.Full(err):
		code = "full"
	}
	return d.fault(language, code, nil)
}

func (d *Desk) fault(language, code string, args map[string]string) Fault {
	say, key := d.say(language), "fault.desk."+code
	return Fault{Code: code, Sentence: say.Say(key, args), Remedy: say.Say(key+".remedy", args)}
}

// refusal is the fault of a document that cannot be opened: its first finding.
func refusal(say words.Reader, findings []plan.Finding) Fault {
	for _, f := range findings {
		if !f.Warning {
			told := newTeller(say, nil).finding(f)
			if !line.MatchString(told.Place) {
				told.Place = "" // an id, not for readers
			}
			return Fault{Code: f.Code, Sentence: told.Sentence, Remedy: told.Remedy, Place: told.Place}
		}
	}
	return Fault{}
}

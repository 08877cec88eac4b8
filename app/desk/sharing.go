package desk

import (
	"encoding/base64"
	"io"
	"os"
	"path/filepath"
	"strings"

	"outrigger/app/shelf"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// ShareMeasures writes the plan's measures as a file for others.
func (d *Desk) ShareMeasures(r Reading) (FileAnswer, error) {
	return guard(d, "ShareMeasures", r.Language, func() (FileAnswer, error) {
		o, name, err := d.current(r)
		if err != nil {
			return FileAnswer{}, err
		}
		data, err := plan.MarshalMeasures(o.plan.Measures)
		if err != nil {
			return FileAnswer{}, err
		}
		name = strings.TrimSuffix(name, extension) + "-measures.json"
		if d.setup.Window == nil {
			answer := d.unchosen(r)
			answer.Chosen, answer.Name, answer.Base64 = true, name, base64.StdEncoding.EncodeToString(data)
			return answer, nil
		}
		say := d.say(r.Language)
		path, chosen, err := d.ask(Dialog{Title: say.Say("desk.dialog.measures", nil), Name: name, Kind: say.Say("desk.kind.measures", nil)}, ".json")
		if err != nil || !chosen {
			return d.unchosen(r), err
		}
		answer := d.unchosen(r)
		answer.Chosen, answer.Name, answer.Folder = true, filepath.Base(path), filepath.Dir(path)
		d.wrote(answer.Folder)
		return answer, shelf.Write(path, data)
	})
}

// TakeMeasures adds the measures of a file to the plan, or refuses the file as a whole.
func (d *Desk) TakeMeasures(r MeasuresRequest) (MeasuresTaken, error) {
	return guard(d, "TakeMeasures", r.Language, func() (MeasuresTaken, error) {
		return d.takeMeasures(Reading{Language: r.Language, Scenario: r.Scenario}, []byte(r.Text))
	})
}

// TakeMeasuresDialog asks which file of measures to take. A closed dialog gives the view
// as it was.
func (d *Desk) TakeMeasuresDialog(r Reading) (MeasuresTaken, error) {
	return guard(d, "TakeMeasuresDialog", r.Language, func() (MeasuresTaken, error) {
		if d.setup.Window == nil {
			return MeasuresTaken{}, d.fault(r.Language, "no_window", nil)
		}
		say := d.say(r.Language)
		path, chosen, err := d.setup.Window.AskOpen(Dialog{
			Title: say.Say("desk.dialog.measures.open", nil), Kind: say.Say("desk.kind.measures", nil), Pattern: "*.json",
		})
		if err != nil || !chosen {
			return MeasuresTaken{View: d.unchosen(r).View}, err
		}
		data, err := taken(path)
		if err != nil {
			return MeasuresTaken{}, err
		}
		return d.takeMeasures(r, data)
	})
}

func (d *Desk) takeMeasures(r Reading, data []byte) (MeasuresTaken, error) {
	say, told := d.say(r.Language), ""
	view, err := d.change("TakeMeasures", r, func(p *plan.Plan) error {
		list, findings := plan.ParseMeasures(data)
		if plan.Refused(findings) {
			return refusal(say, findings)
		}
		if len(p.Measures)+len(list) > plan.MaxItems {
			return d.fault(r.Language, "no_list", nil)
		}
		left := plan.Take(p, list)
		told = say.Say("desk.measures.taken", map[string]string{"n": say.Number(money.Int(len(list)), 0)})
		if len(left) > 0 {
			for i := range left {
				left[i] = quote(left[i])
			}
			told += " " + say.Say("desk.measures.left", map[string]string{"list": strings.Join(left, say.Formats().List)})
		}
		return nil
	})
	return MeasuresTaken{Chosen: err == nil, Told: told, View: view}, err
}

// taken reads a file, of one that is too large only as much as shows that it is.
func taken(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, plan.MaxBytes+1))
}

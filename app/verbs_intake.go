package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"slices"

	"outrigger/app/intake"
	"outrigger/app/shelf"
	"outrigger/model/plan"
)

// bringing is one run of the verb intake: what stands in a file is looked at and,
// once the reader accepts it, written into the plan.
type bringing struct {
	*invocation
	planPath, filePath string
	doc                document

	to, mapping, name   string
	scale, decimal      string
	table               int
	accept, machine     bool
	take                takes
	changes             []intake.Change
	views               []*intake.Preview
	proposed, collected bool
}

func intakeFile(v *invocation, args []string) error {
	b := &bringing{invocation: v}
	flags := flag.NewFlagSet("intake", flag.ContinueOnError)
	flags.StringVar(&b.to, "o", "", "")
	flags.StringVar(&b.mapping, "mapping", "", "")
	flags.StringVar(&b.name, "save-mapping", "", "")
	flags.StringVar(&b.scale, "scale", "", "")
	flags.StringVar(&b.decimal, "decimal", "", "")
	flags.IntVar(&b.table, "table", 1, "")
	flags.BoolVar(&b.accept, "accept", false, "")
	flags.BoolVar(&b.machine, "json", false, "")
	flags.Var(&b.take, "take", "")
	rest, err := v.only(2, flags, args)
	if err != nil {
		return err
	}
	b.planPath, b.filePath = rest[0], rest[1]
	if b.doc, err = v.document(b.planPath); err != nil {
		return err
	}
	if !slices.Contains([]string{"", string(intake.Point), string(intake.Comma)}, b.decimal) {
		return v.fault("decimal", "text", b.decimal)
	}
	return b.run()
}

func (b *bringing) run() error {
	data, err := b.read(b.filePath)
	if err != nil {
		return err
	}
	file, err := intake.Open(filepath.Base(b.filePath), bytes.NewReader(data))
	if err != nil {
		return b.refusal(err)
	}
	changed, changes, faults := b.fillIn(file, data)
	if b.collected {
		for _, f := range faults {
			fmt.Fprintln(b.errs, f.Sentence(b.say))
		}
		if len(faults) > 0 {
			return errRefused
		}
		b.changes = changes
		return b.finish(changed)
	}
	maps, err := b.mappings(file)
	if err != nil {
		return b.refusal(err)
	}
	if b.proposed {
		return b.propose(file, maps)
	}
	changed = b.doc.plan
	for _, m := range maps {
		view := intake.PreviewOf(file, m)
		b.views = append(b.views, view)
		var more []intake.Change
		if changed, more, err = intake.Apply(changed, view); err != nil {
			return b.refusal(err)
		}
		b.changes = append(b.changes, more...)
	}
	return b.finish(changed)
}

// fillIn reads a fill-in workbook; collected says whether the file is one.
func (b *bringing) fillIn(file *intake.File, data []byte) (*plan.Plan, []intake.Change, []*intake.Fault) {
	if file.Format != "xlsx" {
		return nil, nil, nil
	}
	changed, changes, faults := intake.ReadCollected(bytes.NewReader(data), b.doc.plan)
	b.collected = !slices.ContainsFunc(faults, func(f *intake.Fault) bool { return f.Code == "not_collected" })
	return changed, changes, faults
}

// refusal says a fault of intake in the reader's language.
func (b *bringing) refusal(err error) error {
	var f *intake.Fault
	if errors.As(err, &f) {
		return errors.New(f.Sentence(b.say))
	}
	return err
}

// finish shows what changes, and writes it if that was accepted.
func (b *bringing) finish(changed *plan.Plan) error {
	if b.machine {
		if err := b.asJSON(); err != nil {
			return err
		}
	} else {
		b.show()
	}
	if len(b.changes) == 0 {
		return nil
	}
	if !b.accept {
		b.tellUnlessMachine("verb.intake.not_written", nil)
		return nil
	}
	to := b.planPath
	if b.to != "" && !sameFile(b.to, b.planPath) {
		to = b.to
	}
	if sameFile(to, b.filePath) {
		return b.fault("same_file", "file", to)
	}
	target := b.doc.file
	if to != b.planPath {
		target = shelf.New(to)
	}
	if err := target.Save(changed); err != nil {
		return b.diskFault("unwritable", to, err)
	}
	b.tellUnlessMachine("verb.intake.written", map[string]string{"file": to})
	for _, f := range plan.Check(changed) {
		b.tell(to, f)
	}
	return nil
}

func (b *bringing) tellUnlessMachine(key string, args map[string]string) {
	if !b.machine {
		fmt.Fprintln(b.out, b.say.Say(key, args))
	}
}

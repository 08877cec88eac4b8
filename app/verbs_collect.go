package main

import (
	"bytes"
	"flag"
	"fmt"

	"outrigger/app/intake"
	"outrigger/app/shelf"
	"outrigger/model/plan"
)

// document is a plan that may still lack figures, as it lies on disk.
type document struct {
	file *shelf.File
	plan *plan.Plan
}

// document opens a plan to be filled. What is missing in it is no obstacle, what
// could not be understood is: writing the plan back would lose it.
func (v *invocation) document(path string) (document, error) {
	file, p, findings, err := shelf.Open(path)
	if err != nil {
		return document{}, v.diskFault("unreadable", path, err)
	}
	v.speak(p)
	unread := p == nil
	for _, f := range findings {
		// A line of the file, not an input, is the place of what was not understood.
		lost := !f.Warning && f.Place != "" && f.Place[0] >= '0' && f.Place[0] <= '9'
		if unread || lost {
			v.tell(path, f)
		}
		unread = unread || lost
	}
	if unread {
		return document{}, errRefused
	}
	return document{file, p}, nil
}

func collect(v *invocation, args []string) error {
	flags := flag.NewFlagSet("collect", flag.ContinueOnError)
	to := flags.String("o", "", "")
	rest, err := v.only(1, flags, args)
	if err != nil {
		return err
	}
	if *to == "" {
		return errUsage
	}
	if sameFile(rest[0], *to) {
		return v.fault("same_file", "file", *to)
	}
	doc, err := v.document(rest[0])
	if err != nil {
		return err
	}
	var book bytes.Buffer
	if err := intake.Collect(&book, doc.plan, v.say); err != nil {
		return err
	}
	if err := v.write(*to, book.Bytes()); err != nil {
		return err
	}
	fmt.Fprintln(v.out, v.say.Say("verb.collected", map[string]string{"file": *to, "plan": rest[0]}))
	return nil
}

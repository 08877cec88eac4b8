package main

import (
	"bytes"
	"flag"
	"fmt"
	"time"

	"outrigger/app/workbook"
)

// workshop writes the sheets to print for a workshop of two hours.
func workshop(v *invocation, args []string) error {
	flags := flag.NewFlagSet("workshop", flag.ContinueOnError)
	to := flags.String("o", "", "")
	if _, err := v.only(0, flags, args); err != nil {
		return err
	}
	if *to == "" {
		return errUsage
	}
	var file bytes.Buffer
	err := workbook.Path(&file, workbook.PathRequest{Facts: v.facts, Words: v.say, Version: version, Date: time.Now().Format(time.DateOnly)})
	if err != nil {
		return err
	}
	if err := v.write(*to, file.Bytes()); err != nil {
		return err
	}
	fmt.Fprintln(v.out, v.say.Say("verb.workbook_written", map[string]string{"file": *to}))
	return nil
}

package main

import (
	"bytes"
	"flag"
	"fmt"
	"time"

	"outrigger/app/workbook"
)

// writeWorkbook writes the case as a spreadsheet, whole or not at all.
func writeWorkbook(v *invocation, args []string) error {
	flags := flag.NewFlagSet("workbook", flag.ContinueOnError)
	to := flags.String("o", "", "")
	scenario := flags.String("scenario", "", "")
	date := flags.String("date", "", "")
	sign := flags.String("sign", "", "")
	rest, err := v.only(1, flags, args)
	if err != nil {
		return err
	}
	day := time.Now()
	if *date != "" {
		if day, err = time.Parse(time.DateOnly, *date); err != nil {
			return v.fault("date", "date", *date)
		}
	}
	if *to == "" {
		return errUsage
	}
	if sameFile(rest[0], *to) {
		return v.fault("same_file", "file", *to)
	}
	c, err := v.open(rest[0])
	if err != nil {
		return err
	}
	if c.State(*scenario) == nil {
		return v.fault("scenario", "name", *scenario)
	}
	request := workbook.Request{Case: c, Facts: v.facts, Words: v.say, Scenario: *scenario, Version: version, Date: day.Format(time.DateOnly)}
	if *sign != "" {
		k, _, err := v.unlock(*sign)
		if err != nil {
			return err
		}
		request.Sign = func(digest []byte) (string, string, error) {
			key, signature := k.Vouch(digest)
			return key, signature, nil
		}
	}
	var file bytes.Buffer
	err = workbook.Write(&file, request)
	if err != nil {
		return err
	}
	if err := v.write(*to, file.Bytes()); err != nil {
		return err
	}
	fmt.Fprintln(v.out, v.say.Say("verb.workbook_written", map[string]string{"file": *to}))
	return nil
}

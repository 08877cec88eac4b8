package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

	"outrigger/app/region"
	"outrigger/app/workbook"
	"outrigger/model/chain"
	"outrigger/model/plan"
)

// each writes the workbook of every plan that counts in the table, on all cores, each in
// the language of its plan unless the reader chose one. A plan holds memory only while its
// workbook is written. The workbooks that could not be written are told, and stop no other.
func (v *invocation) each(folder, to string, t *region.Table) error {
	if err := os.MkdirAll(to, 0o755); err != nil {
		return v.diskFault("unwritable", to, err)
	}
	var plans []*region.Plan
	for _, post := range t.Posts {
		for _, p := range post.Plans {
			if p.Left == "" {
				plans = append(plans, p)
			}
		}
	}
	// Nearly all that a workbook takes is given back when it is written: a heap four times as
	// large is swept that much more seldom, and stays small.
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	faults := make([]error, len(plans))
	next := make(chan int)
	var writers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		writers.Go(func() {
			for i := range next {
				faults[i] = v.own(filepath.Join(folder, plans[i].File), filepath.Join(to, workbookName(plans[i].File)), t.Date)
			}
		})
	}
	for i := range plans {
		next <- i
	}
	close(next)
	writers.Wait()
	written := 0
	var refused error
	for _, err := range faults {
		if err == nil {
			written++
			continue
		}
		fmt.Fprintln(v.errs, err)
		refused = errRefused
	}
	fmt.Fprintln(v.out, v.say.Say("verb.rollup.each", map[string]string{"file": to, "n": fmt.Sprint(written)}))
	return refused
}

// workbookName is that of a plan's file with the ending of a workbook.
func workbookName(file string) string {
	return strings.TrimSuffix(file, filepath.Ext(file)) + ".xlsx"
}

// own writes the workbook of one plan. It runs beside others and tells nothing.
func (v *invocation) own(from, to, day string) error {
	data, err := v.readUpTo(from, plan.MaxBytes)
	if err != nil {
		return err
	}
	read, findings := plan.Parse(data)
	if read == nil || plan.Refused(findings) {
		return v.fault("changed", "file", from) // it was sound when the table was made
	}
	c, _ := chain.Build(read, v.facts.FactsFor(read.Post.Country))
	if c == nil {
		return v.fault("changed", "file", from)
	}
	say := v.say
	if !v.spoken && read.Language != "" {
		say = v.catalogue.In(read.Language)
	}
	var file bytes.Buffer
	if err := workbook.Write(&file, workbook.Request{Case: c, Facts: v.facts, Words: say, Version: version, Date: day}); err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	return v.write(to, file.Bytes())
}

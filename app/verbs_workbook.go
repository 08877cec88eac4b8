package main

import (
	"bytes"
	"flag"
	"fmt"
	"slices"
	"time"

	"outrigger/app/exchange"
	"outrigger/app/workbook"
)

// writeWorkbook writes the case as a spreadsheet, whole or not at all.
func writeWorkbook(v *invocation, args []string) error {
	flags := flag.NewFlagSet("workbook", flag.ContinueOnError)
	to := flags.String("o", "", "")
	scenario := flags.String("scenario", "", "")
	date := flags.String("date", "", "")
	sign := flags.String("sign", "", "")
	var packs, trust several
	flags.Var(&packs, "pack", "")
	flags.Var(&trust, "trust", "")
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
	benchmarks, err := v.benchmarks(packs, trust, day.Format(time.DateOnly))
	if err != nil {
		return err
	}
	request := workbook.Request{Case: c, Facts: v.facts, Packs: benchmarks, Words: v.say, Scenario: *scenario, Version: version, Date: day.Format(time.DateOnly)}
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

// benchmarks reads packs for the sheet Peers and says of each who signed it. One that no
// trusted key has signed is refused, and with it the workbook.
func (v *invocation) benchmarks(packs, trust []string, day string) ([]workbook.Benchmark, error) {
	if len(packs) == 0 {
		if len(trust) > 0 {
			return nil, errUsage // a key without a pack to know by it
		}
		return nil, nil
	}
	trusted, err := v.trusted(trust)
	if err != nil {
		return nil, err
	}
	var all []workbook.Benchmark
	for _, path := range packs {
		data, err := v.readUpTo(path, exchange.MaxPack)
		if err != nil {
			return nil, err
		}
		p, verdict, err := exchange.Open(data, trusted, day)
		if err != nil {
			return nil, v.about(path, err)
		}
		if first := slices.IndexFunc(all, func(b workbook.Benchmark) bool { return b.Pack.ID == p.ID }); first >= 0 {
			return nil, v.fault("pack_twice", "file", path, "first", packs[first])
		}
		v.judged(path, p, verdict)
		all = append(all, workbook.Benchmark{Pack: p, Verdict: verdict})
	}
	return all, nil
}

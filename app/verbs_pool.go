package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"outrigger/app/exchange"
	"outrigger/model/peers"
	"outrigger/model/peers/disclosure"
)

// recordSuffix is added to a pack's name for what the coordinator keeps of it.
const recordSuffix = ".record"

// several collects a flag that may stand several times.
type several []string

func (s *several) String() string         { return strings.Join(*s, ", ") }
func (s *several) Set(value string) error { *s = append(*s, value); return nil }

// poolFolder makes a benchmark pack of a folder of contributions.
func poolFolder(v *invocation, args []string) error {
	flags := flag.NewFlagSet("pool", flag.ContinueOnError)
	path := flags.String("keys", "", "")
	out := flags.String("o", "", "")
	var before several
	flags.Var(&before, "before", "")
	rest, err := v.only(1, flags, args)
	if err != nil {
		return err
	}
	if *path == "" || *out == "" {
		return errUsage
	}
	for _, taken := range []string{*out, *out + recordSuffix} {
		if _, err := os.Lstat(taken); err == nil {
			return v.fault("exists", "file", taken)
		}
	}
	files, err := v.folder(rest[0], *path)
	if err != nil {
		return err
	}
	p := exchange.Pooling{Files: files, Day: today(), Traits: v.traits}
	for _, pack := range before {
		record, err := v.readUpTo(pack+recordSuffix, exchange.MaxRecord+exchange.MaxRecord/50)
		if err != nil {
			return err
		}
		p.Records = append(p.Records, record)
	}
	k, passphrase, err := v.unlock(*path)
	if err != nil {
		return err
	}
	p.Keys = k
	r, err := exchange.Pool(p)
	v.entries(r.Entries)
	if err != nil {
		return v.sentence(err)
	}
	// What is kept is written first: a pack whose record is lost could not be followed.
	if err := v.write(*out+recordSuffix, r.Record); err != nil {
		return err
	}
	if err := v.lock(*path, k, passphrase); err != nil {
		return err
	}
	if err := v.write(*out, r.File); err != nil {
		return err
	}
	v.held(r.Held)
	if r.Pack.Illustrative {
		v.lines("illustrative")
	}
	v.lines("pooled", "file", *out, "cells", fmt.Sprint(len(r.Pack.Cells)), "record", *out+recordSuffix)
	return nil
}

// folder reads the files of a folder, but for the keys if they lie there, and hidden ones.
func (v *invocation) folder(path, keys string) ([]exchange.File, error) {
	names, err := os.ReadDir(path)
	if err != nil {
		return nil, v.diskFault("unreadable", path, err)
	}
	var files []exchange.File
	for _, entry := range names {
		at := filepath.Join(path, entry.Name())
		info, err := os.Stat(at)
		if err != nil || !info.Mode().IsRegular() || strings.HasPrefix(entry.Name(), ".") || sameFile(at, keys) {
			continue
		}
		if len(files) == exchange.MaxFiles {
			return nil, v.trouble("pool_many", "limit", fmt.Sprint(exchange.MaxFiles))
		}
		data, err := v.readUpTo(at, exchange.MaxContribution)
		if err != nil {
			return nil, err
		}
		files = append(files, exchange.File{Name: entry.Name(), Data: data})
	}
	return files, nil
}

func (v *invocation) traits(country string) ([]peers.Trait, bool) {
	c, known := v.facts.Countries.ByISO3(country)
	if !known {
		return nil, false
	}
	return c.Traits(today()), true
}

// entries tells of every file whose it is and what is odd about it.
func (v *invocation) entries(all []exchange.Entry) {
	if len(all) > 0 {
		v.lines("entries")
	}
	for _, e := range all {
		if e.Err != nil {
			fmt.Fprintf(v.out, "  %s: %v\n", e.File, v.sentence(e.Err))
			continue
		}
		c := e.Contribution
		v.lines("entry", "file", e.File, "country", v.say.Country(c.Country), "date", c.Made, "figures", fmt.Sprint(len(c.Figures)), "code", e.Code)
		for _, f := range e.Flags {
			if f.Args["metric"] != "" {
				f.Args["metric"] = v.metric(f.Args["metric"])
			}
			if f.Args["country"] != "" {
				f.Args["country"] = v.say.Country(f.Args["country"])
			}
			fmt.Fprintln(v.out, "    "+v.say.Say("exchange.flag."+f.Code, f.Args))
		}
	}
}

// held tells what was held back and why; it is for the coordinator and not in the pack.
func (v *invocation) held(all []exchange.Held) {
	if len(all) > 0 {
		v.lines("held")
	}
	for _, h := range all {
		why := v.say.Say("peers.held."+string(h.Why), map[string]string{"n": fmt.Sprint(h.N), "least": fmt.Sprint(disclosure.Usual().Least), "small": fmt.Sprint(h.Small)})
		if h.Again {
			why += " " + v.say.Say("exchange.held_again", nil)
		}
		fmt.Fprintf(v.out, "  %s, %d, %s: %s\n", v.metric(h.Metric), h.Year, v.group(h.Group), why)
	}
}

// pack verifies a benchmark pack, or makes one of a published table.
func pack(v *invocation, args []string) error {
	flags := flag.NewFlagSet("pack", flag.ContinueOnError)
	path := flags.String("keys", "", "")
	out := flags.String("o", "", "")
	var trust several
	flags.Var(&trust, "trust", "")
	rest, err := v.only(2, flags, args)
	if err != nil {
		return err
	}
	switch {
	case rest[0] == "verify" && *path == "" && *out == "":
		return v.verify(rest[1], trust)
	case rest[0] == "table" && *path != "" && *out != "" && len(trust) == 0:
		return v.table(rest[1], *path, *out)
	}
	return errUsage
}

func (v *invocation) verify(path string, trust []string) error {
	trusted, err := v.trusted(trust)
	if err != nil {
		return err
	}
	data, err := v.readUpTo(path, exchange.MaxPack)
	if err != nil {
		return err
	}
	p, verdict, err := exchange.Open(data, trusted, today())
	if err != nil {
		return v.about(path, err)
	}
	v.judged(path, p, verdict)
	for _, c := range p.Cells {
		v.cell(c)
	}
	return nil
}

// trusted reads coordinators' public keys.
func (v *invocation) trusted(files []string) ([]exchange.Public, error) {
	var all []exchange.Public
	for _, file := range files {
		key, err := v.public(file)
		if err != nil {
			return nil, err
		}
		all = append(all, key)
	}
	return all, nil
}

// judged says of a good pack who signed it, how old it is, and whether it is of samples.
func (v *invocation) judged(path string, p exchange.Pack, verdict exchange.Verdict) {
	v.lines("good", "file", path, "fingerprint", verdict.Fingerprint)
	if verdict.Earlier {
		v.lines("good_earlier")
	}
	v.lines("made", "date", verdict.Made, "cells", fmt.Sprint(len(p.Cells)))
	if verdict.Old {
		v.lines("old", "date", verdict.Made, "years", fmt.Sprint(exchange.OldAfter))
	}
	if p.Illustrative {
		v.lines("illustrative")
	}
}

func (v *invocation) cell(c exchange.Cell) {
	figure := func(f *float64) string {
		if f == nil {
			return "–"
		}
		return v.say.NumberText(strconv.FormatFloat(*f, 'f', -1, 64), -1)
	}
	v.lines("cell", "metric", v.metric(c.Metric), "year", fmt.Sprint(c.Year), "group", v.group(c.Group), "n", fmt.Sprint(c.N),
		"low", figure(c.Low), "median", figure(&c.Median), "high", figure(c.High), "date", c.Told)
	if c.Source != "" {
		fmt.Fprintln(v.out, "    "+c.Source)
	}
}

func (v *invocation) table(path, keys, out string) error {
	if _, err := os.Lstat(out); err == nil {
		return v.fault("exists", "file", out)
	}
	data, err := v.readUpTo(path, exchange.MaxTable)
	if err != nil {
		return err
	}
	p, err := exchange.FromTable(data, today())
	if err != nil {
		return v.about(path, err)
	}
	k, _, err := v.unlock(keys)
	if err != nil {
		return err
	}
	file, err := k.Sign(p)
	if err != nil {
		return v.sentence(err)
	}
	if err := v.write(out, file); err != nil {
		return err
	}
	v.lines("tabled", "file", out, "cells", fmt.Sprint(len(p.Cells)))
	return nil
}

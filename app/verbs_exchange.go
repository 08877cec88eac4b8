package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"outrigger/app/exchange"
	"outrigger/model/peers"
)

// trouble is a sentence and its remedy, from the words fault.exchange.<code>.
func (v *invocation) trouble(code string, pairs ...string) error {
	args := map[string]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		args[pairs[i]] = pairs[i+1]
	}
	key := "fault.exchange." + code
	return errors.New(v.say.Say(key, args) + " " + v.say.Say(key+".remedy", args))
}

// about says what is wrong with a file that exchange refused.
func (v *invocation) about(path string, err error) error {
	return fmt.Errorf("%s: %w", path, v.sentence(err))
}

func (v *invocation) sentence(err error) error {
	var f *exchange.Fault
	if !errors.As(err, &f) {
		return err
	}
	var pairs []string
	for name, text := range f.Args {
		pairs = append(pairs, name, text)
	}
	return v.trouble(f.Code, pairs...)
}

// readUpTo reads a file no further than one byte past a limit, so that a huge one is
// refused by who reads it and not kept.
func (v *invocation) readUpTo(path string, limit int) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, v.diskFault("unreadable", path, err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, int64(limit)+1))
	if err != nil {
		return nil, v.diskFault("unreadable", path, err)
	}
	return data, nil
}

func (v *invocation) public(path string) (exchange.Public, error) {
	data, err := v.readUpTo(path, exchange.MaxPublic)
	if err != nil {
		return exchange.Public{}, err
	}
	p, err := exchange.ReadPublic(data)
	if err != nil {
		err = v.about(path, err)
	}
	return p, err
}

// today is the day on which a verb is run.
func today() string { return time.Now().Format(time.DateOnly) }

// lines writes a word by its key.
func (v *invocation) lines(key string, pairs ...string) {
	args := map[string]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		args[pairs[i]] = pairs[i+1]
	}
	fmt.Fprintln(v.out, v.say.Say("exchange."+key, args))
}

// contribute shows what would leave of a plan, and writes it sealed once that is agreed.
func contribute(v *invocation, args []string) error {
	flags := flag.NewFlagSet("contribute", flag.ContinueOnError)
	to := flags.String("to", "", "")
	out := flags.String("o", "", "")
	yes := flags.Bool("yes", false, "")
	rest, err := v.only(1, flags, args)
	if err != nil {
		return err
	}
	if *to == "" || *out == "" {
		return errUsage
	}
	if sameFile(rest[0], *out) || sameFile(*to, *out) {
		return v.fault("same_file", "file", *out)
	}
	c, err := v.open(rest[0])
	if err != nil {
		return err
	}
	key, err := v.public(*to)
	if err != nil {
		return err
	}
	var traits []peers.Trait
	if country, known := v.facts.Countries.ByISO3(c.Plan.Post.Country); known {
		traits = country.Traits(today())
	}
	given, left, err := exchange.Take(c, traits, today())
	v.leftOut(left)
	if err != nil {
		return v.sentence(err)
	}
	v.preview(given, key)
	if !*yes {
		v.lines("not_written")
		return nil
	}
	sealed, err := exchange.Seal(given, key)
	if err != nil {
		return v.sentence(err)
	}
	if err := v.write(*out, sealed); err != nil {
		return err
	}
	v.lines("written", "file", *out, "code", exchange.Code(sealed))
	return nil
}

func (v *invocation) preview(c exchange.Contribution, key exchange.Public) {
	v.lines("preview", "fingerprint", key.Fingerprint(), "date", key.Made())
	for _, s := range c.Preview() {
		name, note := v.say.Leaving(s)
		fmt.Fprintf(v.out, "  %s: %s", name, s.Value)
		if note != "" {
			fmt.Fprintf(v.out, " (%s)", note)
		}
		fmt.Fprintln(v.out)
	}
	v.lines("nothing_else")
}

func (v *invocation) leftOut(left []exchange.LeftOut) {
	for i, l := range left {
		if i == 0 {
			v.lines("left")
		}
		fmt.Fprintf(v.out, "  %s: %s\n", v.metric(l.Metric), v.say.Say("exchange.left."+l.Why, nil))
	}
}

func (v *invocation) metric(id string) string { return v.say.Metric(id) }

// group names a group by what its posts have in common.
func (v *invocation) group(traits []string) string { return v.say.Group(exchange.GroupOf(traits)) }

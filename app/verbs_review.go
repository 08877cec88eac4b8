package main

import (
	"flag"
	"fmt"
	"strconv"
	"strings"

	"outrigger/app/review"
	"outrigger/app/workbook"
	"outrigger/model/plan"
)

// mostTold is how many findings of one kind are written out; the rest are counted.
const mostTold = 12

// verifyWorkbook tells whether a workbook is as it was written, which inputs were changed
// and what that does to the ask; it takes changed inputs into a plan.
func verifyWorkbook(v *invocation, args []string) error {
	flags := flag.NewFlagSet("verify", flag.ContinueOnError)
	own := flags.String("plan", "", "")
	take := flags.String("take", "", "")
	out := flags.String("o", "", "")
	var trust several
	flags.Var(&trust, "trust", "")
	rest, err := v.only(1, flags, args)
	if err != nil {
		return err
	}
	if (*take == "") != (*out == "") {
		return errUsage
	}
	check := review.Verifier{Facts: v.facts, Catalogue: v.catalogue, Version: version}
	for _, file := range trust {
		key, err := v.public(file)
		if err != nil {
			return err
		}
		check.Trusted = append(check.Trusted, key)
	}
	data, err := v.readUpTo(rest[0], review.MaxBytes)
	if err != nil {
		return err
	}
	r, err := check.Verify(data)
	if err != nil {
		return v.unreviewed(rest[0], err)
	}
	v.speak(r.Plan)
	v.reported(rest[0], r)
	if *own != "" {
		if err := v.against(check, *own, r.Plan); err != nil {
			return err
		}
	}
	if *take != "" {
		if err := v.takeEdits(r, *take, *own, *out); err != nil {
			return err
		}
	}
	if r.Tampered() || r.Signature == review.Forged {
		return errRefused
	}
	return nil
}

// unreviewed says why a file cannot be looked at.
func (v *invocation) unreviewed(file string, err error) error {
	if code := review.Code(err); code != "" {
		return v.fault(code, "file", file)
	}
	return err
}

func (v *invocation) teller(p *plan.Plan) review.Teller { return review.Teller{Say: v.say, Plan: p} }

func (v *invocation) reviewed(key string, pairs ...string) {
	args := map[string]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		args[pairs[i]] = pairs[i+1]
	}
	fmt.Fprintln(v.out, v.say.Say("verb.verify."+key, args))
}

func (v *invocation) reported(file string, r review.Report) {
	if !r.Version {
		v.reviewed("version", "written", r.Seal.Program, "own", version)
	}
	v.reviewed("signature." + string(r.Signature))
	switch {
	case r.Untouched():
		v.reviewed("untouched", "file", file)
	case r.Tampered():
		v.reviewed("tampered", "file", file)
	default:
		v.reviewed("edited", "file", file)
	}
	v.findings(v.teller(r.Plan), r.Findings)
	for i, e := range r.Edits {
		v.edit(i+1, r, e)
	}
	fmt.Fprintln(v.out, v.teller(r.Plan).Ask(r))
	if r.Stale {
		v.reviewed("stale")
	}
}

func (v *invocation) findings(tell review.Teller, all []review.Finding) {
	told := map[string]int{}
	for _, f := range all {
		if told[f.Kind]++; told[f.Kind] > mostTold {
			continue
		}
		fmt.Fprintln(v.out, tell.Finding(f))
	}
	for _, kind := range []string{review.FormulaOther, review.FixedOther, review.FigureOther, review.Added} {
		if more := told[kind] - mostTold; more > 0 {
			v.reviewed("more", "n", strconv.Itoa(more))
		}
	}
}

func (v *invocation) edit(n int, r review.Report, e review.Edit) {
	v.reviewed("edit", "n", strconv.Itoa(n), "sheet", e.Sheet, "cell", e.Cell, "label", e.Label, "was", review.Shown(e.Was), "is", review.Shown(e.Is), "effect", v.teller(r.Plan).Effect(e))
}

// against holds the sealed plan against the post's own.
func (v *invocation) against(check review.Verifier, path string, sealed *plan.Plan) error {
	own, err := v.planOf(check, path)
	if err != nil {
		return err
	}
	own.Mappings = nil
	if plan.Equal(own, sealed) {
		v.reviewed("same_plan", "file", path)
		return nil
	}
	v.reviewed("other_plan", "file", path)
	return v.compared(check, own, sealed)
}

// takeEdits puts the edits named into the post's own plan, else into the sealed one.
func (v *invocation) takeEdits(r review.Report, which, own, out string) error {
	p := plan.Clone(r.Plan)
	if own != "" {
		data, err := v.read(own)
		if err != nil {
			return err
		}
		var findings []plan.Finding
		if p, findings = plan.Parse(data); p == nil || plan.Refused(findings) {
			return v.fault("review_plan", "file", own)
		}
	}
	numbers := map[int]bool{}
	for _, text := range strings.Split(which, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(text))
		if which != "all" && (err != nil || n < 1 || n > len(r.Edits)) {
			return v.fault("review_take", "text", text, "n", strconv.Itoa(len(r.Edits)))
		}
		numbers[n] = true
	}
	for i, e := range r.Edits {
		if which != "all" && !numbers[i+1] {
			continue
		}
		if !e.Taken || e.Entry.Input == workbook.ScenarioEntry || !review.Take(p, e) {
			v.reviewed("left", "n", strconv.Itoa(i+1), "label", e.Label)
			continue
		}
		v.reviewed("took", "n", strconv.Itoa(i+1), "label", e.Label)
	}
	data, err := plan.Marshal(p)
	if err != nil {
		return err
	}
	return v.write(out, data)
}

// planOf reads a plan, or that of a workbook with its changed inputs taken in.
func (v *invocation) planOf(check review.Verifier, path string) (*plan.Plan, error) {
	data, err := v.readUpTo(path, review.MaxBytes)
	if err != nil {
		return nil, err
	}
	p, findings, err := check.PlanOf(data)
	if err != nil {
		return nil, v.unreviewed(path, err)
	}
	if p == nil || plan.Refused(findings) {
		v.speak(p)
		for _, f := range findings {
			v.tell(path, f)
		}
		return nil, errRefused
	}
	return p, nil
}

// comparePlans ranks the inputs that differ between two plans or workbooks by what each
// does to the ask.
func comparePlans(v *invocation, args []string) error {
	rest, err := v.only(2, flag.NewFlagSet("compare", flag.ContinueOnError), args)
	if err != nil {
		return err
	}
	check := review.Verifier{Facts: v.facts, Catalogue: v.catalogue, Version: version}
	a, err := v.planOf(check, rest[0])
	if err != nil {
		return err
	}
	b, err := v.planOf(check, rest[1])
	if err != nil {
		return err
	}
	v.speak(a)
	return v.compared(check, a, b)
}

func (v *invocation) compared(check review.Verifier, a, b *plan.Plan) error {
	c, err := check.Compare(a, b)
	if err != nil {
		return v.fault("review_compare")
	}
	say := func(key string, pairs ...string) {
		args := map[string]string{}
		for i := 0; i+1 < len(pairs); i += 2 {
			args[pairs[i]] = pairs[i+1]
		}
		fmt.Fprintln(v.out, v.say.Say("verb.compare."+key, args))
	}
	first, second := v.teller(a), v.teller(b)
	say("asks", "before", first.Amount(c.Before), "after", second.Amount(c.After))
	if len(c.Differences)+len(c.Gone)+len(c.New) == 0 {
		say("same")
		return nil
	}
	for _, d := range c.Differences {
		name, was, is := review.Differing(first, second, d)
		say("difference", "label", name, "was", was, "is", is, "effect", first.Moves(d.Effect))
	}
	for _, in := range c.Gone {
		say("gone", "input", first.Input(in, 0))
	}
	for _, in := range c.New {
		say("new", "input", second.Input(in, 0))
	}
	if !c.Rest.IsZero() {
		say("rest", "amount", first.Signed(c.Rest))
	}
	return nil
}

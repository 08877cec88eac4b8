package main

import (
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"

	"outrigger/app/words"
	"outrigger/model/chain"
	"outrigger/model/measures"
	"outrigger/model/money"
	"outrigger/model/plan"
)

// optimise tells which measures are best within the plan's limits, and why; with --accept
// it writes the choice into the plan.
func optimise(v *invocation, args []string) error {
	flags := flag.NewFlagSet("optimise", flag.ContinueOnError)
	scenario := flags.String("scenario", "", "")
	accept := flags.Bool("accept", false, "")
	asJSON := flags.Bool("json", false, "")
	rest, err := v.only(1, flags, args)
	if err != nil {
		return err
	}
	c, err := v.open(rest[0])
	if err != nil {
		return err
	}
	if c.State(*scenario) == nil {
		return v.fault("scenario", "name", *scenario)
	}
	say := words.Advisor{Reader: v.say, Case: c}
	a, err := c.Advise(*scenario, nil, nil)
	var clash *measures.InfeasibleError
	switch {
	case errors.As(err, &clash):
		fmt.Fprintln(v.errs, say.Infeasible(clash))
		return errRefused
	case err != nil:
		return err
	case a == nil:
		return v.fault("no_measures", "file", rest[0])
	}
	if *asJSON {
		if err := v.json(adviceOf(a)); err != nil {
			return err
		}
	} else {
		v.advice(c, a, say)
	}
	if !*accept {
		return nil
	}
	p := plan.Clone(c.Plan)
	choose(p, a.Together)
	data, err := plan.Marshal(p)
	if err != nil {
		return err
	}
	return v.write(rest[0], data)
}

// choose switches the measures of a plan: those given on, in their years, all others off.
func choose(p *plan.Plan, chosen []measures.Choice) {
	for i := range p.Measures {
		m := &p.Measures[i]
		at := slices.IndexFunc(chosen, func(c measures.Choice) bool { return c.Measure == m.ID })
		on := money.Int(0)
		if at >= 0 {
			on = money.Int(1)
			year := money.Int(int(chosen[at].Start))
			m.Start.Value = &year
		}
		m.Chosen.Value = &on
	}
}

func (v *invocation) advice(c *chain.Case, a *chain.Advice, say words.Advisor) {
	fmt.Fprintln(v.out, c.Plan.Post.Name, "·", c.Plan.Title)
	if c.Plan.Illustrative {
		fmt.Fprintln(v.out, v.say.Say("verb.illustrative", nil))
	}
	fmt.Fprintln(v.out)
	if a.Zero {
		fmt.Fprintln(v.out, v.say.Say("common.why.nothing", nil))
		return
	}
	for _, choice := range a.Together {
		fmt.Fprintf(v.out, "  %s\n", say.Chosen([]measures.Choice{choice}))
	}
	fmt.Fprintln(v.out)
	fmt.Fprintln(v.out, say.Found(a))
	for _, over := range a.TogetherJoint.Over {
		fmt.Fprintln(v.out, say.Over(over))
	}
	fmt.Fprintln(v.out)
	for _, m := range c.Plan.Measures {
		if why := say.Why(a, m.ID); why != "" {
			fmt.Fprintf(v.out, "  %s. %s\n", m.Name, why)
		}
	}
	fmt.Fprintln(v.out)
	for _, share := range a.Shares {
		fmt.Fprintln(v.out, v.say.Say("verb.optimise.share", map[string]string{
			"percent": v.say.Percent(money.Drawn(float64(share.Percent)/100, 2), 0), "value": say.Value(share.Nested.Value), "n": fmt.Sprint(len(share.Nested.Chosen)),
			"list": strings.TrimSpace(say.Chosen(share.Nested.Chosen)),
		}))
	}
	fmt.Fprintln(v.out, v.say.Say("verb.optimise.waiting", map[string]string{"value": say.Value(a.Waiting.Cost)}))
}

// adviceOf is the machine's reading of the advice.
func adviceOf(a *chain.Advice) map[string]any {
	set := func(s measures.Solution) map[string]any {
		starts := map[string]int{}
		for _, c := range s.Chosen {
			starts[c.Measure] = int(c.Start)
		}
		return map[string]any{"chosen": starts, "value": s.Value, "proven": s.Proven}
	}
	shares := map[string]any{}
	for _, share := range a.Shares {
		shares[fmt.Sprint(share.Percent)] = map[string]any{"best": set(share.Best), "nested": set(share.Nested)}
	}
	var near []any
	for _, n := range a.Near {
		near = append(near, set(n.Solution))
	}
	return map[string]any{
		"best": set(a.Best), "worth_together": a.Joint.Together, "worth_alone": a.Joint.Alone,
		"together": set(measures.Solution{Chosen: a.Together, Value: a.TogetherJoint.Together}), "shares": shares, "near": near, "waiting": a.Waiting.Cost,
	}
}

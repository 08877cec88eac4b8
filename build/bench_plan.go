package main

import (
	"encoding/json"
	"fmt"
	"os"
)

// How many times the sample's drivers, activities and cost lines stand in a plan of
// some 5,000 cells, which is a large one, and in one larger than any post's.
const (
	large   = 2
	largest = 9
)

// grownPlan writes a sample with its drivers, activities and cost lines so many times,
// each with an id and a name of its own.
func grownPlan(times int) (string, error) {
	small, grown := out("sample.outrigger"), out(fmt.Sprintf("times%d.outrigger", times))
	if said, err := quiet("", nil, program(), "sample", "vanuatu", "-o", small); err != nil {
		return "", fmt.Errorf("%w\n%s", err, said)
	}
	data, err := os.ReadFile(small)
	if err != nil {
		return "", err
	}
	if data, err = multiplied(data, times); err != nil {
		return "", err
	}
	return grown, os.WriteFile(grown, data, 0o600)
}

func multiplied(data []byte, times int) ([]byte, error) {
	var p map[string]any
	if err := json.Unmarshal(data, &p); err != nil {
		return nil, err
	}
	for _, list := range []string{"drivers", "activities", "lines"} {
		items, _ := p[list].([]any)
		for n := 1; n < times; n++ {
			for _, item := range items {
				again, err := another(item, n)
				if err != nil {
					return nil, err
				}
				p[list] = append(p[list].([]any), again)
			}
		}
	}
	return json.Marshal(p)
}

// another is the n-th copy of an item, of a driver that is copied as well.
func another(item any, n int) (map[string]any, error) {
	data, err := json.Marshal(item)
	if err != nil {
		return nil, err
	}
	var again map[string]any
	if err := json.Unmarshal(data, &again); err != nil {
		return nil, err
	}
	rename := func(in map[string]any, key string) {
		if text, is := in[key].(string); is && text != "" {
			in[key] = fmt.Sprintf("%s%d", text, n)
		}
	}
	rename(again, "id")
	rename(again, "name")
	rename(again, "driver")
	if future, is := again["future"].(map[string]any); is {
		rename(future, "of")
	}
	return again, nil
}

package plan

import (
	"testing"

	"outrigger/model/money"
	"outrigger/model/span"
)

func TestAChangedCloneLeavesTheOriginalAsItWas(t *testing.T) {
	p := &Plan{
		Post:    Post{Employees: Figure{Value: ptr(money.Int(5))}, Extra: Extra{"later": []byte(`1`)}},
		Drivers: []Driver{{ID: "d", History: Figure{Years: map[span.Year]money.Number{2024: money.Int(1)}}}},
		Team:    Team{Roles: []Role{{ID: "r", Time: &WorkingTime{HoursPerDay: Figure{Value: ptr(money.Int(8))}}}}},
	}
	before, err := Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	q := Clone(p)
	if same, _ := Marshal(q); string(same) != string(before) {
		t.Fatalf("the clone is another plan:\n%s", same)
	}
	if !Equal(p, q) {
		t.Error("the clone does not equal its original")
	}
	for name, change := range map[string]func(*Plan){
		"figure": func(x *Plan) { *x.Post.Employees.Value = money.Int(9) }, "year": func(x *Plan) { x.Drivers[0].History.Years[2025] = money.Int(1) },
		"text": func(x *Plan) { x.Title = "other" }, "field of later": func(x *Plan) { x.Post.Extra["later"] = []byte(`3`) },
		"item": func(x *Plan) { x.Lines = append(x.Lines, Line{}) }, "gone": func(x *Plan) { x.Team.Roles[0].Time = nil },
	} {
		other := Clone(p)
		if change(other); Equal(p, other) || Equal(other, p) {
			t.Errorf("%s: a changed plan equals the original", name)
		}
	}
	*q.Post.Employees.Value = money.Int(6)
	q.Post.Extra["later"][0] = '2'
	q.Drivers[0].History.Years[2024] = money.Int(2)
	*q.Team.Roles[0].Time.HoursPerDay.Value = money.Int(7)
	q.Drivers = append(q.Drivers, Driver{ID: "e"})
	if after, _ := Marshal(p); string(after) != string(before) {
		t.Errorf("the original changed too:\n%s", after)
	}
}

func ptr[T any](v T) *T { return &v }

package workbook

import "testing"

// What is worked out on the side is there once it was waited for, and a panic in it is one
// of whoever waits, who can catch it.
func TestWorkOnTheSideEndsOrPanicsWhereItIsWaitedFor(t *testing.T) {
	done := false
	beside(func() { done = true })()
	if !done {
		t.Error("the work was not waited for")
	}
	wait := beside(func() { panic("a fault") })
	defer func() {
		if fault := recover(); fault != "a fault" {
			t.Errorf("whoever waited was told %v", fault)
		}
	}()
	wait()
	t.Error("the panic was lost")
}

package funding

import (
	"testing"

	"outrigger/model/money"
)

func number(t *testing.T, text string) money.Number {
	t.Helper()
	n, err := money.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

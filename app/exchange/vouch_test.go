package exchange_test

import (
	"testing"

	"outrigger/app/exchange"
)

func TestAWorkbookIsVouchedForByItsKeyOnly(t *testing.T) {
	k, err := exchange.NewKeys("2026-11-27")
	if err != nil {
		t.Fatal(err)
	}
	digest := []byte("a digest of thirty-two bytes ...")
	key, signature := k.Vouch(digest)
	if !exchange.Vouched(digest, key, signature) || !k.Public().Has(key) {
		t.Error("a good signature is refused")
	}
	other, err := exchange.NewKeys("2026-11-27")
	if err != nil {
		t.Fatal(err)
	}
	stranger, _ := other.Vouch(digest)
	if exchange.Vouched(digest, stranger, signature) || exchange.Vouched([]byte("another digest"), key, signature) || k.Public().Has(stranger) {
		t.Error("a signature of another key or digest passes")
	}
	if err := k.Rotate("2027-11-27"); err != nil {
		t.Fatal(err)
	}
	if !k.Public().Has(key) {
		t.Error("a key is unknown after another was added")
	}
}

package exchange

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"filippo.io/age"
)

// Seal closes a contribution so that only the coordinator opens it. Faults: key_form,
// contribution_form.
func Seal(c Contribution, to Public) ([]byte, error) {
	if err := to.sound(); err != nil {
		return nil, err
	}
	if !c.sound() {
		return nil, fault("contribution_form")
	}
	recipient, err := age.ParseX25519Recipient(to.last().Seal)
	if err != nil {
		return nil, fault("key_form")
	}
	return seal(canonical(c), recipient)
}

// OpenContribution unseals and reads a contribution. Faults: too_big, contribution_sealed
// (no sealed file), other_key (sealed to somebody else), damaged, and those of
// ReadContribution.
func (k *Keys) OpenContribution(data []byte) (Contribution, error) {
	if len(data) > MaxContribution {
		return Contribution{}, fault("too_big", "limit", "64")
	}
	if !isSealed(data) {
		return Contribution{}, fault("contribution_sealed")
	}
	plain, err := k.open(data, MaxContribution)
	var other *age.NoIdentityMatchError
	switch {
	case errors.As(err, &other):
		return Contribution{}, fault("other_key")
	case err != nil:
		return Contribution{}, fault("damaged")
	}
	return ReadContribution(plain)
}

// Code is the check code of a sealed file, by which a post and the coordinator tell
// each other that they speak of the same one.
func Code(sealed []byte) string {
	sum := sha256.Sum256(sealed)
	return grouped(hex.EncodeToString(sum[:6]))
}

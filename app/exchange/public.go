package exchange

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"strings"

	"filippo.io/age"
)

// Public is the public part of a coordinator's keys: what contributions are sealed to
// and what packs are known by. A small text file, to be handed on freely.
//
// It holds every key the coordinator has had, oldest first. Each states itself, signed
// by itself, and by the key before it: whoever trusts a key trusts the one it hands
// over to.
type Public struct {
	head
	Keys []Statement `json:"keys"`
}

// Statement is one key: what it seals with, what it signs with, since when.
type Statement struct {
	Seal string `json:"seal"` // age recipient (X25519)
	Sign string `json:"sign"` // Ed25519 public key, base64
	Made string `json:"made"` // day
	Own  string `json:"own"`  // its signature of itself, base64
	By   string `json:"by"`   // that of the key before, base64; empty for the first
}

// maxKeys is how many keys a chain may have: one a year for a long time.
const maxKeys = 64

// text is what a statement signs.
func (s Statement) text(before string) []byte {
	return []byte(strings.Join([]string{"outrigger-key", s.Seal, s.Sign, s.Made, before, ""}, "\n"))
}

// ReadPublic reads a file of public keys. Faults: too_big, version, key_form, and
// key_forged where a signature in it does not hold.
func ReadPublic(data []byte) (Public, error) {
	var p Public
	if err := decode(data, MaxPublic, "key", &p); err != nil {
		return Public{}, err
	}
	if err := p.sound(); err != nil {
		return Public{}, err
	}
	return p, nil
}

func (p Public) sound() error {
	if p.head != (head{"outrigger-key", formVersion}) || len(p.Keys) == 0 || len(p.Keys) > maxKeys {
		return fault("key_form")
	}
	before := ""
	for i, s := range p.Keys {
		if _, err := age.ParseX25519Recipient(s.Seal); err != nil || !isDay(s.Made) || (i == 0) != (s.By == "") {
			return fault("key_form")
		}
		if !verifies(s.Sign, s.text(before), s.Own) || i > 0 && !verifies(before, s.text(before), s.By) {
			return fault("key_forged")
		}
		before = s.Sign
	}
	return nil
}

// Bytes writes the file.
func (p Public) Bytes() []byte { return canonical(p) }

// last is the key in use.
func (p Public) last() Statement { return p.Keys[len(p.Keys)-1] }

// Made is the day of the key in use.
func (p Public) Made() string { return p.last().Made }

// Fingerprint tells the key in use in five groups of four characters, short enough to be
// read out and long enough (80 bits) that nobody makes another key with the same.
func (p Public) Fingerprint() string {
	s := p.last()
	sum := sha256.Sum256([]byte(s.Seal + "\n" + s.Sign))
	return grouped(hex.EncodeToString(sum[:10]))
}

func grouped(text string) string {
	var parts []string
	for ; len(text) > 4; text = text[4:] {
		parts = append(parts, text[:4])
	}
	return strings.Join(append(parts, text), "-")
}

// trusts tells how far a reader who holds this file knows the signer of a pack of a day:
// by the key in use or one it has handed over to since, or by an earlier one that was
// still in use on that day. A key that has been replaced can hand over to nobody.
func (p Public) trusts(signer Public, day string) (known, earlier bool) {
	for _, s := range signer.Keys {
		if s.Sign == p.last().Sign {
			return true, false
		}
	}
	if len(signer.Keys) < len(p.Keys) {
		last := signer.last()
		i := len(signer.Keys) - 1
		if p.Keys[i].Sign == last.Sign && day <= p.Keys[i+1].Made {
			return true, true
		}
	}
	return false, false
}

// verifies checks a signature; keys and signatures in any but the one way of writing
// them are refused.
func verifies(key string, message []byte, signature string) bool {
	k, okay := unbase64(key, ed25519.PublicKeySize)
	s, right := unbase64(signature, ed25519.SignatureSize)
	return okay && right && ed25519.Verify(k, message, s)
}

func unbase64(text string, size int) ([]byte, bool) {
	data, err := base64.StdEncoding.Strict().DecodeString(text)
	return data, err == nil && len(data) == size
}

func tobase64(data []byte) string { return base64.StdEncoding.EncodeToString(data) }

package exchange

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"filippo.io/age"
)

// LeastPassphrase is the fewest characters of a passphrase.
const LeastPassphrase = 12

// Effort is how much work it is to try one passphrase, as a power of two: 128 MB of
// memory for about a second, which a laptop of 4 GB can spare. A file that asks for more
// than mostEffort is refused, or it would hold that laptop for minutes.
const (
	Effort     = 17
	mostEffort = 20
)

// Keys are a coordinator's keys, all he has had: he opens contributions with each of them
// and signs with the last. There is no other way to open a contribution: whoever loses
// the file or its passphrase makes new keys, which nobody trusts yet, asks for the
// contributions anew, and can make no further release next to the packs that are out.
type Keys struct{ file keysFile }

type keysFile struct {
	head
	Pairs    []pair   `json:"pairs"`
	Released []string `json:"released"` // ids of the packs signed, so that none is forgotten when the next is made
}

type pair struct {
	Secret string `json:"secret"` // age identity
	Seed   string `json:"seed"`   // of the Ed25519 key
	Statement
}

// NewKeys makes the first keys of a coordinator.
func NewKeys(day string) (*Keys, error) {
	k := &Keys{keysFile{head: head{"outrigger-keys", formVersion}, Released: []string{}}}
	return k, k.add(day)
}

// Rotate makes new keys that those before hand over to. The old ones still open what was
// sealed to them.
func (k *Keys) Rotate(day string) error {
	if len(k.file.Pairs) >= maxKeys {
		return fault("keys_many", "limit", fmt.Sprint(maxKeys))
	}
	return k.add(day)
}

func (k *Keys) add(day string) error {
	secret, err := age.GenerateX25519Identity()
	if err != nil {
		return err
	}
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	next := pair{Secret: secret.String(), Seed: tobase64(private.Seed())}
	next.Statement = Statement{Seal: secret.Recipient().String(), Sign: tobase64(public), Made: day}
	before := ""
	if n := len(k.file.Pairs); n > 0 {
		old := k.file.Pairs[n-1]
		before = old.Sign
		next.By = tobase64(ed25519.Sign(old.private(), next.text(before)))
	}
	next.Own = tobase64(ed25519.Sign(private, next.text(before)))
	k.file.Pairs = append(k.file.Pairs, next)
	return nil
}

func (p pair) private() ed25519.PrivateKey {
	seed, _ := unbase64(p.Seed, ed25519.SeedSize) // made or checked before
	return ed25519.NewKeyFromSeed(seed)
}

// Public gives what may be handed on.
func (k *Keys) Public() Public {
	p := Public{head: head{"outrigger-key", formVersion}}
	for _, each := range k.file.Pairs {
		p.Keys = append(p.Keys, each.Statement)
	}
	return p
}

// Lock writes the keys as a file that the passphrase opens; effort is Effort, less only
// in tests. Fault: passphrase_short.
func (k *Keys) Lock(passphrase string, effort int) ([]byte, error) {
	if utf8.RuneCountInString(passphrase) < LeastPassphrase {
		return nil, fault("passphrase_short", "least", fmt.Sprint(LeastPassphrase))
	}
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, err
	}
	to.SetWorkFactor(effort)
	return seal(canonical(k.file), to)
}

// Unlock reads a file of keys. Faults: too_big, keys_form, version, and passphrase_wrong
// where the passphrase is wrong or the file damaged, which look alike.
func Unlock(data []byte, passphrase string) (*Keys, error) {
	if len(data) > MaxKeys {
		return nil, fault("too_big", "limit", fmt.Sprint(MaxKeys>>10))
	}
	if !isSealed(data) {
		return nil, fault("keys_form")
	}
	with, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, fault("passphrase_wrong")
	}
	with.SetMaxWorkFactor(mostEffort)
	plain, err := unseal(data, MaxKeys, with)
	if err != nil {
		return nil, fault("passphrase_wrong")
	}
	return parseKeys(plain)
}

func parseKeys(plain []byte) (*Keys, error) {
	k := &Keys{}
	if err := decode(plain, MaxKeys, "keys", &k.file); err != nil {
		return nil, err
	}
	for _, p := range k.file.Pairs {
		secret, err := age.ParseX25519Identity(p.Secret)
		if err != nil || secret.Recipient().String() != p.Seal {
			return nil, fault("keys_form")
		}
		seed, fits := unbase64(p.Seed, ed25519.SeedSize)
		if !fits || tobase64(ed25519.NewKeyFromSeed(seed).Public().(ed25519.PublicKey)) != p.Sign {
			return nil, fault("keys_form")
		}
	}
	if k.Public().sound() != nil || slices.ContainsFunc(k.file.Released, func(id string) bool { return !isID(id) }) {
		return nil, fault("keys_form")
	}
	return k, nil
}

// open unseals what was sealed to any of the keys.
func (k *Keys) open(data []byte, limit int) ([]byte, error) {
	var with []age.Identity
	for _, p := range slices.Backward(k.file.Pairs) {
		secret, err := age.ParseX25519Identity(p.Secret)
		if err != nil {
			return nil, err
		}
		with = append(with, secret)
	}
	return unseal(data, limit, with...)
}

func (k *Keys) sign(message []byte) string {
	return tobase64(ed25519.Sign(k.file.Pairs[len(k.file.Pairs)-1].private(), message))
}

// seal closes a text to one recipient.
func seal(plain []byte, to age.Recipient) ([]byte, error) {
	var b bytes.Buffer
	w, err := age.Encrypt(&b, to)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(plain); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// unseal opens a file, which is whole and as it was sealed, or an error comes back.
func unseal(data []byte, limit int, with ...age.Identity) ([]byte, error) {
	r, err := age.Decrypt(bytes.NewReader(data), with...)
	if err != nil {
		return nil, err
	}
	plain, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err == nil && len(plain) > limit {
		err = fault("too_big", "limit", fmt.Sprint(limit>>10))
	}
	return plain, err
}

// isSealed tells an age file by its first line.
func isSealed(data []byte) bool { return bytes.HasPrefix(data, []byte("age-encryption.org/v1\n")) }

// newID is a random name of 128 bits.
func newID() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails (crypto/rand)
	return hex.EncodeToString(b[:])
}

func isID(text string) bool {
	b, err := hex.DecodeString(text)
	return err == nil && len(b) == 16 && hex.EncodeToString(b) == text
}

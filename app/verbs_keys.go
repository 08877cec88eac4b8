package main

import (
	"errors"
	"flag"
	"io/fs"
	"os"

	"outrigger/app/exchange"
)

// keys makes, shows and renews a coordinator's keys.
func keys(v *invocation, args []string) error {
	flags := flag.NewFlagSet("keys", flag.ContinueOnError)
	out := flags.String("o", "", "")
	rest, err := v.only(2, flags, args)
	if err != nil {
		return err
	}
	switch path := rest[1]; {
	case rest[0] == "new" && *out == "":
		return v.newKeys(path)
	case rest[0] == "rotate" && *out == "":
		return v.rotateKeys(path)
	case rest[0] == "public" && *out != "":
		return v.publicKeys(path, *out)
	}
	return errUsage
}

func (v *invocation) newKeys(path string) error {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return v.fault("exists", "file", path)
	}
	passphrase, err := v.passphrase(true)
	if err != nil {
		return err
	}
	k, err := exchange.NewKeys(today())
	if err != nil {
		return err
	}
	if err := v.lock(path, k, passphrase); err != nil {
		return err
	}
	v.lines("keys_made", "file", path, "fingerprint", k.Public().Fingerprint())
	v.lines("keys_loss")
	return nil
}

func (v *invocation) rotateKeys(path string) error {
	k, passphrase, err := v.unlock(path)
	if err != nil {
		return err
	}
	if err := k.Rotate(today()); err != nil {
		return v.sentence(err)
	}
	if err := v.lock(path, k, passphrase); err != nil {
		return err
	}
	v.lines("keys_rotated", "file", path, "fingerprint", k.Public().Fingerprint())
	return nil
}

func (v *invocation) publicKeys(path, out string) error {
	if sameFile(path, out) {
		return v.fault("same_file", "file", out)
	}
	k, _, err := v.unlock(path)
	if err != nil {
		return err
	}
	if err := v.write(out, k.Public().Bytes()); err != nil {
		return err
	}
	v.lines("keys_public", "file", out, "fingerprint", k.Public().Fingerprint())
	return nil
}

// unlock opens a file of keys, with the passphrase for writing it again.
func (v *invocation) unlock(path string) (*exchange.Keys, string, error) {
	data, err := v.readUpTo(path, exchange.MaxKeys)
	if err != nil {
		return nil, "", err
	}
	passphrase, err := v.passphrase(false)
	if err != nil {
		return nil, "", err
	}
	k, err := exchange.Unlock(data, passphrase)
	if err != nil {
		return nil, "", v.about(path, err)
	}
	return k, passphrase, nil
}

// lock writes a file of keys for its owner's eyes.
func (v *invocation) lock(path string, k *exchange.Keys, passphrase string) error {
	data, err := k.Lock(passphrase, exchange.Effort)
	if err != nil {
		return v.sentence(err)
	}
	if err := v.write(path, data); err != nil {
		return err
	}
	if err := os.Chmod(path, 0o600); err != nil {
		return v.diskFault("unwritable", path, err)
	}
	return nil
}

package exchange

import (
	"bytes"
	"testing"
)

// What a reader takes it writes again as it was.

func FuzzContribution(f *testing.F) {
	f.Add(canonical(of("VUT", "390", "12")))
	f.Add([]byte(`{"format":"outrigger-contribution","version":1,"figures":[{}]}`))
	f.Add([]byte(`{"format":"outrigger-contribution","version":1e99}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := ReadContribution(data)
		if err != nil {
			return
		}
		if !bytes.Equal(canonical(c), data) {
			t.Error("read and written are not the same")
		}
		c.Preview()
		c.Absurd()
	})
}

func FuzzSealed(f *testing.F) {
	k := newKeys(f)
	f.Add(sealed(f, k, of("VUT", "390", "12")).Data)
	f.Add([]byte("age-encryption.org/v1\n-> X25519 x\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _ = k.OpenContribution(data)
		_, _ = k.recall(data)
	})
}

func FuzzPack(f *testing.F) {
	k := newKeys(f)
	r := pool(f, k, islands(f, k, 5))
	trusted := []Public{k.Public()}
	f.Add(r.File)
	f.Add([]byte(`{"format":"outrigger-signed-pack","version":1,"signer":{"keys":[{}]}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, v, err := Open(data, trusted, today)
		if (err == nil) != (v.State == Good) || err != nil && p.Cells != nil {
			t.Errorf("%v with %+v", err, v)
		}
		if err == nil && !bytes.Equal(data, r.File) {
			t.Error("a forged pack was taken")
		}
	})
}

func FuzzKeys(f *testing.F) {
	k := newKeys(f)
	f.Add(canonical(k.file))
	f.Add(k.Public().Bytes())
	if err := k.Rotate(today); err != nil {
		f.Fatal(err)
	}
	f.Add(canonical(k.file))
	f.Add(k.Public().Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		if p, err := ReadPublic(data); err == nil && !bytes.Equal(p.Bytes(), data) {
			t.Error("a public key is not written as it was read")
		}
		if k, err := parseKeys(data); err == nil {
			k.Public().Fingerprint()
		}
	})
}

func FuzzLocked(f *testing.F) {
	locked, err := newKeys(f).Lock(phrase, weak)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(locked)
	f.Fuzz(func(t *testing.T, data []byte) {
		if bytes.Contains(data, []byte("-> scrypt")) && !bytes.Equal(data, locked) {
			return // trying passphrases costs by design
		}
		_, _ = Unlock(data, phrase)
	})
}

func FuzzRecord(f *testing.F) {
	k := newKeys(f)
	r := pool(f, k, islands(f, k, 5))
	plain, err := k.open(r.Record, MaxRecord)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(plain)
	f.Fuzz(func(t *testing.T, data []byte) {
		to, err := ownRecipient(k)
		if err != nil {
			t.Fatal(err)
		}
		closed, err := seal(data, to)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := k.recall(closed); err == nil && !bytes.Equal(data, plain) {
			t.Error("a made-up record was taken")
		}
	})
}

func FuzzTable(f *testing.F) {
	f.Add([]byte(Head + "\nspend_share_it,all,2024,61,0.02,0.05,0.08,Survey\n"))
	f.Add([]byte("metric;group;year;n;low;median;high;source\nmismatch;status=SIDS;2024;7;;1.4;;S\n"))
	f.Add([]byte(Head + "\n\"\n"))
	k := newKeys(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := FromTable(data, today)
		if err != nil {
			return
		}
		file, err := k.Sign(p)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := Open(file, []Public{k.Public()}, today); err != nil {
			t.Error(err)
		}
	})
}

package desk

import (
	"cmp"
	"encoding/base64"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"outrigger/app/exchange"
	"outrigger/app/shelf"
)

// Benchmark packs and the keys of coordinators belong to this computer and not to a plan:
// a plan that brought its own key could vouch for its own pack. They lie in a folder
// beside the unsaved work, and each pack is judged anew whenever it is read.

// The names of the files: a kind, and what tells the file from others of the kind.
const (
	packPrefix = "pack-"
	keyPrefix  = "key-"
)

// benchmark is a pack that a known coordinator has signed.
type benchmark struct {
	pack    exchange.Pack
	verdict exchange.Verdict
}

// benchmarks is what is kept of packs and keys, read once. It has a lock of its own,
// because a preview asks without the desk's.
type benchmarks struct {
	read  bool
	keys  []exchange.Public
	packs []benchmark
	idle  int // packs whose signer is not known any more
}

func (d *Desk) benchmarkFolder() string { return filepath.Join(d.setup.Journals, "benchmarks") }

// known reads the folder, once.
func (d *Desk) known() benchmarks {
	d.peersMu.Lock()
	defer d.peersMu.Unlock()
	if !d.peers.read && d.setup.Journals != "" {
		d.peers = d.readBenchmarks()
	}
	return d.peers
}

// unread makes the folder be read again.
func (d *Desk) unread() {
	d.peersMu.Lock()
	defer d.peersMu.Unlock()
	d.peers.read = false
	d.revision++
}

func (d *Desk) readBenchmarks() benchmarks {
	b := benchmarks{read: true}
	entries, err := os.ReadDir(d.benchmarkFolder())
	if err != nil {
		return b // there is none yet
	}
	read := func(prefix string, limit int64, take func(data []byte)) {
		for _, e := range entries {
			info, err := e.Info()
			if err != nil || !info.Mode().IsRegular() || !strings.HasPrefix(e.Name(), prefix) || info.Size() > limit {
				continue
			}
			if data, err := os.ReadFile(filepath.Join(d.benchmarkFolder(), e.Name())); err == nil {
				take(data)
			}
		}
	}
	read(keyPrefix, exchange.MaxPublic, func(data []byte) {
		if key, err := exchange.ReadPublic(data); err == nil {
			b.keys = append(b.keys, key)
		}
	})
	read(packPrefix, exchange.MaxPack, func(data []byte) {
		pack, verdict, err := exchange.Open(data, b.keys, d.today())
		if err != nil {
			b.idle++
			return
		}
		b.packs = append(b.packs, benchmark{pack, verdict})
	})
	slices.SortFunc(b.packs, func(x, y benchmark) int {
		return cmp.Or(cmp.Compare(y.pack.Made, x.pack.Made), cmp.Compare(x.pack.ID, y.pack.ID))
	})
	return b
}

func (d *Desk) today() string { return d.setup.Now().Format(time.DateOnly) }

// Benchmarks lists the packs and keys that are kept here.
func (d *Desk) Benchmarks(r Reading) (Benchmarks, error) {
	return guard(d, "Benchmarks", r.Language, func() (Benchmarks, error) {
		d.mu.Lock()
		defer d.mu.Unlock()
		return d.listed(r.Language), nil
	})
}

func (d *Desk) listed(language string) Benchmarks {
	say, b := d.say(language), d.known()
	all := Benchmarks{Packs: []BenchmarkPack{}, Keys: []CoordinatorKey{}}
	for _, each := range b.packs {
		p, v := each.pack, each.verdict
		line := BenchmarkPack{
			ID: p.ID, Signer: v.Fingerprint, Made: say.DateText(p.Made), Notes: []string{},
			Text: say.Say("desk.peers.pack."+p.Kind, map[string]string{"date": say.DateText(p.Made), "n": say.NumberText(strconv.Itoa(len(p.Cells)), 0)}),
		}
		if v.Earlier {
			line.Notes = append(line.Notes, say.Say("exchange.good_earlier", nil))
		}
		if v.Old {
			line.Old = true
			line.Notes = append(line.Notes, say.Say("exchange.old", map[string]string{"date": say.DateText(p.Made), "years": say.NumberText(strconv.Itoa(exchange.OldAfter), 0)}))
		}
		if p.Illustrative {
			line.Notes = append(line.Notes, say.Say("exchange.illustrative", nil))
		}
		all.Packs = append(all.Packs, line)
	}
	for _, key := range b.keys {
		all.Keys = append(all.Keys, CoordinatorKey{key.Fingerprint(), say.DateText(key.Made())})
	}
	if b.idle > 0 {
		all.Idle = say.Say("desk.peers.idle", map[string]string{"n": say.NumberText(strconv.Itoa(b.idle), 0)})
	}
	return all
}

// LoadBenchmark asks for a pack or a coordinator's key, and keeps it. A closed dialog
// gives the list as it was.
func (d *Desk) LoadBenchmark(r Reading) (Benchmarks, error) {
	return guard(d, "LoadBenchmark", r.Language, func() (Benchmarks, error) {
		if d.setup.Window == nil {
			return Benchmarks{}, d.fault(r.Language, "no_window", nil)
		}
		say := d.say(r.Language)
		path, chosen, err := d.setup.Window.AskOpen(Dialog{Title: say.Say("desk.dialog.benchmark", nil), Kind: say.Say("desk.kind.benchmark", nil), Pattern: "*.*"})
		if err != nil || !chosen {
			if err != nil {
				return Benchmarks{}, err
			}
			return d.Benchmarks(r)
		}
		info, err := os.Stat(path)
		if err != nil {
			return Benchmarks{}, err
		}
		if info.Size() > exchange.MaxPack {
			return Benchmarks{}, d.exchangeFault(r.Language, &exchange.Fault{Code: "too_big", Args: map[string]string{"limit": strconv.Itoa(exchange.MaxPack >> 10)}})
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return Benchmarks{}, err
		}
		return d.keepBenchmark(r.Language, data)
	})
}

// TakeBenchmark keeps a pack or a coordinator's key that came up through the browser.
func (d *Desk) TakeBenchmark(r BenchmarkRequest) (Benchmarks, error) {
	return guard(d, "TakeBenchmark", r.Language, func() (Benchmarks, error) {
		data, err := base64.StdEncoding.DecodeString(r.Base64)
		if err != nil {
			return Benchmarks{}, d.exchangeFault(r.Language, &exchange.Fault{Code: "pack_form"})
		}
		return d.keepBenchmark(r.Language, data)
	})
}

// keepBenchmark keeps a file if it is a coordinator's key, or a pack that a known
// coordinator has signed. Any other is refused as a whole, with what is known of it.
func (d *Desk) keepBenchmark(language string, data []byte) (Benchmarks, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.setup.Journals == "" {
		return Benchmarks{}, d.fault(language, "denied", nil)
	}
	name := ""
	if key, err := exchange.ReadPublic(data); err == nil {
		name = keyPrefix + key.Fingerprint()
	} else if exchange.Is(err, "key_forged") {
		return Benchmarks{}, d.exchangeFault(language, err)
	}
	if name == "" {
		pack, _, err := exchange.Open(data, d.known().keys, d.today())
		if err != nil {
			return Benchmarks{}, d.exchangeFault(language, err)
		}
		name = packPrefix + pack.ID
	}
	if err := os.MkdirAll(d.benchmarkFolder(), 0o700); err != nil {
		return Benchmarks{}, err
	}
	if err := shelf.Write(filepath.Join(d.benchmarkFolder(), name), data); err != nil {
		return Benchmarks{}, err
	}
	d.unread()
	return d.listed(language), nil
}

// DropBenchmark forgets a pack by its id or a key by its fingerprint. Packs that only
// that key vouched for are used no more.
func (d *Desk) DropBenchmark(r DropRequest) (Benchmarks, error) {
	return guard(d, "DropBenchmark", r.Language, func() (Benchmarks, error) {
		d.mu.Lock()
		defer d.mu.Unlock()
		b, name := d.known(), ""
		if slices.ContainsFunc(b.packs, func(p benchmark) bool { return p.pack.ID == r.ID }) {
			name = packPrefix + r.ID
		}
		if slices.ContainsFunc(b.keys, func(k exchange.Public) bool { return k.Fingerprint() == r.ID }) {
			name = keyPrefix + r.ID
		}
		if name == "" {
			return Benchmarks{}, d.fault(r.Language, "no_item", nil)
		}
		if err := os.Remove(filepath.Join(d.benchmarkFolder(), name)); err != nil {
			return Benchmarks{}, err
		}
		d.unread()
		return d.listed(r.Language), nil
	})
}

// exchangeFault says in the reader's words what is wrong with a pack or key. At the desk
// a signer becomes known by his key file, not by a flag of a command.
func (d *Desk) exchangeFault(language string, err error) error {
	var f *exchange.Fault
	if !errors.As(err, &f) {
		return err
	}
	say, key := d.say(language), "fault.exchange."+f.Code
	told := Fault{Code: f.Code, Sentence: say.Say(key, f.Args), Remedy: say.Say(key+".remedy", f.Args)}
	switch f.Code { // where the remedy is a command
	case "pack_unknown":
		told.Remedy = say.Say("desk.peers.unknown_remedy", f.Args)
	case "key_form":
		told.Remedy = say.Say("fault.desk.sharing_key.remedy", nil)
	}
	return told
}

package desk

import (
	"encoding/base64"
	"path/filepath"
	"slices"
	"strings"

	"outrigger/app/exchange"
	"outrigger/app/shelf"
	"outrigger/model/peers"
)

// leaving is what would leave of a plan as it was last shown, and the key it is to be
// sealed to. It is what Share writes: a contribution bears a random number, so that one
// made anew would not be what the reader agreed to.
type leaving struct {
	of       *document
	revision int
	given    exchange.Contribution
	left     []exchange.LeftOut
	empty    error
	key      *exchange.Public // nil: none is chosen
}

// Sharing tells every value that would leave of the open plan, and what stays at home.
func (d *Desk) Sharing(r Reading) (Sharing, error) {
	return guard(d, "Sharing", r.Language, func() (Sharing, error) {
		d.mu.Lock()
		defer d.mu.Unlock()
		return d.sharing(r.Language)
	})
}

// SharingKey takes a coordinator's key that came up through the browser.
func (d *Desk) SharingKey(r BenchmarkRequest) (Sharing, error) {
	return guard(d, "SharingKey", r.Language, func() (Sharing, error) {
		data, err := base64.StdEncoding.DecodeString(r.Base64)
		if err != nil {
			return Sharing{}, d.exchangeFault(r.Language, &exchange.Fault{Code: "key_form"})
		}
		return d.sealTo(r.Language, data)
	})
}

// SharingKeyDialog asks for the coordinator's key. A closed dialog leaves it as it was.
func (d *Desk) SharingKeyDialog(r Reading) (Sharing, error) {
	return guard(d, "SharingKeyDialog", r.Language, func() (Sharing, error) {
		if d.setup.Window == nil {
			return Sharing{}, d.fault(r.Language, "no_window", nil)
		}
		say := d.say(r.Language)
		path, chosen, err := d.setup.Window.AskOpen(Dialog{Title: say.Say("desk.dialog.sharing_key", nil), Kind: say.Say("desk.kind.sharing_key", nil), Pattern: "*.*"})
		if err != nil {
			return Sharing{}, err
		}
		if !chosen {
			return d.Sharing(r)
		}
		data, err := taken(path)
		if err != nil {
			return Sharing{}, err
		}
		return d.sealTo(r.Language, data)
	})
}

// sealTo keeps a key for the contribution that is being looked at; one that is none leaves
// the key before.
func (d *Desk) sealTo(language string, data []byte) (Sharing, error) {
	key, err := exchange.ReadPublic(data)
	if err != nil {
		return Sharing{}, d.exchangeFault(language, err)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.leaving.key = &key
	return d.sharing(language)
}

// sharing shows what would leave; what was shown before stays while the plan does.
func (d *Desk) sharing(language string) (Sharing, error) {
	o := d.open
	switch {
	case o == nil:
		return Sharing{}, d.fault(language, "nothing_open", nil)
	case o.calced == nil:
		return Sharing{}, d.fault(language, "not_calculated", nil)
	}
	if d.leaving.of != o || d.leaving.revision != d.revision {
		d.leaving = leaving{of: o, revision: d.revision, key: d.leaving.key}
		var traits []peers.Trait
		if country, known := d.setup.Facts.Countries.ByISO3(o.plan.Post.Country); known {
			traits = country.Traits(d.today())
		}
		d.leaving.given, d.leaving.left, d.leaving.empty = exchange.Take(o.calced, traits, d.today())
	}
	return d.leaves(language), nil
}

func (d *Desk) leaves(language string) Sharing {
	say, l := d.say(language), d.leaving
	s := Sharing{ID: l.given.ID, Lines: []SharingLine{}, Left: []SharingLine{}}
	if l.empty != nil {
		told, is := d.exchangeFault(language, l.empty).(Fault)
		s.Empty = l.empty.Error()
		if is {
			s.Empty = told.Sentence + " " + told.Remedy
		}
	} else {
		all := l.given.Preview()
		slices.SortStableFunc(all, func(x, y exchange.Seen) int { return rankOf(x) - rankOf(y) })
		for _, seen := range all {
			name, note := say.Leaving(seen)
			s.Lines = append(s.Lines, SharingLine{name, seen.Value, note})
		}
	}
	for _, left := range l.left {
		s.Left = append(s.Left, SharingLine{Name: say.Metric(left.Metric), Value: say.Say("exchange.left."+left.Why, nil)})
	}
	if l.key != nil {
		s.Fingerprint, s.Made = l.key.Fingerprint(), say.DateText(l.key.Made())
	}
	return s
}

// rankOf puts the figures first, then what groups the post is in, then the rest, as a
// reader cares for them; in the file they stand the other way round.
func rankOf(s exchange.Seen) int {
	switch {
	case s.Year != 0:
		return 0
	case strings.HasPrefix(s.Key, "peers.kind."):
		return 1
	}
	return 2
}

// Share seals what was shown and agreed to, and writes it as one file. If the plan has
// changed since, nothing is written.
func (d *Desk) Share(r ShareRequest) (Shared, error) {
	return guard(d, "Share", r.Language, func() (Shared, error) {
		d.mu.Lock()
		l, same := d.leaving, d.open != nil && d.leaving.of == d.open && d.leaving.revision == d.revision
		d.mu.Unlock()
		switch {
		case !same || r.ID == "" || r.ID != l.given.ID:
			return Shared{}, d.fault(r.Language, "sharing_changed", nil)
		case l.key == nil:
			return Shared{}, d.fault(r.Language, "sharing_key", nil)
		}
		sealed, err := exchange.Seal(l.given, *l.key)
		if err != nil {
			return Shared{}, d.exchangeFault(r.Language, err)
		}
		name := strings.ToLower(l.given.Country) + "-" + l.given.Made + sealedFile
		done := Shared{Chosen: true, Name: name, Code: exchange.Code(sealed)}
		if d.setup.Window == nil {
			done.Base64 = base64.StdEncoding.EncodeToString(sealed)
			return done, nil
		}
		say := d.say(r.Language)
		path, chosen, err := d.ask(Dialog{Title: say.Say("desk.dialog.share", nil), Name: name, Kind: say.Say("desk.kind.share", nil)}, sealedFile)
		if err != nil || !chosen {
			return Shared{}, err
		}
		done.Name, done.Folder = filepath.Base(path), filepath.Dir(path)
		if err := shelf.Write(path, sealed); err != nil {
			return Shared{}, err
		}
		d.wrote(done.Folder)
		return done, nil
	})
}

const sealedFile = ".sealed"

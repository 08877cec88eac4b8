package words

import (
	"fmt"
	"strings"

	"outrigger/app/exchange"
	"outrigger/model/peers"
)

// Leaving names one value that would leave a post in a contribution, and says what is to
// be known of it: what a code stands for, of which years it is, how well it is known,
// whether it was coarsened.
func (r Reader) Leaving(s exchange.Seen) (name, note string) {
	name = r.Say(s.Key, nil)
	if s.Practice != "" {
		name = r.Practice(s.Practice)
	}
	var notes []string
	if kind, is := strings.CutPrefix(s.Key, "peers.kind."); is { // in the file it stands as a code
		notes = append(notes, r.Group(peers.Group{{Kind: peers.Kind(kind), Value: s.Value}}))
	}
	switch {
	case s.Earlier != 0:
		notes = append(notes, fmt.Sprint(s.Earlier, "–", s.Year))
	case s.Year != 0:
		notes = append(notes, fmt.Sprint(s.Year))
	}
	if s.Grade != "" {
		notes = append(notes, r.Say("common.grade."+s.Grade, nil))
	}
	if s.Coarsened {
		notes = append(notes, r.Say("exchange.coarsened", nil))
	}
	return name, strings.Join(notes, r.Formats().List)
}

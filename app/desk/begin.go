package desk

import (
	"slices"
	"strings"

	"outrigger/app/shelf"
	"outrigger/datasets"
	"outrigger/model/money"
	"outrigger/model/plan"
	"outrigger/model/span"
)

// BeginRequest is what a new plan is begun with.
type BeginRequest struct {
	Language   string `json:"language"`
	Country    string `json:"country"` // ISO 3166-1 alpha-3
	Post       string `json:"post"`
	Title      string `json:"title"`
	Donor      string `json:"donor"` // ISO 4217; empty: the country's own
	First      int    `json:"first"` // 0: five years back
	LastActual int    `json:"lastActual"`
	Last       int    `json:"last"`
	StartMonth int    `json:"startMonth"`
	Empty      bool   `json:"empty"` // without the usual drivers, roles and lines
}

// Beginnings are what the page offers for a new plan.
type Beginnings struct {
	Countries  []Choice `json:"countries"`  // by name in the reader's language, those the planner is made for first
	Currencies []Choice `json:"currencies"` // that donors pay in first
	First      int      `json:"first"`
	LastActual int      `json:"lastActual"`
	Last       int      `json:"last"`
}

// RecentPlan is a plan that was open lately.
type RecentPlan struct {
	Path   string `json:"path"`
	Name   string `json:"name"`
	Folder string `json:"folder"`
	Post   string `json:"post"`

	// Unsaved is the day of the last edit of a plan that was never saved, ISO 8601;
	// empty for a plan on disk.
	Unsaved string `json:"unsaved"`
}

// Recents are the plans that were open lately, the latest first.
type Recents struct {
	Plans []RecentPlan `json:"plans"`
}

// PathRequest names a plan on disk.
type PathRequest struct {
	Language string `json:"language"`
	Path     string `json:"path"`
}

// The methods of beginning, all of Desk:
//
//	Offer(language string) (Beginnings, error)
//	Begin(BeginRequest) (View, error)
//	Recent() (Recents, error)                  in a browser only those never saved
//	OpenRecent(PathRequest) (View, error)      only plans that Recent lists
//	Forget(PathRequest) (Recents, error)
//	ShowFolder(PathRequest) error              window only: the folder of a file that was written here

// donors are the currencies in which donors to posts usually pay.
var donors = []string{"USD", "EUR", "CHF", "AUD", "NZD", "JPY", "GBP", "CNY", "XDR"}

// Offer gives countries, currencies and the years proposed.
func (d *Desk) Offer(language string) (Beginnings, error) {
	return guard(d, "Offer", language, func() (Beginnings, error) {
		say := d.say(language)
		today := d.setup.Now().Format("2006-01-02")
		aim := d.setup.Facts.Countries.Targets(today)
		offered := Beginnings{Countries: []Choice{}, Currencies: []Choice{}}
		first, others := []Choice{}, []Choice{}
		codes := map[string]bool{}
		for _, c := range d.setup.Facts.Countries {
			if c.Currency == "" {
				continue
			}
			codes[c.Currency] = true
			choice := Choice{c.ISO3, say.Country(c.ISO3)}
			if _, meant := aim.ByISO3(c.ISO3); meant {
				first = append(first, choice)
			} else {
				others = append(others, choice)
			}
		}
		byName := func(a, b Choice) int { return strings.Compare(a.Name, b.Name) }
		slices.SortFunc(first, byName)
		slices.SortFunc(others, byName)
		offered.Countries = append(first, others...)
		for _, code := range donors {
			if _, known := money.ByCode(code); known {
				offered.Currencies = append(offered.Currencies, Choice{code, code})
				delete(codes, code)
			}
		}
		rest := []string{}
		for code := range codes {
			rest = append(rest, code)
		}
		slices.Sort(rest)
		for _, code := range rest {
			offered.Currencies = append(offered.Currencies, Choice{code, code})
		}
		last := d.setup.Now().Year() - 1
		offered.First, offered.LastActual, offered.Last = last-4, last, last+5
		return offered, nil
	})
}

// Begin lays a new plan on the desk: the structure of a sample, none of its figures.
func (d *Desk) Begin(r BeginRequest) (View, error) {
	return guard(d, "Begin", r.Language, func() (View, error) {
		say := d.say(r.Language)
		last := d.setup.Now().Year() - 1
		s := datasets.Starter{
			Post: r.Post, Title: r.Title, Language: say.Lang(), Country: r.Country, Donor: r.Donor,
			First: span.Year(or(r.First, last-4)), LastActual: span.Year(or(r.LastActual, last)), Last: span.Year(or(r.Last, last+5)),
			StartMonth: or(r.StartMonth, 1), Like: like(say.Lang()),
		}
		s.Post, s.Title = or(s.Post, say.Country(r.Country)), or(s.Title, say.Say("begin.title", nil))
		p, err := d.setup.Facts.Plan(s)
		if err != nil {
			return View{}, d.beginFault(r.Language, "country", r.Country)
		}
		if r.Empty {
			p.Drivers, p.Activities, p.Lines, p.Funding = []plan.Driver{}, []plan.Activity{}, []plan.Line{}, []plan.Funding{}
			p.Team.Roles = []plan.Role{}
		}
		for _, f := range plan.Check(p) {
			if strings.HasPrefix(f.Place, "years") {
				return View{}, refusal(say, []plan.Finding{f})
			}
		}
		o := &document{name: fileName(s.Post, say.Say("desk.kind.plan", nil)), journal: shelf.JournalOf(begun+r.Country+"-"+d.setup.Now().Format("20060102150405"), d.setup.Journals)}
		view, err := d.lay(Reading{Language: r.Language}, o, p, nil)
		if err != nil {
			return view, err
		}
		return d.unsaved(Reading{Language: r.Language}), nil
	})
}

// begun is what the names of journals of plans that were never saved begin with.
const begun = "new-"

// unsaved marks the plan on the desk as one that lies on no disk yet.
func (d *Desk) unsaved(r Reading) View {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.open.saved = nil
	d.open.keep()
	return d.view(r)
}

// like is the sample whose names are in a language.
func like(language string) string {
	switch language {
	case "fr":
		return "senegal"
	case "pt":
		return "timor-leste"
	}
	return "vanuatu"
}

func or[T comparable](a, b T) T {
	var none T
	if a != none {
		return a
	}
	return b
}

func (d *Desk) beginFault(language, code, name string) Fault {
	say, key := d.say(language), "fault.begin."+code
	args := map[string]string{"name": name}
	return Fault{Code: code, Sentence: say.Say(key, args), Remedy: say.Say(key+".remedy", args)}
}

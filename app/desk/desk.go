package desk

import (
	"log"
	"maps"
	"strings"
	"sync"
	"time"

	"outrigger/app/words"
	"outrigger/datasets"
	"outrigger/model/money"
)

// Setup is what a desk works with; all of it comes from package main.
type Setup struct {
	Version  string
	Language string // to begin with
	Words    *words.Catalogue
	Facts    *datasets.Data
	Now      func() time.Time
	Window   Window // nil: the page is in a browser
	Journals string // folder for unsaved work that cannot lie beside its plan
	Log      *log.Logger
	Ready    func() // called when the page is drawn
}

// Window is the window the page is in. A dialog that the reader closes gives
// chosen false and no error.
type Window interface {
	AskOpen(Dialog) (path string, chosen bool, err error)
	AskSave(Dialog) (path string, chosen bool, err error)
	AskFolder(Dialog) (path string, chosen bool, err error)
	SetTitle(title string)
	ShowFolder(path string) error // in the system's file manager
}

// Dialog is how a file dialog begins.
type Dialog struct {
	Title   string
	Name    string // proposed, to save
	Kind    string // what such files are called
	Pattern string // *.outrigger
}

// Desk answers the page. Its methods are the ones listed in the contract and no
// others, because all of them can be called from the page; what the program itself
// asks of a desk are functions: Open, Settle.
type Desk struct {
	setup Setup

	mu       sync.Mutex
	open     *document // nil: nothing is open
	incoming *incoming // nil: no file is being brought in
	side     *workshop // nil: no folder is laid out
	coming   *workshop // whose files are still coming up
	folders  []string  // in which files were written
	checked  *checked  // nil: no returned workbook is looked at
	compared [2]*beside
	made     sheets
	revision int
	shown    shown
	stamps   int
	peersMu  sync.Mutex
	peers    benchmarks
	leaving  leaving // what would leave of the open plan, as it was shown
	studies  studies
	jobs     map[string]chan struct{} // closed: the work of that name is to stop
	done     map[string]float64       // how far the work of that name has come, from 0 to 1
}

// New makes a desk with nothing open.
func New(s Setup) *Desk { return &Desk{setup: s} }

// Hello tells what the page needs before anything is open.
func (d *Desk) Hello() (Greeting, error) {
	return guard(d, "Hello", d.setup.Language, func() (Greeting, error) {
		say := d.say(d.setup.Language)
		g := Greeting{
			Version: d.setup.Version, Browser: d.setup.Window == nil, Language: say.Lang(),
			Languages: []Language{}, Samples: []Choice{},
		}
		for _, code := range words.Languages() {
			in := d.say(code)
			g.Languages = append(g.Languages, Language{code, in.Say("common.language."+code, nil), in.RTL()})
		}
		for _, name := range datasets.SampleNames() {
			g.Samples = append(g.Samples, Choice{name, say.Say("common.sample."+name, nil)})
		}
		return g, nil
	})
}

// Say gives the words of a language that the page itself says, and how it writes
// figures; all other sentences come to the page ready.
func (d *Desk) Say(language string) (Words, error) {
	return guard(d, "Say", language, func() (Words, error) {
		in := d.say(language)
		f, texts := in.Formats(), in.Texts()
		maps.DeleteFunc(texts, func(key, _ string) bool { return !saidByPage(key) })
		return Words{
			Language: in.Lang(), RTL: in.RTL(), Texts: texts,
			Decimal: f.Decimal, Group: f.Group, GroupMin: f.GroupFrom, Minus: f.Minus, Percent: f.Percent,
		}, nil
	})
}

func saidByPage(key string) bool {
	room, _, _ := strings.Cut(key, ".")
	return room == "page" || room == "guide" || room == "common"
}

// Ready is called by the page once it is drawn.
func (d *Desk) Ready() error {
	_, err := guard(d, "Ready", "", func() (bool, error) {
		if d.setup.Ready != nil {
			d.setup.Ready()
		}
		return true, nil
	})
	return err
}

// Look gives the open plan again, in another language or scenario.
func (d *Desk) Look(r Reading) (View, error) {
	return guard(d, "Look", r.Language, func() (View, error) {
		d.mu.Lock()
		defer d.mu.Unlock()
		return d.view(r), nil
	})
}

// Kept waits until unsaved work lies on disk, or turned out not to. The page asks
// once it has drawn what an edit changed.
func (d *Desk) Kept(r Reading) (View, error) {
	return guard(d, "Kept", r.Language, func() (View, error) {
		d.mu.Lock()
		o := d.open
		d.mu.Unlock()
		if o != nil {
			_ = o.journal.Flush() // the findings tell
		}
		d.mu.Lock()
		defer d.mu.Unlock()
		return d.view(r), nil
	})
}

// Undo takes the last edit back.
func (d *Desk) Undo(r Reading) (View, error) {
	return guard(d, "Undo", r.Language, func() (View, error) { return d.step(r, (*document).back) })
}

// Redo brings back the edit that was taken back last.
func (d *Desk) Redo(r Reading) (View, error) {
	return guard(d, "Redo", r.Language, func() (View, error) { return d.step(r, (*document).forth) })
}

func (d *Desk) step(r Reading, way func(*document) ([]string, bool)) (View, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.open != nil {
		if figures, done := way(d.open); done {
			d.changed(figures...)
		}
	}
	return d.view(r), nil
}

// changed counts the revision, works the plan out and keeps unsaved work; figures
// are the inputs whose figures were changed, if nothing else was.
func (d *Desk) changed(figures ...string) {
	d.revision++
	d.open.calculate(d.setup.Facts, figures...)
	d.open.keep()
}

func (d *Desk) say(language string) words.Reader { return d.setup.Words.In(language) }

func places(code string) int {
	c, _ := money.ByCode(code)
	return c.Places
}

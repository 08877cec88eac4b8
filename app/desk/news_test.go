package desk_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"sync"
	"testing"

	"outrigger/app/desk"
)

// taken lays what is new over a page, as the page in the browser does.
func taken(p desk.Page, n desk.News) desk.Page {
	if len(n.Whole) > 0 {
		return n.Whole[0]
	}
	p.Stamp, p.Sentence, p.Chart = n.Stamp, n.Sentence, n.Chart
	for _, c := range n.Cells {
		row := &p.Tables[c.Table].Rows[c.Row]
		switch {
		case c.At == 0:
			row.Name = c.Cell
		case c.At <= len(row.Settings):
			row.Settings[c.At-1] = c.Cell
		default:
			row.Cells[c.At-1-len(row.Settings)] = c.Cell
		}
	}
	return p
}

func TestNewsOfAPageMakeThePage(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	dice, few, whole := rand.New(rand.NewPCG(7, 7)), 0, 0
	for _, name := range allPages {
		p := s.stamped(name, "en", "")
		for range 12 {
			reading := desk.Reading{Language: "en", Page: name, Stamp: p.Stamp}
			var v desk.View
			switch dice.IntN(5) {
			case 0:
				v = s.view(s.desk.Undo(reading))
			case 1:
				v = s.view(s.desk.Redo(reading))
			default:
				cells := s.typeable("")
				p = s.stamped(name, "en", "") // typeable has looked at other pages
				c := cells[dice.IntN(len(cells))]
				answer, err := s.desk.Edit(desk.EditRequest{
					Language: "en", Page: name, Stamp: p.Stamp, Cells: []desk.CellEdit{{Input: c.Input, Year: c.Year, Text: fmt.Sprint(1 + dice.IntN(50))}},
				})
				if err != nil {
					t.Fatal(err)
				}
				v = answer.View
			}
			if len(v.News.Whole) == 0 {
				few++
			} else {
				whole++
			}
			p = taken(p, v.News)
			want := s.stamped(name, "en", "")
			p.Stamp = want.Stamp
			if !reflect.DeepEqual(p, want) {
				t.Fatalf("%s: the news make another page", name)
			}
		}
	}
	if few < whole {
		t.Errorf("%d changes were told in cells, %d as whole pages", few, whole)
	}
	if n := s.look("en", "").News; n.Stamp != 0 || len(n.Whole) != 0 {
		t.Error("news of a page that nobody asked for")
	}
	if n := s.view(s.desk.Look(desk.Reading{Language: "fr", Page: "drivers", Stamp: 1})).News; len(n.Whole) != 1 {
		t.Error("a page in another language is not told as a whole")
	}
}

// Ranges are drawn while the reader goes on; neither waits for the other.
func TestRangesAreDrawnWhileThePlanIsChanged(t *testing.T) {
	s := newStory(t)
	s.sample("vanuatu")
	var all sync.WaitGroup
	for n := range 3 {
		edit := desk.EditRequest{Language: "en", Page: "drivers", Cells: []desk.CellEdit{cell(history, 2025, fmt.Sprint(30000+n))}}
		for _, ask := range []func() error{
			func() error { _, err := s.desk.Edit(edit); return err },
			func() error { _, err := s.desk.Preview(edit); return err },
			func() error { _, err := s.desk.Doubts(desk.PageRequest{Page: "drivers", Language: "en"}); return err },
			func() error { _, err := s.desk.Undo(desk.Reading{Language: "en", Page: "drivers"}); return err },
		} {
			all.Go(func() {
				if err := ask(); err != nil {
					t.Error(err)
				}
			})
		}
	}
	all.Wait()
}

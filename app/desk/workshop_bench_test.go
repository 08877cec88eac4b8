package desk_test

import (
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"testing"
	"time"

	"outrigger/app/desk"
	"outrigger/datasets"
	"outrigger/model/plan"
)

type oneFolder struct {
	*fakeWindow
	folder string
}

func (w oneFolder) AskFolder(desk.Dialog) (string, bool, error) { return w.folder, true, nil }

// BenchmarkTwentyPlansSideBySide is from a chosen folder of twenty plans to the table.
func BenchmarkTwentyPlansSideBySide(b *testing.B) {
	folder := b.TempDir()
	for i := range 20 {
		data, err := datasets.Sample(datasets.SampleNames()[i%3])
		if err != nil {
			b.Fatal(err)
		}
		p, _ := plan.Parse(data)
		p.Post.Name = fmt.Sprintf("%s %d", p.Post.Name, i)
		if data, err = plan.Marshal(p); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.outrigger", i)), data, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	d := desk.New(desk.Setup{Version: "bench", Language: "en", Words: catalogue, Facts: facts, Now: time.Now, Log: log.New(io.Discard, "", 0), Window: oneFolder{&fakeWindow{}, folder}})
	for b.Loop() {
		v, err := d.WorkshopDialog(desk.WorkshopRequest{Language: "en"})
		if err != nil || len(v.Posts) != 20 {
			b.Fatal(err, len(v.Posts))
		}
	}
}

//go:build desktop || dev || bindings

package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"strings"
	"sync"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/logger"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/runtime"

	"outrigger/app/desk"
	"outrigger/app/words"
	"outrigger/datasets"
	"outrigger/frontend"
)

// show opens the window if no verb is asked for: with nothing, or with the plan
// that was double-clicked. It returns when the window is closed.
func show(args []string) (code int, shown bool) {
	if len(args) > 1 || len(args) == 1 && !strings.HasSuffix(strings.ToLower(args[0]), ".outrigger") {
		return 0, false
	}
	if err := open(args); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return exitFault, true
	}
	return exitDone, true
}

func open(args []string) error {
	facts, err := datasets.Load()
	if err != nil {
		return err
	}
	catalogue, err := words.LoadWith(facts.Countries)
	if err != nil {
		return err
	}
	language := systemLanguage()
	w := &window{say: catalogue.In(language)}
	d := newDesk(catalogue, facts, language, w, os.Stderr)
	return wails.Run(&options.App{
		Title: "Outrigger", Width: 1366, Height: 768, MinWidth: 800, MinHeight: 560,
		AssetServer: assets(w.say),
		Bind:        []any{d},
		OnStartup: func(ctx context.Context) {
			w.begin(ctx)
			for _, path := range args {
				if err := desk.Open(d, path, language); err != nil {
					w.tell(err)
				}
			}
		},
		OnShutdown:    func(context.Context) { desk.Leave(d) },
		OnBeforeClose: func(context.Context) (stay bool) { return desk.Settle(d) != nil && !w.confirm() },
		LogLevel:      logger.ERROR, LogLevelProduction: logger.ERROR,
		Linux: &linux.Options{WebviewGpuPolicy: linux.WebviewGpuPolicyNever, ProgramName: "outrigger"},
	})
}

// assets serves the page; without one, a sentence that says so.
func assets(say words.Reader) *assetserver.Options {
	if frontend.Built() {
		return &assetserver.Options{Assets: frontend.Page()}
	}
	return &assetserver.Options{Handler: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		notice(w, http.StatusOK, say, say.Say("desk.serve.unbuilt", nil))
	})}
}

// window is the desk's window. Nothing reaches the runtime before it has begun.
type window struct {
	say words.Reader

	mu  sync.Mutex
	ctx context.Context // nil: not begun
}

func (w *window) begin(ctx context.Context) {
	w.mu.Lock()
	w.ctx = ctx
	w.mu.Unlock()
}

func (w *window) begun() context.Context {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.ctx
}

// AskOpen shows the system's dialog to open a file.
func (w *window) AskOpen(d desk.Dialog) (string, bool, error) {
	path, err := runtime.OpenFileDialog(w.begun(), runtime.OpenDialogOptions{Title: d.Title, Filters: filters(d)})
	return path, path != "", err
}

// AskSave shows the system's dialog to save a file.
func (w *window) AskSave(d desk.Dialog) (string, bool, error) {
	path, err := runtime.SaveFileDialog(w.begun(), runtime.SaveDialogOptions{
		Title: d.Title, DefaultFilename: d.Name, Filters: filters(d), CanCreateDirectories: true,
	})
	return path, path != "", err
}

// AskFolder shows the system's dialog to choose a folder.
func (w *window) AskFolder(d desk.Dialog) (string, bool, error) {
	path, err := runtime.OpenDirectoryDialog(w.begun(), runtime.OpenDialogOptions{Title: d.Title})
	return path, path != "", err
}

func filters(d desk.Dialog) []runtime.FileFilter {
	return []runtime.FileFilter{{DisplayName: d.Kind + " (" + d.Pattern + ")", Pattern: d.Pattern}}
}

// ShowFolder opens a folder in the system's file manager.
func (w *window) ShowFolder(path string) error { return showFolder(path) }

// SetTitle writes the name of the plan on the window.
func (w *window) SetTitle(title string) {
	if ctx := w.begun(); ctx != nil {
		runtime.WindowSetTitle(ctx, title)
	}
}

// confirm asks whether to close although unsaved work could not be kept.
func (w *window) confirm() bool {
	yes := w.say.Say("common.yes", nil)
	answer, err := runtime.MessageDialog(w.begun(), runtime.MessageDialogOptions{
		Type: runtime.QuestionDialog, Title: w.say.Say("desk.close.title", nil), Message: w.say.Say("desk.close.text", nil),
		Buttons: []string{yes, w.say.Say("common.no", nil)},
	})
	return err == nil && (answer == yes || answer == "Yes") // systems with buttons of their own say Yes
}

// tell shows why the plan that was double-clicked did not open.
func (w *window) tell(err error) {
	_, _ = runtime.MessageDialog(w.begun(), runtime.MessageDialogOptions{ // a dialog that fails has nowhere to say so
		Type: runtime.ErrorDialog, Title: "Outrigger", Message: sentence(err),
	})
}

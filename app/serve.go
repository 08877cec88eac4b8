package main

import (
	"context"
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"strconv"
	"syscall"
	"time"

	"outrigger/app/desk"
	"outrigger/frontend"
)

// serve shows the page in the reader's browser, for machines that have no engine
// for a window. Only this machine reaches it.
func serve(v *invocation, args []string) error {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	port := flags.Int("port", 0, "")
	noOpen := flags.Bool("no-open", false, "")
	rest, err := v.parse(flags, args)
	if err != nil {
		return err
	}
	if len(rest) > 1 {
		return errUsage
	}
	if !v.spoken {
		v.say = v.catalogue.In(systemLanguage())
	}
	d := newDesk(v.catalogue, v.facts, v.say.Lang(), nil, v.errs)
	for _, path := range rest {
		if err := desk.Open(d, path, v.say.Lang()); err != nil {
			return fmt.Errorf("%s: %s", path, sentence(err))
		}
	}
	listener, err := net.Listen("tcp4", net.JoinHostPort("127.0.0.1", strconv.Itoa(*port)))
	if err != nil {
		args, key := map[string]string{"port": strconv.Itoa(*port)}, "fault.desk.port"
		return errors.New(v.say.Say(key, args) + " " + v.say.Say(key+".remedy", args))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if !frontend.Built() {
		fmt.Fprintln(v.errs, v.say.Say("desk.serve.unbuilt", nil))
	}
	s := newServer(d, v.say, listener.Addr().String(), rand.Text())
	address := "http://" + s.host + "/?token=" + s.token
	fmt.Fprintln(v.out, v.say.Say("desk.serve.address", map[string]string{"address": address}))
	fmt.Fprintln(v.out, v.say.Say("desk.serve.stop", nil))
	if !*noOpen {
		browse(address)
	}
	return s.until(ctx, listener, log.New(v.errs, "outrigger: ", log.LstdFlags))
}

// until serves until the context ends, then lets calls under way finish and
// unsaved work reach the disk.
func (s *server) until(ctx context.Context, listener net.Listener, errs *log.Logger) error {
	h := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second, ErrorLog: errs}
	ended := make(chan error, 1)
	go func() { ended <- h.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	patience, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	err := errors.Join(h.Shutdown(patience), desk.Settle(s.desk))
	desk.Leave(s.desk)
	return err
}

// sentence is what a reader is told of an error: of a fault its sentence and
// remedy.
func sentence(err error) string {
	var fault desk.Fault
	if errors.As(err, &fault) {
		return fault.Sentence + " " + fault.Remedy
	}
	return err.Error()
}

// browse opens the reader's browser. If there is none the printed address is
// enough.
func browse(address string) {
	opener := []string{"xdg-open", address}
	switch runtime.GOOS {
	case "windows":
		opener = []string{"rundll32", "url.dll,FileProtocolHandler", address}
	case "darwin":
		opener = []string{"open", address}
	}
	cmd := exec.Command(opener[0], opener[1:]...)
	if cmd.Start() == nil {
		go func() { _ = cmd.Wait() }() // whether it found a browser is not ours to say
	}
}

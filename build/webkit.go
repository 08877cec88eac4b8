package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// webkit opens the served page in the engine that Linux users really get, driven
// over the WebDriver protocol, and looks whether it shows words and no fault.
func webkit() ([]byte, error) {
	browsers, _ := filepath.Glob("/usr/lib/*/webkit2gtk-4.1/MiniBrowser")
	if len(browsers) == 0 {
		return nil, errors.New("WebKitGTK's MiniBrowser is not where Debian keeps it")
	}
	s, err := openScreen()
	if err != nil {
		return nil, err
	}
	defer s.close()
	address, stopServing, err := serve(s.env)
	if err != nil {
		return nil, err
	}
	defer stopServing()
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	driver := exec.Command("WebKitWebDriver", "--port="+port)
	driver.Env = s.env
	if err := driver.Start(); err != nil {
		return nil, err
	}
	defer stop(driver)
	d := webDriver("http://127.0.0.1:" + port)
	var session struct{ SessionID string }
	if err := d.open(browsers[0], &session); err != nil {
		return nil, err
	}
	d += webDriver("/session/" + session.SessionID)
	defer func() { _ = d.say("DELETE", "", nil, nil) }() // the driver ends anyway
	if err := d.say("POST", "/url", map[string]any{"url": address}, nil); err != nil {
		return nil, err
	}
	return nil, d.looksWell()
}

// webDriver is an address that answers WebDriver commands.
type webDriver string

// open asks for a session as soon as the driver listens.
func (d webDriver) open(browser string, session any) (err error) {
	wish := map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{
		"webkitgtk:browserOptions": map[string]any{"binary": browser, "args": []string{"--automation"}},
	}}}
	for range 50 {
		if err = d.say("POST", "/session", wish, session); err == nil {
			return nil
		}
		var refused *net.OpError
		if !errors.As(err, &refused) {
			return err
		}
		time.Sleep(100 * time.Millisecond)
	}
	return err
}

// looksWell waits until the page has a heading and some text.
func (d webDriver) looksWell() error {
	const script = `return [document.querySelectorAll("h1, h2").length > 0 && document.body.innerText.trim().length > 40, document.title, document.body.innerText]`
	var seen []any
	for range 100 {
		if err := d.say("POST", "/execute/sync", map[string]any{"script": script, "args": []any{}}, &seen); err != nil {
			return err
		}
		if len(seen) == 3 && seen[0] == true {
			return nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	return fmt.Errorf("the page shows no heading and text; what it shows: %v", seen)
}

func (d webDriver) say(method, path string, body, value any) error {
	data, err := json.Marshal(body)
	if err != nil {
		return err
	}
	ask, err := http.NewRequest(method, string(d)+path, bytes.NewReader(data))
	if err != nil {
		return err
	}
	answer, err := (&http.Client{Timeout: 30 * time.Second}).Do(ask)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return err
	}
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s %s: %s", method, path, text)
	}
	return json.Unmarshal(text, &struct{ Value any }{value})
}

// serve starts the program's page for a browser and gives its address.
func serve(env []string) (address string, end func(), err error) {
	cmd := exec.Command(program(), "serve", "--no-open")
	cmd.Env = env
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		return "", nil, err
	}
	if err := cmd.Start(); err != nil {
		return "", nil, err
	}
	local := regexp.MustCompile(`http://(127\.0\.0\.1|localhost):\d+\S*`)
	line, err := await(program(), pipe, 20*time.Second, local.MatchString)
	if err != nil {
		stop(cmd)
		return "", nil, err
	}
	return strings.TrimRight(local.FindString(line), ".,;"), func() { stop(cmd) }, nil
}

func freePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port, l.Close()
}

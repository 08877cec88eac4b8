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
// over the WebDriver protocol, and looks whether every page of a plan, the reasons
// of a figure and the import show words and no fault.
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
	return nil, d.walk()
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

// listening keeps what goes wrong from now on; the driver of this engine tells
// nobody what stands on the console.
const listening = `window.amiss = [];
addEventListener("error", (event) => amiss.push(event.message));
addEventListener("unhandledrejection", (event) => amiss.push(String(event.reason)));
const told = console.error;
console.error = (...words) => { amiss.push(words.join(" ")); told(...words); };`

// walk opens a sample and goes through its pages and what lies over them.
func (d webDriver) walk() error {
	const page = `document.querySelectorAll("h1, h2").length > 0 && document.body.innerText.trim().length > 40`
	if err := d.sees("start", "", page); err != nil {
		return err
	}
	if err := d.does(listening, nil); err != nil {
		return err
	}
	if err := d.sees("sample", `document.querySelector("main section:last-child li .button").click()`, `document.querySelector("[role=grid] td") !== null`); err != nil {
		return err
	}
	var steps []string
	if err := d.does(`return [...document.querySelectorAll("nav ol a")].map((link) => link.hash.slice(1))`, &steps); err != nil {
		return err
	}
	if len(steps) < 7 {
		return fmt.Errorf("the plan has only the pages %v", steps)
	}
	for _, step := range steps {
		turned := fmt.Sprintf(`document.querySelector("main#%s h1") !== null && document.querySelector("main").innerText.length > 100`, step)
		if err := d.sees(step, fmt.Sprintf(`document.querySelector('nav a[href="#%s"]').click()`, step), turned); err != nil {
			return err
		}
	}
	if err := d.sees("reasons", `document.querySelector('[data-figure="gap"] .value').click()`, `document.querySelector("aside h2")?.innerText.length > 3`); err != nil {
		return err
	}
	if err := d.sees("menu", `document.querySelector("header [aria-expanded]").click()`, `document.querySelectorAll("header li button").length > 3`); err != nil {
		return err
	}
	return d.sees("import", `document.querySelectorAll("header li button")[3].click()`, `document.querySelector("dialog[open] textarea") !== null`)
}

// sees does something on the page and waits until what must come of it is there,
// with nothing gone wrong on the way.
func (d webDriver) sees(what, act, comes string) error {
	if err := d.does(act, nil); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	var seen struct {
		Come  bool
		Amiss []string
		Text  string
	}
	look := `return {come: Boolean(` + comes + `), amiss: window.amiss ?? [], text: document.body.innerText}`
	for range 100 {
		err := d.does(look, &seen)
		if err != nil && strings.Contains(err.Error(), "no such frame") { // the page goes on to another address
			time.Sleep(100 * time.Millisecond)
			continue
		}
		if err != nil {
			return fmt.Errorf("%s: %w", what, err)
		}
		if len(seen.Amiss) > 0 {
			return fmt.Errorf("%s: the console says %q", what, seen.Amiss)
		}
		if seen.Come {
			return nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	return fmt.Errorf("%s does not come; what the page shows: %s", what, seen.Text)
}

// does runs a script in the page.
func (d webDriver) does(script string, value any) error {
	return d.say("POST", "/execute/sync", map[string]any{"script": script, "args": []any{}}, value)
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

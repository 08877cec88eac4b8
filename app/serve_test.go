package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"outrigger/app/desk"
	"outrigger/app/words"
	"outrigger/datasets"
)

const served, token = "127.0.0.1:4711", "once"

// browser is a browser with or without the cookie.
type browser struct {
	t      *testing.T
	server *server
	cookie *http.Cookie
}

func newBrowser(t *testing.T, language string) *browser {
	t.Helper()
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	catalogue, err := words.Load()
	if err != nil {
		t.Fatal(err)
	}
	facts, err := datasets.Load()
	if err != nil {
		t.Fatal(err)
	}
	d := newDesk(catalogue, facts, language, nil, io.Discard)
	t.Cleanup(func() { _ = desk.Settle(d) })
	return &browser{t: t, server: newServer(d, catalogue.In(language), served, token)}
}

// ask sends a request as the page would, but for what change does to it.
func (b *browser) ask(method, path, body string, change func(*http.Request)) *http.Response {
	r := httptest.NewRequest(method, "http://"+served+path, strings.NewReader(body))
	if method == http.MethodPost {
		r.Header.Set("Origin", "http://"+served)
		r.Header.Set("Content-Type", "application/json")
	}
	if b.cookie != nil {
		r.AddCookie(b.cookie)
	}
	if change != nil {
		change(r)
	}
	w := httptest.NewRecorder()
	b.server.ServeHTTP(w, r)
	return w.Result()
}

func (b *browser) enter() {
	b.t.Helper()
	answer := b.ask("GET", "/?token="+token, "", nil)
	if len(answer.Cookies()) != 1 {
		b.t.Fatalf("no cookie for the token: %s", answer.Status)
	}
	b.cookie = answer.Cookies()[0]
}

func (b *browser) call(method, args string, into any) int {
	b.t.Helper()
	answer := b.ask("POST", "/call/"+method, args, nil)
	if err := json.NewDecoder(answer.Body).Decode(into); err != nil {
		b.t.Fatal(err)
	}
	return answer.StatusCode
}

func TestTheTokenWorksOnceAndBecomesACookie(t *testing.T) {
	b := newBrowser(t, "en")
	if answer := b.ask("GET", "/", "", nil); answer.StatusCode != http.StatusForbidden {
		t.Errorf("without a token: %s", answer.Status)
	}
	if answer := b.ask("GET", "/?token=wrong", "", nil); answer.StatusCode != http.StatusForbidden {
		t.Errorf("with a wrong token: %s", answer.Status)
	}
	b.enter()
	if c := b.cookie; !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Value == token || c.Name != "outrigger-4711" {
		t.Errorf("the cookie is %+v", c)
	}
	if answer := b.ask("GET", "/", "", nil); answer.StatusCode != http.StatusOK {
		t.Errorf("with the cookie: %s", answer.Status)
	}
	if answer := (&browser{t: t, server: b.server}).ask("GET", "/?token="+token, "", nil); answer.StatusCode != http.StatusForbidden {
		t.Errorf("a second browser with the same token: %s", answer.Status)
	}
}

func TestEveryAnswerCarriesThePolicy(t *testing.T) {
	b := newBrowser(t, "en")
	for _, path := range []string{"/", "/call/Hello", "/nothing"} {
		h := b.ask("GET", path, "", nil).Header
		if !strings.Contains(h.Get("Content-Security-Policy"), "default-src 'self'") || h.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: %v", path, h)
		}
	}
}

func TestOnlyThePageMayCall(t *testing.T) {
	b := newBrowser(t, "fr")
	stranger := &browser{t: t, server: b.server}
	b.enter()
	set := func(name, value string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Set(name, value) }
	}
	for name, c := range map[string]struct {
		who          *browser
		method, path string
		body         string
		change       func(*http.Request)
		want         int
		code         string
	}{
		"no cookie":          {stranger, "POST", "/call/Hello", "[]", nil, 403, "not_allowed"},
		"a foreign host":     {b, "POST", "/call/Hello", "[]", func(r *http.Request) { r.Host = "evil.example:4711" }, 403, "not_allowed"},
		"another port":       {b, "POST", "/call/Hello", "[]", func(r *http.Request) { r.Host = "127.0.0.1:80" }, 403, "not_allowed"},
		"a foreign origin":   {b, "POST", "/call/Hello", "[]", set("Origin", "http://evil.example"), 403, "not_allowed"},
		"no origin":          {b, "POST", "/call/Hello", "[]", func(r *http.Request) { r.Header.Del("Origin") }, 403, "not_allowed"},
		"a form":             {b, "POST", "/call/Hello", "[]", set("Content-Type", "text/plain"), 415, "bad_request"},
		"a get":              {b, "GET", "/call/Hello", "", nil, 405, "bad_request"},
		"a post to the page": {b, "POST", "/", "", nil, 405, "bad_request"},
		"no such method":     {b, "POST", "/call/Shutdown", "[]", nil, 404, "bad_request"},
		"no method":          {b, "POST", "/call/", "[]", nil, 404, "bad_request"},
		"no JSON":            {b, "POST", "/call/Hello", "{", nil, 400, "bad_request"},
		"no array":           {b, "POST", "/call/Look", "{}", nil, 400, "bad_request"},
		"too few arguments":  {b, "POST", "/call/Look", "[]", nil, 400, "bad_request"},
		"too many":           {b, "POST", "/call/Hello", "[1]", nil, 400, "bad_request"},
		"a wrong kind":       {b, "POST", "/call/Look", `["en"]`, nil, 400, "bad_request"},
		"too much":           {b, "POST", "/call/Say", `["` + strings.Repeat("x", maxBody) + `"]`, nil, 413, "too_large"},
	} {
		answer := c.who.ask(c.method, c.path, c.body, c.change)
		var f desk.Fault
		if err := json.NewDecoder(answer.Body).Decode(&f); err != nil || answer.StatusCode != c.want || f.Code != c.code || strings.Contains(f.Sentence, "⟨") {
			t.Errorf("%s: %s %+v %v", name, answer.Status, f, err)
		}
	}
}

func TestThePageCallsAsTheWindowDoes(t *testing.T) {
	b := newBrowser(t, "en")
	b.enter()
	var v desk.View
	if code := b.call("OpenSample", `[{"name":"vanuatu","language":"pt"}]`, &v); code != 200 || !v.Open || len(v.Story) != 5 {
		t.Fatalf("%d %+v", code, v.Story)
	}
	var e desk.EditAnswer
	if code := b.call("Edit", `[{"language":"pt","scenario":"","cells":[{"input":"drivers/services/path","year":2026,"text":"12"}]}]`, &e); code != 200 || !e.View.CanUndo {
		t.Errorf("%d %+v", code, e.Faults)
	}
	var f desk.Fault
	if code := b.call("OpenSample", `[{"name":"atlantis","language":"pt"}]`, &f); code != http.StatusUnprocessableEntity || f.Code != "no_sample" || f.Sentence != "Não existe o exemplo atlantis." {
		t.Errorf("%d %+v", code, f)
	}
	var nothing any = "something"
	if code := b.call("Ready", "[]", &nothing); code != 200 || nothing != nil {
		t.Errorf("%d %v", code, nothing)
	}
}

func TestServingEndsCleanly(t *testing.T) {
	b := newBrowser(t, "en")
	listener, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	b.server.host = listener.Addr().String()
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error)
	var errs bytes.Buffer
	go func() { ended <- b.server.until(ctx, listener, log.New(&errs, "", 0)) }()
	answer, err := http.Get("http://" + b.server.host + "/?token=" + token)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatal(err, answer)
	}
	_ = answer.Body.Close() // read or not, the cookie came
	stop()
	if err := <-ended; err != nil || errs.Len() > 0 {
		t.Errorf("%v\n%s", err, &errs)
	}
}

package main

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"mime"
	"net"
	"net/http"
	"reflect"
	"strings"
	"sync"

	"outrigger/app/desk"
	"outrigger/app/words"
	"outrigger/frontend"
	"outrigger/model/plan"
)

// server hands the page and the desk's methods to one browser on this machine.
//
// Other programs and web pages must not reach the plan: the address carries a
// token that works once and is exchanged for a cookie that no script reads and no
// other site's request carries; Host must be this address, so that no name of a
// foreign site can be made to point here; calls must come from the page's own
// origin.
type server struct {
	desk    *desk.Desk
	say     words.Reader
	host    string // 127.0.0.1:PORT
	cookie  string // its name; browsers share cookies between ports
	session string
	methods map[string]reflect.Value
	page    http.Handler

	mu    sync.Mutex
	token string // empty: used
}

// maxBody is the largest request: a whole plan as a JSON text, or as many pasted
// cells.
const maxBody = 2*plan.MaxBytes + 1<<20

// policy lets the page load nothing but itself. Styles may stand in elements,
// because charts are drawn with them.
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

func newServer(d *desk.Desk, say words.Reader, host, token string) *server {
	_, port, _ := net.SplitHostPort(host)
	s := &server{
		desk: d, say: say, host: host, cookie: "outrigger-" + port, session: rand.Text(), token: token,
		methods: map[string]reflect.Value{}, page: http.FileServerFS(frontend.Page()),
	}
	bound := reflect.ValueOf(d)
	for i := range bound.NumMethod() {
		s.methods[bound.Type().Method(i).Name] = bound.Method(i)
	}
	return s
}

// ServeHTTP answers one request of the browser.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for name, value := range map[string]string{
		"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
		"Cross-Origin-Resource-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin", "Cache-Control": "no-store",
	} {
		w.Header().Set(name, value)
	}
	method, isCall := strings.CutPrefix(r.URL.Path, "/call/")
	switch {
	case r.Host != s.host:
		s.refuse(w, http.StatusForbidden, "not_allowed")
	case r.Method == http.MethodGet && r.URL.Path == "/" && s.exchange(r.URL.Query().Get("token")):
		s.enter(w)
	case !s.admitted(r) && isCall:
		s.refuse(w, http.StatusForbidden, "not_allowed")
	case !s.admitted(r):
		notice(w, http.StatusForbidden, s.say, s.told("not_allowed").Sentence+" "+s.told("not_allowed").Remedy)
	case isCall:
		s.call(w, r, method)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		s.refuse(w, http.StatusMethodNotAllowed, "bad_request")
	case !frontend.Built():
		notice(w, http.StatusOK, s.say, s.say.Say("desk.serve.unbuilt", nil))
	default:
		s.page.ServeHTTP(w, r)
	}
}

// exchange uses the token up.
func (s *server) exchange(token string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.token == "" || subtle.ConstantTimeCompare([]byte(token), []byte(s.token)) != 1 {
		return false
	}
	s.token = ""
	return true
}

// enter sets the cookie and goes on to the page. It does so from a page of ours
// rather than by a redirect, because a browser that was sent here from elsewhere
// would not carry the strict cookie along a redirect.
func (s *server) enter(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: s.cookie, Value: s.session, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = io.WriteString(w, `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><title>Outrigger</title>`)
}

func (s *server) admitted(r *http.Request) bool {
	cookie, err := r.Cookie(s.cookie)
	return err == nil && subtle.ConstantTimeCompare([]byte(cookie.Value), []byte(s.session)) == 1
}

// call runs one method of the desk.
func (s *server) call(w http.ResponseWriter, r *http.Request, name string) {
	method, known := s.methods[name]
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch {
	case !known:
		s.refuse(w, http.StatusNotFound, "bad_request")
		return
	case r.Method != http.MethodPost:
		w.Header().Set("Allow", "POST")
		s.refuse(w, http.StatusMethodNotAllowed, "bad_request")
		return
	case r.Header.Get("Origin") != "http://"+s.host:
		s.refuse(w, http.StatusForbidden, "not_allowed")
		return
	case kind != "application/json":
		s.refuse(w, http.StatusUnsupportedMediaType, "bad_request")
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		s.refuse(w, http.StatusRequestEntityTooLarge, "too_large")
		return
	}
	args, ok := arguments(method.Type(), body)
	if err != nil || !ok {
		s.refuse(w, http.StatusBadRequest, "bad_request")
		return
	}
	answer(w, method.Call(args))
}

// arguments reads a JSON array of exactly what a method takes.
func arguments(method reflect.Type, body []byte) ([]reflect.Value, bool) {
	var raw []json.RawMessage
	if json.Unmarshal(body, &raw) != nil || len(raw) != method.NumIn() {
		return nil, false
	}
	args := make([]reflect.Value, len(raw))
	for i := range raw {
		arg := reflect.New(method.In(i))
		if json.Unmarshal(raw[i], arg.Interface()) != nil {
			return nil, false
		}
		args[i] = arg.Elem()
	}
	return args, true
}

// answer writes a method's result, or the fault that its error's text is.
func answer(w http.ResponseWriter, results []reflect.Value) {
	w.Header().Set("Content-Type", "application/json")
	if err, failed := results[len(results)-1].Interface().(error); failed {
		w.WriteHeader(http.StatusUnprocessableEntity)
		_, _ = io.WriteString(w, err.Error())
		return
	}
	var result any
	if len(results) > 1 {
		result = results[0].Interface()
	}
	_ = json.NewEncoder(w).Encode(result) // only a browser that has gone away fails here
}

func (s *server) told(code string) desk.Fault {
	key := "fault.desk." + code
	return desk.Fault{Code: code, Sentence: s.say.Say(key, nil), Remedy: s.say.Say(key+".remedy", nil)}
}

func (s *server) refuse(w http.ResponseWriter, status int, code string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, s.told(code).Error())
}

// notice is a page of one sentence.
func notice(w http.ResponseWriter, status int, say words.Reader, text string) {
	direction := "ltr"
	if say.RTL() {
		direction = "rtl"
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = fmt.Fprintf(w, `<!doctype html><html lang="%s" dir="%s"><meta charset="utf-8"><title>Outrigger</title><p>%s</p></html>`,
		say.Lang(), direction, html.EscapeString(text))
}

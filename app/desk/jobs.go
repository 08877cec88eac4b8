package desk

// JobRequest names a piece of work that takes a moment. The page names it, so that
// stopping it can never come before it is known.
type JobRequest struct {
	Job      string `json:"job"`
	Language string `json:"language"`
}

// WorkbookRequest asks for the workbook of a scenario; Job is what to stop it by.
type WorkbookRequest struct {
	Language string `json:"language"`
	Scenario string `json:"scenario"`
	Job      string `json:"job"`
}

// JobProgress is how far a piece of work has come; Percent is 0 where that is not known.
type JobProgress struct {
	Percent int `json:"percent"`
}

// Stop stops a piece of work, or keeps it from beginning. What was written by then
// stays; what was not fails with the fault "stopped".
func (d *Desk) Stop(r JobRequest) error {
	_, err := guard(d, "Stop", r.Language, func() (bool, error) {
		d.mu.Lock()
		defer d.mu.Unlock()
		if stop := d.stopping(r.Job); !over(stop) {
			close(stop)
		}
		return true, nil
	})
	return err
}

// stopping is closed once a piece of work is to stop. It needs the lock.
func (d *Desk) stopping(job string) chan struct{} {
	if d.jobs[job] == nil {
		if d.jobs == nil {
			d.jobs = map[string]chan struct{}{}
		}
		d.jobs[job] = make(chan struct{})
	}
	return d.jobs[job]
}

func over(stop <-chan struct{}) bool {
	select {
	case <-stop:
		return true
	default:
		return false
	}
}

// job does a piece of work that can be stopped: what it gives comes back, or the
// fault of that code at once, while nothing more is heard of the work.
func job[T any](d *Desk, name, language, stopped string, work func() (T, error)) (T, error) {
	d.mu.Lock()
	stop := d.stopping(name)
	d.mu.Unlock()
	defer func() {
		d.mu.Lock()
		delete(d.jobs, name)
		delete(d.done, name)
		d.mu.Unlock()
	}()
	type result struct {
		given T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		given, err := guard(d, "job", language, work)
		done <- result{given, err}
	}()
	select {
	case r := <-done:
		if !over(stop) {
			return r.given, r.err
		}
	case <-stop:
	}
	var none T
	return none, d.fault(language, stopped, nil)
}

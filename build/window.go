package main

import (
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// window starts the program as a user does, waits until the page says that it is
// drawn, and looks whether there is anything to see.
func window() ([]byte, error) {
	_, err := openProgram(program(), nil, func(s *screen, _ int) error {
		var last error
		for range 20 { // what is drawn reaches the screen a moment later
			img, err := s.picture()
			if err != nil {
				return err
			}
			if err := savePicture(out("window.png"), img); err != nil {
				return err
			}
			if !blank(img) {
				return nil
			}
			last = fmt.Errorf("the window is blank: see %s", out("window.png"))
			time.Sleep(200 * time.Millisecond)
		}
		return last
	})
	return nil, err
}

// openProgram measures how long the page of a program takes to be drawn, and lets look
// at it and its process.
func openProgram(program string, args []string, look func(s *screen, pid int) error) (time.Duration, error) {
	s, err := openScreen()
	if err != nil {
		return 0, err
	}
	defer s.close()
	cmd := exec.Command(program, args...)
	cmd.Env = s.env
	pipe, err := cmd.StderrPipe()
	if err != nil {
		return 0, err
	}
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	defer stop(cmd)
	if _, err := await(program, pipe, 30*time.Second, func(line string) bool { return strings.TrimSpace(line) == "ready" }); err != nil {
		return 0, err
	}
	return time.Since(began), look(s, cmd.Process.Pid)
}

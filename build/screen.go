package main

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// screen is a display that nobody sees, with the message bus a window expects.
// Every process is our own child, so that stopping it stops all.
type screen struct {
	env     []string // for what is to be shown on it
	folder  string
	running []*exec.Cmd
}

func openScreen() (*screen, error) {
	folder, err := os.MkdirTemp("", "screen")
	if err != nil {
		return nil, err
	}
	s := &screen{folder: folder}
	// Xvfb writes the number of the display it chose to the handle it is told,
	// and keeps the picture itself in a file.
	number, err := s.start(exec.Command("Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-fbdir", folder))
	if err == nil {
		var bus string
		bus, err = s.start(exec.Command("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"))
		s.env = append(os.Environ(), "DISPLAY=:"+number, "DBUS_SESSION_BUS_ADDRESS="+bus, "GDK_BACKEND=x11",
			"XDG_CONFIG_HOME="+folder, "XDG_DATA_HOME="+folder, "XDG_CACHE_HOME="+folder, "NO_AT_BRIDGE=1")
	}
	if err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

// start begins a process and gives the first line it prints.
func (s *screen) start(cmd *exec.Cmd) (string, error) {
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		return "", err
	}
	if err := cmd.Start(); err != nil {
		return "", err
	}
	s.running = append(s.running, cmd)
	return await(cmd.Path, pipe, 20*time.Second, func(string) bool { return true })
}

func (s *screen) close() {
	for i := len(s.running) - 1; i >= 0; i-- {
		stop(s.running[i])
	}
	_ = os.RemoveAll(s.folder) // a leftover in the temporary folder harms nobody
}

func stop(cmd *exec.Cmd) {
	_ = cmd.Process.Signal(syscall.SIGTERM)
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case <-ended:
	case <-time.After(3 * time.Second):
		_ = cmd.Process.Kill()
		<-ended
	}
}

// await reads lines until one is wanted and gives it; what follows is read and
// thrown away, so that the process never waits for a reader.
func await(name string, from io.Reader, patience time.Duration, wanted func(line string) bool) (string, error) {
	found, ended := make(chan string, 1), make(chan string, 1)
	go func() {
		var said strings.Builder
		lines := bufio.NewScanner(from)
		for lines.Scan() {
			said.WriteString(lines.Text() + "\n")
			if wanted(lines.Text()) {
				found <- lines.Text()
				_, _ = io.Copy(io.Discard, from)
				return
			}
		}
		ended <- said.String()
	}()
	select {
	case line := <-found:
		return line, nil
	case said := <-ended:
		return "", fmt.Errorf("%s ended too soon:\n%s", filepath.Base(name), said)
	case <-time.After(patience):
		return "", fmt.Errorf("%s said nothing of what was awaited in %v", filepath.Base(name), patience)
	}
}

// picture reads what the screen shows from Xvfb's own file, an XWD dump: a
// header of big-endian words, a table of colours, then four bytes a pixel.
func (s *screen) picture() (image.Image, error) {
	data, err := os.ReadFile(filepath.Join(s.folder, "Xvfb_screen0"))
	if err != nil {
		return nil, err
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(data[4*i:])) }
	if len(data) < 100 || word(11) != 32 {
		return nil, errors.New("the screen is not kept as four bytes a pixel")
	}
	width, height, line := word(4), word(5), word(12)
	pixels := data[word(0)+12*word(19):]
	if len(pixels) < height*line {
		return nil, errors.New("the picture of the screen is cut off")
	}
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			p := pixels[y*line+4*x:]
			img.SetRGBA(x, y, color.RGBA{p[2], p[1], p[0], 255})
		}
	}
	return img, nil
}

// blank tells whether a picture shows nothing: a page with words on it has the
// many shades of their edges, and not one colour all over.
func blank(img image.Image) bool {
	const shades, share = 24, 0.995
	seen, most := map[color.Color]int{}, 0
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := img.At(x, y)
			seen[c]++
			most = max(most, seen[c])
		}
	}
	return len(seen) < shades || float64(most) > share*float64(b.Dx()*b.Dy())
}

func savePicture(name string, img image.Image) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return png.Encode(f, img)
}

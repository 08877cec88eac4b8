package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// onWindows runs the program for Windows under Wine: its headline figures, their
// ranges and its workbook must be those of this machine's program, byte for byte.
func onWindows() ([]byte, error) {
	folder, err := os.MkdirTemp("", "wine")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(folder) }() // a leftover in the temporary folder harms nobody
	env := append(os.Environ(), "WINEPREFIX="+folder, "WINEDEBUG=-all", "WINEDLLOVERRIDES=bcryptprimitives=n;mscoree=;mshtml=;winemenubuilder.exe=")
	// The first program started makes the prefix.
	wine := func(args ...string) *exec.Cmd {
		cmd := exec.Command("wine", args...)
		cmd.Env = env
		return cmd
	}
	if said, err := wine("wineboot", "--init").CombinedOutput(); err != nil {
		return said, err
	}
	defer func() { _ = wine("wineboot", "--kill").Run() }() // its server would end by itself a little later
	stub := filepath.Join(folder, "drive_c", "windows", "system32", "bcryptprimitives.dll")
	if err := os.WriteFile(stub, randomStub(), 0o644); err != nil {
		return nil, err
	}
	plan, book, other := filepath.Join(folder, "plan.outrigger"), filepath.Join(folder, "book.xlsx"), filepath.Join(folder, "other.xlsx")
	if said, err := wine(windowsProgram, "sample", "vanuatu", "-o", plan).CombinedOutput(); err != nil {
		return said, fmt.Errorf("sample: %w", err)
	}
	if err := forecastOne(plan); err != nil {
		return nil, err
	}
	// One driver of the sample is forecast, others have ranges: the percentiles are the same to the last
	// digit, because what draws them is written out in Go and fuses no operations.
	for _, form := range [][]string{nil, {"--ranges", "--json"}} {
		verb := append([]string{"figures", plan}, form...)
		there, err := wine(append([]string{windowsProgram}, verb...)...).Output()
		if err != nil {
			return there, fmt.Errorf("%s: %w", verb, err)
		}
		here, err := exec.Command(program(), verb...).Output()
		if err != nil {
			return here, err
		}
		if !bytes.Equal(here, there) || len(here) == 0 {
			return append(append(here, "\nand on Windows:\n"...), there...), fmt.Errorf("%s: the figures differ", verb)
		}
	}
	if said, err := wine(windowsProgram, "workbook", plan, "-o", book, "--date", "2026-01-01").CombinedOutput(); err != nil {
		return said, fmt.Errorf("workbook: %w", err)
	}
	if said, err := exec.Command(program(), "workbook", plan, "-o", other, "--date", "2026-01-01").CombinedOutput(); err != nil {
		return said, err
	}
	one, err := os.ReadFile(book)
	if err != nil {
		return nil, err
	}
	two, err := os.ReadFile(other)
	if err == nil && !bytes.Equal(one, two) {
		err = errors.New("the workbooks differ")
	}
	return nil, err
}

// forecastOne lets the program forecast the drivers of a plan that grow as before.
func forecastOne(plan string) error {
	text, err := os.ReadFile(plan)
	if err != nil {
		return err
	}
	before, after := []byte(`"kind": "compound"`), []byte(`"kind": "fit"`)
	if !bytes.Contains(text, before) {
		return errors.New("the sample has no driver to forecast")
	}
	return os.WriteFile(plan, bytes.ReplaceAll(text, before, after), 0o600)
}

// randomStub is the library bcryptprimitives.dll with its one function that Go
// programs ask for, ProcessPrng, which Debian's Wine 8 does not have. It holds no
// code: the export only points to the same function's older name.
func randomStub() []byte {
	const (
		address                 = 0x1000 // of the one section, in memory
		name, function, forward = 0x80, 0xa0, 0xc0
		size                    = 0x200
	)
	at := binary.LittleEndian
	section := make([]byte, size)
	copy(section[name:], "bcryptprimitives.dll")
	copy(section[function:], "ProcessPrng")
	copy(section[forward:], "ADVAPI32.SystemFunction036")
	for offset, value := range map[int]uint32{ // the export directory and its three tables
		12: address + name, 16: 1, 20: 1, 24: 1, 28: address + 0x40, 32: address + 0x44, 36: address + 0x48,
		0x40: address + forward, 0x44: address + function,
	} {
		at.PutUint32(section[offset:], value)
	}
	header := make([]byte, size)
	copy(header, "MZ")
	at.PutUint32(header[60:], 64)
	copy(header[64:], "PE\x00\x00")
	file, optional, table := header[68:], header[88:], header[328:]
	for offset, value := range map[int]uint16{0: 0x8664, 2: 1, 16: 240, 18: 0x2022} { // x86-64, one section, a library
		at.PutUint16(file[offset:], value)
	}
	for offset, value := range map[int]uint16{0: 0x20b, 40: 6, 48: 6, 68: 3, 70: 0x120} {
		at.PutUint16(optional[offset:], value)
	}
	for offset, value := range map[int]uint32{
		8: size, 32: 0x1000, 36: size, 56: 0x2000, 60: size, 72: 1 << 20, 80: 1 << 12, 88: 1 << 20, 96: 1 << 12, 108: 16, 112: address, 116: 0x180,
	} {
		at.PutUint32(optional[offset:], value)
	}
	at.PutUint64(optional[24:], 0x180000000)
	copy(table, ".rdata")
	for offset, value := range map[int]uint32{8: size, 12: address, 16: size, 20: size, 36: 0x40000040} {
		at.PutUint32(table[offset:], value)
	}
	return append(header, section...)
}

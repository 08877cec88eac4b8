package main

import (
	"fmt"
	"os"

	"golang.org/x/term"
)

// passphraseName is the variable in which a script hands over the passphrase. It is
// never an argument: those are seen by every program of the machine.
const passphraseName = "OUTRIGGER_PASSPHRASE"

// passphrase asks for the passphrase of the keys, without showing it; a new one twice.
func (v *invocation) passphrase(fresh bool) (string, error) {
	if given := os.Getenv(passphraseName); given != "" {
		return given, nil
	}
	in := int(os.Stdin.Fd())
	if !term.IsTerminal(in) {
		return "", v.trouble("passphrase_none", "name", passphraseName)
	}
	once, err := v.ask(in, "exchange.passphrase")
	if err != nil || !fresh {
		return once, err
	}
	again, err := v.ask(in, "exchange.passphrase_again")
	if err == nil && again != once {
		err = v.trouble("passphrase_differs")
	}
	return once, err
}

func (v *invocation) ask(in int, word string) (string, error) {
	fmt.Fprint(v.errs, v.say.Say(word, nil), " ")
	text, err := term.ReadPassword(in)
	fmt.Fprintln(v.errs)
	return string(text), err
}

package main

import "errors"

func pack() error { return errors.New("pack is not written yet") }

func (t *tally) packing() { t.check("programs to hand out", silent(pack)) }

// Outrigger: an offline planner that shows how a post's cybersecurity workload
// outgrows its budget.
package main

import "os"

// main opens the window if the program has one and no verb is given; else it runs
// the verb.
func main() {
	if code, shown := show(os.Args[1:]); shown {
		os.Exit(code)
	}
	console()
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

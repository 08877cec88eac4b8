// Outrigger: an offline planner that shows how a post's cybersecurity workload
// outgrows its budget.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

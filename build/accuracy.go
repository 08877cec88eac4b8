package main

// accuracy scores the forecaster on a file of series whose continuation is known:
// go run ./build accuracy FILE [--last N].
func accuracy(args []string) error {
	return run("go", append([]string{"run", "./app", "accuracy"}, args...)...)
}

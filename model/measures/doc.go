// Package measures chooses what to buy first: of many measures, each of which may
// start in one of several years or not at all, the set of greatest value that keeps
// within every ceiling of money and of hours, and proves that none is better.
//
// It stands on one problem of whole numbers,
//
//	max Σ v·x   with   Σ a·x ≤ b   and one option or none of every measure,
//
// where the rows a, b are the ceilings (a resource in a year), the prerequisites
// (starts of B up to year y − starts of A up to year y ≤ 0), the exclusions (≤ 1) and
// the starts of a year (≤ n). Solve searches it by branch and bound. The bound of a
// branch is Lagrange's: every row gets a price, every measure takes the option that is
// worth most after prices, and no choice within the rows can be worth more than these
// and the priced ceilings together (Fisher, Management Science 27, 1981). Prices
// follow the subgradient (Held, Wolfe and Crowder, Mathematical Programming 6, 1974).
// An option that would push the bound below what is found already is struck out, and so
// is one for which the rows have no room left.
//
// The answer is unique. Values are taken on a grid of one part in 2⁴⁰ (a million
// millionth) of all value there is; what is nearer counts as equal. Among equals the
// first in the order of ids wins: at the first measure in which two sets differ, an
// option of positive value comes before none, an earlier start before a later, and none
// before an option that is worth nothing.
//
// Limits: values add up, so measures that overlap must be simulated jointly
// afterwards; who pays is part of an option (Way), not decided by splitting a bill.
package measures

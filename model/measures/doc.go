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
// and the priced ceilings together (Fisher, Management Science 27, 1981); it holds for
// any prices, however they were reckoned. The best prices are those of the relaxed
// problem, in which a measure may be split; the dual simplex method finds them, of which
// a branch needs a few steps only (Dantzig and Van Slyke, generalized upper bounds, Journal
// of Computer and System Sciences 1, 1967). An option that would push the bound below
// what is looked for is struck out, and so is one for which the rows have no room left.
//
// A branch halves the options of one measure, earlier against later or never. Which, is
// tried out, until it is known by how much halving a measure lowers the bound (Achterberg,
// Koch and Martin, Operations Research Letters 33, 2005). The search first looks only for
// what comes near the bound, and lowers its aim each time that there is nothing: so what
// it reaches is the best, and if it is stopped, what is proven is not far above it.
//
// The answer is unique. Values are taken on a grid of one part in 2⁴⁰ (a million
// millionth) of all value there is; what is nearer counts as equal. Among equals the
// first in the order of ids wins: at the first measure in which two sets differ, an
// option of positive value comes before none, an earlier start before a later, and none
// before an option that is worth nothing. Where equals are without number the search may
// end before their order is settled, and Solution.Settled says so.
//
// Limits: values add up, so measures that overlap must be simulated jointly
// afterwards; who pays is part of an option (Way), not decided by splitting a bill.
package measures

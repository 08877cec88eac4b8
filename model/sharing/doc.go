// Package sharing splits the costs of one project among several funds, so that every rule
// of every fund is kept and as little as can be is left to the post.
//
// Fund p is asked for x[p,c,y] of the costs of category c in year y, and on top for its
// charge k[p] (indirect costs and reserve) on all it pays. The split is a linear problem:
//
//	most     Σ x                                          what the post need not pay
//	subject  Σp x[p,c,y]             ≤ cost[c,y]          nothing is asked for twice
//	         Σp,c x[p,c,y]           ≤ gap[y]             nor what is paid already
//	         x[p,c,y]                = 0                  where p does not take c or y
//	         (1+k[p]) X[p]           ≤ ceiling[p]         X[p] = Σc,y x[p,c,y]
//	         (1+k[p]) X[p]           ≥ least[p]           if p is asked at all
//	         Σ line x                ≤ cap × X[p]         by line of p
//	         all − (1+k[p]) X[p] − d ≥ floor[p] × all     all = Σ cost + Σq k[q] X[q]
//
// where d is what is paid in kind, if the fund does not count it. Among splits that leave
// the same to the post, the funds that come first are asked for the most; among those,
// what is preferred is asked for, and what is due early. A least amount makes a choice of
// its own, whether the fund is asked: both ways are searched, by branch and bound.
//
// Amounts are float64, in one currency; a relative error of 1e-9 is possible. Whoever
// uses a split rounds it and holds the rules against exact figures.
package sharing

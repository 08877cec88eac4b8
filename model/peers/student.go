package peers

import "math"

// student is the quantile of Student's t above nought, by halving its share.
func student(share, freedom float64) float64 {
	// x = freedom/(freedom + t²) runs through 0 to 1 as t falls from endless to nought
	x := root(func(x float64) float64 { return beta(freedom/2, 0.5, x)/2 - (1 - share) })
	return math.Sqrt(freedom * (1 - x) / x)
}

// beta is the regularised incomplete beta function I_x(a, b) by Lentz's continued
// fraction (DLMF 8.17.22).
func beta(a, b, x float64) float64 {
	switch {
	case x <= 0:
		return 0
	case x >= 1:
		return 1
	case x > (a+1)/(a+b+2):
		return 1 - beta(b, a, 1-x)
	}
	gamma := func(x float64) float64 { g, _ := math.Lgamma(x); return g }
	front := math.Exp(gamma(a+b)-gamma(a)-gamma(b)+a*math.Log(x)+b*math.Log1p(-x)) / a
	const tiny = 1e-300
	c, d := 1.0, 1/nonzero(1-(a+b)*x/(a+1), tiny)
	sum := d
	for m := 1.0; m < 300; m++ {
		step := func(numerator float64) float64 {
			d = 1 / nonzero(1+numerator*d, tiny)
			c = nonzero(1+numerator/c, tiny)
			return c * d
		}
		sum *= step(m * (b - m) * x / ((a + 2*m - 1) * (a + 2*m)))
		last := step(-(a + m) * (a + b + m) * x / ((a + 2*m) * (a + 2*m + 1)))
		if sum *= last; math.Abs(last-1) < 1e-15 {
			break
		}
	}
	return front * sum
}

func nonzero(x, tiny float64) float64 {
	if math.Abs(x) < tiny {
		return tiny
	}
	return x
}

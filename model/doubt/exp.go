package doubt

import "math"

// furthest is where the exponential stands still on either side, so that a range however
// wide has no infinite figure.
const furthest = 708

// exp is e^x to within two units in the last place, the same on every machine.
func exp(x float64) float64 {
	var out [1]float64
	expLine(out[:], []float64{min(max(x, -furthest), furthest)}, 0, [2]float64{1, 1})
	return out[0]
}

// expLine writes e^(middle + slope × z), the first slope being that of z above nought;
// the exponents must not lie beyond the furthest. An exponent is taken apart into
// k × ln 2 ÷ 64 and a rest below 0.0055, of which five terms of the series are enough;
// 2^(k ÷ 64) is an entry of a table and an exponent (Tang, Table-driven implementation
// of the exponential function, 1989).
func expLine(out, z []float64, middle float64, slopes [2]float64) {
	z = z[:len(out)]
	for i, z := range z {
		x := middle + float64(slopes[math.Float64bits(z)>>63]*z)
		// Adding and taking away 1.5 × 2^52 rounds to a whole number, which then stands in
		// the lowest bits.
		const whole = 3 << 51
		t := float64(x*perStep) + whole
		k := math.Float64bits(t)
		n := t - whole
		r := x - float64(n*stepHigh) - float64(n*stepLow)
		q := r * r
		p := r + float64(q*(0.5+float64(r*(1.0/6)))) + float64(float64(q*q)*(1.0/24+float64(r*(1.0/120))))
		s := powers[k&63]
		s += float64(s * p)
		out[i] = math.Float64frombits(math.Float64bits(s) + k>>6<<52)
	}
}

// perStep is 64 ÷ ln 2; stepHigh and stepLow add up to ln 2 ÷ 64, the first with so
// few digits that its multiples are exact.
const (
	perStep  = 92.33248261689366
	stepHigh = 0x1.62e42fee00000p-7
	stepLow  = 2.9815858269852933e-12
)

// powers are 2^(k ÷ 64).
var powers = [64]float64{
	1.0, 1.0108892860517005, 1.0218971486541166, 1.0330248790212284,
	1.0442737824274138, 1.0556451783605572, 1.0671404006768237, 1.0787607977571199,
	1.0905077326652577, 1.102382583307841, 1.1143867425958924, 1.1265216186082418,
	1.1387886347566916, 1.1511892299529827, 1.1637248587775775, 1.1763969916502812,
	1.189207115002721, 1.202156731452703, 1.215247359980469, 1.22848053610687,
	1.241857812073484, 1.255380757024691, 1.2690509571917332, 1.2828700160787783,
	1.2968395546510096, 1.3109612115247644, 1.3252366431597413, 1.339667524053303,
	1.3542555469368927, 1.3690024229745905, 1.383909881963832, 1.3989796725383112,
	1.4142135623730951, 1.42961333839197, 1.4451808069770467, 1.460917794180647,
	1.4768261459394993, 1.4929077282912648, 1.5091644275934228, 1.5255981507445384,
	1.5422108254079407, 1.559004400237837, 1.5759808451078865, 1.593142151342267,
	1.6104903319492543, 1.6280274218573478, 1.645755478153965, 1.6636765803267364,
	1.681792830507429, 1.7001063537185235, 1.718619298122478, 1.7373338352737062,
	1.7562521603732995, 1.7753764925265212, 1.7947090750031072, 1.8142521755003989,
	1.8340080864093424, 1.8539791250833855, 1.8741676341103, 1.8945759815869656,
	1.9152065613971474, 1.9360617934922943, 1.9571441241754002, 1.978456026387951,
}

package main

import (
	"image"
	"image/color"
	"math"
)

// icon draws the program's mark: a canoe under a crab-claw sail, held upright by
// its float. It is drawn and not kept as a picture, so that each size is sharp
// and the mark can be changed by whoever reads this.
func icon(size int) image.Image {
	const grain = 6 // samples a pixel's side, for smooth edges
	img := image.NewNRGBA(image.Rect(0, 0, size, size))
	for py := range size {
		for px := range size {
			var r, g, b, a float64
			for s := range grain * grain {
				x := (float64(px) + (float64(s%grain)+0.5)/grain) / float64(size)
				y := (float64(py) + (float64(s/grain)+0.5)/grain) / float64(size)
				if c, ok := inkAt(x, y); ok {
					r, g, b, a = r+float64(c.R), g+float64(c.G), b+float64(c.B), a+1
				}
			}
			if a > 0 {
				img.SetNRGBA(px, py, color.NRGBA{uint8(r / a), uint8(g / a), uint8(b / a), uint8(math.Round(255 * a / (grain * grain)))})
			}
		}
	}
	return img
}

var (
	wood  = color.NRGBA{255, 255, 255, 255}
	float = color.NRGBA{168, 216, 230, 255}
	cloth = color.NRGBA{242, 149, 107, 255}
	boom  = color.NRGBA{223, 237, 242, 255}
)

// inkAt is the colour at a place of the unit square, y downwards; what lies in
// front comes first.
func inkAt(x, y float64) (color.NRGBA, bool) {
	switch {
	case !within(rounded, x, y):
		return color.NRGBA{}, false
	case crescent(x, y, 0.66, 0.22, 0.845, 0.055, 0.055):
		return float, true
	case crescent(x, y, 0.46, 0.37, 0.65, 0.13, 0.13):
		return wood, true
	case curve(x, y, 0.53, 0.70, 0.60, 0.70, 0.60, 0.85, 0.015), curve(x, y, 0.66, 0.66, 0.74, 0.66, 0.74, 0.85, 0.015):
		return boom, true
	case sail(x, y):
		return cloth, true
	}
	return color.NRGBA{mix(10, 16, y), mix(72, 122, y), mix(100, 148, y), 255}, true
}

func mix(from, to, part float64) uint8 { return uint8(from + (to-from)*part) }

// rounded is the square with round corners that carries the mark.
func rounded(x, y float64) float64 {
	const edge, corner = 0.01, 0.22
	dx := math.Max(math.Abs(x-0.5)-(0.5-edge-corner), 0)
	dy := math.Max(math.Abs(y-0.5)-(0.5-edge-corner), 0)
	return math.Hypot(dx, dy) - corner
}

func within(distance func(x, y float64) float64, x, y float64) bool { return distance(x, y) <= 0 }

// crescent is a hull seen from the side: middle cx, half its length, the gunwale
// cy at the middle, how far its ends rise, how deep it is.
func crescent(x, y, cx, half, cy, rise, depth float64) bool {
	u := (x - cx) / half
	if math.Abs(u) > 1 {
		return false
	}
	gunwale := cy - rise*u*u
	return y >= gunwale && y <= gunwale+depth*(1-u*u)
}

// curve is a line of some thickness, bent towards its middle point.
func curve(x, y, x0, y0, x1, y1, x2, y2, thick float64) bool {
	for i := range 33 {
		t := float64(i) / 32
		bx := (1-t)*(1-t)*x0 + 2*t*(1-t)*x1 + t*t*x2
		by := (1-t)*(1-t)*y0 + 2*t*(1-t)*y1 + t*t*y2
		if math.Hypot(x-bx, y-by) <= thick {
			return true
		}
	}
	return false
}

// sail is the crab claw: it stands on its foot, both edges bow outwards, and the
// top between its tips hollows.
func sail(x, y float64) bool {
	const footY, top = 0.635, 0.12
	if y > footY || y < top {
		return false
	}
	up := (footY - y) / (footY - top) // 0 at the foot, 1 at the tips
	left := 0.43 - 0.20*math.Sin(up*math.Pi/2)
	right := 0.43 + 0.36*math.Pow(up, 0.8)
	if x < left || x > right {
		return false
	}
	across := (x - left) / (right - left)
	return y >= top+0.13*math.Sin(across*math.Pi)
}

package workbook_test

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// What a digit of the file's font takes, in dots of 96 to the inch, and what a cell keeps
// free at its edges.
const (
	digit = 7.0
	edges = 3.0
)

// tooNarrow finds figures that would show as #### and texts that would be cut: a text that
// is not wrapped may run on over empty cells beside it.
func tooNarrow(f file) []string {
	var wrong []string
	formats := formatsOf(f.parts["xl/styles.xml"])
	for _, s := range f.leaves {
		widths := widthsOf(s.body)
		heads := headsOf(s)
		filled := map[int]map[int]bool{}
		for _, c := range s.cells {
			if c.value != "" || c.formula != "" {
				if filled[c.row] == nil {
					filled[c.row] = map[int]bool{}
				}
				filled[c.row][c.col] = true
			}
		}
		for _, c := range s.cells {
			x, l := formats[c.style], f.looks[c.style]
			switch {
			case c.value == "":
			case !c.text:
				if shows := x.shows(c.value); dots(shows, l) > digit*widths[c.col]+5-edges {
					wrong = append(wrong, fmt.Sprintf("%s!%s: %s in a column of %v", s.name, c.name, shows, widths[c.col]))
				}
			case x.align == "fill":
			case x.wrap:
				for _, word := range strings.Fields(c.value) {
					if c.row == heads && dots(word, l) > digit*widths[c.col]+5 {
						wrong = append(wrong, fmt.Sprintf("%s!%s: %s in a column of %v", s.name, c.name, word, widths[c.col]))
					}
				}
			default:
				room := digit*widths[c.col] + 5
				for next := c.col + 1; next <= len(widths) && !filled[c.row][next]; next++ {
					room += digit*widths[next] + 5
				}
				if dots(c.value, l) > room {
					wrong = append(wrong, fmt.Sprintf("%s!%s is cut: %s", s.name, c.name, c.value))
				}
			}
		}
	}
	return wrong
}

// headsOf is the row of a sheet's heads; 0: none.
func headsOf(s leaf) int {
	if top := attribute(first(tags(s.body, "pane")), "ySplit"); top != "" {
		n, _ := strconv.Atoi(top)
		return n
	}
	return 0
}

// format is how a style writes its figures.
type format struct {
	code  string
	wrap  bool
	align string
}

var xf = regexp.MustCompile(`(?s)<xf numFmtId="(\d+)"[^>]*>(.*?)</xf>`)

func formatsOf(styles string) []format {
	codes := map[string]string{"0": "General", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%"}
	for _, tag := range tags(styles, "numFmt") {
		codes[attribute(tag, "numFmtId")] = attribute(tag, "formatCode")
	}
	var all []format
	for _, m := range xf.FindAllStringSubmatch(element(styles, "cellXfs"), -1) {
		alignment := first(tags(m[2], "alignment"))
		wrap := attribute(alignment, "wrapText")
		all = append(all, format{codes[m[1]], wrap == "1" || wrap == "true", attribute(alignment, "horizontal")})
	}
	return all
}

// shows is a figure as its format writes it, near enough to know how wide it is.
func (f format) shows(value string) string {
	x, err := strconv.ParseFloat(value, 64)
	if err != nil || f.code == "General" || f.code == "" {
		return value
	}
	sections := strings.Split(f.code, ";")
	code := sections[0]
	if x < 0 && len(sections) > 1 {
		code = sections[1]
	}
	if strings.Contains(code, "%") {
		x *= 100
	}
	_, after, _ := strings.Cut(strings.TrimRight(code, `_)%(`), ".")
	places := strings.Count(after, "0") + strings.Count(after, "#")
	text := strconv.FormatFloat(math.Abs(x), 'f', places, 64)
	if strings.Contains(after, "#") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	if strings.Contains(code, ",") {
		whole, rest, _ := strings.Cut(text, ".")
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + "," + whole[i:]
		}
		text = whole
		if rest != "" {
			text += "." + rest
		}
	}
	for _, sign := range []string{"%", "-", "(", ")"} {
		if strings.Contains(code, sign) {
			text += sign
		}
	}
	return text
}

func widthsOf(body string) map[int]float64 {
	widths := map[int]float64{}
	for _, tag := range tags(body, "col") {
		from, _ := strconv.Atoi(attribute(tag, "min"))
		to, _ := strconv.Atoi(attribute(tag, "max"))
		w, _ := strconv.ParseFloat(attribute(tag, "width"), 64)
		for i := from; i <= to; i++ {
			widths[i] = w
		}
	}
	return widths
}

// dots is about how wide a text is in Calibri: the widths of its letters in thousandths of
// their height, of letters of other scripts a mean.
func dots(text string, l look) float64 {
	sum := 0.0
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		case strings.ContainsRune("ijl.,:;'’|!()[] ", r):
			sum += 250
		case strings.ContainsRune("frt-/", r):
			sum += 330
		case strings.ContainsRune("mwMW@%", r):
			sum += 800
		case unicode.IsUpper(r):
			sum += 570
		case unicode.IsDigit(r):
			sum += 507
		case r >= 0x2E80 && r < 0xFB00 || r >= 0x1F000:
			sum += 1000
		default:
			sum += 480
		}
	}
	if l.bold {
		sum *= 1.04
	}
	return sum / 1000 * l.size * 96 / 72
}

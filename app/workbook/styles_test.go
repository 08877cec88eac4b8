package workbook_test

import "encoding/xml"

// look is how the text of a cell looks.
type look struct {
	size         float64
	bold, italic bool
	color        string // six digits
	ground       string
	unlocked     bool
}

// stylesheet is what of the styles the rules ask for.
type stylesheet struct {
	Fonts struct {
		Font []font `xml:"font"`
	} `xml:"fonts"`
	Fills struct {
		Fill []fill `xml:"fill"`
	} `xml:"fills"`
	Cells struct {
		Cell []struct {
			Font       int `xml:"fontId,attr"`
			Fill       int `xml:"fillId,attr"`
			Protection *struct {
				Locked string `xml:"locked,attr"`
			} `xml:"protection"`
		} `xml:"xf"`
	} `xml:"cellXfs"`
	Conditional struct {
		Dxf []struct {
			Font font `xml:"font"`
			Fill fill `xml:"fill"`
		} `xml:"dxf"`
	} `xml:"dxfs"`
}

type font struct {
	Size   value     `xml:"sz"`
	Bold   *struct{} `xml:"b"`
	Italic *struct{} `xml:"i"`
	Color  color     `xml:"color"`
}

type fill struct {
	Pattern struct {
		Type       string `xml:"patternType,attr"`
		Foreground color  `xml:"fgColor"`
		Background color  `xml:"bgColor"`
	} `xml:"patternFill"`
}

type value struct {
	Val float64 `xml:"val,attr"`
}

type color struct {
	RGB string `xml:"rgb,attr"`
}

func (c color) or(otherwise string) string {
	if len(c.RGB) == 8 {
		return c.RGB[2:]
	}
	return otherwise
}

func sheetOfStyles(styles string) stylesheet {
	var s stylesheet
	if err := xml.Unmarshal([]byte(styles), &s); err != nil {
		panic(err) // a test's own file
	}
	return s
}

func looksOf(styles string) []look {
	s := sheetOfStyles(styles)
	var all []look
	for _, x := range s.Cells.Cell {
		f, g := s.Fonts.Font[x.Font], s.Fills.Fill[x.Fill]
		l := look{size: f.Size.Val, bold: f.Bold != nil, italic: f.Italic != nil, color: f.Color.or("000000"), ground: "FFFFFF"}
		if g.Pattern.Type == "solid" {
			l.ground = g.Pattern.Foreground.or("FFFFFF")
		}
		l.unlocked = x.Protection != nil && (x.Protection.Locked == "false" || x.Protection.Locked == "0")
		all = append(all, l)
	}
	return all
}

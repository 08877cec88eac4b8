package workbook

// Shape is what a workbook is to hold, by its list of contents.
type Shape struct {
	Sheets         []string // their names
	Charts, Tables int
}

// ShapeOf is what the workbook of a request is to hold.
func ShapeOf(in Request) (Shape, error) {
	b, err := begin(in)
	if err != nil {
		return Shape{}, err
	}
	defer b.file.Close()
	var s Shape
	for i, m := range b.contents() {
		s.Sheets = append(s.Sheets, b.say("workbook.sheet."+m.key))
		s.Charts += len(b.sheets[i].charts)
		if len(b.sheets[i].heads) > 0 && len(b.sheets[i].lines) > 0 {
			s.Tables++
		}
	}
	return s, b.err
}

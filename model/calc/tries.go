package calc

import "slices"

// Tries reads a row of one value under many settings of inputs at once, in floating
// point: thousands of sets of measures in the time that one exact reading takes. Each
// input has one value and as many figures as there are tries. The tenth digit and those
// after it are not to be relied on; Trial reads exactly. Nil for a row that is unknown
// or has a value for each year.
func (s *State) Tries(given map[ID][]float64, read ID) []float64 {
	row, known := s.model.byID[read]
	if !known || !s.model.once[row] {
		return nil
	}
	c := s.compiler(nil)
	c.given = map[int][]float64{}
	n := 0
	for id, figures := range given {
		in, known := s.model.byID[id]
		if !known || s.model.rows[in].Leaf == nil {
			continue
		}
		n = len(figures)
		padding := make([]float64, (blockSize-n%blockSize)%blockSize)
		c.given[in] = append(slices.Clone(figures), padding...)
		c.moves(in)
	}
	draws := map[ID][][]float64{}
	p := c.program([]ID{s.model.rows[row].ID}, n, draws)
	if len(draws[read][0]) < n { // nothing given moves it
		return slices.Repeat(draws[read][0], n)
	}
	w := p.worker(0, nil)
	for first := 0; first < n; first += blockSize {
		w.run(first)
	}
	return draws[read][0]
}

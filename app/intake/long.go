package intake

import "strings"

// sampleRows is how many rows of a long table settle what its columns hold.
const sampleRows = 400

// Words in the names of columns.
const (
	yearNames  = "year annee ano ejercicio exercice exercicio jahr period periode periodo السنه سنه عام "
	valueNames = "value amount valeur montant valor importe monto betrag wert datavalue obs_value quantity total fte قيمه مبلغ القيمه المبلغ "
	labelNames = "name item label description head libelle designation rubrique intitule nom concepto descripcion nombre partida descricao designacao nome البيان البند بند الاسم "
	codeNames  = "number code id no nr version book numero num codigo index line رقم رمز "
)

// named: the column's name contains one of the words.
func named(header, list string) bool {
	words := wordsOf(header)
	joined := strings.Join(words, "")
	for _, w := range strings.Fields(list) {
		if len(w) > 2 && strings.Contains(joined, w) {
			return true
		}
		for _, h := range words {
			if h == w {
				return true
			}
		}
	}
	return false
}

// long describes a table with a row a figure, if there is a row of names above
// the years, a column of words and a column of figures.
func (g grid) long(b block) (Mapping, bool) {
	header := g.headerRow(b)
	if header < 0 {
		return Mapping{}, false
	}
	m := Mapping{Orientation: Long, Header: header + 1, First: b.from + 1, YearColumn: columnName(b.col)}
	most := 0
	var values, namedValues []Head
	for c := range g.cols {
		title := g.text(header, c)
		if c == b.col || title == "" {
			continue
		}
		col := g.sample(c, b)
		switch {
		case col.filled == 0:
		case col.words*10 >= col.filled*8:
			if col.known*10 >= col.words*8 && len(col.distinct) <= 12 && m.MeasureColumn == "" {
				m.MeasureColumn = columnName(c)
			} else if weight := col.weight(title); weight > most {
				m.Label, most = columnName(c), weight
			}
		case col.periods*10 >= col.filled*9 || named(title, codeNames) && !named(title, valueNames):
		case col.numbers > 0 && (col.numbers+col.absent)*10 >= col.filled*6:
			h := Head{Cell: Ref{header, c}.String(), Text: title, Measure: title, Kind: measureOf(title)}
			values = append(values, h)
			if named(title, valueNames) || h.Kind != "" {
				namedValues = append(namedValues, h)
			}
		}
	}
	m.Values = values
	if len(namedValues) > 0 {
		m.Values = namedValues
	}
	return m, m.Label != "" && len(m.Values) > 0
}

// headerRow: the row right above the years (or one blank further) names the year
// column and at least two others.
func (g grid) headerRow(b block) int {
	for r := b.from - 1; r >= max(0, b.from-2); r-- {
		names := 0
		for c := range g.rowAt(r) {
			if g.words(r, c) {
				names++
			}
		}
		if names >= 3 && g.words(r, b.col) {
			return r
		}
	}
	return -1
}

// column counts what a column holds.
type column struct {
	rows, filled, words, known, numbers, absent, periods int
	distinct                                             map[string]bool
}

// weight orders the columns that could hold the labels: full ones, named as
// such, with many different words.
func (c column) weight(title string) int {
	switch {
	case c.filled*2 < c.rows:
		return 0
	case named(title, labelNames):
		return len(c.distinct) + sampleRows
	}
	return len(c.distinct)
}

func (g grid) sample(c int, b block) column {
	col := column{distinct: map[string]bool{}}
	stride := max(1, (b.to-b.from+1)/sampleRows)
	for r := b.from; r <= b.to; r += stride {
		col.rows++
		if g.At(r, c).blank() {
			continue
		}
		col.filled++
		text := g.text(r, c)
		if g.words(r, c) {
			col.words++
			col.distinct[text] = true
			if measureOf(text) != "" {
				col.known++
			}
		} else if _, ok := g.period(r, c); ok {
			col.periods++
		}
		number, absent := g.figure(r, c)
		if number {
			col.numbers++
		}
		if absent {
			col.absent++
		}
	}
	return col
}

// bestLong keeps one reading of each long table: the one whose year column is
// named as such.
func bestLong(g grid, all []Mapping) []Mapping {
	var kept []Mapping
	for _, m := range all {
		same := -1
		for i, k := range kept {
			if k.Header == m.Header {
				same = i
			}
		}
		c, _ := parseColumn(m.YearColumn)
		if same < 0 {
			kept = append(kept, m)
		} else if named(g.text(m.Header-1, c), yearNames) && !named(g.text(m.Header-1, c), codeNames) {
			kept[same] = m
		}
	}
	return kept
}

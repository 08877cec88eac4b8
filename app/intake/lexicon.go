package intake

import (
	"strings"
	"unicode"
)

// The words tables use, in the languages of the posts this is written for (and
// German, whose drafts say Entwurf). They are matched on folded text: lower case,
// no accents, single spaces.

// measureWords sort what a column or row states about a year.
var measureWords = map[string]string{
	"budget": "budget", "original": "budget", "approved": "budget", "adopted": "budget", "voted": "budget", "appropriation": "budget", "soll": "budget",
	"budgete": "budget", "vote": "budget", "initial": "budget", "initiale": "budget", "lfi": "budget", "presupuesto": "budget", "aprobado": "budget",
	"orcamento": "budget", "orcado": "budget", "aprovado": "budget", "dotacao": "budget", "ميزانيه": "budget", "الميزانيه": "budget", "موازنه": "budget", "المعتمد": "budget",
	"revised": "revised", "revise": "revised", "revisee": "revised", "lfr": "revised", "rectifie": "revised", "revisado": "revised", "modificado": "revised", "revisto": "revised", "corrigido": "revised", "amended": "revised", "المعدل": "revised", "nachtrag": "revised",
	"actual": "actual", "actuals": "actual", "outturn": "actual", "audited": "actual", "ist": "actual", "realise": "actual", "realisation": "actual", "realisations": "actual", "execution": "actual", "execute": "actual", "compte": "actual",
	"ejecutado": "actual", "ejecucion": "actual", "real": "actual", "realizado": "actual", "executado": "actual", "execucao": "actual", "فعلي": "actual", "الفعلي": "actual", "spent": "actual", "expenditure": "actual", "rechnung": "actual", "ergebnis": "actual",
	"estimate": "estimate", "estimates": "estimate", "estimated": "estimate", "est": "estimate", "forecast": "estimate", "projected": "estimate", "projection": "estimate", "proposed": "estimate", "draft": "estimate", "plan": "estimate", "planned": "estimate", "e": "estimate", "p": "estimate", "f": "estimate", "entwurf": "estimate", "plf": "estimate", "plr": "estimate", "preliminary": "estimate", "provisional": "estimate",
	"estimation": "estimate", "prevision": "estimate", "previsions": "estimate", "projet": "estimate", "prevu": "estimate", "provisoire": "estimate", "proyecto": "estimate", "estimado": "estimate", "estimacion": "estimate", "proyectado": "estimate", "previsto": "estimate",
	"projeto": "estimate", "proposta": "estimate", "estimativa": "estimate", "previsao": "estimate", "تقديري": "estimate", "متوقع": "estimate", "مشروع": "estimate",
}

// yearWords stand beside a year and say nothing about the figures.
var yearWords = map[string]bool{
	"fy": true, "af": true, "ef": true, "fiscal": true, "financial": true, "year": true, "years": true, "exercice": true, "annee": true, "an": true, "ano": true, "anos": true, "ejercicio": true, "exercicio": true, "jahr": true, "haushaltsjahr": true, "hj": true, "السنه": true, "سنه": true, "عام": true, "ending": true, "ended": true, "budgetyear": true, "period": true, "periodo": true, "periode": true, "of": true, "de": true, "the": true, "du": true, "del": true, "do": true, "total": true, "a": true, "gestion": true, "الماليه": true, "مالي": true,
	"janvier": true, "december": true, "decembre": true, "dec": true, "march": true, "mars": true, "june": true, "juin": true,
}

// totalWords begin a row that adds others up.
var totalWords = []string{
	"total", "totals", "totaux", "totales", "totais", "subtotal", "sub-total", "sub total", "sous-total", "sous total", "sub-totais", "grand total",
	"overall total", "ensemble", "sum", "sum of", "somme", "suma", "soma", "summe", "insgesamt", "gesamt", "المجموع", "مجموع", "الاجمالي", "اجمالي", "الإجمالي",
}

// isTotal knows a total row by its label: it begins or ends with such a word.
func isTotal(label string) bool {
	s := strings.Trim(fold(label), " :.")
	if i := strings.Index(s, "("); i > 0 {
		s = strings.TrimSpace(s[:i])
	}
	for _, w := range totalWords {
		if s == w || strings.HasPrefix(s, w+" ") || strings.HasSuffix(s, " "+w) || strings.HasSuffix(s, ", "+w) {
			return true
		}
	}
	return false
}

// measureOf sorts a text by the words in it; empty if none is known.
func measureOf(text string) string {
	found := ""
	for _, w := range wordsOf(text) {
		if m := measureWords[w]; m != "" && (len(w) > 1 || found == "") && (found == "" || found == "budget") {
			found = m // "revised budget" is revised
		}
	}
	return found
}

// wordsOf splits folded text into runs of letters.
func wordsOf(text string) []string {
	return strings.FieldsFunc(fold(text), func(r rune) bool { return !unicode.IsLetter(r) })
}

// fold makes texts comparable: lower case, accents dropped, spaces single,
// directional marks gone, Arabic letter forms joined.
func fold(text string) string {
	var b strings.Builder
	space := false
	for _, r := range text {
		switch {
		case r == '\u061c' || r == '\ufeff' || r >= '\u200b' && r <= '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r >= '\u064b' && r <= '\u0652' || unicode.Is(unicode.Mn, r):
			continue
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		r = unicode.ToLower(r)
		if plain, ok := accents[r]; ok {
			b.WriteString(plain)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

var accents = map[rune]string{
	'à': "a", 'á': "a", 'â': "a", 'ã': "a", 'ä': "a", 'å': "a", 'ç': "c", 'è': "e", 'é': "e", 'ê': "e", 'ë': "e", 'ì': "i", 'í': "i", 'î': "i", 'ï': "i",
	'ñ': "n", 'ò': "o", 'ó': "o", 'ô': "o", 'õ': "o", 'ö': "o", 'ù': "u", 'ú': "u", 'û': "u", 'ü': "u", 'ý': "y", 'ÿ': "y", 'œ': "oe", 'æ': "ae", 'ß': "ss",
	'أ': "ا", 'إ': "ا", 'آ': "ا", 'ة': "ه", 'ى': "ي", '’': "'",
}

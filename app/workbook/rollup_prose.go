package workbook

import (
	"slices"
	"strings"

	"outrigger/app/region"
)

// leftOut lists what is in no total, with its fault and what to do about it.
func (r *rollup) leftOut() *sheet {
	s := r.sheet("left")
	for _, h := range []struct {
		key   string
		width float64
	}{{"post", 30}, {"file", 34}, {"why", 44}, {"fault", 90}} {
		if r.HideNames && h.key == "file" {
			h.width = 3
		}
		r.head(s, h.key, h.width)
	}
	s.figures, s.until = len(s.heads), len(s.heads)
	for _, p := range r.Table.Left {
		post, file := "–", ""
		for _, each := range r.posts {
			if each.Has(p) {
				post = r.called(each)
			}
		}
		if !r.HideNames {
			file = p.File
		}
		s.text(wrapped(label, post), wrapped(label, file), wrapped(label, r.word("left."+p.Left, "currency", r.Table.Currency)), wrapped(label, r.fault(p)))
	}
	return s
}

// fault is what is wrong with a plan that is left out; it may name the post, so that it is
// hidden with the names.
func (r *rollup) fault(p *region.Plan) string {
	if r.HideNames {
		return ""
	}
	return FaultOf(r.Words, p)
}

// rests is what the workbook rests on: method, rates and publications.
func (r *rollup) rests() *sheet {
	s := r.sheet("rests")
	for _, h := range []struct {
		key   string
		width float64
	}{{"what", 34}, {"text", 130}} {
		r.head(s, h.key, h.width)
	}
	s.figures, s.until = len(s.heads), len(s.heads)
	for _, key := range []string{"years", "rates", "departments", "rank", "readiness", "names"} {
		if key == "names" && !r.HideNames {
			continue
		}
		s.text(wrapped(label, r.word("method."+key)), wrapped(label, r.word("method."+key+".text", "currency", r.Table.Currency)))
	}
	if !r.HideNames {
		s.heading(r.word("rates"))
		for _, post := range r.posts {
			for _, p := range post.Plans {
				if p.Left == "" && !p.Rate.Own {
					s.text(wrapped(label, r.called(post)), wrapped(label, r.Words.Say("workbook.cover.rate", map[string]string{"currency": r.Table.Currency, "own": p.Currency})+": "+
						strings.Join(filled(r.Words.Number(p.Rate.Value, -1), r.Words.DateText(p.Rate.Date), p.Rate.Source), " · ")))
				}
			}
		}
	}
	s.heading(r.say("workbook.sources.facts"))
	for _, src := range r.Facts.Sources {
		if slices.Contains([]string{"m49", "ohrlls"}, src.ID) {
			s.text(wrapped(label, src.Title), wrapped(label, strings.Join(filled(src.Publisher, itoa(src.Year), src.Place), " · ")))
		}
	}
	return s
}

// regionalNames are the cells that people's own formulas may want.
func (b *book) regionalNames() []name {
	if _, has := b.anchors["region total"]; !has { // the sheets of a workshop
		return nil
	}
	at := func(anchor string, col int) func(formulas) string {
		return func(f formulas) string { return f.anchored(anchor, col) }
	}
	return []name{
		{"need_total", "need_total", at("region total", postNeed)},
		{"granted_total", "granted_total", at("region total", postFunding)},
		{"gap_total", "gap_total", at("region total", postGap)},
	}
}

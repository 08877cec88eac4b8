package desk

// peersPage is where the post stands among others.
func (w pager) peersPage(p *Page) { p.Sentence = w.word("desk.peers.no_country") }

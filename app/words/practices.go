package words

// Practice is what a practice is called; one of a later catalogue keeps its id.
func (r Reader) Practice(id string) string {
	if key := "practice." + id + ".name"; r.Has(key) {
		return r.Say(key, nil)
	}
	return id
}

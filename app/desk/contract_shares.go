package desk

// Sharers are the funding packages that may be asked for the project's costs together.
type Sharers struct {
	Packages []Sharer `json:"packages"`
	Shared   bool     `json:"shared"` // the plan shares its costs already
}

// Sharer is one package of the plan.
type Sharer struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Order  int    `json:"order"`  // in which it is asked, from 1; 0: it does not share
	Barred string `json:"barred"` // why it cannot be asked at all; empty: it can
}

// ShareCostsRequest asks how some packages share the costs, those that come first being asked
// for the most; none: one package alone is asked again.
type ShareCostsRequest struct {
	Language string   `json:"language"`
	Scenario string   `json:"scenario"`
	Packages []string `json:"packages"`
}

// SharedCosts is the plan with the shares that were found, and what there is to say of them.
type SharedCosts struct {
	Sentence string   `json:"sentence"` // what is left to the post
	Reasons  []string `json:"reasons"`  // who cannot be asked, and which rules leave it
	View     View     `json:"view"`
}

// The methods of shared costs, all of Desk:
//
//	Sharers(Reading) (Sharers, error)
//	ShareCosts(ShareCostsRequest) (SharedCosts, error)

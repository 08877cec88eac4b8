package plan

// Assessment is how a post judged its own practices on one day. A plan may hold several:
// what changed between two of them is told by package readiness.
type Assessment struct {
	ID     string          `json:"id"`
	Name   string          `json:"name"`
	Date   string          `json:"date"` // ISO 8601, a day
	Who    string          `json:"who"`  // who judged
	Note   string          `json:"note"`
	Levels []PracticeLevel `json:"levels"`
	Extra  Extra           `json:"-"`
}

// PracticeLevel is one practice of an assessment. A level counts only if evidence can be
// named; level 0 needs none.
type PracticeLevel struct {
	Practice string `json:"practice"` // id in the shipped catalogue; one of a later catalogue is kept
	Level    *int   `json:"level"`    // 0 to MaxLevel; nil: not judged
	Target   *int   `json:"target"`   // the level to reach; nil: none set
	Evidence string `json:"evidence"` // what proves the level, in the post's own words
	Date     string `json:"date"`     // of the evidence, where it is not the assessment's
	Extra    Extra  `json:"-"`
}

// MaxLevel is the highest level of a practice.
const MaxLevel = 4

// Practices are the ids of the shipped catalogue, by number (datasets.LoadPractices
// refuses a catalogue that says otherwise). An id that is not among them may come from a
// later catalogue: it is kept and warned of.
var Practices = []string{
	"encrypted-site", "mail-domains", "domain-names", "sharing", "aware-staff", "aware-customers",
	"role-skills", "responsible-officer", "policies", "risk-register", "asset-list", "secure-settings",
	"updates", "accounts", "strong-sign-in", "admin-rights", "tested-backups", "device-defence",
	"logs-watched", "incident-exercises", "postal-continuity", "networks-sites", "suppliers", "payments-data",
}

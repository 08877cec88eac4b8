package desk

// Benchmarks are the packs that known coordinators have signed, and the coordinators'
// keys. They belong to this computer, not to a plan.
type Benchmarks struct {
	Packs []BenchmarkPack  `json:"packs"`
	Keys  []CoordinatorKey `json:"keys"`
	Idle  string           `json:"idle"` // that packs lie here which nobody known vouches for; empty: none
}

// BenchmarkPack is one release of group figures.
type BenchmarkPack struct {
	ID     string   `json:"id"`
	Text   string   `json:"text"`   // what it is, its day, how many figures
	Signer string   `json:"signer"` // fingerprint
	Made   string   `json:"made"`
	Old    bool     `json:"old"`   // more than three years
	Notes  []string `json:"notes"` // what must be said wherever it is used
}

// CoordinatorKey is a key that packs are known by.
type CoordinatorKey struct {
	Fingerprint string `json:"fingerprint"`
	Made        string `json:"made"`
}

// BenchmarkRequest is a file that came up through the browser.
type BenchmarkRequest struct {
	Language string `json:"language"`
	Base64   string `json:"base64"`
}

// DropRequest names a pack by its id, or a key by its fingerprint.
type DropRequest struct {
	Language string `json:"language"`
	ID       string `json:"id"`
}

// Sharing is what would leave of the open plan in a contribution, and to whom.
type Sharing struct {
	ID          string        `json:"id"`          // of the contribution shown, for Share; empty: nothing can be given
	Lines       []SharingLine `json:"lines"`       // every value, as it stands in the file
	Left        []SharingLine `json:"left"`        // what stays at home, Value saying why
	Empty       string        `json:"empty"`       // why nothing can be given, with the remedy
	Fingerprint string        `json:"fingerprint"` // of the coordinator's key; empty: none is chosen
	Made        string        `json:"made"`        // its day, in words
}

// SharingLine is one value that would leave.
type SharingLine struct {
	Name  string `json:"name"`
	Value string `json:"value"`
	Note  string `json:"note"` // of which years, how well known, whether coarsened
}

// ShareRequest agrees to what was shown under an id.
type ShareRequest struct {
	Language string `json:"language"`
	Scenario string `json:"scenario"`
	ID       string `json:"id"`
}

// Shared is the sealed file, and its check code for the coordinator.
type Shared struct {
	Chosen bool   `json:"chosen"` // false: the reader closed the dialog
	Name   string `json:"name"`
	Folder string `json:"folder"`
	Base64 string `json:"base64"` // browser only
	Code   string `json:"code"`
}

// The methods of benchmarks, all of Desk:
//
//	Benchmarks(Reading) (Benchmarks, error)
//	LoadBenchmark(Reading) (Benchmarks, error)           window only: asks for a pack or a coordinator's key
//	TakeBenchmark(BenchmarkRequest) (Benchmarks, error)  faults of app/exchange: pack_forged, pack_unknown …
//	DropBenchmark(DropRequest) (Benchmarks, error)
//	Sharing(Reading) (Sharing, error)                    the same until the plan changes
//	SharingKey(BenchmarkRequest) (Sharing, error)        a coordinator's key that came up through the browser
//	SharingKeyDialog(Reading) (Sharing, error)           window only: asks for the coordinator's key
//	Share(ShareRequest) (Shared, error)                  faults: sharing_changed, sharing_key

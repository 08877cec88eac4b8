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

// The methods of benchmarks, all of Desk:
//
//	Benchmarks(Reading) (Benchmarks, error)
//	LoadBenchmark(Reading) (Benchmarks, error)           window only: asks for a pack or a coordinator's key
//	TakeBenchmark(BenchmarkRequest) (Benchmarks, error)  faults of app/exchange: pack_forged, pack_unknown …
//	DropBenchmark(DropRequest) (Benchmarks, error)

package datasets

import "sync"

// ShippedMeasures is LoadMeasures, read when it is first asked for and kept for all. It
// is only read.
func ShippedMeasures() (*Measures, error) { return shippedMeasures() }

// ShippedPractices is LoadPractices over ShippedMeasures, kept likewise.
func ShippedPractices() (*Practices, error) { return shippedPractices() }

var (
	shippedMeasures  = sync.OnceValues(LoadMeasures)
	shippedPractices = sync.OnceValues(func() (*Practices, error) {
		measures, err := shippedMeasures()
		if err != nil {
			return nil, err
		}
		return LoadPractices(measures)
	})
)

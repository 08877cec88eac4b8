package datasets

import (
	"fmt"
	"strings"
)

// SampleNames lists the sample plans. All are marked illustrative: they describe
// no real post.
func SampleNames() []string { return []string{"vanuatu", "senegal", "timor-leste"} }

// Sample gives a sample plan's document. The error names the samples there are.
func Sample(name string) ([]byte, error) {
	data, err := sampleFiles.ReadFile("samples/" + name + ".outrigger")
	if err != nil {
		return nil, fmt.Errorf("there is no sample %q; there are %s", name, strings.Join(SampleNames(), ", "))
	}
	return data, nil
}

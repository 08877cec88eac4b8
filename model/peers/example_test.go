package peers_test

import (
	"fmt"

	"outrigger/model/peers"
)

// Two posts of the subregion state a figure, too few; so the post is compared with the
// islands, and the answer says so.
func ExampleStand() {
	island := func(subregion string) []peers.Trait {
		return []peers.Trait{{Kind: peers.ByStatus, Value: "SIDS"}, {Kind: peers.BySubregion, Value: subregion}}
	}
	values := []peers.Value{
		{ID: "own", Traits: island("Melanesia"), Year: 2025, Figure: 3},
		{ID: "a", Traits: island("Melanesia"), Year: 2025, Figure: 9},
		{ID: "b", Traits: island("Polynesia"), Year: 2025, Figure: 7},
		{ID: "c", Traits: island("Caribbean"), Year: 2024, Figure: 5},
		{ID: "d", Traits: island("Caribbean"), Year: 2025, Figure: 8},
		{ID: "e", Year: 2025, Figure: 40},
	}
	s := peers.Stand("own", values, island("Melanesia"), peers.Asking{})
	for _, t := range s.Tried {
		fmt.Println(t.Group, t.N)
	}
	fmt.Println("median", s.Median, "own", *s.Own, "rank", s.Rank, "years", s.First, "to", s.Last)
	fmt.Printf("median of such posts: %v to %v, %.2f %% sure\n", s.MedianAround.Low, s.MedianAround.High, 100*s.MedianAround.Coverage)
	// Output:
	// [{status SIDS} {subregion Melanesia}] 2
	// [{status SIDS}] 5
	// median 7 own 3 rank 0.1 years 2024 to 2025
	// median of such posts: 3 to 9, 93.75 % sure
}

package words_test

import (
	"fmt"

	"outrigger/app/words"
)

func Example() {
	catalogue, err := words.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	in := catalogue.In("es")
	fmt.Println(in.Say("common.yes", nil), in.NumberText("1234567.5", 2), in.Plural("common.count.months", 3, nil), in.Country("VUT"))
	// Output: Sí 1.234.567,50 3 meses Vanuatu
}

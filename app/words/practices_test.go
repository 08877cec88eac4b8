package words

import "testing"

func TestAPracticeIsCalledByItsNameAndALaterOneByItsID(t *testing.T) {
	catalogue, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{"updates": "Correctifs", "quantum-mail": "quantum-mail"} {
		if got := catalogue.In("fr").Practice(id); got != want {
			t.Errorf("%s is called %q, want %q", id, got, want)
		}
	}
}

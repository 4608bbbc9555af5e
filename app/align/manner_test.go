package align

import "testing"

func TestManner(t *testing.T) {
	const plain = "The brewery cut jobs in Devon last year."
	for _, c := range []struct {
		text                 string
		comparing, reporting float64
	}{
		{"The brewery cut jobs in Devon and Leeds last year.", 0, 0},
		{"No brewery cut as many jobs as the one in Devon last year.", 1, 0},
		{"The brewery cut jobs in Devon sooner than others did last year.", 1, 0},
		{"The brewery cut more than 200 jobs in Devon last year.", 0, 0},
		{"The brewery cut more than a dozen jobs in Devon last year.", 0, 0},
		{"The brewery cut jobs in Devon last year, twice as many as it had made before.", 0, 0},
		{"The brewery cut jobs in Devon last year, a spokeswoman said.", 0, 1},
		{"The brewery cut jobs in Devon last year, but “they said” is all one hears.", 0, 0},
	} {
		a, b := []string{plain, filler[0]}, []string{c.text, filler[1]}
		if got := feature(t, "one comparing", a, b); got != c.comparing {
			t.Errorf("%q: comparing %v, want %v", c.text, got, c.comparing)
		}
		if got := feature(t, "one reporting", a, b); got != c.reporting {
			t.Errorf("%q: reporting %v, want %v", c.text, got, c.reporting)
		}
	}
}

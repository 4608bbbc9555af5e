package align

// String returns the kind's name as the analysis JSON has it.
func (k Kind) String() string {
	return [...]string{"verbatim", "edited", "reworded"}[k]
}

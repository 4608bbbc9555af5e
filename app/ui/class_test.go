package ui

// classAddresses are addresses of a lesson: each kind of page of it.
func classAddresses(root Address) []string {
	var all []string
	for _, mode := range []Mode{Teach, Handout, AnswerKey} {
		all = append(all, root.class(mode, 0).String())
	}
	for n := range 14 {
		all = append(all, root.class(Pupil, n).String())
		for _, step := range []int{0, 1, 3, 99} {
			slide := root.class(Project, n)
			slide.Plan.Step = step
			all = append(all, slide.String())
		}
	}
	return all
}

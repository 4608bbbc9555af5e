package ui

// guide is what a teacher should know, by heading. A list of one sentence is a
// paragraph; of several, a list, numbered where it is a plan.
var guide = [...]struct {
	heading string
	plan    bool
	lines   []string
}{
	{say("class.aim-and-age"), false, []string{
		say("class.pupils-find-out-that"),
	}},
	{say("class.in-20-minutes"), true, []string{
		say("class.ask-what-an-agency"),
		say("class.project-two-or-three"),
		say("class.pick-one-change-and"),
		say("class.each-pupil-writes-down"),
	}},
	{say("class.in-45-minutes"), true, []string{
		say("class.begin-as-above-with"),
		say("class.pupils-answer-the-rest"),
		say("class.go-through-the-answers"),
		say("class.write-it-yourself-compare"),
		say("class.close-with-one-of"),
	}},
	{say("class.to-discuss"), false, []string{
		say("class.which-of-the-changes"),
		say("class.what-can-be-a"),
		say("class.if-four-outlets-have"),
		say("class.how-would-you-find"),
	}},
	{say("class.what-not-to-conclude"), false, []string{
		say("class.the-texts-show-that"),
		say("class.to-run-agency-copy"),
		say("class.the-text-that-others"),
		say("class.a-short-or-changed"),
		say("class.what-one-story-shows"),
	}},
}

// guidance writes what a teacher should know.
func guidance(m *markup) {
	m.open("section", "class", "guide", "id", "guide", "aria-label", say("class.guidance"))
	for _, g := range guide {
		m.put("h2", g.heading)
		if len(g.lines) == 1 {
			m.put("p", g.lines[0])
			continue
		}
		tag := "ul"
		if g.plan {
			tag = "ol"
		}
		m.open(tag)
		for _, line := range g.lines {
			m.put("li", line)
		}
		m.close(tag)
	}
	m.close("section")
}

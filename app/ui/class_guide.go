package ui

// guide is what a teacher should know, by heading. A list of one sentence is a
// paragraph; of several, a list, numbered where it is a plan.
var guide = [...]struct {
	heading string
	plan    bool
	lines   []string
}{
	{"Aim and age", false, []string{
		"Pupils find out that outlets print the same agency copy in different words, and learn to look at the words themselves: what was left out, put in or changed, and where a text comes from. For pupils from about twelve. They need no account and give no name.",
	}},
	{"In 20 minutes", true, []string{
		"Ask what an agency is, and who has read the same news in two places (3 minutes).",
		"Project two or three easy questions of different kinds. The class votes or calls out, then you reveal step by step (10 minutes).",
		"Pick one change and talk about it: what does the reader learn from one text and not from the other? (5 minutes)",
		"Each pupil writes down one thing to look for in tomorrow’s news (2 minutes).",
	}},
	{"In 45 minutes", true, []string{
		"Begin as above, with one question for all (7 minutes).",
		"Pupils answer the rest alone or in pairs, on their phones or on the handout (18 minutes).",
		"Go through the answers on the projector. Let those explain who found them (12 minutes).",
		"“Write it yourself”: compare what the class wrote with what the outlets wrote (5 minutes).",
		"Close with one of the questions below (3 minutes).",
	}},
	{"To discuss", false, []string{
		"Which of the changes changes what a reader believes has happened?",
		"What can be a reason to shorten a text? To change a word in it?",
		"If four outlets have the same sentence, are there four sources for it?",
		"How would you find out what somebody really said?",
	}},
	{"What not to conclude", false, []string{
		"The texts show that they differ, never why. Don’t let the class guess at motives.",
		"To run agency copy is no plagiarism: outlets pay for it.",
		"The text that others are compared with is not the true one, nor the first one.",
		"A short or changed quotation isn’t a false one. What was said isn’t known from these texts.",
		"What one story shows of an outlet says nothing about its other articles.",
	}},
}

// guidance writes what a teacher should know.
func guidance(m *markup) {
	m.open("section", "class", "guide", "id", "guide", "aria-label", "Guidance")
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

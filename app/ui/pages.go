package ui

import (
	"samewire/app/analysis"
	"samewire/app/story"
)

// Site returns the addresses of the views that stand beside the stories.
func Site() []Address {
	var all []Address
	for _, place := range []Place{Library, Help, Settings, New, Open} {
		all = append(all, Address{Place: place, Base: None})
	}
	// The frame for a story file of another site.
	return append(all, Address{Place: Overview, Story: story.Handed, Base: None, Embed: true})
}

// Pages returns the addresses of the views of a story without what readers choose
// inside of one: at most so many, and how many are left out. Comparisons of two
// articles come last, since it's they whose number grows with its square.
func Pages(a *analysis.Analysis, most int) (all []Address, left int) {
	root := Address{Place: Overview, Story: a.Story.ID, Base: None}
	all = append(all, root)
	for _, place := range []Place{Passages, Common, Quotations, Figures, Credits, Search, Share, Widget, Class} {
		all = append(all, root.list(place))
	}
	for i := range a.Documents {
		all = append(all, root.read(i, 0))
	}
	for _, p := range a.Passages {
		all = append(all, root.passage(p.ID))
	}
	for i := range a.Documents {
		for j := range a.Documents {
			if i != j {
				all = append(all, root.compare(i, j))
			}
		}
	}
	left = max(0, len(all)-most)
	return all[:len(all)-left], left
}

// Files returns what readers can take away from a story and from some of its
// views.
func Files(pages []Address) []File {
	var all []File
	for _, a := range pages {
		switch a.Place {
		case Overview:
			for _, name := range []string{jsonFile, storyFile, drawingFile, imageFile, cardFile} {
				all = append(all, File{a, name})
			}
			for _, table := range analysis.Tables() {
				all = append(all, File{a, table + csvExt})
			}
		case Compare, Passage:
			all = append(all, File{Address: a})
		}
	}
	return all
}

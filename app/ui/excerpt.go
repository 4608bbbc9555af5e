package ui

import (
	"strings"

	"samewire/app/analysis"
	"samewire/app/story"
)

// gap stands where an excerpt leaves sentences out.
const gap = "[…]"

// Excerpts returns a story of the same articles in which of each article only
// the sentences of passages stand, with one sentence before and after them.
// What is left out is marked. An article that has no passage is reduced to the
// mark. What they are, a sentence, is put behind the story's note.
func Excerpts(a *analysis.Analysis, note string) *story.Story {
	s := *a.Story
	s.Excerpts = true
	s.Note = strings.TrimSpace(s.Note + " " + note)
	s.Articles = nil
	for i, article := range a.Story.Articles {
		article.Text = excerpt(a, i)
		s.Articles = append(s.Articles, article)
	}
	return &s
}

func excerpt(a *analysis.Analysis, i int) string {
	doc := a.Documents[i]
	shown := a.Kept(i)
	var paragraphs []string
	for _, p := range doc.Paragraphs {
		var b strings.Builder
		for n, s := range doc.Sentences {
			switch {
			case s.Overlap(p.Span) == 0:
			case !shown[n]:
				if !strings.HasSuffix(b.String(), gap) {
					b.WriteString(" " + gap)
				}
			default:
				b.WriteString(" " + strings.Join(strings.Fields(s.Of(doc.Source)), " "))
			}
		}
		text := strings.TrimSpace(b.String())
		if text != "" && (text != gap || len(paragraphs) == 0 || paragraphs[len(paragraphs)-1] != gap) {
			paragraphs = append(paragraphs, text)
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// isOut tells whether something of a text is left out of an excerpt.
func isOut(s string) bool { return strings.Contains(s, story.Filler) }

// tellOut says in the place of filler how many words are left out. Whatever
// shows a text does it by way of a [markup], which calls this.
func tellOut(s string) string {
	if !isOut(s) {
		return s
	}
	var b strings.Builder
	for isOut(s) {
		start := strings.Index(s, story.Filler)
		end := start + len(s[start:]) - len(strings.TrimLeft(s[start:], story.Filler+" \n!?"))
		out := s[start:end]
		b.WriteString(s[:start] + "[" + outWords(out) + "]")
		s = out[len(strings.TrimRight(out, " \n")):] + s[end:]
	}
	return b.String() + s
}

// outWords says how many words of filler there are.
func outWords(filler string) string {
	return say("excerpt.of-their-own", "count", wordTally(countOut(filler)))
}

func countOut(filler string) int {
	return len(strings.FieldsFunc(filler, func(r rune) bool { return strings.ContainsRune(" \n!?", r) }))
}

// isAllOut tells whether nothing of a text is left but filler.
func isAllOut(s string) bool { return isOut(s) && strings.Trim(s, story.Filler+" \n!?") == "" }

// outParagraph stands for paragraphs of the article that are left out whole, and
// leads to where they can be read.
func (d *desk) outParagraph(filler string) []Block {
	if filler == "" {
		return nil
	}
	var m markup
	m.open("p", "class", "out").text("[" + outWords(filler) + "]")
	if link := d.Analysis.Story.Articles[d.Article].Link; link != "" {
		m.text(" ").put("a", say("excerpt.read-the-original"), "href", link, "rel", "external noopener", "target", "_blank")
	}
	return []Block{m.close("p").block()}
}

// originals leads to the articles as their outlets have them.
func (d *desk) originals() []Block {
	var m markup
	for i, a := range d.Analysis.Story.Articles {
		if a.Link != "" {
			m.open("li").open("a", "href", a.Link, "rel", "external noopener", "target", "_blank")
			d.outlet(&m, i)
			m.close("a", "li")
		}
	}
	if m.b.Len() == 0 {
		return nil
	}
	var nav markup
	nav.open("nav", "class", "originals", "aria-labelledby", "originals").put("h2", say("excerpt.the-originals"), "id", "originals")
	if d.Analysis.Story.Excerpts {
		nav.put("p", say("excerpt.what-stands-here-are"), "class", "note")
	}
	return []Block{nav.open("ul").raw(&m).close("ul", "nav").block()}
}

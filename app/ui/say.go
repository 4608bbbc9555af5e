package ui

import "samewire/app/words"

// say returns a text that stands for a message of package words, in the language
// in which the view will be told.
func say(key string, with ...string) string { return words.Say(key, with...) }

// count writes a number and what is counted, by the key of a message: small
// numbers as words.
func count(n int, key string) string { return say(key, "n", numeral(n)) }

func numeral(n int) string { return words.Numeral(n) }

// grouped writes a number with its thousands apart.
func grouped(n int) string { return words.Number(n) }

// percent writes a share as whole percents, "under 1%" for what rounds to
// nothing but isn't.
func percent(share float64) string {
	n := int(share*100 + 0.5)
	if n == 0 && share > 0 {
		return say("percent.under")
	}
	return say("percent", "n", words.Number(n))
}

// capital makes the first letter of a text a capital one.
func capital(s string) string { return words.Capital(s) }

// say writes a message whose gaps are markup.
func (m *markup) say(key string, with ...string) *markup {
	m.b.WriteString(words.Say(key, with...))
	return m
}

// in writes markup for a gap of a message.
func in(write func(m *markup)) string {
	var m markup
	write(&m)
	return m.b.String()
}

// el returns an element that holds text alone, for a gap of a message.
func el(tag, text string, attrs ...string) string {
	return in(func(m *markup) { m.put(tag, text, attrs...) })
}

// bdi is [el] for text that may run in either direction.
func bdi(text string) string { return el("bdi", text) }

// Language returns the language that the view is told in.
func (v View) Language() words.Language {
	if v.Words == nil {
		return words.Languages[0]
	}
	return v.Words.Language
}

// told returns a view in the words of its language. It calls turn now and then,
// for others to have a turn.
func (v View) told(turn func()) View {
	t := v.Words
	v.Title, v.Description, v.CardText = t.Tell(v.Title), t.Tell(v.Description), t.Tell(v.CardText)
	v.Blocks = toldBlocks(t, v.Blocks, turn)
	return v
}

func toldBlocks(t *words.Table, blocks []Block, turn func()) []Block {
	all := make([]Block, len(blocks))
	for i, b := range blocks {
		b.HTML = t.TellInTurns(b.HTML, turn)
		b.Attrs = append([]string(nil), b.Attrs...)
		for j := 1; j < len(b.Attrs); j += 2 {
			b.Attrs[j] = t.Tell(b.Attrs[j])
		}
		b.Inner = toldBlocks(t, b.Inner, turn)
		all[i] = b
	}
	return all
}

// textNamed is what a text of a question is called.
func textNamed(letter string) string { return say("source.text", "x", letter) }

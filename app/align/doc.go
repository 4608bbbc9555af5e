// Package align finds the copy that two articles share.
//
// In come the articles of a story, cut into sentences and words; out come
// matches: pairs of spans, one in each of two articles, that say the same,
// whether in the same words or in others. Inside a match, [LinkWords] tells
// which word became which, and [Classify] how near the two wordings are.
//
//	articles          terms, weights         index           first pass
//	┌──────────┐      ┌───────────────┐      ┌────────┐      ┌──────────┐
//	│ sentences│ ──▶  │ stem, number, │ ──▶  │ term → │ ──▶  │ pair by  │
//	│ words    │      │ name damping  │      │ places │      │ itself   │
//	└──────────┘      └───────────────┘      └────────┘      └────┬─────┘
//	                                                              ▼
//	matches           threshold,             prior of         second, third
//	┌──────────┐      ┌───────────────┐      ┌────────┐      ┌──────────┐
//	│ spans,   │ ◀──  │ long runs     │ ◀──  │ the two│ ◀──  │ pair and │
//	│ kinds    │      │ elsewhere     │      │articles│      │ its near │
//	└──────────┘      └───────────────┘      └────────┘      └──────────┘
//
// Terms. A sentence is taken as a bag of terms: stems, amounts in one spelling
// ("$8.5 billion" is "8.5bn"), verbs with their particles. Datelines,
// signatures and the phrases of publishing systems say nothing (mute.go). A
// term weighs the more, the rarer it is in the news and in this story; titles,
// weekdays and small numbers weigh little, and a name of several words hardly
// more than its rarest word, so that shared names don't pass for shared copy.
//
// Candidates. An inverted index gives the sentences of later articles that
// share enough weight with a sentence, paraphrases counted at a discount and
// synonyms of the dictionary at half of theirs. All pairs of sentences are never
// looked at. Sentences that share no more than two names, dates and titles are
// no candidates, nor are two quotations that have hardly a word in common.
//
// First pass. Each candidate gets a probability from what the two sentences show
// by themselves: how far each is covered by the other, against its rivals; how
// alike their beginnings are, for news writing says first what a sentence is
// about; terms that neither article has in any other sentence; shared runs of
// words; quotations; whether only one of them compares, or says who said it; how
// far apart the two stand in their articles. A term that both have in the same
// word stands for no other. Position is evidence, no wall: moved copy is found
// too. A sentence that its article repeats (a caption, a teaser) is no rival of
// itself. The probability is a logistic regression (score.go).
//
// Second and third pass. Another regression looks at that probability and at
// those of the pairs around it: the next and the previous sentence in both
// articles, rivals in either, any third article that is like both, and any
// other sentence of the same article that tells the same once more
// (context.go, kin.go). A third looks at all that again, at what the second
// found: evidence has spread one pair further.
//
// Prior. Between two articles that share next to nothing the same likeness
// means less; so the probabilities of each two articles are adjusted to how
// much they have in common (prior.go).
//
// What comes out above the threshold is a match of two sentences, each without
// long clauses at its ends of which the other has no term (clause.go); one
// sentence may have several, where an outlet split or merged it. A long run of
// the same words in two sentences that are not alike as wholes is a match by
// itself, with exactly its span (run.go).
//
// Languages. Sentences and words are cut in any script, and copy that is near
// verbatim is found in any. The background tables know English alone; so in
// articles in other languages nothing else is looked for (language.go).
//
// The weights are learnt from labelled stories by "go run ./app/bench fit",
// which leaves out each story in turn to tell how well they do on one they
// haven't seen; the threshold is chosen on stories left out a second time,
// inside of those. What each feature gains stands beside its weight in
// weights.go. Words of a match that nothing else links are linked where another
// regression finds it likely, learnt by "go run ./app/bench fitwords"
// (link_rest.go). The background tables are described in lexicon/README.md.
//
// Everything is deterministic: no random choice, no clock, no order of a map.
// Probabilities are rounded before they are compared, and products are
// converted explicitly, so that no compiler fuses them: the server and the
// browser find the same matches.
//
// Sources: name damping and the passes were worked out for this project.
// The weights of terms follow Spärck Jones 1972; one sentence against several
// follows Gale and Church 1993; third articles, the transitivity used by
// Barzilay and Lee 2003; word links, Sultan, Bethard and Sumner 2014; the
// prior, Saerens, Latinne and Decaestecker 2002; stems, Porter 1980.
package align

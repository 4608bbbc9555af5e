// Package ledger lists what the articles of a story quote, count and credit.
//
// In come the documents of all articles and the passages that they share; out
// come three lists, each entry with the article and the byte spans that it
// stands on, and what the comparison of the outlets shows about it. Nothing is
// claimed that the texts don't show: where the evidence is thin, an entry
// stands without a speaker or without a comparison. All is done by rules over
// closed classes of words, punctuation and capitals: they are a few kilobytes,
// say why, and need no model of the language.
//
// # Quotations
//
// Quotation marks are paired paragraph by paragraph, so that one without its
// partner does no harm beyond its paragraph; a paragraph that begins with a
// mark goes on with a quotation left open. Apostrophes and inches are told from
// marks by what stands around them. What stands between marks is somebody's
// words if the sentence says so, or if it is long; titles, names and single
// words that the writer keeps away from are left out.
//
// The nearest verb of saying in the sentence (the cue) tells how it was said,
// and its subject who said it. A pronoun is given the name of the last person
// whom the text leads with, if nobody else can be meant.
//
// Quotations of the same words are found with an index of runs of three words,
// longest first, each compared with the few groups that share most runs, so
// that the time stays near linear. Two wordings are aligned word by word. The
// member that most others agree with is the base of its group. A passage that
// holds a quotation in one reading, and most of its content words outside marks
// in another, shows a quotation whose marks were dropped, or that was turned
// into indirect speech. Linking all passages' words is dear, so only those
// readings are looked at.
//
// # Figures and credits
//
// See [Figures] and [Credits].
package ledger

// Package words has all words of the interface, in each of its languages.
//
// The words are in files, one a language: en.txt, de.txt, fr.txt, es.txt. A line
// is a message: its key, " = " and its text, whole sentences with gaps in braces,
// which a translation may put in another order.
//
// Code names a message by [Say], which returns a text that stands for it. Such a
// text goes through the program as any other does, into markup, gaps of other
// messages and caches; only when a page is done is it put into the words of its
// reader's language, by [Table.Tell]. So views are made without knowing the
// language, and are worked out once for all of them.
//
// To add a message, add a line to each of the files and say
//
//	words.Say("read.title", "outlet", name, "n", words.Number(7))
//
// A message about {n} things stands in a file a second time with ".one" behind
// its key, for the numbers that the language treats as one, and may do so with
// ".none" for zero. Tests find messages that are missing, not used, or have other
// gaps than in English. Where a language fits a small word to what follows, as
// French does with "de", [Table.Tell] sees to it.
//
// To add a language, add its file, and a line to [Languages].
package words

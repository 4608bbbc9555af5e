// Package lesson makes a lesson for a class from the analysis of a story.
//
// In comes an analysis and a seed; out comes a [Lesson]: questions of six kinds
// with the texts they are about, their answers and what to say on revealing
// them. It is a pure function of both: a whole class that has the story and the
// seed has the same lesson, byte for byte, on every machine.
//
// # No trick questions
//
// A question is only asked where the texts leave one answer. So the thresholds
// here are stricter than those of the analysis, and whole classes of findings
// are passed over:
//
//   - Only texts of two outlets are compared: two versions by one are no two ways
//     of telling it.
//   - Words that changed are asked for only where one alignment alone keeps the
//     most words, and where it is the one that the differences are shown by.
//     Words that differ in spelling alone count neither way ([Answer].Free).
//   - Two sentences are called the same where they cover each other, and
//     different where each has a counterpart of its own elsewhere in the other's
//     article.
//   - Quotations are compared again word by word; partial and mixed ones are
//     left out.
//   - "More than 500" beside "500" is left out: it can be argued both ways.
//   - A credit is asked for only among sentences that name no other source.
//
// What remains may be little in a short story; a lesson then has fewer
// questions, or none of a kind.
//
// # Hidden and revealed
//
// Texts of a question have letters from the end of the alphabet, dealt by the
// seed, that say nothing of who printed them; a text that names its own outlet
// isn't used. Which article a text is of and everything in [Answer] is for the
// reveal.
//
// All sentences are messages: a key and what fills its gaps. The table of a
// language puts them into words; see [Table].
package lesson

// Package edit tells what turns one reading into another, word by word.
//
// In come two strings, a base and a reading of the same passage; out comes a
// [Script] of steps, each a span of the base and the span of the reading that
// it became. A script covers both texts byte for byte, so that a view can set
// either of them, or both, from it, and a [Patch] made from it rebuilds one
// from the other.
//
// # How it is done
//
// Both texts are cut into words (package text) and signs that are read aloud,
// such as $ and %. Two words are the same when their folded spellings are:
// "The" is "the", "we’ve" is "we've". Every distinct word becomes one rune, and
// the shortest edit script between the two strings of runes is found with the
// algorithm of E. W. Myers, "An O(ND) Difference Algorithm and Its Variations"
// (Algorithmica 1, 1986), as implemented by github.com/sergi/go-diff. It looks
// for the path through the edit graph that takes the most diagonals. A step to
// the right deletes a word of the base, a step down inserts one of the reading,
// a diagonal keeps a word; where the path leaves the diagonals is a hunk:
//
//	          The   firm   cut    jobs   in     May
//	        ·──────·──────·──────·──────·──────·──────·
//	        │ ╲    │      │      │      │      │      │
//	    the │   ╲  │      │      │      │      │      │
//	        ·──────┏━━━━━━┓──────·──────·──────·──────·
//	        │      │      ┃      │      │      │      │
//	company │      │      ┃      │      │      │      │    firm → company
//	        ·──────·──────┗──────·──────·──────·──────·
//	        │      │      │ ╲    │      │      │      │
//	    cut │      │      │   ╲  │      │      │      │
//	        ·──────·──────·──────┓──────·──────·──────·
//	        │      │      │      ┃      │      │      │
//	   many │      │      │      ┃      │      │      │    + many
//	        ·──────·──────·──────┗──────·──────·──────·
//	        │      │      │      │ ╲    │      │      │
//	   jobs │      │      │      │   ╲  │      │      │    − in May
//	        ·──────·──────·──────·──────┗━━━━━━━━━━━━━·
//
// The shortest script is not yet one to read. The hunks are then tidied, on
// words. An insertion or a deletion that could stand in several places is moved
// up to a neighbour, or else to where a phrase begins or ends ("the dog and" is
// inserted, not "dog and the"). One or two stop words stranded between long
// replacements join them. A replacement of several words is divided into pairs
// where the word links of package align tell what stands for what. And where two thirds or more of the words changed,
// the texts become two blocks, in which only longer runs in common are still
// kept: three words at the start or the end, five elsewhere, so that a
// quotation of some length stays whole. The clean-up passes of
// go-diff itself are not used: they count bytes as runes, give other scripts
// for other numberings of the same words, and know nothing of words.
//
// Last, the punctuation and white space between words is given out. A replaced
// stretch runs from the first letter of its first word to the last letter of
// its last; what stands around it belongs to the words that were kept. An
// inserted or deleted stretch takes along what keeps the bytes around it equal
// in both texts: ", in May," between "jobs" and "at", "in May " between "jobs "
// and "at". Punctuation and capitals that differ between kept words are no
// edits, nor is the kind of quotation mark; see [Edit.SetDifferently]. But a
// quotation mark that only one text has is deleted or inserted.
//
// Words that are deleted in one place and inserted in another, in the same
// order, are marked as moved if they are two or more and not all stop words:
// who said it, before the quotation or after it. See [Edit.Move].
//
// Two texts are always compared in the same order, whichever is the base, so
// that Diff(b, a) is Diff(a, b) turned round. The script depends on the two
// texts only: no clock, no random numbers, no map order.
package edit

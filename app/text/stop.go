package text

// isStop tells whether a folded word is a function word: article, pronoun,
// preposition, conjunction, auxiliary, or a contraction of these.
func isStop(fold string) bool {
	switch fold {
	case "a", "an", "the",
		"i", "me", "my", "mine", "myself", "you", "your", "yours", "yourself", "yourselves", "he", "him", "his", "himself",
		"she", "her", "hers", "herself", "it", "its", "itself", "we", "us", "our", "ours", "ourselves",
		"they", "them", "their", "theirs", "themselves", "this", "that", "these", "those",
		"who", "whom", "whose", "which", "what", "there", "here",
		"about", "above", "across", "after", "against", "along", "among", "around", "as", "at", "before", "behind", "below",
		"between", "beyond", "by", "down", "during", "for", "from", "in", "into", "of", "off", "on", "onto", "out", "over",
		"per", "since", "than", "through", "to", "toward", "towards", "under", "until", "up", "upon", "via", "with", "within",
		"without",
		"and", "but", "or", "nor", "so", "yet", "if", "because", "while", "although", "though", "whether", "when", "where",
		"why", "how", "then", "not", "no", "also", "too", "very", "just", "only", "even", "both", "either", "neither", "each",
		"all", "any", "some", "such", "own", "same", "other", "more", "most",
		"be", "am", "is", "are", "was", "were", "been", "being", "have", "has", "had", "having", "do", "does", "did", "doing",
		"will", "would", "shall", "should", "can", "could", "may", "might", "must",
		"i'm", "i've", "i'd", "i'll", "you're", "you've", "you'd", "you'll", "he's", "he'd", "he'll", "she's", "she'd",
		"she'll", "it's", "it'd", "it'll", "we're", "we've", "we'd", "we'll", "they're", "they've", "they'd", "they'll",
		"that's", "there's", "here's", "what's", "who's", "let's", "isn't", "aren't", "wasn't", "weren't", "hasn't",
		"haven't", "hadn't", "doesn't", "don't", "didn't", "won't", "wouldn't", "can't", "cannot", "couldn't", "shouldn't":
		return true
	}
	return false
}

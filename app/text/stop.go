package text

// isStop tells whether a folded word is a function word: article, pronoun,
// preposition, conjunction, auxiliary, or a contraction of these.
func isStop(fold string) bool { return stops.has(fold) }

const stops wordlist = "a about above across after against all along also although am among an and any are aren't around as at be " +
	"because been before behind being below between beyond both but by can can't cannot could couldn't did didn't " +
	"do does doesn't doing don't down during each either even for from had hadn't has hasn't have haven't having " +
	"he he'd he'll he's her here here's hers herself him himself his how i i'd i'll i'm i've if in into is isn't " +
	"it it'd it'll it's its itself just let's may me might mine more most must my myself neither no nor not of " +
	"off on only onto or other our ours ourselves out over own per same shall she she'd she'll she's should " +
	"shouldn't since so some such than that that's the their theirs them themselves then there there's these they " +
	"they'd they'll they're they've this those though through to too toward towards under until up upon us very " +
	"via was wasn't we we'd we'll we're we've were weren't what what's when where whether which while who who's " +
	"whom whose why will with within without won't would wouldn't yet you you'd you'll you're you've your yours " +
	"yourself yourselves"

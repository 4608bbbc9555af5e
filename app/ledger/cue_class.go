package ledger

import "strings"

// cueClass tells what a word may do in the sentence around a quotation. There
// is no tagger: a few closed classes of words and the capital letters decide.
type cueClass uint16

const (
	cueVerb       cueClass = 1 << iota // says that somebody said something: "told"
	cueParticiple                      // "saying"
	cuePronoun                         // may be the speaker: "he"
	cueTitle                           // stands before a name: "Gov."
	cueHolder                          // ends a noun phrase for a speaker: "spokesman"
	cueSkip                            // may stand between speaker and verb: "also"
	cueBreak                           // begins another clause: "while"
	cuePreposition
	cueDate     // "Tuesday"
	cueBody     // belongs to names of places and bodies, not of persons: "House"
	cuePassive  // makes a participle of the verb after it: "was"
	cueNamed    // what follows is a title, not somebody's words: "headlined"
	cueRelative // "who"
	cueDeterminer
	cueHe  // a man's first name
	cueShe // a woman's first name
)

// cueWords are the words of each class, folded.
var cueWords = [...]struct {
	class cueClass
	words string
}{
	{cueVerb, "said says say told tells wrote writes added adds tweeted retweeted tweets asked asks replied replies responded called " +
		"described describes warned warns argued argues stated declared declares announced noted explained explains " +
		"insisted insists claimed vowed urged testified acknowledged admitted conceded accused alleged asserted boasted " +
		"complained concluded confirmed contended continued cautioned countered criticized criticised cried decried " +
		"denounced denied demanded deemed emphasized emphasised exclaimed hailed joked labeled labelled lamented mocked observed pledged " +
		"posted praised predicted proclaimed promised questioned quipped recalled recounted referred remarked reiterated " +
		"repeated reported retorted revealed ruled shouted slammed speculated stressed suggested summarized taunted " +
		"teased termed thanked threatened touted wondered yelled dubbed branded characterized characterised condemned " +
		"blasted lauded likened affirmed advised assured commented disclosed elaborated maintained opined echoed agreed " +
		"disagreed interjected reasoned mused chided scoffed ranted concurred believes thinks hinted signaled quoted " +
		"spoke speaks dismissed derided ridiculed recalls warns argues insists predicts cautions concedes stresses acknowledges"},
	{cueParticiple, "saying telling writing adding tweeting asking replying calling describing warning arguing stating declaring " +
		"announcing noting explaining insisting claiming vowing urging testifying acknowledging admitting accusing " +
		"alleging asserting boasting complaining concluding criticizing decrying denouncing demanding emphasizing " +
		"joking labeling lamenting mocking pledging posting predicting proclaiming promising quoting remarking " +
		"reiterating repeating responding shouting stressing suggesting touting assuring dubbing branding blasting"},
	{cuePronoun, "he she they we i it"},
	{cueTitle, "president vice prime minister secretary sen senator sens rep representative reps gov governor mayor justice judge chief " +
		"executive officer ceo cfo coo chairman chairwoman chair chairperson speaker leader majority minority whip director general attorney " +
		"ambassador king queen prince princess pope dr mr mrs ms miss professor prof congressman congresswoman lt capt captain gen col " +
		"colonel sgt sergeant cardinal archbishop bishop rev reverend commissioner democrat republican democratic spokesman " +
		"spokeswoman spokesperson adviser advisor counsel manager editor analyst economist sir lord lady dame deputy " +
		"assistant acting interim former premier chancellor candidate administrator superintendent officer commander admiral adm " +
		"major maj lieutenant sheriff councilman councilwoman councilor lawmaker founder associate surgeon " +
		"treasurer rabbi imam pastor father sister brother coach chairperson parliamentarian mp detective inspector"},
	{cueHolder, "president minister secretary senator senators governor governors mayor judge judges justice ceo chairman chairwoman chair speaker leader " +
		"leaders director general attorney ambassador king queen prince pope doctor doctors professor congressman congresswoman captain " +
		"commissioner democrat democrats republican republicans spokesman spokeswoman spokesperson spokesmen spokespeople " +
		"adviser advisers advisor counsel manager editor analyst analysts economist economists candidate candidates nominee lawmaker lawmakers " +
		"official officials lawyer lawyers prosecutor prosecutors investigators police expert experts researcher researchers scientist " +
		"scientists authorities government administration company firm campaign committee board panel court ministry department agency office " +
		"group organization union party network newspaper magazine outlet editorial report statement letter document memo " +
		"email complaint lawsuit ruling order tweet post study source sources person people man woman mother father critics " +
		"supporters activists aide aides diplomat commander coach player founder executive executives chief boss head team " +
		"embassy commission council administrator billionaire mogul star actor author host reporter pontiff premier chancellor " +
		"winner owner resident residents witness witnesses passenger passengers survivor survivors neighbour neighbor neighbours " +
		"neighbors driver pilot teacher nurse farmer tenant parent parents pupil pupils student students volunteer volunteers rescuer rescuers " +
		"family families relative relatives mum dad husband wife widow son daughter brother sister couple friend friends " +
		"colleague colleagues partner partners trader traders strategist strategists airline bank retailer charity hospital " +
		"university museum operator regulator watchdog insurer"},
	{cueSkip, "also later then once earlier previously repeatedly has had have would could will did does not since again just subsequently " +
		"now still even further recently reportedly never often always simply bluntly immediately quickly swiftly flatly famously " +
		"initially finally separately publicly privately jokingly only instead meanwhile however too himself herself themselves " +
		"already actually angrily rather directly explicitly firmly clearly reportedly today yesterday both all first"},
	{cueBreak, "and but or as when while because after before if since until where although though unless whereas so than yet once " +
		"nor whether why how that which who whom whose what"},
	{cuePreposition, "of for at from in with to on behind by during about into over under against among between through within without " +
		"despite amid following per via near like toward towards upon inside outside aboard onboard beside beyond below above across around speaking asked responding according"},
	{cueDate, "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september " +
		"october november december jan feb mar apr jun jul aug sept sep oct nov dec today yesterday"},
	{cueBody, "house senate congress department committee court times post news university inc corp co ltd ministry agency party " +
		"association union bank group company commission council board network tv radio press office street states state " +
		"city county country north south west east new united kingdom republic white supreme national american british " +
		"international foundation institute center centre school college hospital church club league air force army navy " +
		"guard bureau federal airlines party administration campaign journal magazine media coalition capitol hill " +
		"wall security intelligence affairs treasury pentagon kremlin parliament embassy san los las saint st fort " +
		"great organization organisation health district region island islands river valley beach park day week war act bill " +
		"amendment constitution bible time others credit suisse holdings plc airways motors industries insurance museum theatre theater society academy twitter facebook google democrats republicans democratic republican"},
	{cuePassive, "was were been be being is are get got gets"},
	{cueNamed, "titled entitled headlined named nicknamed known book film movie song podcast podcasts show series album novel program programme " +
		"documentary column essay slogan hashtag spelled so dubbed"},
	{cueRelative, "who which that"},
	{cueHe, "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald " +
		"steven stephen paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary " +
		"nicholas eric jonathan larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack " +
		"dennis jerry peter adam henry bernie joe mike jim tom bob bill ben dan chuck mitch rick ted boris vladimir emmanuel"},
	{cueShe, "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley " +
		"kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia amy angela " +
		"kathleen anna ruth brenda pamela nicole katherine samantha christine catherine virginia rachel janet maria " +
		"heather diane julie joyce victoria kelly christina joan evelyn hillary kamala angela theresa monica ursula jane"},
	{cueDeterminer, "the a an one another some his her its their two three several many other both most"},
}

// cueClasses returns the classes of the words that have any.
func cueClasses() map[string]cueClass {
	classes := make(map[string]cueClass, 800)
	for _, c := range cueWords {
		for _, w := range strings.Fields(c.words) {
			classes[w] |= c.class
		}
	}
	return classes
}

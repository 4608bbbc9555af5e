package text

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/porter"
)

// maxStem is the length in bytes above which a run of letters is no English
// word and is left as it is.
const maxStem = 40

// stemmer is the Porter stemmer with a table of irregular forms before it.
type stemmer struct{ env *snowballstem.Env }

func newStemmer() *stemmer { return &stemmer{snowballstem.NewEnv("")} }

// of returns the stem of a folded word. Acronyms lose their dots and numbers
// their commas.
func (s *stemmer) of(fold string) string {
	english := len(fold) <= maxStem
	for i := 0; i < len(fold); i++ {
		switch c := fold[i]; {
		case isASCIILetter(c) || c == '\'':
		case c == '.' && isAcronym(fold):
			return strings.ReplaceAll(fold, ".", "")
		case c == ',' && isDigit(rune(fold[0])):
			return strings.ReplaceAll(fold, ",", "")
		default:
			english = false
		}
	}
	w := strings.TrimSuffix(fold, "'s")
	if !english {
		return w
	}
	if base, ok := irregular[w]; ok {
		w = base
	}
	if len(w) < 3 {
		return w
	}
	s.env.SetCurrent(w)
	porter.Stem(s.env)
	return s.env.Current()
}

// irregular maps irregular verb and noun forms to their base, which the
// stemmer can't find.
var irregular = readForms(`
be am is are was were been being; have has had having; do does did done doing; go goes went gone; say said; make made;
get got gotten; know knew known; think thought; take took taken; see saw seen; come came; find found; give gave given;
tell told; become became; leave left; feel felt; bring brought; begin began begun; keep kept; hold held; write wrote written;
stand stood; hear heard; mean meant; meet met; run ran; pay paid; sit sat; speak spoke spoken; lead led; grow grew grown;
lose lost; fall fell fallen; send sent; build built; understand understood; draw drew drawn; break broke broken; spend spent;
rise rose risen; drive drove driven; buy bought; wear wore worn; choose chose chosen; seek sought; throw threw thrown;
catch caught; deal dealt; win won; fight fought; teach taught; eat ate eaten; sell sold; sing sang sung; lay laid; lie lain;
show shown; fly flew flown; forget forgot forgotten; shake shook shaken; swear swore sworn; strike struck stricken; hang hung;
shoot shot; stick stuck; steal stole stolen; tear tore torn; swim swam swum; sink sank sunk; sleep slept; drink drank drunk;
ring rang rung; ride rode ridden; bear bore borne; blow blew blown; freeze froze frozen; hide hid hidden; shrink shrank shrunk;
sweep swept; swing swung; wake woke woken; withdraw withdrew withdrawn; undergo underwent undergone; undertake undertook undertaken;
overcome overcame; oversee oversaw overseen; foresee foresaw foreseen; mistake mistook mistaken; forgive forgave forgiven;
forbid forbade forbidden; overthrow overthrew overthrown; rebuild rebuilt; withhold withheld; uphold upheld; retell retold;
mislead misled; flee fled; feed fed; bleed bled; breed bred; dig dug; spin spun; spring sprang sprung; cling clung; creep crept;
weep wept; kneel knelt; lend lent; bend bent; light lit; slide slid; speed sped; spit spat; sting stung; strive strove striven;
weave wove woven; bite bitten; beat beaten; arise arose arisen; awake awoke awoken; dwell dwelt; burn burnt; learn learnt;
dream dreamt; leap leapt; spoil spoilt; spill spilt; prove proven; mow mown; sew sewn; sow sown; swell swollen; tread trod trodden;
undo undid undone; redo redid redone; rewrite rewrote rewritten; retake retook retaken; outgrow outgrew outgrown;
partake partook partaken; befall befell befallen; shine shone; fling flung; sling slung; string strung; wring wrung;
die dying; vie vying; tie tying;
man men; woman women; child children; person persons; foot feet; tooth teeth; mouse mice; goose geese; wife wives; knife knives;
wolf wolves; shelf shelves; thief thieves; half halves; calf calves; loaf loaves; self selves; life lives; elf elves; ox oxen;
criterion criteria; phenomenon phenomena; crisis crises; analysis analyses; basis bases; thesis theses; diagnosis diagnoses;
hypothesis hypotheses; medium media; congressman congressmen; congresswoman congresswomen; businessman businessmen;
businesswoman businesswomen; policeman policemen; policewoman policewomen; fireman firemen; spokesman spokesmen;
spokeswoman spokeswomen; lawman lawmen; gunman gunmen; chairman chairmen; craftsman craftsmen; salesman salesmen;
fisherman fishermen; grandchild grandchildren; alumnus alumni; bad worse worst; good better best; far farther further;
`)

// readForms reads entries of a base and its forms, closed by semicolons.
func readForms(table string) map[string]string {
	forms := make(map[string]string, 450)
	for _, entry := range strings.Split(table, ";") {
		words := strings.Fields(entry)
		for i := 1; i < len(words); i++ {
			forms[words[i]] = words[0]
		}
	}
	return forms
}

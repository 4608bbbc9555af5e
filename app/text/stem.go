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
	if w == "" {
		return fold // "ʼs" begins with a letter, of sorts
	}
	if !english {
		return w
	}
	if base, ok := irregular.value(w); ok {
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
const irregular wordlist = "alumni:alumnus am:be analyses:analysis are:be arisen:arise arose:arise ate:eat awoke:awake awoken:awake " +
	"bases:basis beaten:beat became:become been:be befallen:befall befell:befall began:begin begun:begin being:be " +
	"bent:bend best:good better:good bitten:bite bled:bleed blew:blow blown:blow bore:bear borne:bear bought:buy " +
	"bred:breed broke:break broken:break brought:bring built:build burnt:burn businessmen:businessman " +
	"businesswomen:businesswoman calves:calf came:come caught:catch chairmen:chairman children:child chose:choose " +
	"chosen:choose clung:cling congressmen:congressman congresswomen:congresswoman craftsmen:craftsman " +
	"crept:creep crises:crisis criteria:criterion dealt:deal diagnoses:diagnosis did:do does:do doing:do done:do " +
	"drank:drink drawn:draw dreamt:dream drew:draw driven:drive drove:drive drunk:drink dug:dig dwelt:dwell " +
	"dying:die eaten:eat elves:elf fallen:fall farther:far fed:feed feet:foot fell:fall felt:feel firemen:fireman " +
	"fishermen:fisherman fled:flee flew:fly flown:fly flung:fling forbade:forbid forbidden:forbid foresaw:foresee " +
	"foreseen:foresee forgave:forgive forgiven:forgive forgot:forget forgotten:forget fought:fight found:find " +
	"froze:freeze frozen:freeze further:far gave:give geese:goose given:give goes:go gone:go got:get gotten:get " +
	"grandchildren:grandchild grew:grow grown:grow gunmen:gunman had:have halves:half has:have having:have " +
	"heard:hear held:hold hid:hide hidden:hide hung:hang hypotheses:hypothesis is:be kept:keep knelt:kneel " +
	"knew:know knives:knife known:know laid:lay lain:lie lawmen:lawman leapt:leap learnt:learn led:lead " +
	"left:leave lent:lend lit:light lives:life loaves:loaf lost:lose made:make meant:mean media:medium men:man " +
	"met:meet mice:mouse misled:mislead mistaken:mistake mistook:mistake mown:mow outgrew:outgrow " +
	"outgrown:outgrow overcame:overcome oversaw:oversee overseen:oversee overthrew:overthrow overthrown:overthrow " +
	"oxen:ox paid:pay partaken:partake partook:partake persons:person phenomena:phenomenon policemen:policeman " +
	"policewomen:policewoman proven:prove ran:run rang:ring rebuilt:rebuild redid:redo redone:redo retaken:retake " +
	"retold:retell retook:retake rewritten:rewrite rewrote:rewrite ridden:ride risen:rise rode:ride rose:rise " +
	"rung:ring said:say salesmen:salesman sang:sing sank:sink sat:sit saw:see seen:see selves:self sent:send " +
	"sewn:sew shaken:shake shelves:shelf shone:shine shook:shake shot:shoot shown:show shrank:shrink " +
	"shrunk:shrink slept:sleep slid:slide slung:sling sold:sell sought:seek sown:sow spat:spit sped:speed " +
	"spent:spend spilt:spill spoilt:spoil spoke:speak spoken:speak spokesmen:spokesman spokeswomen:spokeswoman " +
	"sprang:spring sprung:spring spun:spin stole:steal stolen:steal stood:stand stricken:strike striven:strive " +
	"strove:strive struck:strike strung:string stuck:stick stung:sting sung:sing sunk:sink swam:swim swept:sweep " +
	"swollen:swell swore:swear sworn:swear swum:swim swung:swing taken:take taught:teach teeth:tooth " +
	"theses:thesis thieves:thief thought:think threw:throw thrown:throw told:tell took:take tore:tear torn:tear " +
	"trod:tread trodden:tread tying:tie undergone:undergo understood:understand undertaken:undertake " +
	"undertook:undertake underwent:undergo undid:undo undone:undo upheld:uphold vying:vie was:be went:go " +
	"wept:weep were:be withdrawn:withdraw withdrew:withdraw withheld:withhold wives:wife woke:wake woken:wake " +
	"wolves:wolf women:woman won:win wore:wear worn:wear worse:bad worst:bad wove:weave woven:weave written:write " +
	"wrote:write wrung:wring"

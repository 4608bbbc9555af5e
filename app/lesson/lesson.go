package lesson

import (
	"context"
	"encoding/json"

	"samewire/app/align"
	"samewire/app/analysis"
	"samewire/app/text"
)

// Kind is what a question asks for.
type Kind uint8

// The kinds of question, in the order in which a lesson has them.
const (
	Spot    Kind = iota // spot the change: mark the words that differ
	Same                // same or not: do two sentences tell the same?
	Words               // whose words: how others print a quotation
	Figures             // the figures: how two of them go together
	Source              // where is it from: find the credit
	Rewrite             // write it yourself
	kinds
)

var kindNames = [kinds]string{"spot", "same", "words", "figures", "source", "rewrite"}

// Kinds returns all kinds of question in their usual order.
func Kinds() []Kind { return []Kind{Spot, Same, Words, Figures, Source, Rewrite} }

// String returns the kind's name as files and addresses have it.
func (k Kind) String() string { return kindNames[min(k, kinds-1)] }

// Title is the kind's name for readers.
func (k Kind) Title() Message { return message("kind." + k.String()) }

// ParseKind returns the kind of that name.
func ParseKind(name string) (Kind, bool) {
	for k, n := range kindNames {
		if n == name {
			return Kind(k), true
		}
	}
	return 0, false
}

// MarshalText writes the kind's name.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// Lesson is questions made from one story.
type Lesson struct {
	Story     string      `json:"story"`  // the story's ID
	Digest    string      `json:"digest"` // of the articles' texts, see [Digest]
	Seed      uint64      `json:"seed"`
	Questions []*Question `json:"questions"`
}

// JSON returns the lesson with its answers. The same lesson gives the same
// bytes.
func (l *Lesson) JSON() []byte {
	data, err := json.Marshal(l)
	if err != nil {
		panic(err) // strings and numbers: nothing that can't be written
	}
	return data
}

// Question is one thing to find out. All but Answer, and the articles that the
// exhibits' places name, can be shown before the reveal.
type Question struct {
	// ID is made of the kind and the texts. It is the same for every seed, and
	// in every version of the story that has these texts.
	ID         string    `json:"id"`
	Kind       Kind      `json:"kind"`
	Difficulty int       `json:"difficulty"` // 1 (easy) to 3
	Prompt     Message   `json:"prompt"`
	Own        string    `json:"own,omitempty"` // the teacher's wording of the prompt
	Look       Message   `json:"look"`          // what to look for
	Exhibits   []Exhibit `json:"exhibits"`
	// Items is what is to be answered, each with one of Options: the index of
	// the exhibit it is about, or -1 for all together. There are none where
	// words are marked ([Spot]) or written ([Rewrite]).
	Items    []int    `json:"items,omitempty"`
	Options  []Option `json:"options,omitempty"`
	Passages []int    `json:"passages"` // IDs of the passages that the exhibits touch
	Answer   Answer   `json:"answer"`

	about string // tells questions of a kind with different answers apart
}

// Exhibit is a text of a question.
type Exhibit struct {
	Letter      string `json:"letter"` // "X": its name in the question
	align.Place        // bytes of its article
	// Focus is what the question is about inside, to be shown from the start.
	Focus []text.Span `json:"focus,omitempty"`
}

// Option is one of the answers to choose from: a message, or a part of the
// first exhibit.
type Option struct {
	Message
	Part text.Span `json:"part"`
}

// IsPart tells whether the option is a part of the first exhibit.
func (o Option) IsPart() bool { return o.Key == "" }

// Mark is a word of an exhibit.
type Mark struct {
	Exhibit int `json:"exhibit"`
	text.Span
}

// Answer is what a question reveals.
type Answer struct {
	Marks   []Mark    `json:"marks,omitempty"`   // words that differ, by exhibit and place
	Free    []Mark    `json:"free,omitempty"`    // words that differ in spelling alone: to mark them is neither right nor wrong
	Choices []int     `json:"choices,omitempty"` // for each item the index of its option
	Explain []Message `json:"explain"`
	// Places is other text to show: the outlets' wordings of a sentence that
	// was to be rewritten, the counterparts of two that differ, the words that
	// credit a source, or how an outlet changed a quotation.
	Places []align.Place `json:"places,omitempty"`
}

// Options say what a lesson is to have. The zero value gives a lesson of all
// kinds.
type Options struct {
	Seed    uint64            // below [MaxSeed], or no file can keep it
	Kinds   []Kind            // these alone, in this order; all if there is none
	Exclude []int             // IDs of passages to keep out
	Order   []string          // IDs of questions: exactly these in this order; chosen by the seed if there is none
	Max     int               // the most questions, up to [MaxQuestions]; [DefaultMax] if 0
	Prompts map[string]string // wordings of prompts by the question's ID
}

// DefaultMax is how many questions a lesson has at most, unless it is told.
const DefaultMax = 12

// Make makes a lesson. Order may name questions that the story doesn't give:
// they are left out. The cost is that of aligning a few sentences for each
// passage. Make returns ctx's error soon after ctx ends, and no other error.
func Make(ctx context.Context, a *analysis.Analysis, o Options) (*Lesson, error) {
	all, err := candidates(ctx, a, o)
	if err != nil {
		return nil, err
	}
	l := &Lesson{Story: a.Story.ID, Digest: Digest(a.Story), Seed: o.Seed, Questions: []*Question{}}
	if len(o.Order) > 0 {
		l.Questions = append(l.Questions, ordered(all, o.Order)...)
	} else {
		l.Questions = append(l.Questions, choose(all, o)...)
	}
	for _, q := range l.Questions {
		q.Own = o.Prompts[q.ID]
	}
	return l, nil
}

// All returns every question that the story gives, to choose from: by kind,
// easy ones first. Order, Max and Prompts count for nothing.
func All(ctx context.Context, a *analysis.Analysis, o Options) ([]*Question, error) {
	all, err := candidates(ctx, a, o)
	if err != nil {
		return nil, err
	}
	var out []*Question
	for _, list := range all {
		out = append(out, byDifficulty(list)...)
	}
	return out, nil
}

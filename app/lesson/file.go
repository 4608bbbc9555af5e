package lesson

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"samewire/app/analysis"
	"samewire/app/story"
	"samewire/app/words"
)

// Version is the version of the lesson file that this package writes and reads.
const Version = 1

// The limits of a lesson file.
const (
	MaxFileBytes = 200_000
	MaxQuestions = 100     // questions in a lesson
	MaxExcluded  = 1_000   // passages kept out
	MaxTitle     = 200     // characters
	MaxPrompt    = 500     // characters
	MaxSeed      = 1 << 53 // seeds are below, so that every JSON reader has them exactly
	maxKey       = 60      // bytes of an ID, a digest or a passage's key
)

// File is a teacher's choices for a story, to keep and to pass on. It holds no
// text of the story. As JSON:
//
//	{"samewire-lesson": 1,
//	 "story": "amazon-layoffs", "digest": "1c2d3e", "title": "Monday’s lesson",
//	 "seed": 7, "kinds": ["spot", "same"], "max": 12,
//	 "exclude": ["2f8a…"],
//	 "questions": [{"id": "spot-1x2y3z", "prompt": "What is new in the second text?"}]}
//
// Fields that other versions add are passed over.
type File struct {
	Version int    `json:"samewire-lesson"`
	Story   string `json:"story"`            // the story's ID
	Digest  string `json:"digest,omitempty"` // of the story's texts, see [Digest]
	Title   string `json:"title,omitempty"`
	Seed    uint64 `json:"seed"`
	// Kinds is the names of the kinds that are wanted, in order; all if there
	// is none.
	Kinds []string `json:"kinds,omitempty"`
	Max   int      `json:"max,omitempty"` // the most questions; [DefaultMax] if 0
	// Exclude is the keys of passages to keep out, see [PassageKey].
	Exclude []string `json:"exclude,omitempty"`
	// Questions is exactly what the lesson has, in order. If there is none, the
	// seed chooses.
	Questions []Chosen `json:"questions,omitempty"`
}

// Chosen is a question that a teacher chose.
type Chosen struct {
	ID     string `json:"id"`
	Prompt string `json:"prompt,omitempty"` // the teacher's wording, if there is one
}

// Keep returns a file that makes lesson l of a again, with all that o says.
func Keep(a *analysis.Analysis, l *Lesson, o Options) *File {
	f := &File{Version: Version, Story: l.Story, Digest: l.Digest, Seed: o.Seed, Max: o.Max}
	for _, k := range o.Kinds {
		f.Kinds = append(f.Kinds, k.String())
	}
	for i := range a.Passages {
		if slices.Contains(o.Exclude, a.Passages[i].ID) {
			f.Exclude = append(f.Exclude, PassageKey(a, i))
		}
	}
	for _, q := range l.Questions {
		f.Questions = append(f.Questions, Chosen{q.ID, q.Own})
	}
	return f
}

// PassageKey returns what names passage i in lesson files: a hash of its base's
// words, which stays when other passages come and go.
func PassageKey(a *analysis.Analysis, i int) string {
	p := &a.Passages[i]
	return readingKey(a.Text(p.Readings[p.Base].Place))
}

func readingKey(words string) string { return strconv.FormatUint(digest(words), 36) }

// JSON returns the file as it is kept. What JSON writes of a file that [Read]
// returned, Read reads to the same file.
func (f *File) JSON() []byte {
	data, err := json.Marshal(f)
	if err != nil {
		panic(err) // strings and numbers: nothing that can't be written
	}
	return append(data, '\n')
}

// Read reads a lesson file. The error says what is wrong with it.
func Read(data []byte) (*File, error) {
	if len(data) > MaxFileBytes {
		return nil, &story.LimitError{What: words.Say("lesson-file.it"), Size: len(data), Limit: MaxFileBytes, Unit: "bytes", Do: "other-file"}
	}
	f := new(File)
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if err := json.Unmarshal(data, f); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			line := 1 + bytes.Count(data[:min(int(syntax.Offset), len(data))], []byte("\n"))
			return nil, words.Error("lesson-file.broken", "line", strconv.Itoa(line))
		}
		return nil, words.Error("lesson-file.unread")
	}
	return f, f.accept()
}

// accept cleans a file that was read and reports the first thing wrong with it.
func (f *File) accept() error {
	switch {
	case f.Version == 0:
		return words.Error("lesson-file.foreign", "mark", `"samewire-lesson": 1`)
	case f.Version != Version:
		return words.Error("lesson-file.version", "version", strconv.Itoa(f.Version), "read", strconv.Itoa(Version))
	case !story.ValidID(f.Story):
		return wrongField("story", f.Story)
	case f.Seed >= MaxSeed:
		return wrongField("seed", strconv.FormatUint(f.Seed, 10))
	case f.Max < 0 || f.Max > MaxQuestions:
		return tooMany(f.Max, MaxQuestions, "questions")
	case len(f.Questions) > MaxQuestions:
		return tooMany(len(f.Questions), MaxQuestions, "questions")
	case len(f.Exclude) > MaxExcluded:
		return tooMany(len(f.Exclude), MaxExcluded, "excluded")
	case len(f.Kinds) > int(kinds):
		return tooMany(len(f.Kinds), int(kinds), "kinds")
	}
	for _, name := range f.Kinds {
		if _, ok := ParseKind(name); !ok {
			return words.Error("lesson-file.kind", "kind", strings.ToValidUTF8(name[:min(len(name), 40)], ""), "kinds", strings.Join(kindNames[:], ", "))
		}
	}
	for _, key := range append([]string{f.Digest}, f.Exclude...) {
		if !isKey(key) && key != "" {
			return wrongField("exclude", key)
		}
	}
	if err := cleanLine(&f.Title, words.Say("lesson-file.title"), MaxTitle); err != nil {
		return err
	}
	f.dropEmpty()
	for i := range f.Questions {
		if q := &f.Questions[i]; !isKey(q.ID) {
			return wrongField("id", q.ID)
		} else if err := cleanLine(&q.Prompt, words.Say("lesson-file.prompt", "number", strconv.Itoa(i+1)), MaxPrompt); err != nil {
			return err
		}
	}
	return nil
}

// dropEmpty makes no list of a list without anything in it, as JSON does.
func (f *File) dropEmpty() {
	if len(f.Kinds) == 0 {
		f.Kinds = nil
	}
	if len(f.Exclude) == 0 {
		f.Exclude = nil
	}
	if len(f.Questions) == 0 {
		f.Questions = nil
	}
}

// wrongField is the error for a value that no lesson file can have.
func wrongField(field, value string) error {
	return words.Error("lesson-file.field", "field", field, "value", strings.ToValidUTF8(value[:min(len(value), 80)], ""))
}

func tooMany(n, limit int, unit string) error {
	return &story.LimitError{What: words.Say("lesson-file.it"), Size: n, Limit: limit, Unit: unit, Do: "leave-out"}
}

func isKey(s string) bool {
	return s != "" && len(s) <= maxKey && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// cleanLine makes one line without control characters of a text.
func cleanLine(s *string, what string, limit int) error {
	*s = strings.Join(strings.FieldsFunc(strings.ToValidUTF8(*s, "\uFFFD"), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r)
	}), " ")
	if n := utf8.RuneCountInString(*s); n > limit {
		return &story.LimitError{What: what, Size: n, Limit: limit, Unit: "characters", Do: "shorten"}
	}
	return nil
}

// cut returns the first n bytes of s, or less where they would end inside a
// character.
func cut(s string, n int) string {
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// Make makes the lesson that the file describes. What no longer fits, since the
// story has changed, is left out, and the notes say so. The error says that the
// file is of another story, that no question fits any more, or that ctx ended.
func (f *File) Make(ctx context.Context, a *analysis.Analysis) (*Lesson, []Message, error) {
	o, notes, err := f.Options(a)
	if err != nil {
		return nil, nil, err
	}
	l, err := Make(ctx, a, o)
	if err != nil {
		return nil, nil, err
	}
	if n := len(o.Order) - len(l.Questions); n > 0 {
		if len(l.Questions) == 0 {
			return nil, nil, words.Error("lesson-file.none-fits")
		}
		notes = append(notes, message("note.dropped", "n", number(n)))
	}
	return l, notes, nil
}

// Options returns what the file says of a lesson on story a, and notes on what
// changed. The error says that the file is of another story.
func (f *File) Options(a *analysis.Analysis) (Options, []Message, error) {
	o := Options{Seed: f.Seed, Max: f.Max, Prompts: make(map[string]string)}
	same := f.Digest == Digest(a.Story)
	if f.Story != a.Story.ID && !same {
		return o, nil, words.Error("lesson-file.other-story", "story", f.Story, "here", a.Story.ID)
	}
	var notes []Message
	if !same {
		notes = append(notes, message("note.changed"))
	}
	for _, name := range f.Kinds {
		if k, ok := ParseKind(name); ok {
			o.Kinds = append(o.Kinds, k)
		}
	}
	lost := 0
	for _, key := range f.Exclude {
		if id := passageOf(a, key); id > 0 {
			o.Exclude = append(o.Exclude, id)
		} else {
			lost++
		}
	}
	if lost > 0 {
		notes = append(notes, message("note.included", "n", number(lost)))
	}
	for _, q := range f.Questions {
		if slices.Contains(o.Order, q.ID) {
			continue
		}
		o.Order = append(o.Order, q.ID)
		if q.Prompt != "" {
			o.Prompts[q.ID] = q.Prompt
		}
	}
	return o, notes, nil
}

// passageOf returns the ID of the passage that has a reading of this key, or 0.
func passageOf(a *analysis.Analysis, key string) int {
	for i := range a.Passages {
		for _, r := range a.Passages[i].Readings {
			if readingKey(a.Text(r.Place)) == key {
				return a.Passages[i].ID
			}
		}
	}
	return 0
}

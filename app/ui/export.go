package ui

import (
	"context"
	"samewire/app/words"
	"slices"
	"strings"

	"samewire/app/analysis"
	"samewire/app/story"
)

// File is what readers take away from a story, as its address names it.
type File struct {
	Address        // the view that it is made of, with what was chosen there
	name    string // of a file of the whole story; "" for a view as HTML
}

// The files of a whole story, beside its tables.
const (
	jsonFile    = "analysis.json"
	storyFile   = "story.html"
	drawingFile = "overview.svg"
	imageFile   = "overview.png"
	cardFile    = "card.png"
)

const csvExt = ".csv"

// ParseFile reads the address of a file. It is false for a path that no file
// has.
func ParseFile(path, rawQuery string) (File, bool) {
	if view, ok := strings.CutSuffix(path, ".html"); ok {
		if a, ok := ParseAddress(view, rawQuery); ok && (a.Place == Compare || a.Place == Passage) {
			a.Look, a.Embed = a.Look.spoken(), false
			return File{Address: a}, true
		}
	}
	slash := strings.LastIndexByte(path, '/')
	if slash < 0 {
		return File{}, false
	}
	a, ok := ParseAddress(path[:slash], rawQuery)
	if !ok || a.Place != Overview || path[slash+1:] == "" {
		return File{}, false
	}
	f := File{a, path[slash+1:]}
	if f.Type() == "" {
		return File{}, false
	}
	f.Look = f.Look.spoken() // else a file looks as its reader's device wants it
	if !f.IsPage() {
		f.Base = None // of no account there
	}
	if !f.Speaks() {
		f.Look = Look{}
	}
	return f, true
}

// Speaks tells whether the file has words of the interface in it, in the
// reader's language: tables and JSON are for programs.
func (f File) Speaks() bool { return f.IsPage() || f.IsImage() || f.IsDrawing() }

// String returns the file's address.
func (f File) String() string {
	path, query := f.Address.Path(), strings.TrimPrefix(f.Address.String(), f.Address.Path())
	if f.name == "" {
		return path + ".html" + query
	}
	return path + "/" + f.name + query
}

// Name returns the name to save the file under.
func (f File) Name() string {
	view := strings.TrimPrefix(f.Address.Path(), "/s/")
	if f.name == "" {
		return strings.ReplaceAll(view, "/", "-") + ".html"
	}
	return view + "-" + f.name
}

// Type returns the file's media type, "" for a file that there isn't.
func (f File) Type() string {
	switch f.name {
	case jsonFile:
		return "application/json"
	case drawingFile:
		return "image/svg+xml"
	case imageFile, cardFile:
		return "image/png"
	case storyFile, "":
		return "text/html; charset=utf-8"
	}
	if table, ok := strings.CutSuffix(f.name, csvExt); ok && slices.Contains(analysis.Tables(), table) {
		return "text/csv; charset=utf-8"
	}
	return ""
}

// IsImage tells whether the file is an image of pixels: [File.Draw] returns what
// it shows, and it has Scale pixels to one of the picture's.
func (f File) IsImage() bool { return f.name == imageFile || f.name == cardFile }

// Scale returns how many pixels of an image are one of its picture. The card is
// shown small, the overview on slides.
func (f File) Scale() int {
	if f.name == imageFile {
		return 2
	}
	return 1
}

// IsDrawing tells whether the file is the overview as SVG.
func (f File) IsDrawing() bool { return f.name == drawingFile }

// IsPage tells whether the file is a page.
func (f File) IsPage() bool { return f.name == storyFile || f.name == "" }

// Located is a [Source] that knows the address under which its views are read:
// scheme and host, such as "https://samewire.example".
type Located interface {
	Source
	Origin() string
}

// originOf returns the origin under which a story can be read: "" when it isn't
// known, and for stories that are on one device alone.
func originOf(src Source, id string) string {
	if story.IsOwn(id) {
		return ""
	}
	return siteOf(src)
}

// siteOf returns the origin of the site, or "".
func siteOf(src Source) string {
	if l, ok := src.(Located); ok {
		return l.Origin()
	}
	return ""
}

// Make returns the file, if it is no image. style is the site's style sheet, of
// which a page takes what it uses. The error is story.ErrNotFound when there is
// no such story, article or passage.
func (f File) Make(ctx context.Context, src Source, style string) ([]byte, error) {
	d, err := f.desk(ctx, src)
	if err != nil {
		return nil, err
	}
	switch {
	case f.name == jsonFile:
		return d.JSON()
	case f.name == drawingFile:
		return []byte(d.picture(overviewHeight, nil).SVG()), nil
	case f.IsPage():
		return []byte(d.document(ctx, f, style)), ctx.Err()
	}
	table, err := d.CSV(strings.TrimSuffix(f.name, csvExt))
	// Without this mark spreadsheets take the text for another encoding's.
	return append([]byte("\uFEFF"), table...), err
}

// Draw returns what an image shows. legible tells which texts can be drawn, and
// may be nil; others are replaced or left out. The errors are those of
// [File.Make].
func (f File) Draw(ctx context.Context, src Source, legible func(string) bool) (Picture, error) {
	d, err := f.desk(ctx, src)
	if err != nil {
		return Picture{}, err
	}
	if f.name == cardFile {
		return d.picture(CardHeight, legible), nil
	}
	return d.picture(overviewHeight, legible), nil
}

// desk lays out what a file is made from.
func (f File) desk(ctx context.Context, src Source) (*desk, error) {
	data, err := src.Load(ctx, f.Story)
	if err != nil {
		return nil, err
	}
	if !inStory(f.Address, data) {
		return nil, story.ErrNotFound
	}
	if f.Unnamed {
		data = unnamed(data)
	}
	return &desk{Address: f.Address, Analysis: data, memo: &Memo{}, origin: originOf(src, f.Story), words: words.In(language(src, f.Look))}, nil
}

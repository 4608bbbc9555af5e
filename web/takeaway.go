package web

import (
	"context"
	"errors"
	"mime"
	"net/http"

	"samewire/app/story"
	"samewire/app/ui"
	"samewire/app/words"
)

// located is the library as it is read under an address.
type located struct {
	*library
	origin   string
	language string // of the client, or ""
}

func (l located) Origin() string { return l.origin }

func (l located) Language() string { return l.language }

// filePolicy lets a file that is opened where it is load nothing and run
// nothing. Pages have their style in them.
const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

// serveTakeaway sends a file that readers take away, made once for all who ask
// for it.
func (s *site) serveTakeaway(w http.ResponseWriter, r *http.Request, f ui.File) {
	s.await(r.Context(), f.Address)
	key := pageKey{address: f.String()}
	if f.IsPage() {
		key.origin = s.home(r) // its links are whole
	}
	if lang := spoken(r); f.Speaks() && lang != words.Languages[0].Code && f.Look.Language() == "" {
		key.language = lang
	}
	// Others get this file too, so it doesn't end with this request.
	shared := r.WithContext(context.WithoutCancel(r.Context()))
	var err error
	doc := s.pages.get(r.Context(), key, func() *document {
		var body []byte
		if body, err = s.takeaway(shared, f); err != nil {
			return nil
		}
		doc := newDocument(http.StatusOK, f.Type(), body)
		doc.spoken = f.Speaks()
		return doc
	})
	switch {
	case doc != nil:
		s.sendFile(w, r, f, doc)
	case errors.Is(err, story.ErrNotFound):
		s.send(w, r, ui.Render(r.Context(), s.library, r.URL.Path, "")) // says what there is
	case r.Context().Err() == nil:
		s.log.Error("file not made", "path", r.URL.Path, "error", err)
		s.apologise(w, r)
	}
}

// sendFile answers with a file.
func (s *site) sendFile(w http.ResponseWriter, r *http.Request, f ui.File, doc *document) {
	h := w.Header()
	h.Set("Content-Security-Policy", filePolicy)
	disposition := "attachment"
	if f.IsImage() || f.IsDrawing() {
		disposition = "inline" // pages elsewhere show them
	}
	h.Set("Content-Disposition", mime.FormatMediaType(disposition, map[string]string{"filename": f.Name()}))
	if f.IsPage() {
		h.Set("X-Robots-Tag", "noindex") // the view is there to be found
	}
	doc.send(w, r, revalidate)
}

// takeaway makes a file.
func (s *site) takeaway(r *http.Request, f ui.File) ([]byte, error) {
	source := located{s.library, s.home(r), spoken(r)}
	if !f.IsImage() {
		return f.Make(r.Context(), source, string(s.assets.byPath[styleFile].body))
	}
	picture, err := f.Draw(r.Context(), source, s.painter.legible)
	if err != nil {
		return nil, err
	}
	return s.painter.png(picture, f.Scale())
}

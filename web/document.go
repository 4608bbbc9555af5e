package web

import (
	"bytes"
	"html/template"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
)

// document is a body that was made once, for all who ask for it, with what is
// said of it in headers. The values of headers are lists, as [http.Header] has
// them, so that they needn't be made for each answer.
type document struct {
	status      int
	contentType string
	body        []byte
	hash        string // of body
	uri         string // the path and query that a page says it was made for, or ""
	embed       bool   // for another site's page
	spoken      bool   // in the language that the client asks for

	kind      []string          // the content type
	plain     form              // the body as it is
	codings   map[encoding]form // compressed, if they have been made
	shrinking bool              // the body is worth compressing

	// What answers with it begin with, by coding as in preferred, once front has
	// sent such: where clients ask again, and where it lasts.
	heads, lasting [len(preferred)]atomic.Pointer[[]byte]
}

// form is a body in a coding.
type form struct {
	body                []byte
	coding, tag, length []string // values of headers
}

// newDocument returns a document that isn't compressed yet.
func newDocument(status int, contentType string, body []byte) *document {
	d := &document{status: status, contentType: contentType, body: body, hash: hash(body), kind: []string{contentType}}
	d.plain = d.newForm(identity, body)
	d.shrinking = contentType != "image/png"
	return d
}

// newForm returns a form of the document. Its entity tag is another for each
// coding, since the bytes differ.
func (d *document) newForm(e encoding, body []byte) form {
	f := form{body: body, length: []string{strconv.Itoa(len(body))}}
	if e == identity {
		f.tag = []string{`"` + d.hash + `"`}
	} else {
		f.coding, f.tag = []string{string(e)}, []string{`"` + d.hash + "-" + string(e) + `"`}
	}
	return f
}

// compress makes the compressed forms by a function, for a document that is
// sent often.
func (d *document) compress(by func([]byte, encoding) []byte) {
	if d.shrinking && d.codings == nil {
		d.codings = map[encoding]form{}
		for _, e := range [...]encoding{brotlied, gzipped} {
			d.codings[e] = d.newForm(e, by(d.body, e))
		}
	}
}

// size returns the bytes that the document takes.
func (d *document) size() int64 {
	n := len(d.body) + 1024 // and what is said of it
	for _, f := range d.codings {
		n += len(f.body)
	}
	return int64(n)
}

// in returns the document in a coding.
func (d *document) in(e encoding) form {
	if e == identity {
		return d.plain
	}
	if f, ok := d.codings[e]; ok {
		return f
	}
	return d.newForm(e, compressPage(d.body, e))
}

// ready returns the document in a coding, if it needn't be made.
func (d *document) ready(e encoding) (form, bool) {
	if e == identity || !d.shrinking {
		return d.plain, true
	}
	f, ok := d.codings[e]
	return f, ok
}

// vary says that the coding was chosen for the client.
var vary = []string{"Accept-Encoding"}

// varySpoken says so of the language too, and varyLanguage of it alone.
var (
	varySpoken   = []string{"Accept-Encoding, Accept-Language"}
	varyLanguage = []string{"Accept-Language"}
)

// send answers a request with the document: with 304 and no body where the
// client has it.
func (d *document) send(w http.ResponseWriter, r *http.Request, caching []string) {
	h := w.Header()
	e := identity
	if d.shrinking {
		e = negotiate(strings.Join(r.Header["Accept-Encoding"], ","))
		h["Vary"] = vary
		if d.spoken {
			h["Vary"] = varySpoken
		}
	} else if d.spoken {
		h["Vary"] = varyLanguage
	}
	f := d.in(e)
	h["Cache-Control"], h["Etag"] = caching, f.tag
	if d.status == http.StatusOK && holds(r.Header["If-None-Match"], f.tag[0]) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if e != identity {
		h["Content-Encoding"] = f.coding
	}
	h["Content-Type"], h["Content-Length"] = d.kind, f.length
	w.WriteHeader(d.status)
	if r.Method != http.MethodHead {
		// An error here means that the client has gone: there is nobody left
		// to tell.
		_, _ = w.Write(f.body)
	}
}

// addressAttribute begins what a page says of its address, as shell has it. It
// stands nowhere before: in texts and attributes quotation marks are escaped.
var addressAttribute = []byte(` data-address="`)

// at returns a page as it is for another way to write its address: with
// parameters that mean nothing here, as links in newsletters have them. The page
// says the address it was made for, by which its script sees whether it is the
// right one. Nothing is rendered anew.
func (d *document) at(uri string) *document {
	if d.uri == "" || d.uri == uri {
		return d
	}
	start := bytes.Index(d.body, addressAttribute)
	if start < 0 {
		return d
	}
	start += len(addressAttribute)
	end := start + bytes.IndexByte(d.body[start:], '"')
	body := slices.Concat(d.body[:start], []byte(template.HTMLEscapeString(uri)), d.body[end:])
	other := newDocument(d.status, d.contentType, body)
	other.uri, other.embed, other.spoken = uri, d.embed, d.spoken
	return other
}

// pageType is the content type of pages.
const pageType = "text/html; charset=utf-8"

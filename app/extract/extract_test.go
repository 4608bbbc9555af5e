package extract

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"samewire/app/story"
	"samewire/app/text/texttest"
)

// inUTF16 encodes a text.
func inUTF16(s string, order func([]byte, uint16) []byte, mark bool) []byte {
	var out []byte
	if mark {
		out = order(out, 0xFEFF)
	}
	for _, u := range utf16.Encode([]rune(s)) {
		out = order(out, u)
	}
	return out
}

func little(b []byte, u uint16) []byte { return append(b, byte(u), byte(u>>8)) }
func big(b []byte, u uint16) []byte    { return append(b, byte(u>>8), byte(u)) }

func TestEncodings(t *testing.T) {
	const text = "Zoë’s “café” – 5 € a cup, says Łukasz; she drinks it in the morning."
	const western = "Zoë’s “café” – 5 € a cup, says Ida; she drinks it in the morning."
	windows := []byte("Zo\xEB\x92s \x93caf\xE9\x94 \x96 5 \x80 a cup, says Ida; she drinks it in the morning.")
	page := func(head, body string) []byte {
		return []byte("<html><head>" + head + "</head><body><p>" + body + "</p></body></html>")
	}
	for _, c := range []struct {
		name, file string
		data       []byte
		want       string
	}{
		{"UTF-8", "a.txt", []byte(text), text},
		{"UTF-8 with a mark", "a.txt", []byte("\xEF\xBB\xBF" + text), text},
		{"UTF-16 LE", "a.txt", inUTF16(text, little, true), text},
		{"UTF-16 BE", "a.txt", inUTF16(text, big, true), text},
		{"UTF-16 LE without a mark", "a.txt", inUTF16(text, little, false), text},
		{"UTF-16 BE without a mark", "a.md", inUTF16(text, big, false), text},
		{"Windows-1252", "a.txt", windows, western},
		{"UTF-8 with a broken byte", "a.txt", []byte(text + "\xFF"), text + "\uFFFD"},
		{"page, UTF-8 undeclared", "a.html", page("", text), text},
		{"page, UTF-8 declared as something else", "a.html", page(`<meta charset="iso-8859-1">`, text), text},
		{"page, Windows-1252 undeclared", "a.html", page("", string(windows)), western},
		{"page, Windows-1252 as Latin-1", "a.htm", page(`<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">`, string(windows)), western},
		{"page, Windows-1251", "a.html", page(`<meta charset=windows-1251>`, strings.Repeat("\xCF\xF0\xE8\xE2\xE5\xF2 ", 12)), strings.TrimSpace(strings.Repeat("Привет ", 12))},
		{"page, Shift JIS", "a.html", page(`<meta charset="Shift_JIS">`, strings.Repeat("\x82\xB1\x82\xF1\x82\xC9\x82\xBF\x82\xCD", 15)), strings.Repeat("こんにちは", 15)},
		{"page, UTF-16", "a.html", inUTF16(string(page("", text)), little, true), text},
		{"page in a text file", "a.txt", append([]byte("\n<!DOCTYPE html>"), page("", text)...), text},
		{"unknown charset", "a.html", page(`<meta charset="klingon">`, text), text},
	} {
		all, err := Articles(c.file, c.data)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		} else if got := strings.TrimSpace(all[0].Text); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	a, err := Page{Name: "p", Charset: "windows-1251"}.Article(page("", strings.Repeat("\xCF\xF0\xE8\xE2\xE5\xF2 ", 12)))
	if err != nil || !strings.HasPrefix(a.Text, "Привет") {
		t.Errorf("declared by the server: %q, %v", a.Text, err)
	}
}

// zipped makes an archive of files.
func zipped(t testing.TB, names ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range names {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = w.Write([]byte("application/vnd.oasis"))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestWebArchive reads pages as Chromium saves them in a single file.
func TestWebArchive(t *testing.T) {
	const head = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://evening-tide.example/pier\r\nSubject: Pier\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----Boundary--x----\"\r\n\r\n\r\n"
	const picture = "------Boundary--x----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
	part := func(kind, encoding, body string) string {
		return "------Boundary--x----\r\nContent-Type: " + kind + "\r\nContent-Transfer-Encoding: " + encoding + "\r\nContent-Location: https://evening-tide.example/pier\r\n\r\n" + body + "\r\n"
	}
	const end = "------Boundary--x------\r\n"
	const want = "The café on the eastern pier will stay shut until divers have looked at all of its forty pillars, the harbour authority said.\n"
	plain := "<!doctype html><html><head><title>Pier closed</title></head><body><article><h1>Pier closed</h1><p>" + strings.TrimSpace(want) + "</p></article></body></html>"
	quoted := strings.NewReplacer("é", "=C3=A9", " divers", "=\r\n divers").Replace(plain)
	latin := strings.ReplaceAll(plain, "é", "=E9")
	for name, archive := range map[string]string{
		"quoted":   head + part("text/html; charset=utf-8", "quoted-printable", quoted) + picture + end,
		"latin":    head + picture + part("text/html; charset=iso-8859-1", "quoted-printable", latin) + end,
		"base64":   head + part("text/html", "base64", base64.StdEncoding.EncodeToString([]byte(plain))) + end,
		"as it is": head + part("text/html; charset=utf-8", "8bit", plain) + picture + end,
		"cut off":  head + part("text/html; charset=utf-8", "binary", plain),
	} {
		t.Run(name, func(t *testing.T) {
			all, err := Articles("saved.mhtml", []byte(archive))
			if err != nil {
				t.Fatal(err)
			}
			if len(all) != 1 || all[0].Text != want || all[0].Title != "Pier closed" || all[0].Link != "https://evening-tide.example/pier" {
				t.Errorf("%+v", all)
			}
		})
	}
}

func TestPreformatted(t *testing.T) {
	got, err := Articles("a.html", []byte("<html><title>Pier</title><pre>The harbour authority closed the eastern pier on Monday\nafter divers found cracks in two of its pillars.\n\n  \nRepairs will take a month and cost 2.5 million kroner, the authority said on Tuesday.\n</pre>"))
	if err != nil {
		t.Fatal(err)
	}
	if want := "The harbour authority closed the eastern pier on Monday after divers found cracks in two of its pillars.\n\nRepairs will take a month and cost 2.5 million kroner, the authority said on Tuesday.\n"; got[0].Text != want {
		t.Errorf("%q", got[0].Text)
	}
}

func TestFileErrors(t *testing.T) {
	for _, c := range []struct {
		file string
		data []byte
		want string
	}{
		{"a.txt", zipped(t, "one.txt"), "a.txt is an archive (ZIP), not text: open it and choose the articles inside"},
		{"a.html", zipped(t, "[Content_Types].xml", "word/document.xml"), "a.html is a document in a format of its own (Word), not text"},
		{"a.txt", []byte("%PDF-1.4\n"), "(PDF), not text: open it in its program"},
		{"a.md", []byte("{\\rtf1\\ansi Hello}"), "a document in a format of its own (RTF)"},
		{"a.json", []byte("\x89PNG\r\n\x1A\n..."), "a picture (PNG), not text"},
		{"a.txt", []byte("\xFF\xD8\xFF\xE0"), "a picture (JPEG)"},
		{"a.txt", []byte("\x1F\x8B\x08\x00"), "an archive (gzip)"},
		{"a.html", []byte("bplist00\xd1"), "a web archive (Safari)"},
		{"a.html", []byte("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"), "a web archive (MHTML)"},
		{"a.mhtml", []byte("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\n\n--x--"), "a web archive (MHTML)"},
		{"a.txt", []byte("one\x00two\x00\x00three"), "a.txt isn’t text, since it holds zero bytes"},
		{"a.txt", []byte(strings.Repeat("\x01\x02\x03ab", 50)), "a.txt isn’t text but something else"},
		{"a.txt", nil, "a.txt has no text"},
		{"a.txt", []byte(strings.Repeat("word ", story.MaxArticleBytes/4)), "limit is 200,000"},
		{"a.html", make([]byte, 50_000_000), "a.html has 50,000,000 bytes; the limit is 16,000,000"},
		{"a.json", []byte(`{"samewire": 1, "articles": [{`), "a.json: the story file is broken in line 1"},
		{"a.json", []byte(`{"samewire": 1, "articles": [` + strings.Repeat(`{"text":"x"},`, 999) + `{"text":"x"}]}`), "limit is 200"},
		{"a.json", []byte(`{"samewire": 1, "articles": [{"text": "` + strings.Repeat(`A passage.\n\n`, 1_000_000) + `"}]}`), "limit is"},
	} {
		all, err := Articles(c.file, c.data)
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s, %.20q: %v, %v; want … %s …", c.file, c.data, all, err, c.want)
		}
	}
}

func TestStoryFile(t *testing.T) {
	s := story.Story{ID: "x", Articles: []story.Article{{Outlet: "A", Text: "One."}, {Outlet: "B", Text: "Two."}}}
	all, err := Articles("story.json", s.JSON())
	if err != nil || len(all) != 2 || all[1].Outlet != "B" {
		t.Errorf("%v, %v", all, err)
	}
}

func TestAnswer(t *testing.T) {
	var answer struct{ Story, Error any }
	for file, want := range map[string]string{"a.txt": `samewire`, "a.html": "page.no-article"} {
		data := Read(file, []byte("Hello.")).JSON()
		if err := json.Unmarshal(data, &answer); err != nil || !strings.Contains(string(data), want) {
			t.Errorf("%s: %s, %v", file, data, err)
		}
	}
}

// hostile are pages made to take time or memory, by size.
var hostile = map[string]func(n int) string{
	"attributes": func(n int) string { return "<p " + numbered(n/8, "a%d=b ") + ">" + sentences[1] },
	"elements":   func(n int) string { return strings.Repeat("<p>a", min(n/4, maxElements-10)) },
	"formatting": func(n int) string { return numbered(n/30, "<b id=%d><i id=x>") + strings.Repeat("<p>x", n/30) },
	"links":      func(n int) string { return strings.Repeat("<a href=x><p>x", min(n/14, maxElements/2-10)) },
	"nested tables": func(n int) string {
		return strings.Repeat("<table><tr><td>", 120) + strings.Repeat("<p>a, b", min(n/7, maxElements-500))
	},
	"nested boxes": func(n int) string {
		return strings.Repeat("<div class=a>x<div>", 240) + strings.Repeat("<p>"+sentences[1], min(n/120, 20_000))
	},
	"articles in articles": func(n int) string {
		return "<title>one two three</title>" + strings.Repeat("<article><h1>one two three</h1>", 240) + strings.Repeat("<h2>four five", min(n/13, maxElements-1000))
	},
	"wide boxes":    func(n int) string { return strings.Repeat("<div>"+sentences[1]+"</div>", min(n/120, 20_000)) },
	"line breaks":   func(n int) string { return "<p>" + strings.Repeat("a<br>", min(n/5, maxElements-10)) },
	"open brackets": func(n int) string { return strings.Repeat("<", n) },
	"comments":      func(n int) string { return strings.Repeat("<!--", n/4) },
	"one long word": func(n int) string { return "<p>" + strings.Repeat("a", n) },
	"drawings":      func(n int) string { return strings.Repeat("<svg><p>", min(n/8, maxElements-10)) },
	"templates":     func(n int) string { return strings.Repeat("<template>", n/10) + "</template>" },
	"scripts": func(n int) string {
		return strings.Repeat(`<script type="application/ld+json">{"@graph":[]}</script>`, n/58)
	},
	"deep linked data": func(n int) string { return `<script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, n/11) },
	"many things": func(n int) string {
		return `<script type="application/ld+json">[` + strings.Repeat(`{"@type":"Article"},`, n/20) + `{}]</script>`
	},
	"headings":   func(n int) string { return strings.Repeat("<h1>a b c d e f g</h1>", min(n/22, maxElements-10)) },
	"long title": func(n int) string { return "<title>" + strings.Repeat("a - ", n/4) + "</title>" },
	"entities":   func(n int) string { return "<p>" + strings.Repeat("&amp;", n/5) },
	"classes": func(n int) string {
		return strings.Repeat(`<div class="`+strings.Repeat("aA ", 300)+`">a</div>`, min(n/920, maxElements-10))
	},
	"definition lists": func(n int) string {
		return strings.Repeat("<dl><dt>", 200) + strings.Repeat("<dd>a", min(n/5, maxElements-500))
	},
	"lists in lists": func(n int) string {
		return strings.Repeat("<ul><li>", 240) + strings.Repeat("<li>a, b", min(n/9, maxElements-500))
	},
	"text in text": func(n int) string { return strings.Repeat("<span>", 480) + strings.Repeat("word ", n/5) },
	"escaped in linked": func(n int) string {
		return `<script type="application/ld+json">{"@type":"Article","articleBody":"` + strings.Repeat("&lt;p>", n/6) + `"}</script>`
	},
}

func numbered(n int, format string) string {
	var out strings.Builder
	for i := range n {
		fmt.Fprintf(&out, format, i)
	}
	return out.String()
}

// TestHostile holds that each such page is read or refused, and that what comes
// out is text.
func TestHostile(t *testing.T) {
	for name, page := range hostile {
		t.Run(name, func(t *testing.T) {
			if a, err := Articles("a.html", []byte(page(200_000))); err == nil {
				check(t, a)
			}
		})
	}
}

// BenchmarkHostile measures how the time grows with the page.
func BenchmarkHostile(b *testing.B) {
	for name, page := range hostile {
		b.Run(name, func(b *testing.B) {
			made := func(n int) []byte { return []byte(page(n)) }
			texttest.Growth(b, 100_000, made, func(data []byte) { Articles("a.html", data) })
		})
	}
}

// check says what all that is read must be.
func check(t *testing.T, all []story.Article) {
	t.Helper()
	for _, a := range all {
		for _, s := range []string{a.Outlet, a.Title, a.Date, a.Credit, a.Link, a.Text} {
			if !utf8.ValidString(s) || strings.ContainsAny(s, "\x00\x08") {
				t.Errorf("what comes out is no text: %.100q", s)
			}
		}
		if a.Link != "" && !strings.HasPrefix(a.Link, "http://") && !strings.HasPrefix(a.Link, "https://") {
			t.Errorf("link %q", a.Link)
		}
		if strings.TrimSpace(a.Text) == "" || len(a.Text) > story.MaxArticleBytes {
			t.Errorf("a text of %d bytes", len(a.Text))
		}
	}
}

func FuzzArticles(f *testing.F) {
	f.Add("a.txt", []byte("---\noutlet: x\n---\nText."))
	f.Add("a.txt", inUTF16("Zoë", little, true))
	f.Add("a.md", []byte("# H\n\nText"))
	f.Add("a.json", []byte(`{"samewire":1,"articles":[{"text":"x"}]}`))
	f.Add("a.txt", []byte("PK\x03\x04"))
	f.Add("a.mhtml", []byte("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>=C3=A9\n--x--"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if all, err := Articles(name, data); err == nil {
			check(t, all)
		}
	})
}

func FuzzPage(f *testing.F) {
	for _, p := range plainPages {
		f.Add([]byte(p.html()), "", "https://example.com/a")
	}
	for _, p := range richPages {
		f.Add([]byte(p.html()), "utf-8", "")
	}
	f.Add([]byte(plainPages[0].html()), "", "https://example.com/a\xed?\x85") // an address that isn't UTF-8
	for _, make := range hostile {
		f.Add([]byte(make(300)), "windows-1252", "x")
	}
	f.Fuzz(func(t *testing.T, data []byte, charset, link string) {
		if a, err := (Page{Name: "p", Charset: charset, Link: link}).Article(data); err == nil {
			check(t, []story.Article{a})
		}
	})
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("caf\xe9"), "windows-1252")
	f.Add([]byte("\xFF\xFEa\x00"), "")
	f.Add([]byte("\x1b$B"), "iso-2022-jp")
	f.Fuzz(func(t *testing.T, data []byte, charset string) {
		if text, err := decode("a", data, charset); err == nil && (!utf8.ValidString(text) || strings.Contains(text, "\x00")) {
			t.Errorf("%q", text)
		}
	})
}

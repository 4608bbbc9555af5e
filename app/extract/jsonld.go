package extract

import (
	"encoding/json"
	"strings"
)

// object is a thing that a page's linked data (JSON-LD) describes.
type object map[string]any

// linkedArticle returns what the linked data says of the page's article: the
// first article it describes, where it describes several the one at the page's
// own address. It is nil where there is none.
func linkedArticle(scripts []string, link string) object {
	g := graph{byID: map[string]object{}}
	for _, script := range scripts {
		g.add(lenient(script), 0)
	}
	var first object
	for _, o := range g.articles {
		if first == nil || link != "" && g.address(o) == link && g.address(first) != link {
			first = o
		}
	}
	if first == nil {
		return nil
	}
	return g.resolved(first)
}

// lenient reads linked data as pages have it: in a comment, with a semicolon at
// its end, with line breaks inside of strings.
func lenient(script string) any {
	script = strings.TrimSpace(script)
	for _, wrap := range [][2]string{{"<!--", "-->"}, {"//<![CDATA[", "//]]>"}, {"<![CDATA[", "]]>"}} {
		script = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(script, wrap[0]), wrap[1]))
	}
	script = strings.TrimSuffix(script, ";")
	var v any
	if json.Unmarshal([]byte(script), &v) == nil {
		return v
	}
	script = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, script)
	if json.Unmarshal([]byte(script), &v) == nil {
		return v
	}
	return nil // the page has it all in its markup too, as a rule
}

// graph is what all of a page's linked data describes.
type graph struct {
	articles []object
	byID     map[string]object
}

// maxNesting is how deep linked data is followed.
const maxNesting = 6

func (g *graph) add(v any, depth int) {
	if depth > maxNesting {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			g.add(item, depth+1)
		}
	case map[string]any:
		o := object(v)
		if id := o.text("@id"); id != "" && len(o) > 1 {
			g.byID[id] = o
		}
		if o.isArticle() {
			g.articles = append(g.articles, o)
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			g.add(v[key], depth+1)
		}
	}
}

// resolved returns an article with the publisher and authors that it only
// refers to.
func (g *graph) resolved(o object) object {
	out := object{}
	for key, v := range o {
		if key == "publisher" || key == "author" || key == "creator" {
			v = g.follow(v)
		}
		out[key] = v
	}
	return out
}

func (g *graph) follow(v any) any {
	switch v := v.(type) {
	case []any:
		out := make([]any, len(v))
		for i := range v {
			if _, nested := v[i].([]any); !nested {
				out[i] = g.follow(v[i])
			}
		}
		return out
	case map[string]any:
		if o, ok := g.byID[object(v).text("@id")]; ok && object(v).text("name") == "" {
			return map[string]any(o)
		}
	}
	return v
}

// address returns the address of an article's page.
func (g *graph) address(o object) string {
	if s := o.text("url"); s != "" {
		return s
	}
	switch page := o["mainEntityOfPage"].(type) {
	case string:
		return page
	case map[string]any:
		return object(page).text("@id")
	}
	return ""
}

func (o object) isArticle() bool {
	for _, t := range texts(o["@type"]) {
		t = t[strings.LastIndexByte(t, '/')+1:]
		if strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report" {
			return t != "JobPosting"
		}
	}
	return false
}

// text returns a value that is a string, or the first string of a list.
func (o object) text(key string) string {
	if all := texts(o[key]); len(all) > 0 {
		return all[0]
	}
	return ""
}

// texts returns the strings in a value: itself, its items, and the names of
// things among them.
func texts(v any) []string {
	switch v := v.(type) {
	case string:
		if s := strings.TrimSpace(v); s != "" {
			return []string{s}
		}
	case map[string]any:
		if v["name"] != nil {
			if _, nested := v["name"].(map[string]any); !nested {
				return texts(v["name"])
			}
		}
		return texts(v["@value"])
	case []any:
		var all []string
		for _, item := range v {
			if _, nested := item.([]any); !nested {
				all = append(all, texts(item)...)
			}
		}
		return all
	}
	return nil
}

// updates returns the texts of a live blog, as it prints them: the latest first.
func (o object) updates() []string {
	list, _ := o["liveBlogUpdate"].([]any)
	var all []string
	for _, item := range list {
		update, ok := item.(map[string]any)
		if !ok {
			continue
		}
		for _, key := range []string{"headline", "articleBody"} {
			for _, p := range plainParagraphs(object(update).text(key)) {
				if len(all) == 0 || all[len(all)-1] != p {
					all = append(all, p)
				}
			}
		}
	}
	return all
}

package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// plurals are what stands behind keys for forms of a message.
var plurals = [...]string{".one", ".none"}

func gaps(form string) []string {
	list := regexp.MustCompile(`\{[a-z0-9]+\}`).FindAllString(form, -1)
	slices.Sort(list)
	return slices.Compact(list)
}

// TestTables holds that each table has the messages of the English one, with the
// same gaps, and no other but forms of them for one or none.
func TestTables(t *testing.T) {
	en := English()
	for _, l := range Languages {
		if Source(l.Code) == "" {
			t.Errorf("%s has no words", l.Code)
			continue
		}
		table, err := ParseTable(l, Source(l.Code))
		if err != nil {
			t.Fatal(l.Code, err)
		}
		for key, form := range en.text {
			in, ok := table.text[key]
			if !ok {
				t.Errorf("%s lacks %s", l.Code, key)
				continue
			}
			// Forms for one or none may say the number by a word.
			if strings.HasSuffix(key, ".one") || strings.HasSuffix(key, ".none") {
				continue
			}
			if !slices.Equal(gaps(in), gaps(form)) {
				t.Errorf("%s: %s has the gaps %v, in English %v", l.Code, key, gaps(in), gaps(form))
			}
			if strings.Count(in, "{") != len(regexp.MustCompile(`\{[a-z0-9]+\}`).FindAllString(in, -1)) {
				t.Errorf("%s: %s has a gap that isn't closed", l.Code, key)
			}
		}
		for key := range table.text {
			base := key
			for _, p := range plurals {
				base = strings.TrimSuffix(base, p)
			}
			if _, ok := en.text[base]; !ok {
				t.Errorf("%s has %s, which English hasn't", l.Code, key)
			}
			if table.text[base] == "" {
				t.Errorf("%s has %s but not %s", l.Code, key, base)
			}
		}
	}
}

// TestMessagesAreUsed reads the source for keys: none is without a message, and
// no message is without use.
func TestMessagesAreUsed(t *testing.T) {
	used, begun := keysOfSource(t)
	table := English()
	isUsed := func(key string) bool {
		if used[key] {
			return true
		}
		for b := range begun { // "kind." + name
			if rest, ok := strings.CutPrefix(key, b); ok && rest != "" && begunWith(used, rest) {
				return true
			}
		}
		// naming(key) and changed(key) put these behind one, article the others.
		for _, tail := range []string{".who", ".in", ".a", ".an"} {
			if base, ok := strings.CutSuffix(key, tail); ok && used[base] {
				return true
			}
		}
		return false
	}
	for key := range table.text {
		base := strings.TrimSuffix(strings.TrimSuffix(key, ".one"), ".none")
		if !isUsed(key) && !isUsed(base) {
			t.Errorf("nothing uses message %s", key)
		}
	}
	groups := map[string]bool{}
	for key := range table.text {
		group, _, _ := strings.Cut(key, ".")
		groups[group] = true
	}
	for key := range used {
		group, rest, dotted := strings.Cut(key, ".")
		if dotted && !strings.HasSuffix(rest, ".") && groups[group] && strings.Contains(rest, "-") && table.text[key] == "" {
			t.Errorf("there is no message %s", key)
		}
	}
}

// begunWith tells whether what is put behind the beginning of a key stands in the
// source.
func begunWith(used map[string]bool, rest string) bool { return used[rest] || isDecimal(rest) }

// saying are the functions that take the key of a message.
var saying = map[string]bool{"Say": true, "say": true, "Error": true, "refuse": true, "count": true}

// name returns the name of a function that is called.
func name(f ast.Expr) string {
	switch f := f.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// literal returns the text of a string in the source.
func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// keysOfSource returns the strings of the source that can be keys, and those that
// keys are put together from.
func keysOfSource(t *testing.T) (used, begun map[string]bool) {
	used, begun = map[string]bool{}, map[string]bool{}
	key := regexp.MustCompile(`^[a-z0-9.-]+$`)
	err := filepath.WalkDir("../..", func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				for _, arg := range call.Args {
					if s, ok := literal(arg); ok && saying[name(call.Fun)] && key.MatchString(s) && strings.Contains(s, ".") && English().get(s) == "" && English().get(s+".who") == "" {
						t.Errorf("%s: there is no message %s", path, s)
					}
				}
			}
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil && key.MatchString(s) {
					used[s] = true
					if strings.HasSuffix(s, ".") {
						begun[s] = true
					}
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return used, begun
}

// TestTypography holds what is set in each language as its newspapers set it:
// quotation marks of its own, and spaces at which no line ends.
func TestTypography(t *testing.T) {
	for _, c := range []struct{ code, open, closed, wrong string }{
		{"en", "“", "”", `[„«»‚]| [;:!?%]`},
		{"de", "„", "“", `[”«»]| [;:!?%]|\d%`},
		{"fr", "«", "»", `[“”„]|[^\x{202F}][;:!?%»]|«[^\x{202F}]`},
		{"es", "«", "»", `[“”„]| [;:!?%]|\d%|^[^¿]*\?|^[^¡]*!`},
	} {
		l, _ := ByCode(c.code)
		table, err := ParseTable(l, Source(c.code))
		if err != nil {
			t.Fatal(err)
		}
		wrong := regexp.MustCompile(c.wrong)
		for key, form := range table.text {
			form = strings.NewReplacer("https://", "", "http://", "").Replace(form)
			if found := wrong.FindString(form); found != "" || strings.Count(form, c.open) != strings.Count(form, c.closed) {
				t.Errorf("%s: %s has %q, or marks without their fellows: %s", c.code, key, found, form)
			}
		}
	}
}

package ui

import "strings"

// stylesFor returns the rules of a style sheet that some markup uses. So a page
// that is taken away looks like the site, without a second sheet to be kept in
// step. The sheet is the site's own: rules, also inside @ rules, and no braces in
// strings.
func stylesFor(sheet, markup string) string {
	used := map[string]bool{}
	for _, part := range strings.Split(markup, ` class="`)[1:] {
		list, _, _ := strings.Cut(part, `"`)
		for _, name := range strings.Fields(list) {
			used["."+name] = true
		}
	}
	for _, part := range strings.Split(markup, " data-")[1:] {
		used["[data-"+part[:strings.IndexAny(part+"=", "= >")]] = true
	}
	var out strings.Builder
	writeRules(&out, withoutComments(sheet), used)
	return out.String()
}

func withoutComments(sheet string) string {
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(sheet, "/*")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		_, sheet, _ = strings.Cut(rest, "*/")
	}
}

// writeRules writes the rules that are used.
func writeRules(out *strings.Builder, rules string, used map[string]bool) {
	for {
		head, rest, found := strings.Cut(rules, "{")
		if !found {
			return
		}
		end := closing(rest)
		body := rest[:end]
		rules = rest[min(end+1, len(rest)):]
		head = strings.Join(strings.Fields(head), " ")
		if head == "@page" {
			out.WriteString(head + "{" + strings.Join(strings.Fields(body), " ") + "}\n")
			continue
		}
		if strings.HasPrefix(head, "@") {
			var inner strings.Builder
			if writeRules(&inner, body, used); inner.Len() > 0 {
				out.WriteString(head + "{" + inner.String() + "}\n")
			}
			continue
		}
		var kept []string
		for _, selector := range selectors(head) {
			if isUsed(selector, used) {
				kept = append(kept, selector)
			}
		}
		if len(kept) > 0 {
			out.WriteString(strings.Join(kept, ",") + "{" + strings.Join(strings.Fields(body), " ") + "}\n")
		}
	}
}

// closing returns where the brace that closes a rule stands in what follows the
// opening one.
func closing(s string) int {
	open := 1
	for i := range len(s) {
		switch s[i] {
		case '{':
			open++
		case '}':
			if open--; open == 0 {
				return i
			}
		}
	}
	return len(s)
}

// selectors divides a list of selectors.
func selectors(list string) []string {
	var out []string
	depth, start := 0, 0
	for i := range len(list) {
		switch list[i] {
		case '(':
			depth++
		case ')':
			depth--
		case ',':
			if depth == 0 {
				out = append(out, strings.TrimSpace(list[start:i]))
				start = i + 1
			}
		}
	}
	return append(out, strings.TrimSpace(list[start:]))
}

// isUsed tells whether the classes and data attributes that a selector asks for
// are there. What stands in brackets, as after :not, need not be.
func isUsed(selector string, used map[string]bool) bool {
	depth := 0
	for i := range len(selector) {
		switch selector[i] {
		case '(':
			depth++
		case ')':
			depth--
		case '.', '[':
			end := strings.IndexAny(selector[i+1:]+" ", " .:#[>+~*()]=")
			name := selector[i : i+1+end]
			asked := name[0] == '.' || strings.HasPrefix(name, "[data-")
			if depth == 0 && asked && !used[name] {
				return false
			}
		}
	}
	return true
}

// Package regexp stands in for the standard library's when the app is compiled
// for the browser.
//
// go-app and go-diff use regular expressions in what the app never calls, but
// for one: the route that stands for every address. The real package brings
// the tables of all scripts and categories of Unicode with it, a twentieth of
// the compiled app. The server and every test outside the browser have the
// real one.
package regexp

// all is the expression that this package knows.
const all = ".*"

// Regexp is a regular expression.
type Regexp struct{ expr string }

// MustCompile returns the expression. Whether it is one that can be matched
// shows when it is.
func MustCompile(expr string) *Regexp { return &Regexp{expr} }

// MatchString tells whether s has a match.
func (r *Regexp) MatchString(string) bool {
	if r.expr != all {
		panic("regexp: the app in the browser has no regular expression but " + all + ", not " + r.expr)
	}
	return true
}

// FindStringSubmatch would return the first match in s and its groups.
func (r *Regexp) FindStringSubmatch(s string) []string {
	r.MatchString(s)
	return []string{s}
}

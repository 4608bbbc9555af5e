// Package godebug stands in for the standard library's internal one when the app
// is compiled for the browser. It tells packages which of their old ways the
// environment asks for, and counts how often they went them; a browser has no
// environment, and nobody reads the counts.
package godebug

// Setting is a setting that has its default.
type Setting struct{ name string }

// New returns the setting with a name, which begins with "#" where it isn't
// documented.
func New(name string) *Setting { return &Setting{name} }

// Name returns the setting's name without the mark.
func (s *Setting) Name() string {
	if s.Undocumented() {
		return s.name[1:]
	}
	return s.name
}

// Undocumented tells whether the setting is one that isn't documented.
func (s *Setting) Undocumented() bool { return s.name != "" && s.name[0] == '#' }

// String returns the setting as the environment would have it.
func (s *Setting) String() string { return s.Name() + "=" }

// Value returns "", which is the default.
func (s *Setting) Value() string { return "" }

// IncNonDefault counts nothing.
func (s *Setting) IncNonDefault() {}

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"samewire/app/analysis"
	"samewire/app/story"
)

// TestMain makes the test's binary the command itself when a test asks it to.
func TestMain(m *testing.M) {
	if os.Getenv("SAMEWIRE_TEST_MAIN") != "" {
		main()
	}
	os.Exit(m.Run())
}

// analysisOf returns the analysis of a story of files as JSON. That the browser
// makes the same, byte for byte, is tested in app/bench.
func analysisOf(t *testing.T, files []string) string {
	t.Helper()
	s, err := story.ReadFiles(files)
	if err != nil {
		t.Fatal(err)
	}
	a, err := analysis.Analyze(t.Context(), s, nil)
	if err != nil {
		t.Fatal(err)
	}
	data, err := a.JSON()
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestAnalyze runs the command line on the built-in story's articles.
func TestAnalyze(t *testing.T) {
	files, err := filepath.Glob("web/stories/amazon-layoffs/*.txt")
	if err != nil || len(files) != 4 {
		t.Fatal(files, err)
	}
	output := func(args ...string) (string, int) {
		t.Helper()
		cmd := exec.Command(os.Args[0], args...)
		cmd.Env = append(os.Environ(), "SAMEWIRE_TEST_MAIN=1")
		out, err := cmd.CombinedOutput()
		if err != nil && cmd.ProcessState == nil {
			t.Fatal(err)
		}
		return string(out), cmd.ProcessState.ExitCode()
	}
	text, code := output(slices.Concat([]string{"analyze"}, files)...)
	if code != 0 || !strings.Contains(text, "[-reduce-]{+decrease+}") && !strings.Contains(text, "[-decrease-]{+reduce+}") {
		t.Errorf("exit %d:\n%s", code, text)
	}
	if strings.Contains(text, "\x1b") {
		t.Error("colours in a pipe")
	}
	data, code := output(slices.Concat([]string{"analyze", "-json"}, files)...)
	if code != 0 || !strings.HasPrefix(data, `{"samewire":1,`) {
		t.Errorf("exit %d: %.100s", code, data)
	}
	if want := analysisOf(t, files); data != want {
		t.Errorf("the command line finds\n%.500s\nthe server\n%.500s", data, want)
	}
	document := filepath.Join(t.TempDir(), "a.rtf")
	if err := os.WriteFile(document, []byte(`{\rtf1\ansi Hello}`), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"analyze"}, exitUsage, "no file"},
		{[]string{"analyze", "none.txt"}, exitFailed, "none.txt"},
		{[]string{"analyze", document}, exitFailed, "copy the text"},
		{[]string{"analyse"}, exitUsage, `"analyse"`},
		{[]string{"-addr", "127.0.0.1:0", "-stories", "none"}, exitFailed, "none"},
		{[]string{"-addr", "nonsense"}, exitFailed, "nonsense"},
	} {
		out, code := output(tt.args...)
		if code != tt.code || !strings.Contains(out, tt.want) {
			t.Errorf("%q: exit %d: %s", tt.args, code, out)
		}
	}
}

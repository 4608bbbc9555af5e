package web

import (
	"slices"
	"testing"
)

func TestPartSpans(t *testing.T) {
	module := slices.Concat(
		[]byte("\x00asm\x01\x00\x00\x00"),
		section(importSection, 1, 1, 'm', 1, 'n', 0, 0),
		section(codeSection, 2, 3, 1, 2, 3, 2, 4, 5),
		section(dataSection, 9, 9, 9, 9),
		section(customSection, append([]byte("\x04name"), section(functionPart, append([]byte("\x02\x01\x08text.Cut"), "\x02\x0fslices.Sort_go."...)...)...)...),
	)
	module[len(module)-1] = '.' // a name that ends with a dot still has a package
	parts, named, err := partSpans(module)
	if err != nil {
		t.Fatal(err)
	}
	if module[named] != customSection {
		t.Errorf("names begin at %d", named)
	}
	for part, want := range map[string]string{"text": "\x01\x02\x03", "slices": "\x04\x05"} {
		if s := parts[part]; len(s) != 1 || string(module[s[0].start:s[0].end]) != want {
			t.Errorf("%s is %v", part, s)
		}
	}
	for n := range module[:len(module)-1] {
		if _, _, err := partSpans(module[:n]); err == nil {
			t.Errorf("cut at %d, it is read", n)
		}
	}
}

func TestPackageOf(t *testing.T) {
	for name, want := range map[string]string{
		"runtime.mallocgc":             "runtime",
		"samewire_app_ui.__desk_.head": "samewire_app_ui",
		"github.com_maxence_charriere_go_app_v10_pkg_app.nodeManager.mount": "github.com_maxence_charriere_go_app_v10_pkg_app",
		"rsc.io_qr_coding.lplan": "rsc.io_qr_coding",
		"slices.partitionCmpFunc_go.shape.struct___samewire_app_text.Span__int_____": "slices",
		"_rt0_wasm_js": "(others)",
	} {
		if got := packageOf(name); got != want {
			t.Errorf("%s is of %s", name, got)
		}
	}
}

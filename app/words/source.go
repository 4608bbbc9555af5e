//go:build !js

package words

import "embed"

//go:embed *.txt
var files embed.FS

// Source returns the file of a language's messages, or "". In the browser there
// is none but English: tables are loaded there.
func Source(code string) string {
	data, err := files.ReadFile(code + ".txt")
	if err != nil {
		return "" // no such language
	}
	return string(data)
}

package words

// Source returns the file of English messages, or "" for another language.
func Source(code string) string {
	if code == Languages[0].Code {
		return english
	}
	return ""
}

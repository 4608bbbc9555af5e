package lesson

import "samewire/app/words"

// Message is a sentence of package words. Contents of its gaps are letters of
// exhibits, numbers, names of outlets and words of articles.
type Message = words.Message

// message makes a message.
func message(key string, with ...string) Message { return Message{Key: key, With: with} }

// counted writes how many there are of something, in running text.
func counted(n int) string { return words.Numeral(n) }

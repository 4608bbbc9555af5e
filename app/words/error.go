package words

// told is an error that readers are told of in their language.
type told struct{ message Message }

// Error returns an error whose text, a clause without a full stop, is the message
// of a key. As any other error it speaks English; [Why] has it in the language of
// whoever is told.
func Error(key string, with ...string) error { return &told{Message{key, with}} }

func (e *told) Error() string { return e.message.In(English()) }

func (e *told) Said() string { return e.message.String() }

// Why returns a text that stands for what an error says, as [Say] does, or the
// error's own words where it has no message.
func Why(err error) string {
	if e, ok := err.(interface{ Said() string }); ok {
		return e.Said()
	}
	return err.Error()
}

package shelf

import (
	"context"
	"errors"
	"syscall/js"

	"samewire/app/words"
)

// The database and the steps that bring an older one up to date: the first
// makes version 1 of nothing, the next version 2 of that, and so on. Steps are
// added and never changed.
const database = "samewire"

var steps = [...]func(db js.Value){
	func(db js.Value) {
		for _, table := range []string{heads, texts, drafts} {
			db.Call("createObjectStore", table)
		}
	},
	func(db js.Value) { db.Call("createObjectStore", results) },
}

// Open returns the shelf of this device. The error is ErrDenied where the
// browser lets the page keep nothing, and ErrNewer where a newer Samewire has
// changed the database.
func Open(ctx context.Context) (*Shelf, error) {
	var request js.Value
	err := try(func() {
		// Where storage is denied, reading the property may throw.
		factory := js.Global().Get("Reflect").Call("get", js.Global(), "indexedDB")
		request = factory.Call("open", database, len(steps))
	})
	if err != nil {
		return nil, ErrDenied
	}
	upgrade := js.FuncOf(func(_ js.Value, args []js.Value) any {
		for _, step := range steps[args[0].Get("oldVersion").Int():] {
			step(request.Get("result"))
		}
		return nil
	})
	defer upgrade.Release()
	request.Set("onupgradeneeded", upgrade)
	switch err := wait(ctx, request, "onsuccess", "onerror"); {
	case errors.Is(err, ErrNewer) || ctx.Err() != nil:
		return nil, err
	case err != nil:
		return nil, ErrDenied
	}
	db := &indexedDB{db: request.Get("result")}
	// Lets go of the database when another tab brings it up to date. What is
	// asked of it from then on fails with ErrNewer.
	db.db.Set("onversionchange", js.FuncOf(func(js.Value, []js.Value) any {
		db.db.Call("close")
		db.closed = true
		return nil
	}))
	if c := js.Global().Get("BroadcastChannel"); c.Truthy() {
		db.channel = c.New(database)
	}
	return &Shelf{db}, nil
}

// wait waits until one of an object's two events comes, the good or the bad
// one.
func wait(ctx context.Context, object js.Value, good, bad string) error {
	done := make(chan error, 1)
	fine := js.FuncOf(func(js.Value, []js.Value) any {
		done <- nil
		return nil
	})
	defer fine.Release()
	failed := js.FuncOf(func(js.Value, []js.Value) any {
		done <- meaning(object.Get("error"))
		return nil
	})
	defer failed.Release()
	object.Set(good, fine)
	object.Set(bad, failed)
	defer object.Set(good, nil)
	defer object.Set(bad, nil)
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// meaning makes an error of a DOMException.
func meaning(exception js.Value) error {
	if !exception.Truthy() {
		return words.Error("browser.gave-up")
	}
	switch exception.Get("name").String() {
	case "QuotaExceededError":
		return ErrFull
	case "VersionError":
		return ErrNewer
	case "SecurityError":
		return ErrDenied
	}
	return words.Error("browser.says", "what", exception.Get("message").String())
}

// try runs f and returns what JavaScript throws in it.
func try(f func()) (err error) {
	defer func() {
		switch p := recover().(type) {
		case nil:
		case js.Error:
			err = meaning(p.Value)
		case *js.ValueError:
			err = ErrDenied // null where an object should be
		default:
			panic(p)
		}
	}()
	f()
	return nil
}

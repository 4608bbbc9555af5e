package shelf

import (
	"context"
	"syscall/js"
)

// indexedDB is a store in the browser's database. Each table is an object
// store whose values are strings under keys of their own.
type indexedDB struct {
	db      js.Value
	channel js.Value // to the other tabs, if the browser has such
	closed  bool
}

// begin begins a transaction over all tables.
func (x *indexedDB) begin(mode string) (tx js.Value, err error) {
	if x.closed {
		return tx, ErrNewer
	}
	err = try(func() { tx = x.db.Call("transaction", x.db.Get("objectStoreNames"), mode) })
	return tx, err
}

func table(tx js.Value, name string) js.Value { return tx.Call("objectStore", name) }

// end waits until a transaction is through.
func end(ctx context.Context, tx js.Value) error { return wait(ctx, tx, "oncomplete", "onabort") }

func (x *indexedDB) rows(ctx context.Context, name string) ([]row, error) {
	tx, err := x.begin("readonly")
	if err != nil {
		return nil, err
	}
	keys, values := table(tx, name).Call("getAllKeys"), table(tx, name).Call("getAll")
	if err := end(ctx, tx); err != nil {
		return nil, err
	}
	keys, values = keys.Get("result"), values.Get("result")
	out := make([]row, keys.Length())
	for i := range out {
		out[i] = row{name, text(keys.Index(i)), text(values.Index(i))}
	}
	return out, nil
}

// text returns a value that should be a string. What isn't was not written by
// us, and reads as a broken record.
func text(v js.Value) string {
	if v.Type() != js.TypeString {
		return ""
	}
	return v.String()
}

func (x *indexedDB) get(ctx context.Context, name, key string) (string, error) {
	tx, err := x.begin("readonly")
	if err != nil {
		return "", err
	}
	request := table(tx, name).Call("get", key)
	if err := end(ctx, tx); err != nil {
		return "", err
	}
	return text(request.Get("result")), nil
}

// change decides inside the event that brings the row: a transaction ends by
// itself as soon as an event passes in which nothing is asked of it.
func (x *indexedDB) change(ctx context.Context, name, key string, decide func(string) ([]row, error)) error {
	tx, err := x.begin("readwrite")
	if err != nil {
		return err
	}
	request := table(tx, name).Call("get", key)
	var refused error
	got := js.FuncOf(func(js.Value, []js.Value) any {
		var rows []row
		if rows, refused = decide(text(request.Get("result"))); refused == nil {
			refused = try(func() { write(tx, rows) })
		}
		if refused != nil {
			tx.Call("abort")
		}
		return nil
	})
	defer got.Release()
	request.Set("onsuccess", got)
	err = end(ctx, tx)
	if refused != nil {
		return refused
	}
	return err
}

func write(tx js.Value, rows []row) {
	for _, r := range rows {
		if r.value == "" {
			table(tx, r.table).Call("delete", r.key)
		} else {
			table(tx, r.table).Call("put", r.value, r.key)
		}
	}
}

// persist asks without waiting for the answer: a refusal changes nothing here.
func (x *indexedDB) persist() {
	if storage := js.Global().Get("navigator").Get("storage"); storage.Truthy() && storage.Get("persist").Truthy() {
		storage.Call("persist")
	}
}

func (x *indexedDB) tell(id string) {
	if x.channel.Truthy() {
		x.channel.Call("postMessage", id)
	}
}

func (x *indexedDB) hear(f func(id string)) {
	if x.channel.Truthy() {
		x.channel.Set("onmessage", js.FuncOf(func(_ js.Value, args []js.Value) any {
			f(text(args[0].Get("data")))
			return nil
		}))
	}
}

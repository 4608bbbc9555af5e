package client

import (
	"context"
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"samewire/app/lesson"
	"samewire/app/ui"
	"samewire/app/words"
)

// class is the state of the views of the classroom that no address has.
type class struct {
	replies map[string]map[string]ui.Reply // by repliesKey and question
	said    string                         // about a lesson file
	until   time.Time                      // when the timer runs out
}

// listenClass makes the views of the classroom work.
func (c *Client) listenClass(ctx context.Context) {
	on("input", func(_, target app.Value) {
		if target.Call("closest", "#answer").Truthy() {
			c.collect()
		}
	})
	on("change", func(_, target app.Value) {
		if target.Get("id").String() == "lesson-file" {
			files := listed(target.Get("files"))
			go c.openLesson(ctx, files)
		}
	})
	on("click", func(e, _ app.Value) {
		if isBlack() {
			blacken(false)
		}
	})
	if element(".pupil").Truthy() {
		c.beginPupil()
	}
}

// teach does what a button of the classroom stands for. It is false for a button
// of another kind.
func (c *Client) teach(ctx context.Context, do, of string) bool {
	switch do {
	case "check":
		c.check(of)
	case "forget":
		c.forget()
	case "black":
		// After the click that this is, which would end it.
		app.Window().Call("setTimeout", app.FuncOf(func(app.Value, []app.Value) any { blacken(true); return nil }))
	case "minute":
		c.oneMoreMinute()
	case "print":
		app.Window().Call("print")
	case "lesson":
		c.saveLesson(ctx)
	default:
		return false
	}
	return true
}

// present answers the keys of a slide: those of clickers too. It is false for a
// key that stands for nothing there.
func (c *Client) present(key string) bool {
	if isBlack() {
		blacken(false)
		return true
	}
	if words.In(c.language).Rtl {
		switch key {
		case "ArrowRight":
			key = "ArrowLeft"
		case "ArrowLeft":
			key = "ArrowRight"
		}
	}
	switch key {
	case "Enter", " ":
		focused := app.Window().Get("document").Get("activeElement")
		if focused.Call("matches", "a, button").Bool() && focused.Get("id").String() != "next" {
			return false // it has that itself
		}
		return use(element("#next"))
	case "ArrowRight", "ArrowDown", "PageDown":
		return use(element("#next"))
	case "ArrowLeft", "ArrowUp", "PageUp":
		return use(element("#previous"))
	case ".", "b", "B":
		blacken(true)
		return true
	case "t", "T":
		c.oneMoreMinute()
		return true
	}
	return false
}

const blackMark = "data-black"

// isBlack tells whether the screen is black.
func isBlack() bool {
	return app.Window().Get("document").Get("documentElement").Call("hasAttribute", blackMark).Bool()
}

// blacken turns the screen black, or back.
func blacken(on bool) {
	app.Window().Get("document").Get("documentElement").Call("toggleAttribute", blackMark, on)
}

// oneMoreMinute starts the timer, or gives it a minute more.
func (c *Client) oneMoreMinute() {
	running := time.Until(c.class.until) > 0
	if !running {
		c.class.until = time.Now()
	}
	c.class.until = c.class.until.Add(time.Minute)
	if !running {
		c.countDown()
	}
	c.drawTimer()
}

// countDown draws the timer each second until it has run out, or the slides were
// left.
func (c *Client) countDown() {
	time.AfterFunc(time.Second, func() {
		if c.drawTimer() {
			c.countDown()
		}
	})
}

// drawTimer shows how much time is left. It is false when nobody has to be shown
// any more.
func (c *Client) drawTimer() bool {
	place := element("#left")
	if !place.Truthy() {
		c.class.until = time.Time{}
		return false
	}
	left := int(time.Until(c.class.until).Round(time.Second) / time.Second)
	label := "class.timer-one-more-minute"
	if left <= 0 {
		label = "class.timer-one-minute"
	}
	element("#minute").Set("textContent", c.tell(words.Say(label)))
	if left <= 0 {
		place.Set("textContent", c.tell(words.Say("class.times-up")))
		return false
	}
	seconds := strconv.Itoa(100 + left%60)[1:]
	place.Set("textContent", strconv.Itoa(left/60)+":"+seconds)
	return true
}

// saveLesson gives the teacher the lesson that is shown as a file.
func (c *Client) saveLesson(ctx context.Context) {
	a, _ := ui.ParseAddress(pathOf(c.shown))
	data, err := ui.LessonFile(inTurns(ctx), c, a)
	if err != nil {
		c.tellClass(words.Say("class.file-unmade", "why", words.Why(err)))
		return
	}
	save("lesson-"+a.Story+".json", "application/json", data)
}

// openLesson shows the lesson of a file.
func (c *Client) openLesson(ctx context.Context, files []app.Value) {
	a, ok := ui.ParseAddress(pathOf(c.shown))
	if !ok || len(files) == 0 {
		return
	}
	if size := files[0].Get("size").Int(); size > lesson.MaxFileBytes {
		c.tellClass(words.Say("class.file-too-large", "size", words.Number(size)))
		return
	}
	data, err := bytesOf(ctx, files[0])
	var to ui.Address
	var notes string
	if err == nil {
		to, notes, err = ui.OpenLesson(inTurns(ctx), c, a, data)
	}
	if err != nil {
		c.tellClass(words.Say("class.file-unopened", "why", words.Why(err)))
		return
	}
	c.class.said = notes
	to.Look = a.Look
	if to.String() == c.shown {
		c.refresh("said")
		return
	}
	c.open(to.String())
}

// tellClass says something about a lesson file.
func (c *Client) tellClass(said string) {
	c.class.said = said
	c.refresh("")
}

// Said returns what there is to say about a lesson file.
func (c *Client) Said() string { return c.class.said }

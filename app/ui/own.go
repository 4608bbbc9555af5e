package ui

import (
	"context"

	"samewire/app/shelf"
	"samewire/app/story"
	"samewire/app/words"
)

// Device is a source that has a reader's own stories beside the published
// ones: the browser's. What it returns is the state that a form or a list is
// in; the views are made of it as of anything else.
type Device interface {
	Source
	// Form returns the form of a draft, or of a new one for the ID "". The
	// error is story.ErrNotFound when there is none.
	Form(ctx context.Context, id string) (*Form, error)
	// Own returns the reader's own stories.
	Own(ctx context.Context) Own
	// Offer returns the story that is shown before it is kept.
	Offer(ctx context.Context) Offer
	// Pass returns how a story can be passed on.
	Pass(ctx context.Context, s *story.Story) Pass
}

// Own is what the library shows of the device.
type Own struct {
	Stories  []shelf.Entry
	Drafts   []shelf.Draft // begun and not finished
	Renaming string        // the ID of the story whose title is a field
	Deleted  string        // the title of the story that was deleted last
	Problem  string        // what went wrong, a sentence
}

// onDevice is the server's page for what is on the reader's device: the app is
// to start at once and show it.
func onDevice(title, description string) View {
	var m markup
	m.open("main", "id", "main", "class", "plain", "tabindex", "-1")
	m.put("h1", title)
	m.put("p", description, "class", "lead", "role", "status")
	m.open("noscript").put("p", say("own.your-own-stories-never")).close("noscript")
	m.open("p").put("a", say("own.see-the-published-stories"), "href", "/").close("p", "main")
	return View{
		Status: 200, Title: title + " · Samewire", Description: description, Starts: true, NoIndex: true,
		Blocks: []Block{skipLink(), banner(), m.block(), footer()},
	}
}

// deviceView is the view of an address that the device alone can show. It is
// false for all others.
func deviceView(ctx context.Context, src Source, a Address) (View, bool) {
	device, here := src.(Device)
	switch {
	case a.Place == New && !here && a.Story == "":
		return newView(&Form{Draft: &shelf.Draft{Boxes: make([]shelf.Box, 2)}}), true
	case a.Place == New && here:
		form, err := device.Form(ctx, a.Story)
		if err != nil {
			return failedOwn(err), true
		}
		return newView(form), true
	case a.Place == Open && here:
		return openView(device.Offer(ctx)), true
	case a.Place == Open:
		return onDevice(say("own.a-story-was-sent"), say("own.it-is-inside-the")), true
	case a.Story == story.Handed && !here:
		return onDevice(say("own.a-story-of-this"), say("own.one-moment-it-is")), true
	case story.IsOwn(a.Story) && !here:
		return onDevice(say("own.a-story-on-your"), say("own.one-moment-it-is-2")), true
	}
	return View{}, false
}

// failedOwn says why something of the reader's own can't be shown.
func failedOwn(err error) View {
	var m markup
	m.open("main", "id", "main", "class", "plain", "tabindex", "-1")
	m.put("h1", say("own.this-story-cant-be"))
	if err == story.ErrNotFound {
		m.put("p", say("own.it-isnt-on-this"))
	} else {
		m.put("p", capital(words.Why(err))+".")
	}
	m.open("p").put("a", say("own.go-to-the-stories"), "href", "/").close("p", "main")
	return View{Status: 404, Title: say("own.cant-be-opened-samewire"), Starts: true, NoIndex: true, Blocks: []Block{skipLink(), banner(), m.block(), footer()}}
}

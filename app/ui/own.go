package ui

import (
	"context"

	"samewire/app/shelf"
	"samewire/app/story"
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
	m.open("noscript").put("p", "Your own stories never reach our server, so the server can’t show them: your browser has to, with JavaScript and WebAssembly. Allow both for this page, then reload it.").close("noscript")
	m.open("p").put("a", "See the published stories", "href", "/").close("p", "main")
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
		return onDevice("A story was sent to you", "It is inside the link. One moment: it is being unpacked."), true
	case a.Story == story.Handed && !here:
		return onDevice("A story of this site", "One moment: it is being loaded."), true
	case story.IsOwn(a.Story) && !here:
		return onDevice("A story on your device", "One moment: it is being opened from this device, where it is kept."), true
	}
	return View{}, false
}

// failedOwn says why something of the reader's own can't be shown.
func failedOwn(err error) View {
	var m markup
	m.open("main", "id", "main", "class", "plain", "tabindex", "-1")
	m.put("h1", "This story can’t be opened here")
	if err == story.ErrNotFound {
		m.put("p", "It isn’t on this device. Own stories are kept in the browser they were made in: open the link there. If you have the story as a file, open the file.")
	} else {
		m.put("p", capital(err.Error())+".")
	}
	m.open("p").put("a", "Go to the stories", "href", "/").close("p", "main")
	return View{Status: 404, Title: "Can’t be opened · Samewire", Starts: true, NoIndex: true, Blocks: []Block{skipLink(), banner(), m.block(), footer()}}
}

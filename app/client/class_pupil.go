package client

import (
	"maps"
	"strconv"
	"strings"

	"samewire/app/ui"
)

// repliesKey is the name under which the answers to a lesson's questions are
// kept on the device. The seed is in it because it deals the texts' places.
func repliesKey(story string, seed uint64) string {
	return "samewire-class-" + story + "-" + strconv.FormatUint(seed, 10)
}

// Replies returns the pupil's answers. The first view is to be the server's, so
// it has none.
func (c *Client) Replies(story string, seed uint64) map[string]ui.Reply {
	if c.shown == "" {
		return nil
	}
	return c.kept(repliesKey(story, seed))
}

// kept returns the answers of a key: those of this page, or of an earlier one.
func (c *Client) kept(key string) map[string]ui.Reply {
	all, ok := c.class.replies[key]
	if ok {
		return all
	}
	all = map[string]ui.Reply{}
	if err := c.device.ctx.LocalStorage().Get(key, &all); err != nil || all == nil {
		all = map[string]ui.Reply{} // not ours
	}
	if c.class.replies == nil {
		c.class.replies = map[string]map[string]ui.Reply{}
	}
	c.class.replies[key] = all
	return all
}

// pupilKey returns the key of the answers on the page that is shown.
func (c *Client) pupilKey() string {
	a, _ := ui.ParseAddress(pathOf(c.shown))
	return repliesKey(a.Story, a.Plan.Seed)
}

// collect takes over what the pupil has ticked and written.
func (c *Client) collect() {
	answer := element("#answer")
	if !answer.Truthy() {
		return
	}
	var r ui.Reply
	ticked := answer.Call("querySelectorAll", ":checked")
	for i := range ticked.Length() {
		if n, err := strconv.Atoi(ticked.Index(i).Get("value").String()); err == nil {
			r.Ticked = append(r.Ticked, n)
		}
	}
	if own := element("#own"); own.Truthy() {
		r.Text = own.Get("value").String()
	}
	if question := data(answer, "answer"); !c.kept(c.pupilKey())[question].Done {
		c.reply(question, r)
	}
}

// beginPupil takes over what was answered before the app was there, and shows
// what was kept of an earlier time.
func (c *Client) beginPupil() {
	if own := element("#own"); element("#answer :checked").Truthy() || own.Truthy() && own.Get("value").String() != "" {
		c.collect()
	}
	c.refresh("")
}

// reply keeps the answer to a question.
func (c *Client) reply(question string, r ui.Reply) {
	key := c.pupilKey()
	all := maps.Clone(c.kept(key))
	all[question] = r
	c.class.replies[key] = all
	// Without room on the device, the answers last as long as the page.
	_ = c.device.ctx.LocalStorage().Set(key, all)
}

// check ends the answering of a question and shows how good it was.
func (c *Client) check(question string) {
	c.collect()
	r := c.kept(c.pupilKey())[question]
	if own := element("#own"); own.Truthy() && strings.TrimSpace(r.Text) == "" {
		own.Call("focus") // nothing is written yet
		return
	}
	r.Done = true
	c.reply(question, r)
	c.refresh("next")
}

// forget drops the answers to all questions of the lesson.
func (c *Client) forget() {
	key := c.pupilKey()
	c.class.replies[key] = map[string]ui.Reply{}
	c.device.ctx.LocalStorage().Del(key)
	c.refresh("question")
}

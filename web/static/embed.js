// <same-wire story="…"> shows a story of this Samewire in a page. It is a lazily
// loaded frame as high as what is in it. What stands inside the element shows
// where this script doesn't run. A story's page /widget makes the lines for it.
"use strict";

(() => {
  const home = new URL(".", document.currentScript.src);
  // The attributes that are parts of the frame's path, by view, and their values
  // where they are missing; and those that are its parameters.
  const inPath = { read: { article: "a" }, compare: { article: "a", other: "b" }, passage: { passage: "1" } };
  const inQuery = ["passage", "base", "theme", "lang", "names", "load"];
  // In a page that is itself sandboxed, a frame has no origin either.
  const theirs = self.origin === "null" ? "null" : home.origin;
  const device = matchMedia("(prefers-color-scheme: dark)");
  const largest = 4 << 20; // bytes of a story file
  const tallest = 30000;   // px
  const titles = {{.Titles}}; // of a frame whose page isn't there yet, by language

  class SameWire extends HTMLElement {
    static observedAttributes = ["story", "src", "view", "article", "other", ...inQuery];

    connectedCallback() {
      addEventListener("message", this);
      // What may change the theme of the page.
      addEventListener("transitionend", this);
      device.addEventListener("change", this);
      this.watch ??= new MutationObserver(() => this.dress());
      for (const element of [document.documentElement, document.body]) {
        this.watch.observe(element, { attributes: true });
      }
      this.show();
    }

    disconnectedCallback() {
      removeEventListener("message", this);
      removeEventListener("transitionend", this);
      device.removeEventListener("change", this);
      this.watch.disconnect();
      this.root?.replaceChildren();
      this.frame = null;
    }

    attributeChangedCallback(name, before, now) {
      if (!this.frame || before === now) {
        return;
      }
      if (name === "theme") {
        this.dress();
      } else {
        this.show();
      }
    }

    // show puts a frame in, once for all attributes that change together.
    show() {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.isConnected && this.put());
    }

    put() {
      const address = this.address();
      if (!address) {
        return;
      }
      const frame = document.createElement("iframe");
      frame.title = this.title || this.untold();
      frame.loading = "lazy";
      frame.width = "100%";
      frame.height = this.frame?.height ?? this.getAttribute("height") ?? 480;
      frame.style.border = "0";
      frame.style.display = "block";
      frame.src = address;
      this.frame = frame;
      this.page = 0;
      if (getComputedStyle(this).display === "inline") {
        this.style.display = "block";
      }
      this.root ??= this.attachShadow({ mode: "open" });
      this.root.replaceChildren(frame);
    }

    // untold is what the frame is called, in the language of the page around it,
    // until its own page says so.
    untold() {
      const [code] = (this.closest("[lang]")?.lang ?? "").toLowerCase().split("-");
      return titles[code] ?? titles.en;
    }

    // address is that of the frame, or null when the attributes name no story.
    address() {
      const story = this.getAttribute("story");
      const src = this.getAttribute("src");
      if (!src && !/^[a-z0-9-]+$/.test(story ?? "")) {
        console.error("<same-wire>: story must be the name of a story, or src the address of a story file");
        return null;
      }
      const view = this.getAttribute("view") ?? "overview";
      const needed = src ? {} : inPath[view] ?? {};
      const parts = Object.entries(needed).map(([name, missing]) => encodeURIComponent((this.getAttribute(name) || missing).toLowerCase()));
      const path = src ? ["my--src"] : view === "overview" ? [story] : [story, view, ...parts];
      const to = new URL(["embed", ...path].join("/"), home);
      // A story file has one page, for all its views.
      for (const name of src ? ["view", "article", "other", ...inQuery] : inQuery) {
        const value = this.getAttribute(name);
        if (value && !(name in needed)) {
          to.searchParams.set(name, value);
        }
      }
      this.worn = this.theme();
      to.searchParams.set("theme", this.worn);
      return to.href;
    }

    // theme is the one that is asked for, or else that of the page: where the
    // text around is light, all is dark.
    theme() {
      const asked = this.getAttribute("theme");
      if (asked === "light" || asked === "dark") {
        return asked;
      }
      const [kind, r, g, b] = getComputedStyle(this).color.split(/[(,\s]+/);
      return !kind.startsWith("rgb") ? "auto" : r * 0.3 + g * 0.59 + parseFloat(b) * 0.11 > 127 ? "dark" : "light";
    }

    // dress tells the frame a theme that it doesn't have yet.
    dress() {
      const theme = this.theme();
      if (theme !== this.worn) {
        this.worn = theme;
        this.send({ samewire: "theme", theme });
      }
    }

    send(message) {
      this.frame?.contentWindow?.postMessage(message, theirs === "null" ? "*" : theirs);
    }

    handleEvent(event) {
      if (event.type !== "message") {
        if (event.type === "change" || event.propertyName === "color") {
          this.dress();
        }
      } else if (this.frame && event.source === this.frame.contentWindow && event.origin === theirs) {
        this.hear(event.data); // else of another frame, or another site's page in ours
      }
    }

    hear(data) {
      switch (data?.samewire) {
        case "height":
          if (Number.isFinite(data.height) && data.height >= 1 && data.height <= tallest) {
            this.frame.height = Math.ceil(data.height);
          }
          break;
        case "ready":
          // The page's own is in its language.
          this.frame.title = this.title || data.title;
          // The address of a further page has the theme of the first.
          this.send({ samewire: "theme", theme: this.worn });
          this.turn();
          this.tell("ready", data);
          break;
        case "page":
          this.turn();
          break;
        case "passage":
          this.tell("passage", data);
          break;
        case "story":
          this.load();
      }
    }

    // turn brings the top of a page into sight that the reader went to from far
    // down on the last one.
    turn() {
      if (this.page++ && this.frame.getBoundingClientRect().top < 0) {
        this.scrollIntoView();
      }
    }

    tell(type, { story, passage }) {
      this.dispatchEvent(new CustomEvent("samewire:" + type, { bubbles: true, composed: true, detail: { story, passage } }));
    }

    // load fetches the story file of src, with the page's own rights, and hands
    // it to the frame.
    async load() {
      try {
        const url = new URL(this.getAttribute("src"), document.baseURI);
        if (!/^https?:$/.test(url.protocol)) {
          throw refusal("scheme", url.protocol);
        }
        const response = await fetch(url);
        if (!response.ok) {
          throw refusal("status", response.status);
        }
        this.send({ samewire: "story", text: await limited(response) });
      } catch (error) {
        this.send({ samewire: "story", error: String(error.message), why: error.why, what: error.what });
      }
    }
  }

  // refusal is an error that the frame puts into words, in its language.
  const refusal = (why, what) => Object.assign(new Error(why + " " + what), { why, what: String(what) });

  // limited reads a response as text, up to the largest size.
  async function limited(response) {
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    let text = "";
    for (let size = 0; ;) {
      const { done, value } = await reader.read();
      if (done) {
        return text + decoder.decode();
      }
      size += value.length;
      if (size > largest) {
        reader.cancel();
        throw refusal("large", largest >> 20);
      }
      text += decoder.decode(value, { stream: true });
    }
  }

  customElements.get("same-wire") ?? customElements.define("same-wire", SameWire);
})();

// <same-wire story="…"> shows a story of this Samewire in a page. It is a lazily
// loaded frame as high as what is in it. What stands inside the element shows
// where this script doesn't run. /help/embed has the attributes and events.
"use strict";

(() => {
  const home = new URL(".", document.currentScript.src);
  // The attributes that are parts of the frame's path, by view, and their values
  // where they are missing; and those that are its parameters.
  const inPath = { read: { article: "a" }, compare: { article: "a", other: "b" }, passage: { passage: "1" } };
  const inQuery = ["passage", "base", "theme", "lang", "names", "load"];
  const largest = 4 << 20; // bytes of a story file
  const tallest = 30000;   // px

  class SameWire extends HTMLElement {
    static observedAttributes = ["story", "src", "view", "article", "other", ...inQuery];

    connectedCallback() {
      addEventListener("message", this);
      this.show();
    }

    disconnectedCallback() {
      removeEventListener("message", this);
      this.root?.replaceChildren();
      this.frame = null;
    }

    attributeChangedCallback(name, before, now) {
      if (!this.frame || before === now) {
        return;
      }
      if (name === "theme") {
        this.send({ samewire: "theme", theme: now ?? "auto" });
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
      frame.title = this.title || "How several outlets told this story, by Samewire";
      frame.loading = "lazy";
      frame.width = "100%";
      frame.height = this.frame?.height ?? this.getAttribute("height") ?? 480;
      frame.style.border = "0";
      frame.style.display = "block";
      frame.src = address;
      this.frame = frame;
      this.root ??= this.attachShadow({ mode: "open" });
      this.root.replaceChildren(frame);
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
      const parts = Object.entries(inPath[view] ?? {}).map(([name, missing]) => encodeURIComponent((this.getAttribute(name) || missing).toLowerCase()));
      const to = new URL(["embed", src ? "my--src" : story, ...view === "overview" ? [] : [view, ...parts]].join("/"), home);
      for (const name of inQuery) {
        const value = this.getAttribute(name);
        if (value && !(name in (inPath[view] ?? {}))) {
          to.searchParams.set(name, value);
        }
      }
      return to.href;
    }

    send(message) {
      this.frame?.contentWindow?.postMessage(message, home.origin);
    }

    // handleEvent takes messages: of our own frame, and of our server's pages.
    handleEvent({ source, origin, data }) {
      if (!this.frame || source !== this.frame.contentWindow || origin !== home.origin) {
        return;
      }
      switch (data?.samewire) {
        case "height":
          if (data.height >= 1 && data.height <= tallest) {
            this.frame.height = Math.ceil(data.height);
          }
          break;
        case "ready":
          this.tell("ready", data);
          break;
        case "passage":
          this.tell("passage", data);
          break;
        case "story":
          this.load();
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
          throw new Error(url.protocol + " addresses are not loaded");
        }
        const response = await fetch(url);
        if (!response.ok) {
          throw new Error("the server answered " + response.status);
        }
        this.send({ samewire: "story", text: await limited(response) });
      } catch (error) {
        this.send({ samewire: "story", error: String(error.message) });
      }
    }
  }

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
        throw new Error("the story file is larger than 4 MB");
      }
      text += decoder.decode(value, { stream: true });
    }
  }

  customElements.get("same-wire") ?? customElements.define("same-wire", SameWire);
})();

// The one script that a page loads with itself. It starts the app when the page
// has been up for a while and the browser has nothing to do: all links work
// without the app, and its start would hold up the first scrolling and tapping.
"use strict";

const page = document.currentScript.dataset;
const patience = 3000; // ms after the page has loaded

// A host of plain files adds a slash to a page's address.
if (location.pathname.length > page.base.length + 1 && location.pathname.endsWith("/")) {
  try {
    history.replaceState(history.state, "", location.pathname.slice(0, -1) + location.search + location.hash);
  } catch {
    // In a frame without an origin: it stays.
  }
}

// Without a network the service worker may have sent the page of another
// address, which the app puts right: then it can't be too soon. Nor on a page
// that is nothing without the app, or that something has been handed to.
const form = document.getElementById("compose");
if ("starts" in page || page.base + page.address !== asked() || form && isHanded()) {
  start();
} else if ("waits" in page && !/[?&]load=idle(&|$)/.test(location.search) && !document.referrer.startsWith(location.origin + page.base + "/")) {
  // In another site's page that page comes first, until its reader uses this
  // one.
  addEventListener("pointerdown", start, { once: true });
} else {
  const wait = () => setTimeout(() => (self.requestIdleCallback ?? setTimeout)(start), patience);
  if (document.readyState === "complete") {
    wait();
  } else {
    addEventListener("load", wait, { once: true });
  }
}

// asked returns the address that the page should show. A host of plain files has
// one page for all parameters, and the look is put right without the app.
function asked() {
  const path = location.pathname.replace(/(.)\/$/, "$1");
  if (!("plain" in page)) {
    return path + location.search;
  }
  const rest = [...new URLSearchParams(location.search).keys()].filter((key) => !/^(theme|size|spacing|marks|load|utm_.*)$/.test(key));
  return rest.length ? path + location.search : path;
}

// Nor can it for someone who uses the keyboard, because the keys are the app's.
// It gets the last one that was pressed before it was there, unless the reader
// went on to something else.
let key = null;
const press = (event) => {
  start();
  key = event.target.closest?.("input, textarea, select") ? null : event;
};
const forget = () => { key = null; };
addEventListener("keydown", press);
addEventListener("pointerdown", forget);
document.addEventListener("live", () => {
  removeEventListener("keydown", press);
  removeEventListener("pointerdown", forget);
  if (key) {
    // Not within the app's own turn, which would answer too late.
    const pressed = new KeyboardEvent("keydown", key);
    setTimeout(() => document.dispatchEvent(pressed));
  }
}, { once: true });

// isHanded tells whether a form is to be filled in from elsewhere: by a link, by
// another app, or by the system, which hands files to the installed app alone.
function isHanded() {
  return location.hash.startsWith("#page=") || new URLSearchParams(location.search).has("shared") ||
    !matchMedia("(display-mode: browser)").matches;
}

// A form can be filled in before the app is there. What only the app can do waits
// for it: the buttons that were pressed, and files.
if (form) {
  const waiting = new Map();
  const wait = (event, id, then) => {
    event.preventDefault();
    document.documentElement.toggleAttribute("data-busy", true);
    waiting.set(id, then);
    start();
  };
  const take = (files) => {
    const field = document.getElementById("files");
    field.files = files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const holds = {
    click(event) {
      const id = event.target.closest("button")?.id;
      if (id) {
        wait(event, id, () => document.getElementById(id)?.click());
      }
    },
    change(event) {
      const { id, files } = event.target;
      if (id === "files") {
        wait(event, id, () => take(files));
      }
    },
    dragover(event) {
      if (event.dataTransfer.types.includes("Files")) {
        event.preventDefault();
        start();
      }
    },
    drop(event) {
      const { files } = event.dataTransfer;
      if (files.length) {
        wait(event, "files", () => take(files));
      }
    },
  };
  for (const [type, hold] of Object.entries(holds)) {
    document.addEventListener(type, hold);
  }
  document.addEventListener("live", () => {
    for (const [type, hold] of Object.entries(holds)) {
      document.removeEventListener(type, hold);
    }
    document.documentElement.toggleAttribute("data-busy", false);
    for (const then of waiting.values()) {
      setTimeout(then); // not within the app's own turn
    }
  }, { once: true });
  beginAgain().catch(() => start()); // which tells that nothing can be kept
}

// beginAgain starts the app for who has been here: it lists what was begun then,
// above the form.
async function beginAgain() {
  const all = await indexedDB.databases?.() ?? [];
  if (all.some(({ name }) => name === "samewire")) {
    start();
  }
}

// A page that shows a passage begins at it.
if (!location.hash) {
  document.querySelector(".copy [aria-current]")?.scrollIntoView({ block: "nearest" });
}

// start loads the app's scripts, in their order, once.
function start() {
  for (const src of (page.scripts ?? "").split(" ").filter(Boolean)) {
    const script = document.createElement("script");
    script.src = src;
    script.async = false;
    script.addEventListener("load", watch, { once: true });
    document.head.append(script);
  }
  delete page.scripts;
}

// watch tells the reader when the app has ended, which it does after a fault
// only. Links still lead on then.
function watch() {
  const run = globalThis.Go?.prototype.run;
  if (!run || watch.done) {
    return;
  }
  watch.done = true;
  Go.prototype.run = async function (instance) {
    await run.call(this, instance);
    const note = document.createElement("p");
    const again = document.createElement("a");
    note.className = "device";
    note.role = "alert";
    again.href = location.href;
    again.textContent = page.fault;
    note.append(again);
    document.body.append(note);
  };
}

// Where the browser denies storage (inside a frame of another site, with
// cookies blocked) reading window.localStorage throws, and the app would stop
// at its first use. Here it gets storage that lasts as long as the page.
for (const name of ["localStorage", "sessionStorage"]) {
  let usable = false;
  try {
    window[name].getItem("samewire");
    usable = true;
  } catch {
    // Denied, or null as in some embedded browsers: replaced below.
  }
  if (!usable) {
    Object.defineProperty(window, name, { configurable: true, value: memoryStorage() });
  }
}

// In a frame without an origin some browsers let no script change the path that
// the address shows, and the app would stop there. The page of the address is
// loaded instead.
if (self.origin === "null") {
  for (const name of ["pushState", "replaceState"]) {
    const change = history[name].bind(history);
    history[name] = (state, unused, url) => {
      try {
        change(state, unused, url);
      } catch {
        location.assign(url);
      }
    };
  }
}

// memoryStorage returns what implements the Storage interface on a Map.
function memoryStorage() {
  const items = new Map();
  return {
    get length() { return items.size; },
    key(n) { return [...items.keys()][n] ?? null; },
    getItem(k) { return items.get(String(k)) ?? null; },
    setItem(k, v) { items.set(String(k), String(v)); },
    removeItem(k) { items.delete(String(k)); },
    clear() { items.clear(); },
  };
}

// In the overview, all blocks of a passage light up with the one that is
// pointed at, touched or focused.
let lit;
for (const type of ["pointerover", "focusin"]) {
  document.addEventListener(type, ({ target }) => light(target.closest?.("[data-passage]")?.dataset.passage));
}

function light(passage) {
  if (passage === lit) {
    return;
  }
  lit = passage;
  for (const block of document.querySelectorAll("[data-passage]")) {
    block.toggleAttribute("data-lit", block.dataset.passage === passage);
  }
}

// The slider of the common wording goes where the link that it stands at goes.
for (const type of ["input", "change"]) {
  document.addEventListener(type, ({ target }) => {
    if (target.id !== "least") {
      return;
    }
    const links = target.parentNode.querySelectorAll("a");
    const link = links[target.value];
    target.setAttribute("aria-valuetext", link.textContent);
    for (const other of links) {
      other.toggleAttribute("data-at", other === link);
    }
    if (type === "change") {
      link.click();
    }
  });
}

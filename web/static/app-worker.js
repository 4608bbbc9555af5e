// Samewire's service worker: what has been opened once opens without a
// network. The server fills in the version, a hash of everything the app is
// made of, and the addresses of its files.
"use strict";

const base = "{{.Base}}"; // the path that all is under
const version = "{{.Version}}";
const files = {{.Files}};
const starter = "{{.Starter}}"; // which a page of this version has in it
const later = {{.Later}}; // not needed by every reader: kept when first used

// Every cache of ours begins with the prefix; others of the origin are left
// alone, and those of a Samewire under another path.
const prefix = "samewire" + base + "/-";
const fileCache = prefix + "files-" + version; // the app, whole or not at all
const pageCache = prefix + "pages-" + version; // pages as they were opened
const sharedCache = prefix + "shared";         // what another app shares
const storyCache = prefix + "stories";         // stories outlive a version
const limit = 60;                              // of pages, and of stories

// A new version is downloaded beside the one in use, and waits. It is used when
// the reader says so, when a page of it has come from the server, or when the
// last page of the old one is closed. Pages of the old one go on with its files.
self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => event.waitUntil(hear(event)));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method === "POST" && url.pathname === base + "/share" && url.origin === self.location.origin) {
    event.respondWith(putBy(request));
    return;
  }
  if (request.method !== "GET" || url.origin !== self.location.origin) {
    return;
  }
  if (request.mode === "navigate") {
    event.respondWith(networkFirst(event, pageCache));
  } else if (url.pathname.startsWith(base + "/stories")) {
    event.respondWith(networkFirst(event, storyCache));
  } else if (later.includes(url.pathname + url.search)) {
    event.respondWith(fromFiles(request, (response) => {
      event.waitUntil(caches.open(fileCache).then((cache) => cache.put(request.url, response)));
    }));
  } else if (files.includes(url.pathname + url.search) || kinds.includes(request.destination) || url.pathname.endsWith(".wasm")) {
    event.respondWith(fromFiles(request));
  }
});

// putBy keeps what another app shares with the installed one, for the form to
// take in. It goes no further than this.
async function putBy(request) {
  try {
    const cache = await caches.open(sharedCache);
    await cache.put(base + "/share", new Response(await request.formData()));
  } catch (error) {
    console.warn(error); // no room: the page finds nothing, and says so
  }
  return Response.redirect(base + "/new?shared", 303);
}

async function install() {
  try {
    const responses = await Promise.all(files.map(fetchFile));
    const cache = await caches.open(fileCache);
    await Promise.all(files.map((file, i) => cache.put(file, responses[i])));
    await keepOpenPages();
  } catch (error) {
    await caches.delete(fileCache);
    throw error;
  }
}

// hear answers a page, which says its version and what it asks for: to use this
// version, or what there is to say to it.
async function hear({ data, source }) {
  if (data?.samewire === "use") {
    await self.skipWaiting();
  } else if (data?.samewire === "waiting") {
    if (data.version === version) {
      await self.skipWaiting(); // the reader has it already
    } else {
      source.postMessage({ samewire: "new" });
    }
  } else if (data?.samewire === "here") {
    source.postMessage({ samewire: offline.has(source.id) ? "offline" : "online" });
    const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    if (data.version === version && windows.length === 1 && windows[0].id === source.id) {
      await tidy();
    }
  }
}

// fetchFile fetches a file of this very version. The server redirects the
// address of a file of another version to that of its own, and writes the
// version into a page's header.
async function fetchFile(file) {
  const response = await fetch(file);
  const fitting = file !== base + "/" || await isOfThis(response);
  if (!response.ok || response.redirected || !fitting) {
    throw new Error(file + " is not there in this version");
  }
  return response;
}

// keepOpenPages keeps the list of stories and the pages that are open now,
// with their stories: they were loaded before this worker could see it.
async function keepOpenPages() {
  await keep(storyCache, base + "/stories.json", await fetch(base + "/stories.json"));
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  await Promise.all(windows.map(async ({ url }) => {
    const { origin, pathname, search } = new URL(url);
    if (origin !== self.location.origin || !pathname.startsWith(base + "/")) {
      return;
    }
    const page = pathname + search;
    await keep(pageCache, page, await fetch(page));
    const story = pathname.slice(base.length).match(/^\/s\/([a-z0-9-]+)/);
    if (story) {
      await keepStory(base + "/stories/" + story[1]);
    }
  }));
}

// keepStory keeps the file of a story, and of one of excerpts the other too.
async function keepStory(name) {
  const file = await fetch(name + ".json");
  await keep(storyCache, name + ".json", file.clone());
  if (file.ok && (await file.json()).excerpts) {
    await keep(storyCache, name + ".excerpts.json", await fetch(name + ".excerpts.json"));
  }
}

async function activate() {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (windows.length === 0) {
    await tidy();
  }
  // Not to be waited for: a page that has a worker while this one becomes
  // active takes the first installation for an update.
  setTimeout(() => self.clients.claim());
}

// tidy deletes what other versions have left, once no page of theirs is open.
async function tidy() {
  const mine = [fileCache, pageCache, storyCache, sharedCache];
  const waiting = self.registration.waiting ?? self.registration.installing;
  if (!waiting) {
    await Promise.all((await ours()).filter((name) => !mine.includes(name)).map((name) => caches.delete(name)));
  }
}

// ours returns the names of our caches.
async function ours() {
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

// What a page loads from us beside stories, as browsers call it.
const kinds = ["script", "style", "image", "worker"];

// fromFiles answers with a file of the app, of this version or of another that
// is kept, since a file's address has its hash in it. What isn't kept comes from
// the server, and goes to keep too; but a server that has another version leads
// on to that one's file, which doesn't go with the page.
async function fromFiles(request, keep) {
  for (const cacheName of [fileCache, ...await ours()]) {
    const kept = await caches.match(request.url, { cacheName, ignoreVary: true });
    if (kept) {
      return kept;
    }
  }
  const response = await fetch(request);
  if (response.redirected) {
    return Response.error();
  }
  if (response.ok) {
    keep?.(response.clone());
  }
  return response;
}

// The pages that came from here because there was no network.
const offline = new Set();

// tell lets a page know whether there is a network: one that is there. One that
// is only to come asks when it is.
function tell({ clientId, resultingClientId }, is) {
  const id = resultingClientId || clientId;
  if (is === "offline") {
    offline.add(id);
  } else {
    offline.delete(id);
  }
  if (!resultingClientId) {
    self.clients.get(id).then((client) => client?.postMessage({ samewire: is }));
  }
}

// patience is how long the network may take, in ms, where an answer is kept: in
// a tunnel a request may neither fail nor end.
const patience = 4000;

// networkFirst answers from the network and keeps the answer. Without a
// network it answers with what was kept for the address, for the same path
// with another query, or, for a page, with the library page, on which the app
// starts and shows the view that the address names.
async function networkFirst(event, name) {
  const { request } = event;
  const asked = slashless(request);
  const match = (key, options) => caches.match(key, { ignoreVary: true, ...options });
  const exact = await match(asked, { cacheName: name });
  const answer = fetch(request);
  event.waitUntil(answer.then((response) => keep(name, request, response.clone()), () => {}));
  const late = new Promise((_, reject) => exact && setTimeout(reject, patience));
  try {
    const response = await Promise.race([answer, late]);
    tell(event, "online");
    return response;
  } catch (error) {
    tell(event, "offline");
    const kept = exact ??
      (await match(asked, { cacheName: name, ignoreSearch: true })) ??
      (name === pageCache && (await match(base + "/", { cacheName: fileCache })));
    if (kept) {
      return kept;
    }
    throw error;
  }
}

// isOfThis tells whether a page is of this version: by a header, or, from a host
// of plain files, by what it loads.
async function isOfThis(page) {
  const served = page.headers.get("Samewire-Version");
  return served ? served === version : (await page.clone().text()).includes(starter);
}

// slashless returns a request's address without the slash that a host of plain
// files adds.
function slashless(request) {
  return (request.url ?? request).replace(/([^/])\/(?=$|\?)/, "$1");
}

// keep puts a response into a cache of at most limit entries. A page that
// belongs to another version would miss its files there.
async function keep(name, request, response) {
  if (!response.ok || response.redirected) {
    return;
  }
  if (name === pageCache && !await isOfThis(response)) {
    return;
  }
  const cache = await caches.open(name);
  await cache.put(slashless(request), response);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - limit)).map((key) => cache.delete(key)));
}

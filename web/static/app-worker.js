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

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
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
  } else if (files.includes(url.pathname + url.search)) {
    event.respondWith(cacheFirst(request));
  } else if (later.includes(url.pathname + url.search)) {
    event.respondWith(cacheFirst(request, fetchAndKeep(event)));
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
  await self.skipWaiting();
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
  const names = await caches.keys();
  await Promise.all(names
    .filter((name) => name.startsWith(prefix) && ![fileCache, pageCache, storyCache, sharedCache].includes(name))
    .map((name) => caches.delete(name)));
  // Not to be waited for: a page that has a worker while this one becomes
  // active takes the first installation for an update.
  setTimeout(() => self.clients.claim());
}

async function cacheFirst(request, otherwise = fetch) {
  const kept = await caches.match(request.url, { cacheName: fileCache, ignoreVary: true });
  return kept ?? otherwise(request);
}

// fetchAndKeep returns a function that fetches a file of the app and keeps it.
function fetchAndKeep(event) {
  return async (request) => {
    const response = await fetch(request);
    if (response.ok && !response.redirected) {
      const copy = response.clone();
      event.waitUntil(caches.open(fileCache).then((cache) => cache.put(request.url, copy)));
    }
    return response;
  };
}

// networkFirst answers from the network and keeps the answer. Without a
// network it answers with what was kept for the address, for the same path
// with another query, or, for a page, with the library page, on which the app
// starts and shows the view that the address names.
async function networkFirst(event, name) {
  const { request } = event;
  const asked = slashless(request);
  try {
    const response = await fetch(request);
    event.waitUntil(keep(name, request, response.clone()));
    return response;
  } catch (error) {
    const kept =
      (await caches.match(asked, { cacheName: name, ignoreVary: true })) ??
      (await caches.match(asked, { cacheName: name, ignoreVary: true, ignoreSearch: true })) ??
      (name === pageCache && (await caches.match(base + "/", { cacheName: fileCache, ignoreVary: true })));
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

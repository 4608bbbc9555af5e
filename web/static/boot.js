// Runs before app.js. Where the browser denies storage (inside a frame of
// another site, with cookies blocked) reading window.localStorage throws, and
// the app would stop at its first use. Here it gets storage that lasts as long
// as the page.
"use strict";

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

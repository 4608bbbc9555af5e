// Runs the app in a worker, where it analyses the story that the page sends.
// The page says in the worker's name where the files of the app are: what stands
// behind the "#" of an address is lost when the script comes from a cache.
"use strict";

const [glue, app] = self.name.split(",");

// The story may come before the app is there.
self.sent = new Promise((resolve) => {
  self.onmessage = ({ data }) => resolve(data);
});

importScripts(glue);
const go = new Go();
const source = fetch(app);
WebAssembly.instantiateStreaming(source, go.importObject)
  .then(({ instance }) => go.run(instance))
  .then(() => { throw new Error("the app has ended"); })
  .catch((error) => setTimeout(() => { throw error; })); // for the page to hear of

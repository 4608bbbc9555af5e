// A worker that reads the articles in files, one after the other. It takes
// { name, bytes } and answers { answer }, the JSON of what was found, or
// { broken } when the reader itself fails. The server fills in the addresses.
"use strict";

const loaded = load();

onmessage = async ({ data: { name, bytes } }) => {
  try {
    const read = await loaded;
    postMessage({ answer: read(name, bytes) });
  } catch (error) {
    postMessage({ broken: String(error) });
  }
};

// load starts the WebAssembly and returns the function that it hands over.
async function load() {
  importScripts("{{.Go}}");
  const go = new Go();
  const ready = new Promise((done) => { self.ready = done; });
  const { instance } = await WebAssembly.instantiateStreaming(fetch("{{.Module}}"), go.importObject);
  go.run(instance); // returns at once, and goes on until the worker ends
  return ready;
}

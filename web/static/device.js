// What a page has to say of the device: that there is no network, that a new
// version is ready, that Samewire can be installed. One line at the foot of the
// window, which goes when the reader wants it to.
"use strict";
{
  const { dataset } = document.currentScript;
  const says = (what) => JSON.parse(dataset.says)[what]; // in the language of the page, which the app may change
  const { base, version } = document.querySelector("script[data-version]").dataset;
  const workers = navigator.serviceWorker;
  const inClass = () => /\/class(\/|$)/.test(location.pathname);

  // The line is there from the start, so that screen readers hear of it.
  const line = document.createElement("div");
  line.className = "device";
  line.setAttribute("role", "status");
  document.body.append(line);
  const said = new Map(); // by topic, in the order of urgency

  // say shows a text and its buttons, labels and what they do; no text takes it
  // away.
  function say(topic, text, ways = {}) {
    if (said.get(topic)?.text === text) {
      return;
    }
    said.set(topic, text && { text, ways });
    const parts = ["update", "offline", "install"].map((t) => said.get(t)).filter(Boolean).slice(0, 1).flatMap((now) => {
      const p = document.createElement("p");
      p.textContent = now.text;
      return [p, ...Object.entries(now.ways).map(([label, does]) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = label;
        button.addEventListener("click", does);
        return button;
      })];
    });
    line.replaceChildren(...parts);
  }

  // The network. Browsers know when there is none, but not when there is one
  // that leads nowhere: the service worker tells that, and whether it is over is
  // asked of the server.
  let asking;
  function offline(is) {
    clearTimeout(asking);
    say("offline", is ? says("offline") : "");
    if (is) {
      asking = setTimeout(ask, 20000);
    }
  }
  async function ask() {
    try {
      await fetch(base + "/healthz", { method: "HEAD", cache: "no-store" });
      offline(false);
    } catch {
      offline(true);
    }
  }
  addEventListener("offline", () => offline(true));
  addEventListener("online", ask);
  // The app may have changed the language.
  document.addEventListener("live", () => said.get("offline")?.text && offline(true), { once: true });
  if (navigator.onLine === false) {
    offline(true);
  }

  // A new version.
  let using = false;
  async function use(registration) {
    if (await left()) {
      using = true;
      say("update", "");
      registration.waiting?.postMessage({ samewire: "use" });
      // A browser may wait for the old one to come to rest. The server's page is
      // the new one anyway.
      setTimeout(() => location.reload(), 3000);
    }
  }
  // left waits until the app has kept what the reader has typed. It is false
  // where that can't be: the page says why. An app that doesn't answer at all has
  // nothing left to keep.
  function left() {
    if (!("live" in document.documentElement.dataset)) {
      return true;
    }
    return new Promise((resolve) => {
      document.addEventListener("left", () => resolve(true), { once: true });
      document.addEventListener("stay", () => resolve(false), { once: true });
      setTimeout(resolve, 30000, true);
      document.dispatchEvent(new Event("leave"));
    });
  }
  async function watch() {
    const registration = await workers.getRegistration(base + "/");
    if (!registration) {
      return false;
    }
    const greet = () => registration.waiting?.postMessage({ samewire: "waiting", version });
    const follow = () => registration.installing?.addEventListener("statechange", greet);
    registration.addEventListener("updatefound", follow);
    follow(); // it may be on its way already
    let looked = Date.now();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible" && Date.now() - looked > 3600000) {
        looked = Date.now();
        registration.update().catch(() => {}); // without a network there is none
      }
    });
    workers.addEventListener("message", ({ data }) => {
      if (data?.samewire === "new" && !inClass()) {
        say("update", says("update"), {
          [says("use")]: () => use(registration),
          [says("later")]: () => say("update", ""),
        });
      } else if (data?.samewire === "offline" || data?.samewire === "online") {
        offline(data.samewire === "offline");
      }
    });
    workers.startMessages();
    greet();
    registration.active?.postMessage({ samewire: "here", version });
    return true;
  }
  if (workers) {
    workers.addEventListener("controllerchange", () => {
      say("update", ""); // another tab may have said so
      if (using) {
        location.reload();
      }
    });
    // A first visit has no service worker before the app starts.
    watch().then((there) => there || document.addEventListener("live", () => workers.ready.then(watch), { once: true }));
  }

  // Installing is offered to those who come again, until they say no, and never
  // in a lesson.
  const key = "samewire-install";
  let store; // none where it is denied
  try {
    store = localStorage;
  } catch {}
  const today = new Date().toDateString();
  const before = store?.getItem(key); // the day of an earlier visit, or "no"
  let prompt;
  function offer() {
    const again = before && before !== "no" && before !== today;
    say("install", prompt && again && !inClass() ? says("install") : "", {
      [says("do-install")]: async () => {
        say("install", "");
        prompt.prompt();
        await prompt.userChoice;
      },
      [says("no")]: () => {
        store.setItem(key, "no");
        say("install", "");
      },
    });
  }
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    prompt = event;
    offer();
  });
  addEventListener("appinstalled", () => {
    prompt = undefined;
    offer();
  });
  if (!before && !inClass()) {
    try {
      store?.setItem(key, today);
    } catch {} // full: it is never offered
  }
}

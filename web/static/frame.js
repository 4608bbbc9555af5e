// In a frame of another site's page: tells that page how high this one is and
// which passage is shown, and takes the theme and the story that it gives.
"use strict";

if (window.parent !== window) {
  const root = document.documentElement;
  // What is told is for anyone who shows the frame: nothing of the reader's.
  const tell = (message) => window.parent.postMessage(message, "*");
  // WordPress frames sites that it doesn't know without an origin, and listens
  // to those that repeat what it put behind their addresses.
  const [, secret] = location.hash.match(/^#\?secret=([a-zA-Z0-9]+)$/) ?? [];

  let told = 0;
  const measure = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height !== told) {
      told = height;
      tell({ samewire: "height", height });
      if (secret) {
        tell({ message: "height", value: height, secret });
      }
    }
  };
  new ResizeObserver(measure).observe(document.body);
  measure(); // an observer may wait until the frame is in sight
  addEventListener("load", measure);

  // The address names the story and the passage, before the app runs and after.
  let path;
  let shown;
  const where = () => {
    const before = path;
    path = location.pathname.replace(/\/$/, ""); // which a host of plain files adds
    const [, story] = path.match(/^.*\/embed\/([a-z0-9-]+)/) ?? [];
    const [, passage = new URLSearchParams(location.search).get("passage")] = path.match(/\/passage\/(\d+)$/) ?? [];
    if (before && before !== path) {
      tell({ samewire: "page", story });
    }
    if (passage !== shown) {
      shown = passage;
      if (passage) {
        tell({ samewire: "passage", story, passage: Number(passage) });
      }
    }
    return story;
  };
  tell({ samewire: "ready", story: where(), title: document.title });
  document.addEventListener("shown", where);

  // The theme that the page around it gives goes before that of the address.
  let theme;
  const dress = () => {
    if (theme) {
      root.dataset.theme = theme;
    }
  };
  addEventListener("message", ({ source, data }) => {
    if (source === window.parent && data?.samewire === "theme") {
      theme = ["light", "dark"].includes(data.theme) ? data.theme : "auto";
      dress();
    }
  });
  for (const type of ["DOMContentLoaded", "live", "shown", "pageshow", "storage"]) {
    addEventListener(type, dress, true); // after settings.js, which hears the same
  }

  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const to = link?.getAttribute("href");
    const elsewhere = event.shiftKey || event.altKey || event.ctrlKey || event.metaKey;
    if (!link || event.defaultPrevented || elsewhere || to[0] === "#") {
      return;
    }
    if (secret) {
      // There, no link opens a window; the page around it goes where it leads.
      if (link.getAttribute("target")) {
        tell({ message: "link", value: new URL(to, location).href, secret });
        event.preventDefault();
      } else {
        link.setAttribute("href", to.split("#")[0] + location.hash);
      }
    }
    if (!link.getAttribute("target") && !root.hasAttribute("data-live")) {
      // It leads to another page, which is on its way.
      link.toggleAttribute("data-busy", true);
      root.toggleAttribute("data-busy", true);
    }
  });
  addEventListener("pageshow", () => {
    for (const busy of document.querySelectorAll("[data-busy]")) {
      busy.toggleAttribute("data-busy", false);
    }
  });
}

// In a frame of another site's page: tells that page how high this one is and
// which passage is shown, and takes the theme and the story that it gives.
"use strict";

if (window.parent !== window) {
  const root = document.documentElement;
  // What is told is for anyone who shows the frame: nothing of the reader's.
  const tell = (message) => window.parent.postMessage(message, "*");

  let told = 0;
  const measure = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height !== told) {
      told = height;
      tell({ samewire: "height", height });
    }
  };
  new ResizeObserver(measure).observe(document.body);
  measure(); // an observer may wait until the frame is in sight
  addEventListener("load", measure);

  // The address names the story and the passage, before the app runs and after.
  let shown;
  const where = () => {
    const [, story] = location.pathname.match(/^.*\/embed\/([a-z0-9-]+)/) ?? [];
    const [, passage = new URLSearchParams(location.search).get("passage")] = location.pathname.match(/\/passage\/(\d+)$/) ?? [];
    if (passage !== shown) {
      shown = passage;
      if (passage) {
        tell({ samewire: "passage", story, passage: Number(passage) });
      }
    }
    return story;
  };
  tell({ samewire: "ready", story: where() });
  document.addEventListener("shown", where);

  addEventListener("message", ({ source, data }) => {
    if (source === window.parent && data?.samewire === "theme") {
      root.dataset.theme = ["light", "dark"].includes(data.theme) ? data.theme : "auto";
    }
  });

  // A tap on a link of the page leads to another page: it is on its way.
  addEventListener("click", ({ target, defaultPrevented }) => {
    const link = target.closest?.("a[href]");
    if (link && !link.target && !defaultPrevented && link.getAttribute("href")[0] !== "#") {
      root.toggleAttribute("data-busy", true);
    }
  });
  addEventListener("pageshow", () => root.toggleAttribute("data-busy", false));
}

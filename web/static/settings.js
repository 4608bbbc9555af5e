// How pages look, as the reader chose it on this device. It is loaded before
// the body, so that nothing is painted in another look first. What the address
// says goes before it. The settings are those of app/ui/look.go.
"use strict";
{
  const themes = ["light", "dark"];
  const settings = {
    theme: ["auto", ...themes],
    size: ["small", "medium", "large", "largest"],
    spacing: ["normal", "wide"],
    marks: ["standard", "contrast", "black"],
    lang: ["auto", "en", "de", "fr", "es"],
  };
  const key = "samewire-look";
  const all = (selector) => document.querySelectorAll(selector);
  let chosen = {};
  let store; // none where it is denied
  try {
    store = localStorage;
  } catch {}

  function read() {
    try {
      chosen = JSON.parse(store.getItem(key)) ?? {};
    } catch {}
    apply();
  }

  // The words of a page come with it: in another language it is another page.
  function speak() {
    const to = new URL(location);
    const lang = chosen.lang ?? "auto";
    if (!settings.lang.includes(lang) || lang === "auto") {
      to.searchParams.delete("lang");
    } else {
      to.searchParams.set("lang", lang);
    }
    if (to.href !== location.href) {
      location.replace(to);
    }
  }

  function apply() {
    const address = new URLSearchParams(location.search);
    const look = document.documentElement.dataset;
    for (const name in settings) {
      const values = [name === "lang" ? null : address.get(name), chosen[name]];
      const value = values.find((v) => settings[name].includes(v));
      if (look[name] !== value) { // all that is set anew is styled anew
        delete look[name];
        if (value) {
          look[name] = value;
        }
      }
      for (const input of all(`#settings [name=${name}]`)) {
        input.checked = value ? input.value === value : input.defaultChecked;
        input.disabled = value === values[0];
      }
    }
    all("#overrides").forEach((note) => {
      note.hidden = !Object.keys(settings).some((name) => address.has(name) && address.get(name) !== chosen[name]);
    });
    all("[name=theme-color]").forEach((meta, i) => {
      const media = !themes.includes(look.theme) ? `(prefers-color-scheme: ${themes[i]})` : look.theme === themes[i] ? "all" : "not all";
      if (meta.media !== media) {
        meta.media = media;
      }
    });
  }

  function keep() {
    const place = all("#saved")[0];
    let note = place.dataset.kept;
    try {
      store.setItem(key, JSON.stringify(chosen));
    } catch {
      note = place.dataset.unkept;
    }
    apply();
    place.textContent = note;
  }

  const ours = (form) => form?.id === "settings";
  addEventListener("change", ({ target }) => {
    if (ours(target.form)) {
      chosen[target.name] = target.value;
      keep();
      if (target.name === "lang") {
        speak();
      }
    }
  });
  addEventListener("reset", ({ target }) => {
    if (ours(target)) {
      chosen = {};
      keep();
      speak();
    }
  });
  addEventListener("submit", (event) => ours(event.target) && event.preventDefault());

  // The outlet to compare with, which the reader chose in this story: pages that
  // compare with it have it in their address, so that what the server sends is
  // what stays.
  const baseOf = (story) => "samewire-base-" + story;
  const placed = location.pathname.match(/\/s\/([^/]+)\/(read|passage)\//);
  function rebase() {
    const to = new URL(location);
    if (!placed || to.searchParams.has("base")) {
      return;
    }
    try {
      const base = JSON.parse(store.getItem(baseOf(placed[1]))).toLowerCase();
      if (/^[a-z]+$/.test(base)) {
        to.searchParams.set("base", base);
        location.replace(to);
      }
    } catch {} // none was chosen, or it isn't ours
  }
  addEventListener("click", ({ target }) => {
    const link = target.closest?.(".chooser [id^=base-]");
    const [, story] = link?.pathname.match(/\/s\/([^/]+)\//) ?? [];
    if (story) {
      try {
        store.setItem(baseOf(story), JSON.stringify(link.id.slice("base-".length).toUpperCase()));
      } catch {} // denied or full: the address still has it
    }
  }, true);

  read();
  rebase();
  if (chosen.lang && chosen.lang !== document.documentElement.lang && !new URLSearchParams(location.search).has("lang")) {
    speak();
  }
  // The app puts the form on the page anew, and tells so.
  for (const type of ["DOMContentLoaded", "live", "shown", "pageshow", "storage"]) {
    addEventListener(type, read, true);
  }
}

// What every page can do better with a script: switch the theme, move through claims by keyboard.
// Nothing here is needed to do the work.

const root = document.documentElement;

function currentTheme() {
  return root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

for (const button of document.querySelectorAll("[data-switch-theme]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    root.dataset.theme = currentTheme() === "dark" ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch { /* it lasts for this page */ }
  });
}

// Elements marked data-step are one list, in the order of the page; j and k move the focus through it.
function steps() {
  return [...document.querySelectorAll("[data-step]")].filter((element) => element.getClientRects().length);
}

function step(by) {
  const all = steps();
  if (!all.length) return;
  const here = all.findIndex((element) => element.contains(document.activeElement));
  const next = all[here < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(here + by, 0), all.length - 1)];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

function openStep() {
  const here = document.activeElement?.closest("[data-step]");
  if (here?.dataset.href) location.assign(here.dataset.href);
  else if (here?.href) location.assign(here.href);
}

// A control marked data-key is pressed by that key: in the row that has the focus, or on the page.
function pressed(key) {
  const row = document.activeElement?.closest("[data-row]");
  const found = [...(row ?? document).querySelectorAll(`[data-key="${CSS.escape(key)}"]`)];
  return found.find((control) => row || !control.closest("[data-row]"));
}

function press(control) {
  control.click();
  const details = control.closest("details");
  if (details?.open) details.querySelector("input:not([type=hidden]), textarea")?.focus();
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  o: openStep,
  "?": () => document.querySelector("dialog.keys")?.showModal(),
};

function typing(target) {
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const control = pressed(event.key);
  const act = control ? () => press(control) : keys[event.key];
  if (!act || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  act();
});

// An address that names a step puts the focus there, so that a list is gone through without the mouse.
const named = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
if (named && named.matches("[data-step]")) named.focus();

for (const button of document.querySelectorAll("[data-show-keys]")) {
  button.hidden = !document.querySelector("dialog.keys");
  button.addEventListener("click", keys["?"]);
}

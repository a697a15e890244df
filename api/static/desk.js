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
  const details = control.closest("details");
  if (details && control.type === "button") {
    details.open = true;
    control.focus();
    return;
  }
  // what is unfolded already only gets the focus
  if (!(details?.open && control.tagName === "SUMMARY")) control.click();
  if (details?.open) details.querySelector("form")?.querySelector("input:not([type=hidden]), select, textarea")?.focus();
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

// In a field keys are letters; Escape leaves it, and Ctrl with Enter sends its form.
function inField(event) {
  if (event.key === "Escape" && !document.querySelector("dialog[open]")) event.target.blur();
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !event.target.form) return;
  event.preventDefault();
  event.target.form.requestSubmit(event.target.form.querySelector("button:not([type=button], [formaction])"));
}

root.dataset.keys = "";

document.addEventListener("keydown", (event) => {
  if (typing(event.target)) inField(event);
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const control = pressed(event.key);
  const act = control ? () => press(control) : keys[event.key];
  if (!act || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  act();
});

// What opens over a list closes when the focus leaves it, or it would cover what comes next.

function close(over) {
  over.open = false;
  over.querySelector("summary").focus();
}

for (const over of document.querySelectorAll("details.dismiss")) {
  over.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !over.contains(event.relatedTarget)) over.open = false;
  });
  over.addEventListener("keydown", (event) => event.key === "Escape" && over.open && close(over));
}

// After an action the focus is at what came of it: the field that is wrong, or the line that says what happened.

function land() {
  const place = document.querySelector("[aria-invalid=true], main [role=alert], main .told");
  if (!place || location.hash || document.querySelector("[autofocus]")) return;
  if (place.matches("div, p")) place.tabIndex = -1;
  place.focus({ preventScroll: place.matches(".told") });
}

land();

// An address that names a step puts the focus there, so that a list is gone through without the mouse.
const named = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
if (named && named.matches("[data-step]")) named.focus();

for (const button of document.querySelectorAll("[data-show-keys]")) {
  button.hidden = !document.querySelector("dialog.keys");
  button.addEventListener("click", keys["?"]);
}

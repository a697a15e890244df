// What a script adds to a claim's page: keys, choosing words by selecting them, splitting by a click.
// Offsets are code points, as everywhere in the desk; a browser counts UTF-16 units.

const points = (text) => [...text].length;

// Selecting words of the passage fills the form that edits the claim.

const passage = document.getElementById("passage");
const edit = document.getElementById("edit");

function offset(node, within) {
  const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!holder || !passage.contains(holder)) return null;
  const before = document.createRange();
  before.setStart(holder, 0);
  before.setEnd(node, within);
  return Number(holder.dataset.start) + points(before.toString());
}

function takeSelection() {
  const chosen = getSelection();
  if (!edit?.open || !chosen.rangeCount || chosen.isCollapsed) return;
  const range = chosen.getRangeAt(0);
  const start = offset(range.startContainer, range.startOffset);
  const words = range.toString();
  if (start === null || !words.trim() || !passage.contains(range.endContainer)) return;
  const lead = words.length - words.trimStart().length;
  edit.querySelector("[name=start]").value = start + points(words.slice(0, lead));
  edit.querySelector("[name=words]").value = words.trim();
}

if (passage && edit) {
  document.addEventListener("mouseup", takeSelection);
  document.addEventListener("keyup", (event) => event.shiftKey && takeSelection());
  edit.querySelector("[name=words]").addEventListener("input", () => {
    edit.querySelector("[name=start]").value = "";
  });
}

// The ends of the claim's words move with the arrow keys, word by word, seen in the passage and read out.

const span = document.getElementById("span");
const CLOSING = /[.,;:!?)\]»“”"'’]+$/u;

// The passage as stretches of text, each with its place; between two of them a paragraph ends.
function stretches() {
  return [...passage.querySelectorAll("p")].map((paragraph) => {
    const pieces = [...paragraph.querySelectorAll("[data-start]")];
    return { start: Number(pieces[0].dataset.start), text: pieces.map((piece) => piece.textContent).join("") };
  });
}

function ends(from) {
  const found = { starts: [], stops: [] };
  for (const { start, text } of from) {
    for (const word of text.matchAll(/\S+/gu)) {
      const at = start + points(text.slice(0, word.index));
      found.starts.push(at);
      const bare = word[0].replace(CLOSING, "");
      if (bare && bare !== word[0]) found.stops.push(at + points(bare));
      found.stops.push(at + points(word[0]));
    }
  }
  return found;
}

function wordsBetween(from, start, end) {
  return from
    .map((part) => [...part.text].slice(Math.max(0, start - part.start), Math.max(0, end - part.start)).join(""))
    .filter(Boolean)
    .join("\n");
}

function place(at) {
  const pieces = [...passage.querySelectorAll("[data-start]")];
  const piece = pieces.findLast((each) => Number(each.dataset.start) <= at) ?? pieces[0];
  const within = [...piece.textContent].slice(0, at - Number(piece.dataset.start)).join("").length;
  return [piece.firstChild, within];
}

function showSpan(start, end) {
  const range = document.createRange();
  range.setStart(...place(start));
  range.setEnd(...place(end));
  if (globalThis.Highlight) CSS.highlights.set("chosen", new Highlight(range));
}

if (passage && span) {
  const from = stretches();
  const { starts, stops } = ends(from);
  const marks = [...passage.querySelectorAll("mark")];
  const last = marks.at(-1);
  let [start, end] = [Number(marks[0].dataset.start), Number(last.dataset.start) + points(last.textContent)];
  const moves = {
    ArrowLeft: () => { end = stops.findLast((at) => at < end && at > start) ?? end; },
    ArrowRight: () => { end = stops.find((at) => at > end) ?? end; },
    ShiftArrowLeft: () => { start = starts.findLast((at) => at < start) ?? start; },
    ShiftArrowRight: () => { start = starts.find((at) => at > start && at < end) ?? start; },
  };
  span.closest(".field").hidden = false;
  span.addEventListener("focus", () => showSpan(start, end));
  span.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); span.form.requestSubmit(); }
    const move = moves[(event.shiftKey ? "Shift" : "") + event.key];
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    move();
    const words = wordsBetween(from, start, end);
    edit.querySelector("[name=start]").value = start;
    edit.querySelector("[name=words]").value = words;
    document.getElementById("span-now").textContent = words;
    showSpan(start, end);
  });
}

// The claim's words become buttons: the one pressed begins the second part.

const parts = document.querySelector(".split-words");

function cutBefore(index, words) {
  words.forEach((word, at) => {
    word.classList.toggle("second", at >= index);
    word.setAttribute("aria-pressed", String(at === index));
  });
  const form = parts.closest("form");
  form.querySelector("[name=second]").value = words.slice(index).map((word) => word.textContent).join(" ");
}

if (parts) {
  const found = parts.textContent.trim().split(/\s+/);
  const words = found.map((text, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.title = parts.dataset.label;
    button.disabled = index === 0;
    button.setAttribute("aria-pressed", "false");
    return button;
  });
  parts.replaceChildren(...words.flatMap((word) => [word, " "]));
  words.forEach((word, index) => word.addEventListener("click", () => cutBefore(index, words)));
}

// The keys themselves are those of desk.js. After 1 to 6 the rationale is what comes next.

const deciding = document.querySelector(".deciding");

deciding?.addEventListener("click", (event) => {
  const folded = deciding.closest("details");
  if (event.target.matches("[data-key]") && folded) folded.open = true;
});

document.addEventListener("keydown", (event) => {
  const free = !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest("input, textarea, select");
  if (!deciding || !free || !/^[1-6]$/.test(event.key)) return;
  deciding.querySelector("[name=rationale]").focus();
});

// A form folded away is opened when a link leads to it.

const target = location.hash && document.getElementById(location.hash.slice(1));
if (target?.tagName === "DETAILS") target.open = true;

// On a narrow screen the next step comes before what explains the words: for the Tab key as for the eye.

const narrow = matchMedia("(max-width: 60rem)");
const explaining = [...document.querySelectorAll(".claim-words > :is(.facts, .facts ~ *)")];

function arrange() {
  if (narrow.matches) document.querySelector(".claim-desk > .section").before(...explaining);
  else document.querySelector(".claim-words").append(...explaining);
}

narrow.addEventListener("change", arrange);
arrange();

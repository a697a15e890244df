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
  setTimeout(() => deciding.querySelector("[name=rationale]").focus());
});

// A form folded away is opened when a link leads to it.

const target = location.hash && document.getElementById(location.hash.slice(1));
if (target?.tagName === "DETAILS") target.open = true;

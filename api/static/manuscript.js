// The manuscript with a script: notes stand beside their words, open under their line on a narrow
// screen, and words that are selected can be added as a claim.

const sheet = document.getElementById("manuscript");
const wide = matchMedia("(min-width: 60.01rem)");
const marks = [...sheet.querySelectorAll(".mark")];
const notes = [...sheet.querySelectorAll(".note")];
const GAP = 6;

function claimsOf(mark) {
  return mark.dataset.claims.split(" ");
}

function firstMark(claim) {
  return marks.find((mark) => claimsOf(mark).includes(claim));
}

function wordsOf(note) {
  if (note.dataset.claim) return firstMark(note.dataset.claim);
  return sheet.querySelector(`.segment[data-start="${note.dataset.at}"]`);
}

// Beside the words

function lineUp(active) {
  sheet.classList.toggle("lined-up", wide.matches);
  sheet.classList.toggle("folded", !wide.matches);
  if (!wide.matches) { sheet.style.minHeight = ""; return; }
  const top = sheet.getBoundingClientRect().top;
  const shown = notes
    .filter((note) => note.getClientRects().length && wordsOf(note))
    .map((note) => ({ note, top: wordsOf(note).getClientRects()[0].top - top + 3, height: note.offsetHeight + GAP }))
    .sort((one, other) => one.top - other.top);
  spread(shown, shown.findIndex(({ note }) => note === active));
  for (const { note, top: at } of shown) note.style.setProperty("--top", `${at}px`);
  const last = shown.at(-1);
  sheet.style.minHeight = last ? `${last.top + last.height}px` : "";
}

// Notes that would overlap move down; the one that is looked at stays beside its words.
function spread(shown, active) {
  for (let i = active - 1; i >= 0; i -= 1) shown[i].top = Math.min(shown[i].top, shown[i + 1].top - shown[i].height);
  if (shown.length) shown[0].top = Math.max(shown[0].top, 0);
  for (let i = 1; i < shown.length; i += 1) shown[i].top = Math.max(shown[i].top, shown[i - 1].top + shown[i - 1].height);
}

function light(claims) {
  for (const mark of marks) mark.classList.toggle("active", claimsOf(mark).some((claim) => claims.includes(claim)));
  for (const note of notes) note.classList.toggle("active", claims.includes(note.dataset.claim));
}

for (const mark of marks) {
  const claims = claimsOf(mark);
  mark.addEventListener("mouseenter", () => light(claims));
  mark.addEventListener("mouseleave", () => light([]));
  mark.addEventListener("focus", () => { light(claims); lineUp(notes.find((note) => note.dataset.claim === claims.at(-1))); });
  mark.addEventListener("blur", () => light([]));
  mark.addEventListener("click", (event) => openUnder(event, mark));
}
for (const note of notes) {
  if (!note.dataset.claim) continue;
  note.addEventListener("mouseenter", () => light([note.dataset.claim]));
  note.addEventListener("mouseleave", () => light([]));
}

// Under the line, on a narrow screen: the first tap opens the notes, the second leads to the claim.

let under = null;

function closeUnder() {
  under?.remove();
  under = null;
}

function openUnder(event, mark) {
  const again = under?.dataset.claims === mark.dataset.claims;
  if (wide.matches || again || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  closeUnder();
  under = document.createElement("div");
  under.className = "note-under";
  under.dataset.claims = mark.dataset.claims;
  for (const claim of claimsOf(mark)) {
    const copy = document.getElementById(`note-${claim}`).cloneNode(true);
    copy.removeAttribute("id");
    const shown = document.createElement("div");
    shown.className = "note";
    shown.append(...copy.childNodes);
    under.append(shown);
  }
  const line = [...mark.getClientRects()].at(-1);
  under.style.top = `${line.bottom - sheet.getBoundingClientRect().top + 6}px`;
  sheet.append(under);
}
document.addEventListener("click", (event) => { if (!under?.contains(event.target)) closeUnder(); });
document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeUnder(); });

// Selected words. Offsets count code points: an emoji is one, though the browser counts it as two.

const form = document.getElementById("add");

function codePoints(text) {
  return [...text].length;
}

function textBefore(segment, node, offset) {
  const range = document.createRange();
  range.setStart(segment, 0);
  range.setEnd(node, offset);
  return codePoints(range.toString());
}

function selectedWords() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(sheet)) return null;
  const parts = [];
  for (const segment of sheet.querySelectorAll(".segment")) {
    if (!range.intersectsNode(segment)) continue;
    const characters = [...segment.textContent];
    const from = segment.contains(range.startContainer) ? textBefore(segment, range.startContainer, range.startOffset) : 0;
    const to = segment.contains(range.endContainer) ? textBefore(segment, range.endContainer, range.endOffset) : characters.length;
    if (to > from) parts.push({ segment, from, to, words: characters.slice(from, to).join("") });
  }
  if (!parts.length) return null;
  const [first, last] = [parts[0], parts.at(-1)];
  return {
    start: Number(first.segment.dataset.start) + first.from,
    end: Number(last.segment.dataset.start) + last.to,
    words: joined(parts),
  };
}

function joined(parts) {
  return parts.reduce((words, part, index) => {
    const apart = index && parts[index - 1].segment.parentNode !== part.segment.parentNode;
    return words + (apart ? "\n" : "") + part.words;
  }, "");
}

function offer() {
  const selected = selectedWords();
  if (!selected || !selected.words.trim()) return;
  form.elements.start.value = selected.start;
  form.elements.end.value = selected.end;
  form.elements.words.value = selected.words.trim();
  form.classList.add("ready");
}

function withdraw() {
  form.classList.remove("ready");
  for (const name of ["start", "end", "words"]) form.elements[name].value = "";
}

if (form) {
  let waiting;
  document.addEventListener("selectionchange", () => { clearTimeout(waiting); waiting = setTimeout(offer, 120); });
  form.elements.words.addEventListener("input", () => { form.elements.start.value = form.elements.end.value = ""; });
  const cancel = form.querySelector(".add-claim-cancel");
  cancel.hidden = false;
  cancel.addEventListener("click", withdraw);
}

document.getElementById("show-asides")?.addEventListener("change", () => lineUp());
wide.addEventListener("change", () => { closeUnder(); lineUp(); });
addEventListener("resize", () => lineUp());
lineUp();
document.fonts?.ready.then(() => lineUp());

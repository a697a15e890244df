// What focus.py asks of a page while it walks through it.
window.walk = (() => {
  const KINDS = "a[href], button, input:not([type=hidden]), select, textarea, summary, audio[controls], [tabindex]";
  let before = null;
  let seen = new Set();

  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;

  // of radio buttons that belong together one is a stop: the chosen one, or the first
  function leads(element) {
    if (element.type !== "radio") return true;
    const group = [...document.querySelectorAll("input[type=radio]")].filter(
      (each) => each.name === element.name && each.form === element.form && !each.disabled,
    );
    return element === (group.find((each) => each.checked) ?? group[0]);
  }

  const stops = () =>
    [...document.querySelectorAll(KINDS)].filter(
      (element) => element.tabIndex >= 0 && !element.disabled && shown(element) && leads(element),
    );

  function name(element) {
    const words = (element.getAttribute("aria-label") || element.textContent || element.name || "").trim();
    return `${element.tagName.toLowerCase()}${element.id ? "#" + element.id : ""} “${words.replace(/\s+/g, " ").slice(0, 40)}”`;
  }

  // -- contrast, as WCAG counts it

  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });

  function colour(text) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  }

  function ground(element) {
    for (let each = element; each; each = each.parentElement) {
      const found = colour(getComputedStyle(each).backgroundColor);
      if (found[3] === 255) return found;
    }
    return colour("canvas");
  }

  function brightness([red, green, blue]) {
    const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  }

  function contrast(one, other) {
    const [dark, light] = [brightness(one), brightness(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  // -- whether one sees the focus

  function unseen(element) {
    const style = getComputedStyle(element);
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return ["has no ring"];
    const against = ground(parseFloat(style.outlineOffset) < 0 ? element : element.parentElement);
    const found = contrast(colour(style.outlineColor), against);
    return found < 3 ? [`has a ring of contrast ${found.toFixed(1)}`] : [];
  }

  const reach = (box) => [[0.5, 0.5], [0.05, 0.5], [0.95, 0.5], [0.5, 0.1], [0.5, 0.9]].map(([x, y]) => [box.left + x * box.width, box.top + y * box.height]);

  function hidden(element) {
    const boxes = [...element.getClientRects()];
    const free = boxes.flatMap(reach).some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && (element.contains(top) || top.contains(element) || element.labels?.[0]?.contains(top));
    });
    return free ? [] : ["is out of sight or covered"];
  }

  // what scrolls or cuts off may not cut the ring on more than one side
  function cut(element) {
    const box = element.getBoundingClientRect();
    for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) {
      if (getComputedStyle(each).overflow === "visible") continue;
      const around = each.getBoundingClientRect();
      const sides = [box.left - 2 < around.left, box.right + 2 > around.right, box.top - 2 < around.top, box.bottom + 2 > around.bottom];
      if (sides.filter(Boolean).length > 1) return [`has its ring cut off by ${name(each)}`];
    }
    return [];
  }

  // -- the order in which one reads: on, or to the right, but never back up

  function box(element) {
    const found = element.getClientRects()[0];
    return { top: found.top + scrollY, bottom: found.bottom + scrollY, left: found.left, right: found.right };
  }

  const floats = (element) => {
    for (let each = element; each; each = each.parentElement) {
      if (["sticky", "fixed", "absolute"].includes(getComputedStyle(each).position)) return true;
    }
    return false;
  };

  function back(element) {
    if (!before || floats(element) || floats(before.element)) return [];
    const here = box(element);
    return here.bottom <= before.top + 2 && here.left < before.right ? [`goes back up from ${name(before.element)}`] : [];
  }

  function judge(element) {
    const wrong = [...unseen(element), ...hidden(element), ...cut(element), ...back(element)];
    before = { element, ...box(element) };
    seen.add(element);
    return wrong.map((what) => `${name(element)} ${what}`);
  }

  const missed = () => stops().filter((stop) => !seen.has(stop)).map((stop) => `${name(stop)} is not reached`);
  const parted = (element) => /^(date|time|datetime-local)$/.test(element.type) || element.localName === "audio";

  return {
    stops,
    begin() {
      scrollTo(0, 0);
      before = null;
      seen = new Set();
      const first = stops()[0];
      first.focus();
      return [...(first.matches(".skip") ? [] : ["the first stop is not the skip link"]), ...judge(first)];
    },
    // a summary that is closed is opened on the way
    folded() {
      const here = document.activeElement;
      return here.localName === "summary" && !here.parentElement.open;
    },
    look() {
      const here = document.activeElement;
      if (here === before.element && parted(here)) return { over: false, wrong: [] };
      if (here === before.element) return { over: true, wrong: [`${name(here)} holds the focus`] };
      if (here === document.body || seen.has(here)) return { over: true, wrong: missed() };
      return { over: false, wrong: judge(here) };
    },
  };
})();

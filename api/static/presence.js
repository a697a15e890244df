// While a claim's page is in sight, the desk is told so, and the page who else is looking.

const line = document.querySelector("[data-presence]");
const EVERY_MS = 20_000;

async function look() {
  if (document.hidden) return;
  try {
    const answer = await fetch(line.dataset.presence, {
      method: "POST",
      headers: { "X-CSRFToken": line.dataset.token },
    });
    const said = answer.ok && !answer.redirected ? await answer.text() : "";
    // said again only when it changes, or a screen reader would read it every time
    if (line.textContent !== said) line.textContent = said;
  } catch { /* the desk cannot be reached just now; the next sign comes soon */ }
}

if (line) {
  setInterval(look, EVERY_MS);
  document.addEventListener("visibilitychange", look);
}

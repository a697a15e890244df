// Before the first paint: the theme chosen on this machine, if any. Without one the system decides.
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch { /* storage is switched off: the system's theme it is */ }
document.documentElement.classList.add("scripted");

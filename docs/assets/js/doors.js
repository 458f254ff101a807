// Printing needs a script, so its button shows only where there is one. On paper, what is
// folded away is open.
(() => {
  const button = document.querySelector(".doors__print");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => print());
})();

// A term in the text opens its entry under its paragraph; without script the link leads to
// the same entry at the foot of the page. Escape and the button close it; focus goes back.
(() => {
  const words = document.querySelector(".words");
  if (!words) return;
  const blocks = "p, li, dd, td, div, .steps__what";

  const close = (link) => {
    document.getElementById(link.getAttribute("aria-controls"))?.remove();
    link.setAttribute("aria-expanded", "false");
    link.removeAttribute("aria-controls");
  };

  const open = (link, number) => {
    const source = document.getElementById(link.hash.slice(1));
    const entry = document.createElement("aside");
    entry.className = "entry";
    entry.id = `entry-${number}`;
    entry.setAttribute("aria-label", source.querySelector("dfn").textContent);
    entry.innerHTML = source.innerHTML.replace(/<(\/?)(dt|dd)\b/g, "<$1div");
    entry.querySelectorAll("[id]").forEach((one) => one.removeAttribute("id"));
    entry.querySelectorAll("sup, .word__back").forEach((one) => one.remove());
    const button = document.createElement("button");
    button.type = "button";
    button.className = "entry__close";
    button.textContent = "×";
    button.setAttribute("aria-label", words.dataset.close);
    button.addEventListener("click", () => { close(link); link.focus(); });
    entry.prepend(button);
    const block = link.closest(blocks);
    if (["LI", "DD", "TD"].includes(block.tagName)) block.append(entry);
    else block.after(entry);
    link.setAttribute("aria-expanded", "true");
    link.setAttribute("aria-controls", entry.id);
  };

  document.querySelectorAll("a.term").forEach((link, number) => {
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      link.getAttribute("aria-expanded") === "true" ? close(link) : open(link, number);
    });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const inside = document.activeElement.closest(".entry");
    const link = inside
      ? document.querySelector(`a.term[aria-controls="${inside.id}"]`)
      : document.activeElement.closest("a.term[aria-expanded=true]") || [...document.querySelectorAll("a.term[aria-expanded=true]")].pop();
    if (link) { close(link); link.focus(); }
  });
})();

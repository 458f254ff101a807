// Narrows the table of attacks. The choices stand in the address, so that a link leads to them;
// the counts are announced; the marks of the line above are dimmed alike. Without script, the
// whole table is there and this form is not.
(() => {
  const wrap = document.querySelector(".filter-wrap");
  if (!wrap) return;
  const form = wrap.querySelector("form");
  const count = wrap.querySelector(".filter__count");
  const rows = [...document.querySelectorAll("tr[data-attack]")];
  const marks = [...document.querySelectorAll(".line__plot a[data-attack]")];
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’']/g, " ").toLowerCase();
  const texts = new Map(rows.map((row) => [row, fold(row.textContent)]));
  const ONE = ["basis", "answer", "side"];

  const chosen = () => new FormData(form);

  function fits(row, data) {
    const kinds = data.getAll("kind");
    return ONE.every((name) => !data.get(name) || row.dataset[name] === data.get(name))
      && (!data.get("sector") || row.dataset.sector.split(" ").includes(data.get("sector")))
      && (!kinds.length || kinds.includes(row.dataset.kind))
      && fold(data.get("q")).split(/\s+/).every((word) => texts.get(row).includes(word));
  }

  function say(shown) {
    const on = (side) => shown.filter((row) => row.dataset.side === side).length;
    if (shown.length === rows.length) return count.dataset.all;
    if (!shown.length) return count.dataset.none;
    return count.dataset.some.replace("%n", shown.length).replace("%b", on("before")).replace("%a", on("after"));
  }

  function show() {
    const data = chosen();
    const shown = rows.filter((row) => fits(row, data));
    rows.forEach((row) => { row.hidden = !shown.includes(row); });
    const ids = new Set(shown.map((row) => row.dataset.attack));
    marks.forEach((mark) => mark.firstElementChild.classList.toggle("is-in", ids.has(mark.dataset.attack)));
    document.querySelectorAll(".line__plot").forEach((plot) => plot.classList.toggle("is-filtered", shown.length < rows.length));
    count.textContent = say(shown);
  }

  function keep() {
    const query = new URLSearchParams([...chosen()].filter(([, value]) => value));
    history.replaceState(null, "", `${location.pathname}${query.size ? `?${query}` : ""}${location.hash}`);
    show();
  }

  function restore() {
    const query = new URLSearchParams(location.search);
    for (const field of form.elements) {
      if (!field.name) continue;
      if (field.type === "checkbox") field.checked = query.getAll(field.name).includes(field.value);
      else if (query.has(field.name)) field.value = query.get(field.name);
    }
    wrap.querySelector("details").open = query.size > 0 || matchMedia("(min-width: 48em)").matches;
  }

  form.addEventListener("input", keep);
  form.addEventListener("submit", (event) => { event.preventDefault(); keep(); });
  form.addEventListener("reset", () => setTimeout(keep));
  restore();
  wrap.hidden = false;
  show();
})();

// The search. The button shows only where this runs; the program and the index are asked for
// at the first letter, never before. The browser's own dialog keeps the focus inside, closes
// on Escape and gives the focus back.
(() => {
  const dialog = document.getElementById("search");
  const opener = document.querySelector(".search-open");
  if (!dialog?.showModal || !opener) return;
  const input = dialog.querySelector("input");
  const status = dialog.querySelector("[role=status]");
  const list = dialog.querySelector("ol");
  const more = dialog.querySelector(".search__more");
  const STEP = 5;
  // « l’énergie »: the index knows the word, not its article.
  const ELIDED = /(^|\s)(?:[cdjlmnst]|qu|lorsqu|puisqu)['’]/gi;
  const plural = new Intl.PluralRules(document.documentElement.lang);
  let engine;
  let asked = 0;
  let found = [];

  const address = (path) => new URL(path, document.baseURI).href;

  const load = async () => {
    const pagefind = await import(address(dialog.dataset.bundle));
    await pagefind.options({
      baseUrl: new URL(address(dialog.dataset.root)).pathname,
      excerptLength: 24,
      noWorker: true,
      // Readers look for the page that tells of a word often, hardly less if it is long; most of
      // all for the sector or the term that bears it. Only titles are there to be found.
      ranking: { pageLength: 0.2, termFrequency: 0.3, metaWeights: { subject: 20, title: 10, name: 0, kind: 0, date: 0, url: 0 } },
    });
    await pagefind.init();
    return pagefind;
  };

  const say = (form, parts = {}) => {
    status.textContent = Object.entries(parts).reduce(
      (text, [name, value]) => text.replace(`{${name}}`, value), status.dataset[form]);
  };

  // Text of ours, and the marks that Pagefind puts around the words in a text it has escaped.
  const element = (tag, name, text) => {
    const made = document.createElement(tag);
    made.className = name;
    if (text) made.textContent = text;
    return made;
  };

  const result = (data) => {
    const item = element("li", "found");
    const title = item.appendChild(element("a", "found__title", data.meta.subject ?? data.meta.title ?? data.meta.name));
    title.href = data.meta.url ? new URL(data.meta.url.slice(1), address(dialog.dataset.root)).href : data.url;
    item.append(element("span", "found__facts", [data.meta.kind, data.meta.date].filter(Boolean).join(", ")));
    const text = item.appendChild(element("p", "found__text"));
    text.innerHTML = data.excerpt;
    const [start, end] = [text.textContent.slice(0, 24), text.textContent.slice(-24)];
    if (!data.content.startsWith(start)) text.prepend("… ");
    if (!data.content.endsWith(end)) text.append(" …");
    return item;
  };

  const next = () => Promise.all(found.slice(list.children.length, list.children.length + STEP).map((one) => one.data()));

  const put = (results) => {
    const from = list.children.length;
    list.append(...results.map(result));
    more.hidden = list.children.length >= found.length;
    return list.children[from]?.querySelector("a");
  };

  const empty = () => {
    found = [];
    list.replaceChildren();
    more.hidden = true;
  };

  const search = async () => {
    const words = input.value.trim();
    const turn = ++asked;
    if (!words) { empty(); say("hint"); return; }
    try {
      engine ??= load();
      const answer = await (await engine).search(words.replace(ELIDED, "$1"));
      if (turn !== asked) return;
      empty();
      found = answer.results;
      const first = await next();
      if (turn !== asked) return;
      put(first);
      const n = found.length;
      say(n ? plural.select(n) === "one" ? "one" : "other" : "none", { n, words });
    } catch (error) {
      engine = undefined;
      empty();
      say("failed");
      console.warn(error);
    }
  };

  const links = () => [...dialog.querySelectorAll(".found__title")];
  const step = (by) => {
    const stops = [input, ...links()];
    stops[Math.min(Math.max(stops.indexOf(document.activeElement) + by, 0), stops.length - 1)].focus();
  };

  opener.hidden = false;
  opener.addEventListener("click", () => { dialog.showModal(); input.select(); });
  dialog.querySelector(".search__close").addEventListener("click", () => dialog.close());
  // A click beside the dialog falls on the dialog itself, never on what is in it.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("a")) dialog.close();
  });
  dialog.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); links()[0]?.focus(); });
  more.addEventListener("click", async () => put(await next())?.focus());

  let wait;
  input.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(search, 150); });
  dialog.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) { event.preventDefault(); step(by); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); opener.click(); }
  });
})();

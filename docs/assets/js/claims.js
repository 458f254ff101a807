// A claim that was asked for by its address can be copied as a link and reported, with its words
// filled in. Without script its address still works, and the report carries the page.
(() => {
  const doors = document.querySelector(".doors");
  if (!doors) return;
  const words = doors.dataset;
  let bar;

  // What a reader sees of the claim: its text, without numbers of notes and signs.
  const textOf = (claim) => {
    const copy = claim.cloneNode(true);
    copy.querySelectorAll("sup, .claim__sign, .claim__bar, .entry").forEach((one) => one.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  };

  const reportOf = (claim, address) => {
    const report = doors.querySelector(".doors__report");
    if (!report) return null;
    const target = new URL(report.href);
    const body = target.searchParams.get("body");
    if (!body) return report.href;
    const page = address.split("#")[0];
    const canonical = document.querySelector("link[rel=canonical]")?.href ?? page;
    const filled = body.replace(canonical, canonical + new URL(address).hash)
      .replace(words.sentence, `${words.sentence}\n${textOf(claim)}`);
    const query = [["body", filled]];
    for (const name of ["subject", "title"]) if (target.searchParams.has(name)) query.unshift([name, target.searchParams.get(name)]);
    return `${report.href.split("?")[0]}?${query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
  };

  const show = () => {
    bar?.remove();
    const asked = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const claim = asked && asked.closest(".claim");
    if (!claim) return;
    const address = `${location.href.split("#")[0]}#${claim.id}`;
    bar = document.createElement("span");
    bar.className = "claim__bar";
    const copy = document.createElement("button");
    copy.type = "button";
    copy.textContent = words.copy;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(address);
      copy.textContent = words.copied;
    });
    if (navigator.clipboard) bar.append(copy);
    const report = reportOf(claim, address);
    if (report) {
      const link = document.createElement("a");
      link.href = report;
      link.textContent = words.report;
      bar.append(link);
    }
    if (bar.children.length) claim.querySelector(".claim__sign").parentElement.append(bar);
  };

  addEventListener("hashchange", show);
  show();
})();

// The switcher leads to the same page in the other language; with this it also keeps
// the heading, whose id is the same in both. Without script the page still opens.
(() => {
  const links = document.querySelectorAll(".switch__link");
  const bare = new Map([...links].map((link) => [link, link.getAttribute("href").split("#")[0]]));
  const keep = () => bare.forEach((href, link) => link.setAttribute("href", href + location.hash));
  addEventListener("hashchange", keep);
  keep();
})();

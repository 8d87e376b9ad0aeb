(() => {
  const editions = [...document.querySelectorAll("[data-edition]")];
  const switches = [...document.querySelectorAll("[data-switch]")];
  const show = (language) => {
    for (const one of editions) one.hidden = one.dataset.edition !== language;
    for (const one of switches) one.dataset.switch === language ? one.setAttribute("aria-current", "true") : one.removeAttribute("aria-current");
    document.documentElement.lang = language;
    document.title = editions.find((one) => !one.hidden).dataset.title;
  };
  const current = () => editions.find((one) => !one.hidden) || editions[0];
  const target = () => location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const open = () => {
    const there = target();
    const edition = there && there.closest("[data-edition]");
    if (!edition) return;
    show(edition.dataset.edition);
    for (let one = there; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
    there.hidden = false;
    const more = there.querySelector("details");
    if (more) more.open = true;
    there.scrollIntoView();
  };
  for (const one of switches) one.addEventListener("click", (event) => {
    event.preventDefault();
    const there = target(), from = current(), to = one.dataset.switch;
    show(to);
    const twin = there && there.dataset.twin !== undefined && current().querySelector(`[data-twin="${CSS.escape(there.dataset.twin)}"]`);
    history.replaceState(null, "", `#${twin ? twin.id : current().id}`);
    if (twin) open();
    for (const tool of from.querySelectorAll("[data-filter]")) {
      const same = current().querySelector(`[data-filter="${tool.dataset.filter}"]`);
      if (same) { same.value = tool.value; same.dispatchEvent(new Event("input")); }
    }
  });
  for (const edition of editions) {
    const tools = edition.querySelector(".tools");
    if (!tools) continue;
    const entries = [...edition.querySelectorAll(".entry[data-verdict]")], status = tools.querySelector("[role=status]");
    const groups = [...edition.querySelectorAll(".group")], filters = [...tools.querySelectorAll("[data-filter]")];
    const text = new Map();
    const words = (entry) => text.get(entry) || text.set(entry, entry.textContent.normalize("NFC").toLocaleLowerCase()).get(entry);
    const fits = (entry, filter) => {
      const wanted = filter.value.trim();
      if (!wanted) return true;
      if (filter.dataset.filter === "text") return words(entry).includes(wanted.normalize("NFC").toLocaleLowerCase());
      return wanted === "gap" ? entry.dataset.gap === "yes" : entry.dataset[filter.dataset.filter] === wanted;
    };
    const update = () => {
      let shown = 0;
      for (const entry of entries) {
        entry.hidden = !filters.every((filter) => fits(entry, filter));
        shown += !entry.hidden;
      }
      for (const group of groups) group.hidden = ![...group.querySelectorAll(".entry[data-verdict]")].some((entry) => !entry.hidden);
      status.textContent = shown ? `${shown} / ${entries.length}` : tools.dataset.nothing;
    };
    for (const filter of filters) filter.addEventListener("input", update);
    tools.querySelector("[data-expand]").addEventListener("click", () => { for (const one of edition.querySelectorAll(".entry:not([hidden]) details")) one.open = true; });
    tools.hidden = false;
    for (const button of edition.querySelectorAll(".copy")) {
      button.hidden = false;
      button.addEventListener("click", async () => {
        const link = `${location.href.split("#")[0]}#${button.dataset.link}`;
        try { await navigator.clipboard.writeText(link); } catch {
          const field = document.body.appendChild(document.createElement("textarea"));
          field.value = link; field.select(); document.execCommand("copy"); field.remove(); button.focus();
        }
        history.replaceState(null, "", `#${button.dataset.link}`);
        status.textContent = tools.dataset.copied;
      });
    }
    update();
  }
  addEventListener("hashchange", open);
  if (editions.length > 1) show(editions[0].dataset.edition);
  open();
})();

(() => {
  const MOST = 100;
  const folded = (text) => text.toLocaleLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  const spaced = (text) => ` ${folded(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim()}`;
  const things = globalThis.searched.map(([kind, title, about, place]) => ({ kind, title, place, head: spaced(title), all: spaced(`${title} ${about}`) }));
  const field = document.getElementById("search-words"), status = document.getElementById("search-status"), results = document.getElementById("search-results");
  const item = (thing) => {
    const line = document.createElement("li"), link = document.createElement("a"), kind = document.createElement("span");
    link.href = thing.place; link.textContent = thing.title;
    kind.className = "quiet"; kind.textContent = thing.kind;
    line.append(link, " ", kind);
    return line;
  };
  const show = () => {
    const phrase = spaced(field.value), words = phrase.split(" ").filter(Boolean);
    // A word is found where one begins; letters that are not Latin stand anywhere, since not all writing has spaces.
    const begins = (text, word) => text.includes(/^[a-z0-9]/.test(word) ? ` ${word}` : word);
    const rank = (thing) => [thing.head.includes(phrase), thing.all.includes(phrase), words.every((word) => begins(thing.head, word)), true].indexOf(true);
    const fits = words.length ? things.filter((thing) => words.every((word) => begins(thing.all, word))) : [];
    const found = fits.map((thing) => [rank(thing), thing]).sort(([one], [other]) => one - other).map(([, thing]) => thing);
    results.replaceChildren(...found.slice(0, MOST).map(item));
    const more = found.length > MOST ? ` ${status.dataset.most} ${MOST}.` : "";
    status.textContent = words.length ? `${status.dataset.found}: ${found.length}.${more}` : "";
  };
  field.value = new URLSearchParams(location.search).get("q") || "";
  field.addEventListener("input", show);
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
    try { history.replaceState(null, "", `?q=${encodeURIComponent(field.value)}`); } catch { /* a browser that keeps the address of a file as it is */ }
  });
  show();
})();

(() => {
  const MOST = 100;
  const lower = (text) => ` ${text.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim()} `;
  const folded = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  const things = globalThis.searched.map(([kind, title, about, place]) => {
    const head = lower(title), all = lower(`${title} ${about}`);
    return { kind, title, place, spelled: all, head: folded(head), all: folded(all) };
  });
  const field = document.getElementById("search-words"), status = document.getElementById("search-status"), results = document.getElementById("search-results");
  const item = (thing) => {
    const line = document.createElement("li"), link = document.createElement("a"), kind = document.createElement("span");
    link.href = thing.place; link.textContent = thing.title;
    kind.className = "quiet"; kind.textContent = thing.kind;
    line.append(link, " ", kind);
    return line;
  };
  const show = () => {
    const spelled = lower(field.value), phrase = folded(spelled), begun = phrase.trimEnd();
    const words = phrase.split(" ").filter(Boolean), marked = spelled.split(" ").filter(Boolean);
    // A word is found where one begins; letters that are not Latin stand anywhere, since not all writing has spaces.
    const begins = (text, word) => text.includes(/^[\p{Script=Latin}\p{N}]/u.test(word) ? ` ${word}` : word);
    // Best is what holds the words as they are spelled, then the words without their marks, then their beginnings.
    const ranks = (thing) => [
      thing.head.includes(phrase) && thing.spelled.includes(spelled), thing.spelled.includes(spelled), thing.head.includes(phrase), thing.all.includes(phrase),
      thing.head.includes(begun), thing.all.includes(begun), words.every((word) => begins(thing.head, word)), true,
    ].indexOf(true);
    const holding = (text, sought) => (sought.length ? things.filter((thing) => sought.every((word) => begins(thing[text], word))) : []);
    // Whoever types the marks means them, unless nothing is spelled so.
    const meant = spelled === phrase ? [] : holding("spelled", marked), fits = meant.length ? meant : holding("all", words);
    const found = fits.map((thing) => [ranks(thing), thing]).sort(([one], [other]) => one - other).map(([, thing]) => thing);
    results.replaceChildren(...found.slice(0, MOST).map(item));
    const more = found.length > MOST ? ` ${status.dataset.most} ${MOST}.` : "";
    const said = found.length ? `${status.dataset.found}: ${found.length}.${more}` : status.dataset.nothing;
    status.textContent = words.length ? said : "";
  };
  field.value = history.state?.sought ?? new URLSearchParams(location.search).get("q") ?? "";
  field.addEventListener("input", show);
  // Whoever comes back from a result, or goes over to the other language, finds what they looked for.
  results.addEventListener("click", () => { history.replaceState({ sought: field.value }, ""); });
  for (const one of document.querySelectorAll("[data-twin-page]")) one.addEventListener("click", () => { one.search = `?q=${encodeURIComponent(field.value)}`; });
  document.getElementById("search-script").hidden = true;
  show();
})();

(() => {
  for (const one of document.querySelectorAll("[data-twin-page]")) one.addEventListener("click", () => { one.hash = location.hash; });
})();

// Runs in every page that is measured. Records when search is opened, when words are put in, and each time the visible results
// change. All times are in milliseconds since the page was requested.
(() => {
  /** @type {Window["seenBySearch"]} */
  const seen = { opened: null, keyed: null, changes: [] };
  window.seenBySearch = seen;
  let last = "";

  const look = () => {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const all = document.querySelectorAll(RESULTS);
    const links = [...all].filter((link) => link.getClientRects().length > 0);
    const shown = links.map((link) => link.href + link.textContent).join("\n");
    if (shown !== last) {
      last = shown;
      seen.changes.push({ at: performance.now(), results: links.length });
    }
    requestAnimationFrame(look);
  };

  addEventListener(
    "keydown",
    (event) => {
      if (event.key === "/" && seen.opened === null) {
        seen.opened = event.timeStamp;
        requestAnimationFrame(look);
      }
    },
    true,
  );
  addEventListener("input", (event) => (seen.keyed = event.timeStamp), true);
})();

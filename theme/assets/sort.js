/**
 * Sorts tables and lists.
 *
 * A table is sorted by the column whose heading a reader selects, and the other way round when they select it again. A heading names its first order in data-first if that is not "ascending". A cell is sorted by its number in data-value, else by its text.
 *
 * A list is sorted within its groups by what a reader chooses, which is in the address too. Each entry has its number in each order in
 * data-order, or a hyphen, which comes last.
 */

/**
 * @param {HTMLTableRowElement} row
 * @param {number} column
 */
const cellOf = (row, column) => /** @type {HTMLTableCellElement} */ (row.cells[column]);

/**
 * @param {HTMLTableCellElement} one
 * @param {HTMLTableCellElement} other
 */
const compare = (one, other) =>
  one.dataset.value === undefined
    ? (one.textContent ?? "").localeCompare(other.textContent ?? "")
    : Number(one.dataset.value) - Number(other.dataset.value);

/** @param {HTMLTableCellElement} heading */
function sortBy(heading) {
  const table = /** @type {HTMLTableElement} */ (heading.closest("table"));
  const body = /** @type {HTMLTableSectionElement} */ (table.tBodies[0]);
  const opposite = { ascending: "descending", descending: "ascending" };
  const order = opposite[/** @type {"ascending"} */ (heading.ariaSort)] ?? heading.dataset.first ?? "ascending";
  for (const one of table.querySelectorAll("[aria-sort]")) one.removeAttribute("aria-sort");
  heading.ariaSort = order;
  const direction = order === "ascending" ? 1 : -1;
  const column = heading.cellIndex;
  body.append(...[...body.rows].sort((one, other) => direction * compare(cellOf(one, column), cellOf(other, column))));
}

for (const heading of document.querySelectorAll(".kb-sortable thead th")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "kb-sort";
  button.append(...heading.childNodes);
  button.addEventListener("click", () => sortBy(/** @type {HTMLTableCellElement} */ (heading)));
  heading.append(button);
}

/**
 * @param {HTMLElement} entry
 * @param {number} place
 */
function numberOf(entry, place) {
  const number = Number(entry.dataset.order?.split(" ")[place]);
  return Number.isNaN(number) ? Number.POSITIVE_INFINITY : number;
}

for (const box of document.querySelectorAll(".kb-order[hidden]")) {
  const choice = /** @type {HTMLSelectElement} */ (box.querySelector("select"));
  const groups = [...document.querySelectorAll(".kb-group > .kb-entries")].map((list) => ({
    list,
    entries: /** @type {HTMLElement[]} */ ([...list.children]),
  }));
  const sort = () => {
    const place = choice.selectedIndex - 1;
    for (const { list, entries } of groups) {
      const order = entries.map((entry, title) => ({
        entry,
        title,
        number: place < 0 ? title : numberOf(entry, place),
      }));
      order.sort((one, other) => (one.number === other.number ? one.title - other.title : one.number - other.number));
      list.append(...order.map(({ entry }) => entry));
    }
  };
  const restore = () => {
    const given = new URLSearchParams(location.search).get("sort") ?? "";
    choice.value = given;
    if (choice.selectedIndex < 0) choice.selectedIndex = 0;
    sort();
  };
  choice.addEventListener("change", () => {
    const address = new URL(location.href);
    if (choice.value) address.searchParams.set("sort", choice.value);
    else address.searchParams.delete("sort");
    history.replaceState(null, "", address);
    sort();
  });
  addEventListener("popstate", restore);
  restore();
  box.removeAttribute("hidden");
}

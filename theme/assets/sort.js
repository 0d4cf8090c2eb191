/**
 * Sorts a table by the column whose heading a reader selects, and the other way round when they select it again.
 *
 * A heading names its first order in data-first if that is not "ascending". A cell is sorted by its number in data-value, else by its text.
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

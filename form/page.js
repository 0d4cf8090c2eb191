/** Access to the page that macros/pages/templates/propose.html.j2 makes. */

/**
 * The element that a selector finds. Throws if there is none or it has the wrong type.
 *
 * @template {HTMLElement} [E=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => E} [type]
 * @returns {E}
 */
export function find(root, selector, type) {
  const found = root.querySelector(selector);
  if (!(found instanceof (type ?? HTMLElement))) throw new Error(`no ${selector}`);
  return /** @type {E} */ (found);
}

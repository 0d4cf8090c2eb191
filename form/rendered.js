/** Shows Markdown as the site will. What reads it comes from the site only when it is needed. */

/** @type {((box: HTMLElement, text: string) => void) | undefined} */
let showMarkdown;

/**
 * Show a text in a box. Until what reads it has come, and if it does not, what is in the box stays.
 *
 * @param {HTMLElement} box
 * @param {string} text
 */
export function render(box, text) {
  if (showMarkdown) showMarkdown(box, text);
  else
    import(new URL("../preview/markdown.js", import.meta.url).href).then(
      (found) => {
        ({ showMarkdown } = found);
        found.showMarkdown(box, text);
      },
      () => {},
    );
}

/**
 * Makes one e-mail and one file for feed readers of what a reader chooses to follow. Nothing is sent from here, and the choice is kept
 * only in the address.
 */

import { download } from "./download.js";

/** @typedef {{ words: string, page: string, feed: string }} Followed */

/**
 * The file for feed readers: OPML 2.0.
 *
 * @param {Followed[]} chosen
 * @param {string} title
 */
function opml(chosen, title) {
  const file = document.implementation.createDocument(null, "opml");
  const add = (/** @type {Element} */ parent, /** @type {string} */ name, attributes = {}, words = "") => {
    const made = file.createElementNS(null, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.textContent = words;
    parent.append(made);
    return made;
  };
  file.documentElement.setAttribute("version", "2.0");
  add(add(file.documentElement, "head"), "title", {}, title);
  const body = add(file.documentElement, "body");
  for (const { words, page, feed } of chosen)
    add(body, "outline", { type: "rss", text: words, title: words, htmlUrl: page, xmlUrl: feed });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(file)}\n`;
}

/**
 * The address of an e-mail without a recipient.
 *
 * @param {Followed[]} chosen
 * @param {string} title
 */
function letter(chosen, title) {
  const lines = chosen.map(({ words, page, feed }) => [words, page, `Feed: ${feed}`, ""].join("\r\n"));
  const body = ["What I follow. Look here from time to time:", "", ...lines, "Change what I follow:", location.href];
  return `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body.join("\r\n"))}`;
}

/** @param {HTMLElement} page */
function start(page) {
  const ways = /** @type {HTMLElement} */ (page.querySelector(".kb-follow__ways"));
  const status = /** @type {HTMLElement} */ (ways.querySelector("[role=status]"));
  const mail = /** @type {HTMLAnchorElement} */ (ways.querySelector("[data-way=mail]"));
  const file = /** @type {HTMLButtonElement} */ (ways.querySelector("[data-way=file]"));
  const title = `What I follow: ${ways.dataset.site}`;
  const boxes = [...page.querySelectorAll("input")];
  const chosen = () =>
    boxes
      .filter((box) => box.checked)
      .map((box) => {
        const links = [...(box.closest("li")?.querySelectorAll("a") ?? [])];
        return { words: box.parentElement?.textContent?.trim() ?? "", page: links[0].href, feed: links[1].href };
      });

  function show() {
    const all = chosen();
    status.textContent = all.length ? `You have chosen ${all.length}.` : "You have not chosen anything yet.";
    mail.hidden = !all.length;
    mail.href = letter(all, title);
    file.hidden = !all.length;
  }

  const asked = new URLSearchParams(location.search);
  for (const box of boxes) {
    box.checked = asked.getAll(box.name).includes(box.value);
    box.hidden = false;
  }
  page.addEventListener("change", () => {
    const address = new URL(location.href);
    for (const box of boxes) address.searchParams.delete(box.name);
    for (const box of boxes) if (box.checked) address.searchParams.append(box.name, box.value);
    history.replaceState(null, "", address);
    show();
  });
  file.addEventListener("click", () => {
    download(new Blob([opml(chosen(), title)], { type: "text/x-opml" }), "follow.opml");
  });
  ways.hidden = false;
  show();
}

/** @type {HTMLElement | null} */
const page = document.querySelector(".kb-follow");
if (page) start(page);

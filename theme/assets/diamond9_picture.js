/** The picture of a diamond, for slides. */

import { ROWS } from "./diamond9_groups.js";

/** @import { Cards, Group } from "./diamond9_groups.js" */

// In pixels, with the site's light colours.
const [WIDTH, MARGIN, GAP] = [1800, 60, 24];
const CARD = (WIDTH - 2 * MARGIN - 2 * GAP) / 3;
const [INK, QUIET, LINE, PAPER, GROUND] = ["#2a2230", "#5b5161", "#84796b", "#ffffff", "#fbf7f1"];

/**
 * The picture of one group's ranking: a PNG, which all slide programs accept. Under the page's content security policy, only a
 * canvas can draw it.
 *
 * @param {Cards} set
 * @param {Group} group
 * @param {string} note
 * @returns {Promise<Blob>}
 */
export function picture(set, group, note) {
  const canvas = document.createElement("canvas");
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const family = getComputedStyle(document.body).fontFamily;
  const write = (/** @type {number} */ size, weight = "400") => {
    pen.font = `${weight} ${size}px ${family}`;
  };

  write(30);
  const cards = group.order.map((card) => broken(pen, set.cards.get(card) ?? "", CARD - 48));
  const height = Math.max(150, ...cards.map((lines) => lines.length * 38 + 48));
  write(48, "700");
  const title = broken(pen, set.question, WIDTH - 2 * MARGIN);
  const top = MARGIN + title.length * 60 + 70;
  canvas.width = WIDTH;
  canvas.height = top + 5 * (height + GAP) + 60 + MARGIN / 2;

  pen.fillStyle = GROUND;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.textBaseline = "middle";
  pen.textAlign = "center";
  pen.strokeStyle = LINE;
  pen.lineWidth = 3;
  /** @type {(all: string[], x: number, y: number, step: number) => void} */
  const lines = (all, x, y, step) => {
    for (const [number, line] of all.entries()) pen.fillText(line, x, y + number * step);
  };
  pen.fillStyle = INK;
  write(48, "700");
  lines(title, WIDTH / 2, MARGIN + 30, 60);
  pen.fillStyle = QUIET;
  write(34);
  pen.fillText(group.name, WIDTH / 2, top - 50, WIDTH - 2 * MARGIN);
  write(30);
  ROWS.forEach((row, number) => {
    const y = top + number * (height + GAP);
    row.forEach((place, side) => {
      const x = WIDTH / 2 + (side - (row.length - 1) / 2) * (CARD + GAP);
      const text = cards[place];
      pen.fillStyle = PAPER;
      pen.fillRect(x - CARD / 2, y, CARD, height);
      pen.strokeRect(x - CARD / 2, y, CARD, height);
      pen.fillStyle = INK;
      lines(text, x, y + height / 2 - ((text.length - 1) * 38) / 2, 38);
    });
  });
  pen.fillStyle = QUIET;
  pen.fillText(note, WIDTH / 2, canvas.height - MARGIN, WIDTH - 2 * MARGIN);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture")))),
  );
}

/**
 * A text in lines no wider than `room`, except for longer words.
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {string} text
 * @param {number} room
 */
function broken(pen, text, room) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (!lines.at(-1) || pen.measureText(longer).width <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

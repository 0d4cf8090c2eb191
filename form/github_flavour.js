/** GitHub's flavour of Markdown for micromark, put right where micromark reads a text otherwise than GitHub and the site. */

import { codeIndented, list } from "micromark-core-commonmark";
import { gfm } from "micromark-extension-gfm";

/** @import { Construct, Event } from "micromark-util-types" */

const CONTAINER = /^(blockQuote|listOrdered|listUnordered|gfmFootnoteDefinition)$/;
const FIRST_OF_LIST = [..."*+-0123456789"].map((sign) => sign.charCodeAt(0));
// micromark's tab, the room that a tab takes, and a space.
const FIRST_OF_CODE = [-2, -1, 32];

/**
 * A list as CommonMark has it. Only a list within a paragraph has to begin with 1 and with words. micromark 4.0.3 asks the same of
 * the first list in a quotation or entry that follows a paragraph, and of a list below indented code.
 *
 * @type {Construct}
 */
const anyList = {
  ...list,
  tokenize(effects, ok, nok) {
    const { interrupt } = this;
    if (interrupt && !followsParagraph(this.events)) this.interrupt = false;
    return list.tokenize.call(this, effects, ok, (code) => {
      this.interrupt = interrupt;
      return nok(code);
    });
  },
};

/**
 * Indented code of one block. micromark 4.0.3 ends the code after its first line if that line is what ends a list.
 *
 * @type {Construct}
 */
const wholeCode = {
  ...codeIndented,
  tokenize(effects, ok, nok) {
    const lazy = Object.create(this.parser.lazy, { [this.now().line]: { value: false } });
    /** @type {typeof effects.attempt} */
    const attempt = (further, ...ways) => {
      const { tokenize } = /** @type {Construct} */ (further);
      return effects.attempt(
        {
          ...further,
          tokenize(...given) {
            const parser = Object.assign(Object.create(this.parser), { lazy });
            return tokenize.call(Object.assign(Object.create(this), { parser }), ...given);
          },
        },
        ...ways,
      );
    };
    return codeIndented.tokenize.call(this, { ...effects, attempt }, ok, nok);
  },
};

/**
 * Every table. micromark-extension-gfm-table 2.1.1 takes a table below one that stands in a quotation or list for more of that.
 *
 * @param {Construct} table
 * @returns {Construct}
 */
const anyTable = (table) => ({
  ...table,
  tokenize(...given) {
    const isApart = this.parser.lazy[this.now().line];
    return table.tokenize.call(isApart ? Object.create(this, { events: { value: [] } }) : this, ...given);
  },
});

const { flow, ...rest } = gfm();
const starting = (/** @type {number[]} */ codes, /** @type {Construct} */ construct) =>
  Object.fromEntries(codes.map((code) => [code, construct]));
export const githubFlavour = [
  rest,
  {
    document: starting(FIRST_OF_LIST, anyList),
    flowInitial: starting(FIRST_OF_CODE, wholeCode),
    flow: { null: [flow?.null ?? []].flat().map((one) => (one.name === "table" ? anyTable(one) : one)) },
    // It misses addresses beside the signs of emphasis: markdown.js finds them afterwards.
    disable: { null: ["emailAutolink"] },
  },
];

/**
 * Whether a new block would be in the middle of a paragraph: what was read last is text, and nothing was opened since.
 *
 * @param {Event[]} events
 */
function followsParagraph(events) {
  for (const [what, token] of events.toReversed()) {
    if (token.type === "chunkFlow") return token._tokenizer?.currentConstruct?.name !== "codeIndented";
    if (what === "enter" && CONTAINER.test(token.type)) return false;
  }
  return false;
}

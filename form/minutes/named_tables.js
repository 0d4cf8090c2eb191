/** Takes from a table what its columns say it has: see macros/minutes/named_tables.py. */

import { Table } from "./blocks.js";
import { headingLevel } from "./headings.js";
import { said } from "./messages.js";
import { actions, attendance, decisions, holdsActions, holdsAttendance, holdsDecisions, named } from "./tables.js";
import { ticked } from "./vocabulary.js";

/** @import { Block } from "./blocks.js" */
/** @import { Found } from "./found.js" */
/** @import { Attended } from "./tables.js" */
/** @import { Section } from "./vocabulary.js" */

/**
 * Whether the columns of a table say what it has, which is then added to what was `found`. `within` is the part of minutes it stands in.
 *
 * @param {Found} found
 * @param {Table} table
 * @param {Section | null} within
 */
export function took(found, table, within) {
  const it = named(table, within);
  if (!it) return false;
  if (holdsActions(it, within)) found.actions.push(...actions(it));
  else if (holdsDecisions(it)) found.decisions.push(...decisions(it));
  else if (holdsAttendance(it, within)) for (const one of attendance(it, within)) attend(found, one);
  else return false;
  found.own.push(
    ...table.rows
      .slice(0, it.head + 1)
      .flat()
      .map((cell) => cell.text)
      .filter(Boolean),
  );
  // There may be more in it than was taken.
  if (it.hasOthers && !holdsAttendance(it, within)) found.note([table]);
  return true;
}

/**
 * Whether a table has the actions or decisions of a part of minutes. `following` is what stands below its heading.
 *
 * @param {Section} part
 * @param {Block[]} following
 */
export function hasEntries(part, following) {
  for (const block of following) {
    const it = block instanceof Table ? named(block, part) : null;
    if (it && holdsActions(it, part)) return part === "actions" && actions(it).length > 0;
    if (it && holdsDecisions(it)) return part === "decisions" && decisions(it).length > 0;
    if (!(block instanceof Table) && block.text && headingLevel(block)) return false;
  }
  return false;
}

/**
 * @param {Found} found
 * @param {Attended} one
 */
function attend(found, { name, presence, marks }) {
  if (presence === "unclear") {
    found.unclear.push({ text: marks, where: name });
    return;
  }
  if (presence === "unsaid") found.unmarked.push(name);
  else found[presence].push(name);
  // A tick is understood, and anything else beside a name is left out.
  if (ticked(marks) === null && !/^\p{Nd}+$/u.test(marks))
    found.asides.push({ text: marks, where: said("beside", { name }) });
  else found.own.push(marks);
}

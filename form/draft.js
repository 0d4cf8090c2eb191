/** A draft of the form, kept on this device if the person asks for it. */

const KEY = `kb-propose ${location.pathname}`;

/**
 * The draft, or null. Throws if the browser stores nothing, or something that is not ours.
 *
 * @returns {Record<string, string | string[]> | null}
 */
export const kept = () => JSON.parse(localStorage.getItem(KEY) ?? "null");

/**
 * Keep a draft. Returns whether that was possible.
 *
 * @param {Record<string, string | string[]>} answers
 */
export function keep(answers) {
  try {
    localStorage.setItem(KEY, JSON.stringify(answers));
    return true;
  } catch {
    return false;
  }
}

export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // A browser without storage has nothing to forget.
  }
}

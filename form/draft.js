/** What was written so far, kept on this device from when a person asks for it until they say otherwise. */

const KEY = `kb-propose ${location.pathname}`;

/**
 * What was kept, or nothing. It throws if the browser keeps nothing, or not what we gave it.
 *
 * @returns {Record<string, string | string[]> | null}
 */
export const kept = () => JSON.parse(localStorage.getItem(KEY) ?? "null");

/**
 * Keep some answers. Returns whether that was possible.
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
    // A browser that keeps nothing has nothing to forget.
  }
}

/** What was written so far, kept on this device from when a person asks for it until it is sent or they say otherwise. */

const KEY = `kb-propose ${location.pathname}`;

/** What was kept; nothing if nothing was, or if the browser keeps nothing. */
export function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/** Keep some answers. Returns whether that was possible. */
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

// Runs in each page before anything of the page's own. What goes wrong there is kept for the tests, also when the page is left.

const note = (what) => {
  sessionStorage.kbWrong = `${sessionStorage.kbWrong ?? ""}${location.pathname} ${what}\n`;
};
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
  note(`refused ${effectiveDirective}: ${blockedURI}`),
);
addEventListener("error", ({ message }) => note(message));
addEventListener("unhandledrejection", ({ reason }) => note(String(reason)));

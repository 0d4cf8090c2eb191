/**
 * The form for proposals: asks what the stage calls for, checks the answers, shows a preview, and offers ways to send the
 * result. Nothing leaves the browser until the person chooses one of those.
 */

import { forget, keep, kept } from "./draft.js";
import { find } from "./page.js";
import { withLists } from "./pasted.js";
import { preview } from "./preview.js";
import { Question } from "./question.js";
import { alike, entryText, recordName, recordText, unlistedService } from "./record.js";
import { mail, newFile, newIssue } from "./ways.js";
import { hasParts, mistakeInPassage, mistakes } from "./words.js";

/** @import { Pairs, Settings, Values } from "./types" */

/** @type {HTMLFormElement | null} */
const shown = document.querySelector(".kb-propose__form");
if (shown) start(shown, find(document, ".kb-propose"), JSON.parse(shown.dataset.settings ?? ""));

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} page
 * @param {Settings} settings
 */
function start(form, page, settings) {
  /** @type {NodeListOf<HTMLElement>} */
  const boxes = form.querySelectorAll(".kb-field");
  const questions = [...boxes].map((box) => new Question(box));
  const summary = find(form, ".kb-errors");
  const sketch = find(page, ".kb-propose__preview");
  const result = find(page, ".kb-propose__result");
  const top = find(result, "#propose-result");
  const keepBox = find(form, "#propose-keep", HTMLInputElement);
  const forgetButton = find(form, ".kb-propose__keep button");
  const keeping = find(form, ".kb-propose__keep [role=status]");
  const status = find(result, ".kb-propose__status");
  const dropButton = find(result, "[data-do=forget]");
  const source = find(result, "#propose-sent", HTMLTextAreaElement);
  const way = (/** @type {string} */ name) => find(result, `[data-way=${name}]`);
  let download = "";

  const named = (/** @type {string} */ name) => questions.find((one) => one.name === name);
  const asked = () => questions.filter((one) => !one.box.hidden);
  const today = () => new Date().toLocaleDateString("sv", { timeZone: settings.zone });

  /** The service that the person named because it is not in the list: see `unlistedService`. */
  function unlisted() {
    const name = named("unlisted")?.value;
    return name ? unlistedService(String(name), settings.services) : {};
  }

  /**
   * The answers without the sections.
   *
   * @returns {Values}
   */
  function answers() {
    const fields = asked().filter((one) => !one.isSection && one.value !== undefined);
    const all = /** @type {Values} */ (Object.fromEntries(fields.map((one) => [one.name, one.value])));
    const { unlisted: _, ...given } = all;
    const { id } = unlisted();
    if (!id) return given;
    return named("services")
      ? { ...given, services: [...new Set([...(given.services ?? []), id])] }
      : { ...given, service: id };
  }

  /**
   * All the values of the record: the answers, the answers that the page gives, and the day.
   *
   * @returns {Values}
   */
  function allValues() {
    const given = answers();
    const fixed = Object.entries(settings.fixed).map(([name, value]) => [
      name,
      typeof value === "string" ? value.replace(/\{(\w+)\}/g, (_, other) => String(given[other] ?? "…")) : value,
    ]);
    return { ...given, ...Object.fromEntries(fixed), ...(settings.taken && { added: today() }) };
  }

  /** @returns {Pairs} */
  const titled = () => {
    const titles = new Map(settings.sections);
    const written = asked().filter((one) => one.isSection && one.value);
    return written.map((one) => [titles.get(one.name) ?? one.label, String(one.value)]);
  };
  /** The question that asks which record this is for, if there is one. */
  const which = () => named(settings.entry?.asks ?? "");
  const heading = (/** @type {Values} */ { title, text }) => title ?? text ?? which()?.words;
  const name = () => recordName(settings.kind, allValues().title ?? "", today());

  /** The written answers for GitHub's issue form, without choices: with one in the address, it shows an empty page. */
  function inWords() {
    const written = asked().filter((one) => !one.isChoice && one.value !== undefined);
    return [
      ["template", find(form, "[name=template]", HTMLInputElement).value],
      ...written.map((one) => [one.name, `${one.value}`]),
    ];
  }

  function refresh() {
    const stage = settings.fixed.stage ?? named("stage")?.value?.toString();
    for (const one of questions) one.fitTo(stage);
    const values = allValues();
    const apart = ["title", "text", "summary", "stage", which()?.name];
    const shown = asked().filter((one) => !one.isSection && !apart.includes(one.name) && one.words);
    const badge = named("stage");
    for (const box of page.querySelectorAll(".kb-preview"))
      preview(box, {
        title: heading(values),
        summary: values.summary,
        stage: stage && badge ? { value: stage, label: badge.words } : undefined,
        shown: shown.map((one) => [one.label, one.words]),
        sections: titled(),
      });
  }

  /** The questions with a mistake, each with its message. */
  function wrong() {
    const values = allValues();
    const found = mistakes(settings, values, asked(), values.added ?? today());
    const all = titled().flat().join("\n");
    for (const one of asked().filter((one) => one.isSection || one.name === "unlisted")) {
      const message = mistakeInPassage(settings, String(one.value ?? ""), one, one.isNeededNow, all);
      if (message) found[one.name] = message;
    }
    for (const one of asked().filter((one) => one.sort === "area" && !one.isSection && hasParts(String(one.raw))))
      found[one.name] ??= `Write one paragraph under "${one.label}", without a list and without a blank line.`;
    const taken = Object.entries(settings.taken ?? {});
    const [id, title] = taken.find(([id, title]) => id === name() || alike(title) === alike(values.title ?? "")) ?? [];
    let page = "";
    if (id && !found.title) {
      found.title = `This is too similar to the title of another page, "${title}". Say in the title what is different about this one.`;
      page = new URL(`../${settings.folder}/${id}/`, import.meta.url).href;
    }
    return asked()
      .filter((one) => found[one.name])
      .map((question) => ({ question, message: found[question.name], page: question.name === "title" ? page : "" }));
  }

  /** @param {ReturnType<typeof wrong>} found */
  function showMistakes(found) {
    for (const one of questions) one.tell("");
    const links = found.map(({ question: one, message, page }) => {
      one.tell(message, page);
      const link = document.createElement("a");
      link.href = `#${one.inputs[0].id}`;
      link.textContent = message;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        one.inputs[0].focus();
      });
      const item = document.createElement("li");
      item.append(link);
      return item;
    });
    find(summary, "ul").replaceChildren(...links);
    summary.hidden = !found.length;
    if (found.length) summary.focus();
  }

  /**
   * Set the address of a way to send, or hide it if there is none.
   *
   * @param {string} which
   * @param {string} [address]
   */
  function lead(which, address) {
    const item = way(which);
    item.hidden = !address;
    if (address) find(item, "a", HTMLAnchorElement).href = address;
  }

  /**
   * Lead to an e-mail with what is sent, or one to paste it into.
   *
   * @param {string} subject
   * @param {string} file
   */
  function write(subject, file) {
    const here = location.origin + location.pathname;
    const letter = way("mail").dataset.letter?.replace("{page}", here).replace("{file}", file);
    const [whole, short] = [source.value, "Paste it here."].map((text) =>
      mail(settings.contact, `Proposal: ${subject}`, `${letter}\n\n${text}`),
    );
    way("paste").hidden = !!whole;
    lead("mail", whole || short);
  }

  /** Copy what is sent. The page says whether it worked. */
  async function copy() {
    try {
      await navigator.clipboard.writeText(source.value);
      status.textContent = "Copied.";
    } catch {
      source.select();
      status.textContent = "Your browser does not let us copy it. It is selected: copy it with your keyboard.";
    }
  }

  function offer() {
    const values = allValues();
    const { entry } = settings;
    const id = entry?.id || String(which()?.value ?? "");
    const text = entry
      ? entryText(values, settings, entry.list, entry.filled.includes(id))
      : recordText(values, titled(), settings);
    const file = entry ? `${settings.kind}.txt` : `${name()}.md`;
    const service = unlisted();
    // The check would refuse a file that names a service we do not have yet.
    const files = service.name ? "" : settings.files;
    const link = files && newFile(files, file, text);
    const note = `"${service.name}" is not in the list of services yet. Add it first, as ${service.id}.md: then this is complete.`;
    const saved = service.name ? text.replace("\n", () => `\n#: ${note}\n`) : text;
    source.value = service.name ? `${note}\n\n${text}` : text;
    source.rows = Math.min(16, source.value.split("\n").length + 1);
    way("wait").hidden = !service.name;
    if (settings.issues) {
      lead("file", link);
      lead("long", files && !link ? `${files}?filename=${file}` : "");
      lead("edit", service.name || !id ? "" : entry?.edit.replace("{id}", id));
      lead("issue", newIssue(settings.issues, inWords()));
    }
    if (settings.contact) write(values.title ?? settings.kind, entry?.path.replace("{id}", id) ?? file);
    URL.revokeObjectURL(download);
    download = URL.createObjectURL(new Blob([saved], { type: "text/markdown" }));
    lead("download", download);
    find(way("download"), "a", HTMLAnchorElement).download = file;
    status.textContent = "";
    dropButton.hidden = true;
  }

  /**
   * Show either the form or its result.
   *
   * @param {boolean} isDone
   */
  function turn(isDone) {
    form.hidden = sketch.hidden = isDone;
    result.hidden = !isDone;
    if (!isDone) return questions[0].inputs[0].focus();
    top.focus({ preventScroll: true });
    result.scrollIntoView();
  }

  function save() {
    if (!keepBox.checked) return;
    const isKept = keep(Object.fromEntries(questions.map((one) => [one.name, one.raw])));
    keeping.textContent = isKept ? "" : "Your browser does not let us save anything.";
  }

  /** Restore the draft. Returns whether there was one. A draft that cannot be restored is forgotten. */
  function restore() {
    try {
      const draft = kept();
      if (draft) for (const one of questions) if (one.name in draft) one.raw = draft[one.name];
      return draft !== null;
    } catch {
      forget();
      form.reset();
      return false;
    }
  }

  function drop() {
    forget();
    keepBox.checked = false;
    forgetButton.hidden = dropButton.hidden = true;
    keeping.textContent = status.textContent = "Nothing is saved any more.";
  }

  form.noValidate = true;
  find(form, "[type=submit]").textContent = "Check and continue";
  form.addEventListener("input", () => (refresh(), save()));
  // `insertText` shows the new list at once, and lets the person undo it.
  form.addEventListener("paste", (event) => {
    const isInSection = event.target instanceof Element && event.target.matches("[data-section] textarea");
    const text = isInSection ? event.clipboardData?.getData("text/plain").replace(/\r\n?/g, "\n") : "";
    const made = text && withLists(text);
    if (made !== text && document.execCommand("insertText", false, made)) event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const found = wrong();
    showMistakes(found);
    if (found.length) return;
    offer();
    turn(true);
  });
  keepBox.addEventListener("change", () => {
    forgetButton.hidden = !keepBox.checked;
    if (keepBox.checked) save();
    else drop();
  });
  forgetButton.addEventListener("click", () => (drop(), keepBox.focus()));
  dropButton.addEventListener("click", () => (drop(), top.focus({ preventScroll: true })));
  find(result, "[data-do=change]").addEventListener("click", () => turn(false));
  // After choosing a way to send, the person can still turn back. So the draft stays.
  for (const link of result.querySelectorAll(".kb-propose__ways a"))
    link.addEventListener("click", () => {
      dropButton.hidden = !keepBox.checked;
      status.textContent = keepBox.checked
        ? "Your draft is still saved on this device. Once you have sent it, you can delete it."
        : "";
    });
  find(way("copy"), "button").addEventListener("click", copy);
  if (settings.contact) way("mail").addEventListener("click", () => way("paste").hidden || copy());

  keepBox.checked = restore();
  // A page may lead here with an answer, such as "?initiative=shared-lunch".
  for (const [name, id] of new URLSearchParams(location.search)) {
    const one = named(name);
    if (one?.isChoice && one.box.querySelector(`[data-id="${CSS.escape(id)}"]`)) one.raw = one.isTicked ? [id] : id;
  }
  forgetButton.hidden = !keepBox.checked;
  for (const one of form.querySelectorAll("details")) one.hidden = false;
  find(form, ".kb-propose__keep").hidden = form.hidden = sketch.hidden = false;
  refresh();
}

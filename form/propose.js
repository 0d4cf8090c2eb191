/**
 * The form to propose something with: asks what the stage calls for, checks the answers, shows what becomes of them, and ends
 * in ways to send it. Nothing leaves the browser before the person follows one of those.
 */

import { forget, keep, kept } from "./draft.js";
import { withLists } from "./pasted.js";
import { preview } from "./preview.js";
import { Question } from "./question.js";
import { recordName, recordText, topicText, unlistedService } from "./record.js";
import { mail, newFile, newIssue } from "./ways.js";
import { mistakeInPassage, mistakes } from "./words.js";

const form = document.querySelector(".kb-propose__form");
if (form) start(form.parentElement, JSON.parse(form.dataset.settings));

function start(page, settings) {
  const find = (selector) => page.querySelector(selector);
  const questions = [...form.querySelectorAll(".kb-field")].map((box) => new Question(box));
  const summary = find(".kb-errors");
  const [sketch, result, heading] = [
    find(".kb-propose__preview"),
    find(".kb-propose__result"),
    find("#propose-result"),
  ];
  const [keepBox, forgetButton] = [find("#propose-keep"), find(".kb-propose__keep button")];
  const [status, dropButton] = [find(".kb-propose__status"), find("[data-do=forget]")];
  const source = find("#propose-sent");
  const way = (name) => find(`[data-way=${name}]`);
  let download = "";

  const named = (name) => questions.find((one) => one.name === name);
  const asked = () => questions.filter((one) => !one.box.hidden);
  const today = () => new Date().toLocaleDateString("sv", { timeZone: settings.zone });

  /** The service that is not in the list: its name, and what its file will be called. Only that, if it is there after all. */
  function unlisted() {
    const name = named("unlisted")?.value;
    return name ? unlistedService(name, settings.services) : {};
  }

  /** What was answered, apart from the sections. */
  function answers() {
    const fields = asked().filter((one) => !one.isSection && one.value !== undefined);
    const { unlisted: _, ...given } = Object.fromEntries(fields.map((one) => [one.name, one.value]));
    const { id } = unlisted();
    return id ? { ...given, services: [...new Set([...(given.services ?? []), id])] } : given;
  }

  /** What a record is made of: the answers, those that the page gives, and the day. */
  function whole() {
    const given = answers();
    const fixed = Object.entries(settings.fixed).map(([name, value]) => [
      name,
      typeof value === "string" ? value.replace(/\{(\w+)\}/g, (_, other) => given[other] ?? "…") : value,
    ]);
    return { ...given, ...Object.fromEntries(fixed), ...(settings.taken && { added: today() }) };
  }

  const sections = () =>
    asked()
      .filter((one) => one.isSection && one.value)
      .map((one) => [one.name, one.value]);
  const titled = () => sections().map(([name, text]) => [new Map(settings.sections).get(name), text]);
  const name = () => recordName(settings.kind, whole().title ?? "", today());

  /** What was written, as the form for issues takes it. It shows an empty page to whoever brings a choice along. */
  function inWords() {
    const written = asked().filter((one) => !one.isChoice && one.value !== undefined);
    return [["template", form.elements.template.value], ...written.map((one) => [one.name, `${one.value}`])];
  }

  function refresh() {
    const stage = settings.fixed.stage ?? named("stage")?.value;
    for (const one of questions) one.fitTo(stage);
    const { title, text, summary: line } = whole();
    const apart = ["title", "text", "summary", "stage"];
    const shown = asked().filter((one) => !one.isSection && !apart.includes(one.name) && one.words);
    const badge = stage && named("stage");
    for (const box of page.querySelectorAll(".kb-preview"))
      preview(box, {
        title: title ?? text,
        summary: line,
        stage: badge && { value: stage, label: badge.words },
        shown: shown.map((one) => [one.label, one.words]),
        sections: titled(),
      });
  }

  /** Every question that has something wrong with it, and what. */
  function wrong() {
    const values = whole();
    const found = mistakes(settings, values, asked(), values.added ?? today());
    for (const one of asked().filter((one) => one.isSection || one.name === "unlisted")) {
      const message = mistakeInPassage(settings, one.value ?? "", one, one.isNeededNow);
      if (message) found[one.name] = message;
    }
    const isTaken = ([id, title]) => id === name() || title.toLowerCase() === values.title?.toLowerCase();
    const [id, title] = Object.entries(settings.taken ?? {}).find(isTaken) ?? [];
    let page;
    if (id && !found.title) {
      found.title = `This is too like the title of another page, "${title}". Say in the title what is different about this one.`;
      page = new URL(`../${settings.folder}/${id}/`, import.meta.url);
    }
    return asked()
      .filter((one) => found[one.name])
      .map((one) => [one, found[one.name], one.name === "title" && page]);
  }

  function tellWrong(found) {
    for (const one of questions) one.tell("");
    const links = found.map(([one, message, page]) => {
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
    summary.querySelector("ul").replaceChildren(...links);
    summary.hidden = !found.length;
    if (found.length) summary.focus();
  }

  /** Put an address behind a way to send; without one there is no such way. */
  function lead(which, address) {
    const item = way(which);
    item.hidden = !address;
    if (address) item.querySelector("a").href = address;
  }

  function offer() {
    const values = whole();
    const isRecord = settings.taken !== undefined;
    const text = isRecord ? recordText(values, titled(), settings) : topicText(values, settings);
    const file = isRecord ? `${name()}.md` : "topic.txt";
    const service = unlisted();
    // A file that names a service which is not there yet would be refused.
    const files = !service.name && settings.files;
    const link = files && newFile(files, file, text);
    const note = `"${service.name}" is not in the list of services yet. Add it first, as ${service.id}.md: then this is complete.`;
    const saved = service.name ? text.replace("\n", () => `\n#: ${note}\n`) : text;
    source.value = service.name ? `${note}\n\n${text}` : text;
    source.rows = Math.min(16, source.value.split("\n").length + 1);
    const letter = way("mail").dataset.letter.replace("{page}", location.href.split(/[?#]/)[0]).replace("{file}", file);
    way("wait").hidden = !service.name;
    lead("file", link);
    lead("long", files && !link && `${files}?filename=${file}`);
    lead("issue", settings.issues && newIssue(settings.issues, inWords()));
    lead("mail", mail(settings.contact, `Proposal: ${values.title ?? values.text}`, `${letter}\n\n${source.value}`));
    URL.revokeObjectURL(download);
    download = URL.createObjectURL(new Blob([saved], { type: "text/markdown" }));
    lead("download", download);
    way("download").querySelector("a").download = file;
    status.textContent = "";
    dropButton.hidden = true;
  }

  /** Show either the form or what it led to. */
  function turn(isDone) {
    form.hidden = sketch.hidden = isDone;
    result.hidden = !isDone;
    if (!isDone) return questions[0].inputs[0].focus();
    heading.focus({ preventScroll: true });
    result.scrollIntoView();
  }

  function save() {
    if (!keepBox.checked) return;
    const isKept = keep(Object.fromEntries(questions.map((one) => [one.name, one.raw])));
    forgetButton.nextElementSibling.textContent = isKept ? "" : "Your browser does not let us keep anything.";
  }

  /** Put back what was kept, and say whether there was anything. What cannot be put back is of no use, and is forgotten. */
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
    forgetButton.nextElementSibling.textContent = status.textContent = "Nothing is kept any more.";
  }

  form.noValidate = true;
  form.querySelector("[type=submit]").textContent = "Check it and go on";
  form.addEventListener("input", () => (refresh(), save()));
  // A list from Word becomes one before anybody's eyes, and can be undone like whatever else is typed.
  form.addEventListener("paste", (event) => {
    const text =
      event.target.matches("[data-section] textarea") &&
      event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n");
    const made = text && withLists(text);
    if (made !== text && document.execCommand("insertText", false, made)) event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const found = wrong();
    tellWrong(found);
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
  dropButton.addEventListener("click", () => (drop(), heading.focus({ preventScroll: true })));
  find("[data-do=change]").addEventListener("click", () => turn(false));
  // Whoever follows a way to send may still turn back before anything is sent.
  for (const link of result.querySelectorAll(".kb-propose__ways a"))
    link.addEventListener("click", () => {
      dropButton.hidden = !keepBox.checked;
      status.textContent = keepBox.checked
        ? "Your draft is still kept on this device. Once it is sent, you can forget it."
        : "";
    });
  way("copy").addEventListener("click", async ({ target }) => {
    if (!target.closest("button")) return;
    try {
      await navigator.clipboard.writeText(source.value);
      status.textContent = "It is copied.";
    } catch {
      source.select();
      status.textContent = "Your browser does not let us copy. The text is selected: copy it with your keyboard.";
    }
  });

  keepBox.checked = restore();
  forgetButton.hidden = !keepBox.checked;
  for (const one of form.querySelectorAll("details")) one.hidden = false;
  find(".kb-propose__keep").hidden = form.hidden = sketch.hidden = false;
  refresh();
}

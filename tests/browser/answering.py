"""The answers to a form, given all at once."""

from __future__ import annotations

# Answers the questions that are asked, in one message to the browser and with the events that a page is told: given what to choose,
# and texts by the words of their labels.
ANSWER = """([chosen, texts]) => {
  const called = (words) => {
    const labels = [...document.querySelectorAll("main form label")].map((label) => [label.textContent.trim(), label.control]);
    const found = labels.find(([text]) => text === words) ?? labels.find(([text]) => text.startsWith(words));
    if (!found?.[1].checkVisibility()) throw new Error(`Nobody is asked for "${words}".`);
    return found[1];
  };
  for (const words of chosen) if (!called(words).checked) called(words).click();
  for (const [words, text] of Object.entries(texts)) {
    const field = called(words);
    const option = [...(field.options ?? [])].find((one) => one.text.trim() === text);
    field.value = option ? option.value : text;
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
  }
}"""

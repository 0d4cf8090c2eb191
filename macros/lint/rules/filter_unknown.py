"""A link to a filtered list asks for something that the list can be filtered by.

Why: Readers who follow it would see the whole list, and think that all of it is what the link promised.
"""

from collections.abc import Sequence
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from macros.kinds import KINDS as RECORD_KINDS
from macros.kinds import Record
from macros.library.library import CONTENT, INDEX
from macros.lint.diagnostics import RECORDS_AND_PAGES, Diagnostics, RuleContext, RuleTopic, did_you_mean, listed
from macros.lint.help_links import site_address
from macros.lint.messages import file_behind
from macros.lint.rules.markup_unsafe import can_be_read
from macros.source.body import Link

TOPIC = RuleTopic.LINKS
KINDS = RECORDS_AND_PAGES
AFTER = ("markup-unsafe", "link-broken")
_LISTS = {f"{CONTENT}/{model.FOLDER}/{INDEX}": model for model in RECORD_KINDS.values()}


def check(context: RuleContext) -> Diagnostics:
    """Look up the questions and the answers in each link to a list."""
    for link in context.body.links:
        if (
            "?" in link.target
            and "{{" not in link.target
            and can_be_read(link.target)
            and (message := _message(context, link))
        ):
            yield context.diagnostic(message, span=context.document.body_span(link.offset, len(link.target)))


def _message(context: RuleContext, link: Link) -> str:
    parts = urlsplit(link.target)
    model = _LISTS.get(_file_behind(context, parts))
    if model is None:
        return ""
    choices = _choices(model, (), context)
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        if name not in choices:
            known = f"Choose from: {listed(choices)}." if choices else "Take out the question mark and what follows."
            meant = did_you_mean(name, choices) or f" {known}"
            return f'The list of {model.NAME.nouns} cannot be filtered by "{name}".{meant}'
        answers = choices[name]
        if value not in answers:
            # Some, such as years, are those that records give. Most are not, and then no record has to be read.
            answers = _choices(model, [*context.library.all_of(model).values()], context)[name]
        if value not in answers:
            meant = did_you_mean(value, answers) or (f" Choose from: {listed(answers)}." if answers else "")
            return f'Nothing in the list of {model.NAME.nouns} has "{name}={value}".{meant}'
    return ""


def _choices(model: type[Record], records: Sequence[Record], context: RuleContext) -> dict[str, list[str]]:
    """What the list of a kind with these records can be filtered by: the answers to each question."""
    return {one.name: [*map(str, one.choices)] for one in model.questions(records, context.library)}


def _file_behind(context: RuleContext, parts: SplitResult) -> str:
    """The file behind a link, also if it has the whole address of the site; empty if it leads elsewhere."""
    if not parts.scheme and not parts.netloc:
        return file_behind(context.document.path, unquote(parts.path)) if parts.path else ""
    site = urlsplit(site_address(context.library.root))
    if not parts.netloc or parts.netloc != site.netloc or not parts.path.startswith(site.path):
        return ""
    return f"{CONTENT}/{parts.path.removeprefix(site.path).strip('/')}/{INDEX}"

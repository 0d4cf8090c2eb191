"""A network that changes in small steps, as networks do: each step is what someone might write, save, rename or delete."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.support.building import lay_out
from tests.support.project import ROOT

# The records of the demonstration are 70. These are copies of them.
_MORE_INITIATIVES, _MORE_EVIDENCE = 45, 40
_WORDS = ("lunch", "breaks", "supervision", "kindness", "walking", "quiet", "naïve", "PHQ-9", "rota", "tea")
_OWN_LISTS = re.compile(r"^(tags|services|areas):\n(  - .*\n)+", re.MULTILINE)


@dataclass
class Changing:
    """A network in `folder`, the day it is there, and who decides what is next."""

    folder: Path
    random: Random
    day: date
    count: int = 0

    def step(self) -> str:
        """Change something. Returns what."""
        self.count += 1
        change = self.random.choice(_CHANGES)
        return f"{change.__name__.strip('_')}: {change(self) or 'nothing'}"

    def records(self, *folders: str) -> list[Path]:
        """The records in these folders of content/, or all."""
        found = sorted((self.folder / "content").glob("*/*.md"))
        return [one for one in found if one.name != "index.md" and one.read_text(encoding="utf-8").count("\nadded: ")
                and (not folders or one.parent.name in folders)]  # fmt: skip

    def record(self, *folders: str) -> Path:
        """One of these."""
        return self.random.choice(self.records(*folders))

    def edit(self, path: Path, pattern: str, by: str | Callable[[re.Match[str]], str]) -> str:
        """Replace one of the places in a file that match. Returns the file, or nothing if it has none."""
        text = path.read_text(encoding="utf-8")
        places = list(re.finditer(pattern, text, re.MULTILINE))
        if not places:
            return ""
        place = self.random.choice(places)
        new = by if isinstance(by, str) else by(place)
        path.write_text(text[: place.start()] + new + text[place.end() :], encoding="utf-8")
        return path.relative_to(self.folder).as_posix()

    def word(self) -> str:
        """A word to write somewhere."""
        return self.random.choice(_WORDS)


def lay_out_changing(folder: Path) -> Changing:
    """The demonstration with so many copies of its records that there are over 150, of all kinds. None of it is left to chance."""
    lay_out(folder, ROOT / "demo")
    network = changing_network(folder, Random())
    for kind, number in (("initiatives", _MORE_INITIATIVES), ("evidence", _MORE_EVIDENCE)):
        records = network.records(kind)
        for count in range(number):
            _copy(network, records[count % len(records)], f"again-{count}")
    return network


def changing_network(folder: Path, random: Random) -> Changing:
    """The network that is laid out in `folder`."""
    said = re.search(
        r"^demonstration: (\S+)$", (folder / "content/network.yml").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert said
    return Changing(folder, random, date.fromisoformat(said[1]))


def _copy(network: Changing, record: Path, name: str) -> Path:
    copy = record.with_name(f"{record.stem[:40]}-{name}.md")
    text = record.read_text(encoding="utf-8")
    text = re.sub(r"^aliases:\n(  - .*\n)+", "", text, flags=re.MULTILINE)
    text = re.sub(r"^(doi|url): .*\n", "", text, flags=re.MULTILINE) if record.parent.name != "evidence" else text
    title = re.search(r"^title: (.*)$", text, re.MULTILINE)
    assert title
    copy.write_text(text.replace(title[0], f"title: A copy, {name}, of something", 1), encoding="utf-8")
    return copy


def _a_word_of_a_text(network: Changing) -> str:
    return network.edit(
        network.record(),
        r"(?<=^---\n\n)(?=\w)|(?<=[a-z])\. (?=[A-Z])",
        lambda at: f"{at[0]}{network.word().capitalize()} matters. ",
    )


def _a_word_of_a_page(network: Changing) -> str:
    pages = [one for one in sorted((network.folder / "content").rglob("*.md")) if one not in network.records()]
    return network.edit(network.random.choice(pages), r"(?<=[a-z])\.$", f", with {network.word()}.")


def _a_heading_of_a_text(network: Changing) -> str:
    record = network.record()
    record.write_text(
        record.read_text(encoding="utf-8") + f"\n## More of {network.word()} {network.count}\n\nIt goes on.\n",
        encoding="utf-8",
    )
    return record.name


def _a_link(network: Changing) -> str:
    record, other = network.record(), network.record()
    link = f"\nSee [the other one](../{other.parent.name}/{other.name}).\n"
    record.write_text(record.read_text(encoding="utf-8") + link, encoding="utf-8")
    return f"{record.name} to {other.name}"


def _a_title(network: Changing) -> str:
    return network.edit(
        network.record(), r"^title: .*$", f"title: {network.word().capitalize()} number {network.count}"
    )


def _a_summary(network: Changing) -> str:
    return network.edit(
        network.record(),
        r"^summary: .*$",
        f"summary: What {network.word()} is good for, told the {network.count}th time.",
    )


def _a_tag(network: Changing) -> str:
    theme = network.record("themes").stem
    return network.edit(network.record(), r"^tags:\n((?:  - .*\n)+)", f"tags:\n  - {theme}\n")


def _a_service(network: Changing) -> str:
    service = network.record("services").stem
    return network.edit(network.record("initiatives"), r"^services:\n((?:  - .*\n)+)", f"services:\n  - {service}\n")


def _an_update(network: Changing) -> str:
    on = network.day - timedelta(days=network.random.randrange(3))
    return network.edit(
        network.record("initiatives", "services"),
        r"^added: .*\n(?!updates)",
        lambda at: f"{at[0]}updates:\n  - date: {on}\n    note: It went on with {network.word()}.\n",
    )


def _a_stage(network: Changing) -> str:
    return network.edit(
        network.record("initiatives"),
        r"^stage: .*$",
        f"stage: {network.random.choice(('idea', 'planned', 'testing', 'established'))}",
    )


def _a_consent(network: Changing) -> str:
    until = network.day + timedelta(days=network.random.randrange(-3, 300))
    return network.edit(network.record("services"), r"consent_until: .*$", f"consent_until: {until}")


def _an_owner(network: Changing) -> str:
    return network.edit(network.record("meetings"), r"owner: .*$", f"owner: {network.record('services').stem}")


def _what_was_decided(network: Changing) -> str:
    return network.edit(
        network.record("meetings"), r"(?<=^decisions:\n)", f"  - We will look at {network.word()} {network.count}.\n"
    )


def _a_number(network: Changing) -> str:
    tables = sorted((network.folder / "content").glob("*/*.csv"))
    return network.edit(network.random.choice(tables), r"(?<=,)\d\d$", str(network.random.randrange(20, 60)))


def _another_record(network: Changing) -> str:
    return _copy(network, network.record("initiatives", "evidence"), f"new-{network.count}").name


def _a_name(network: Changing) -> str:
    """Rename a record, with its former name among its aliases and the new one wherever it is named."""
    record = network.record("initiatives", "evidence", "themes", "services")
    former, new = record.stem, f"{record.stem[:40]}-renamed-{network.count}"
    for path in sorted((network.folder / "content").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        changed = re.sub(rf"(?<![\w-]){re.escape(former)}(?![\w-])", new, text)
        if changed != text:
            path.write_text(changed, encoding="utf-8")
    record.rename(record.with_name(f"{new}.md"))
    network.edit(
        record.with_name(f"{new}.md"),
        r"^aliases:\n|^added: .*\n",
        lambda at: f"{at[0]}" + ("" if at[0].startswith("aliases") else "aliases:\n") + f"  - {former}\n",
    )
    return f"{former} to {new}"


def _one_less(network: Changing) -> str:
    record = network.record()
    record.unlink()
    return record.name


def _a_day(network: Changing) -> str:
    network.day += timedelta(days=network.random.choice((-1, 1, 1, 7, 40)))
    return network.edit(network.folder / "content/network.yml", "^demonstration: .*$", f"demonstration: {network.day}")


def _a_template(network: Changing) -> str:
    path = (
        network.folder / "theme" / network.random.choice(("main.html", "partials/footer.html", "partials/header.html"))
    )
    path.write_text(path.read_text(encoding="utf-8") + f"<!-- {network.word()} {network.count} -->\n", encoding="utf-8")
    return path.name


def _a_style(network: Changing) -> str:
    path = network.folder / "theme/assets/network.css"
    path.write_text(
        path.read_text(encoding="utf-8") + f"\n.kb-{network.count} {{ color: inherit }}\n", encoding="utf-8"
    )
    return path.name


def _a_setting(network: Changing) -> str:
    pattern, by = network.random.choice(
        (
            (r"^site_name: .*$", f"site_name: Network {network.count}"),
            (r"heading_link: .*$", f"heading_link: Link {network.count}"),
        )
    )
    return network.edit(network.folder / "mkdocs.yml", pattern, by)


def _a_word_of_the_network(network: Changing) -> str:
    return network.edit(
        network.folder / "content/network.yml",
        r"^purpose: .*$",
        f"purpose: To look after {network.word()} ({network.count}).",
    )


def _a_time(network: Changing) -> str:
    record = network.record()
    record.touch()
    return record.name


def _by_hand(network: Changing) -> str:
    files = [path for path in sorted((network.folder / "site").rglob("*")) if path.is_file()]
    path = network.random.choice(files)
    match network.random.randrange(4):
        case 0:
            path.unlink()
        case 1:
            path.write_bytes(path.read_bytes() + b" ")
        case 2:
            path.with_name("stray.html").write_text("stray", encoding="utf-8")
        case _:
            shutil.copyfile(files[0], path)
    return path.name


def _the_cache(network: Changing) -> str:
    for path in sorted((network.folder / ".cache").rglob("*")):
        if path.is_file():
            match network.random.randrange(3):
                case 0:
                    path.unlink()
                case 1:
                    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
                case _:
                    path.write_bytes(b"\x00" + path.read_bytes()[1:])
    return "damaged"


_CHANGES: tuple[Callable[[Changing], str], ...] = (
    _a_word_of_a_text, _a_word_of_a_text, _a_word_of_a_page, _a_heading_of_a_text, _a_link, _a_title, _a_title, _a_summary, _a_tag, _a_tag,
    _a_service, _an_update, _a_stage, _a_consent, _an_owner, _what_was_decided, _a_number, _another_record, _a_name, _one_less, _a_day,
    _a_template, _a_style, _a_setting, _a_word_of_the_network, _a_time, _by_hand, _the_cache,
)  # fmt: skip

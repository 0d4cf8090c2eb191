"""What the check lets pass is built, and every link of it leads somewhere: the build finds nothing that the check does not know."""

from __future__ import annotations

import random
from pathlib import Path

from benchmarks.hostile import mutated_text
from macros.library.library import read_library
from macros.lint.diagnostics import Level
from macros.lint.engine import check_library
from macros.site_check.site import mistakes_in
from tests.support.building import EMPTY, NETWORKS, build, lay_out
from tests.support.project import TODAY

SMALLEST = NETWORKS / "smallest/content"
PAGE = "---\ntitle: A page\n---\n\nWe meet.\n"
# A build takes most of the time of this test, however many files it is of. So there is one, of all that the check lets pass.
MANY = 300


def with_mutations(network: Path, chance: random.Random) -> list[str]:
    """The paths of files that are laid into a network: each is a record or a page that somebody has got wrong."""
    records = [path for path in sorted(SMALLEST.rglob("*.md")) if path.name != "index.md"]
    laid = []
    for number in range(MANY):
        record = chance.choice([*records, None, None])
        path = (
            f"content/{record.parent.name}/{record.stem}-{number}.md" if record else f"content/about/page-{number}.md"
        )
        text = record.read_text(encoding="utf-8").replace("synonyms:\n  - buddying\n", "") if record else PAGE
        text = text.replace("title: ", f"title: {number} ", 1)
        for _ in range(chance.choice((1, 1, 2))):
            text = mutated_text(text, chance)
        (network / path).write_bytes(text.encode("utf-8", "surrogatepass"))
        laid.append(path)
    return laid


def refused(network: Path) -> set[str]:
    """The files in which the check finds an error, with the line."""
    found = check_library(read_library(network), TODAY)
    return {one.path for one in found if one.level is Level.ERROR and one.span.line >= 1}


def test_the_build_finds_nothing_that_the_check_does_not_know(tmp_path: Path) -> None:
    network = lay_out(tmp_path / "network", EMPTY, NETWORKS / "smallest", settings={"nav": None})
    laid = with_mutations(network, random.Random(7))
    wrong = refused(network)
    assert MANY // 2 < len(wrong) < MANY
    while wrong:
        assert wrong <= set(laid), "The mistake of one file is an error in another."
        for path in wrong:
            (network / path).unlink()
        wrong = refused(network)
    site = build(network)
    assert site.status == 0, site.log
    assert list(mistakes_in(site.folder, site.address)) == []

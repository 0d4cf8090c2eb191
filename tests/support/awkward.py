"""What people type and paste that a program trips over: 200 texts, the same in every run."""

from __future__ import annotations

from random import Random

_PIECES = (
    "People's Wellbeing Hub", '"quoted"', "Siân said: \"it's fine\"", "a: b", "a:b", "ends with a colon:", "12:30", "room #2", " # 2",
    "- a", "-5", "---", "...", "? what", "what?", "! now", "& more", "R&D", "* star", "*bold*", "50%", "%", "@home", "`code`", "~",
    "[a]", "{b}", "a, b", "> quote", "| a | b |", "null", "true", "No", "2014", "007", "1e3", "0x1f", "2026-03-12", "2026-13",
    "<b>bold</b>", "<< 2", "{{ title }}", "C:\\lunch\\n", "\\", "\\u263a", "💚", "👩🏽‍⚕️", "مرحبا بكم", "שלום", "日本語", "Ŵyth",
    "½ – “yes”",
    "\u00a0", "\t", "  ", "\n", "\n\n", "\r\n", "\n  indented", "\nTeam\tWhat\tWhen\r\nPWPs\tLunch\tMonday, 12:30\r\n", "\n- one\n- two",
)  # fmt: skip


def awkward_texts() -> list[str]:
    """Each piece by itself, as a start and as an end; then several together; then long ones of 3,000 characters."""
    chance = Random(4)
    texts = [text for piece in _PIECES for text in (piece, f"{piece} z", f"a {piece}") if text.strip()]
    while len(texts) < 195:
        texts.append("".join(chance.choices(_PIECES, k=chance.randint(2, 6))) + "x")
    return [*texts, *("".join(chance.choices(_PIECES, k=900))[:2999] + "x" for _ in range(5))]

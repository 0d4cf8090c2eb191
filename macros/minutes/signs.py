"""The signs that people and programs write for yes and no, and those that stand in fonts of signs."""

YES, NO = "☑", "☐"
# The signs of Wingdings and Symbol, by the last two digits of their codes.
SIGNS = {
    "FC": "✓",
    "FE": YES,
    "52": YES,
    "FD": "☒",
    "78": "☒",
    "FB": "✗",
    "A8": NO,
    "6F": NO,
    "B7": "•",
    "A7": "▪",
    "D8": "➢",
    "E0": "→",
    "4A": "☺",
}

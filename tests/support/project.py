"""The project that is tested, and the day it is in tests."""

from __future__ import annotations

from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

TODAY = date(2026, 11, 23)
# Noon in London on that day, for what runs in a process of its own.
TODAY_EPOCH = "1795435200"

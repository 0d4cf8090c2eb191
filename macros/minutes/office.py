"""Turns the formats of other programs into .docx with LibreOffice, where that is installed."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from macros.minutes.archive import MOST_BYTES, Refused

# What LibreOffice can read of the formats that people save minutes in.
OTHERS = (".doc", ".odt", ".rtf")
_PROGRAM = "soffice"
_MOST_SECONDS = 120


def as_docx(path: Path) -> bytes:
    """The file as .docx. Raises `Refused` if it is too large, or there is no LibreOffice, or LibreOffice cannot read it."""
    if path.stat().st_size > MOST_BYTES:
        raise Refused("This file is too large for minutes. Take out the pictures, and save it again.")
    program = shutil.which(_PROGRAM)
    if program is None:
        raise Refused(
            f'A file that ends with {path.suffix} needs LibreOffice, which is not installed. Save it as "Word document (.docx)" instead.'
        )
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / f"minutes{path.suffix.lower()}"
        shutil.copyfile(path, copy)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--norestore", "--convert-to", "docx", "--outdir", folder, str(copy)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_MOST_SECONDS)
            return copy.with_suffix(".docx").read_bytes()
        except (subprocess.SubprocessError, OSError):
            raise Refused(
                'LibreOffice cannot read this file. Save it as "Word document (.docx)", and use that file.'
            ) from None

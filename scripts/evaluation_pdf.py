"""Write the evaluation, with the latest figures, as a PDF that assistive technology can read."""

import sys
from pathlib import Path

# A script's import path starts with its own folder, not the project's.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click

from macros.library.public import PublicLibrary
from macros.lint.command_line import command, sound_library
from macros.outputs.evaluation_pdf import evaluation_pdf
from macros.outputs.look import read_look
from macros.outputs.typeface import FontsUnusable
from macros.source.settings import SETTINGS_FILE, read_settings, text_of

_THEME = Path(__file__).resolve().parent.parent / "theme/assets"


@command()
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), default="evaluation.pdf", show_default=True)
def main(out: Path, root: Path) -> None:
    """Write the PDF. Ends with 0 if it is written, and with 1 if it could not be."""
    library, day = sound_library(root, "The PDF was not written")
    theme = read_settings(root / SETTINGS_FILE).get("theme")
    language = (text_of(theme, "language") if isinstance(theme, dict) else "") or "en"
    try:
        made = evaluation_pdf(PublicLibrary.of(library, day), read_look(_THEME), language)
    except ImportError:
        raise click.ClickException("typst is not installed. Run: make pdf") from None
    except FontsUnusable as unusable:
        raise click.ClickException(f"The charts cannot be drawn with the fonts of the theme: {unusable}") from None
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(made)
    click.echo(f"Wrote {out} ({len(made):,} bytes)")


if __name__ == "__main__":
    main()

"""The hooks that the site builder calls. They keep no state and only pass the work on."""

import gc
import sys
from pathlib import Path
from typing import Any

# Another builder may load this file by its path, without the project on `sys.path`.
_ROOT = str(Path(__file__).resolve().parent.parent)
if _ROOT not in sys.path:
    sys.path.insert(0, _ROOT)

# How many new objects Python makes before it looks for garbage, and how many such looks before it looks at the older objects, too. A
# build has little garbage, and most of what it reads lives until its end.
_NEW_OBJECTS, _LOOKS, _LOOKS_AT_ALL = 10_000, 10, 1_000


def define_env(env: Any) -> None:
    """Read and check the library. Stops the build if it has errors.

    Nothing of that if nothing has changed since the last build. Our macros are only registered once a page is known to need them.
    """
    gc.set_threshold(_NEW_OBJECTS, _LOOKS, _LOOKS_AT_ALL)
    from macros.builder.last_build import has_nothing_to_do

    if not has_nothing_to_do(env):
        from macros.builder.build import open_site

        open_site(env)


def on_pre_page_macros(env: Any) -> None:
    """Add the page context."""
    from macros.builder.page_context import add_page_context

    add_page_context(env)


def on_post_build(env: Any) -> None:
    """Write the files other than pages, and check that nothing is missing. Or leave the site of the last build as it was."""
    from macros.builder.last_build import has_nothing_to_do, leave_site

    if has_nothing_to_do(env):
        leave_site(env)
    else:
        from macros.builder.after_build import finish_site

        finish_site(env)
    # Python looks at all that is still there once more when it ends.
    gc.freeze()

"""What is plain in mkdocs.yml, which the site builder reads and a few of our own settings stand in too."""

from pathlib import Path
from typing import Any

import yaml

SETTINGS_FILE = "mkdocs.yml"


class SettingsUnreadable(Exception):
    """A mkdocs.yml that cannot be read. Its message says what is wrong and what to do."""


class _PlainSettings(yaml.SafeLoader):
    """Reads mkdocs.yml for what is plain in it: what stands behind a tag, such as !ENV, is the builder's own affair."""


_PlainSettings.add_multi_constructor("", lambda loader, suffix, node: None)


def read_settings(path: Path) -> dict[str, Any]:
    """What is plain in a mkdocs.yml: what stands behind a tag, such as !ENV, is None. Raises `SettingsUnreadable`."""
    try:
        settings = yaml.load(path.read_text(encoding="utf-8"), Loader=_PlainSettings)
    except FileNotFoundError:
        raise SettingsUnreadable(
            f'There is no {path.name} in "{path.parent}", so that is not the folder of a network.'
        ) from None
    except OSError as error:
        raise SettingsUnreadable(f'"{path}" cannot be read: {error.strerror}. Check that you may open it.') from None
    except UnicodeDecodeError:
        raise SettingsUnreadable(f"{path.name} is not UTF-8 text. Save it again with that encoding.") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" near line {mark.line + 1}" if mark else ""
        raise SettingsUnreadable(f"{path.name} is not valid YAML{where}. Compare it with how it was before.") from None
    if not isinstance(settings or {}, dict):
        raise SettingsUnreadable(f'{path.name} must have a name and a colon on each line, such as "site_name: Ours".')
    return settings or {}


def text_of(settings: dict[str, Any], name: str) -> str:
    """A setting that is text; empty if it is not said plainly, or is no text."""
    found = settings.get(name)
    return found if isinstance(found, str) else ""

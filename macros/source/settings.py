"""Reader for the plain values in mkdocs.yml, which also holds a few settings of ours."""

from pathlib import Path
from typing import Any

import yaml

SETTINGS_FILE = "mkdocs.yml"


class SettingsUnreadable(Exception):
    """A mkdocs.yml cannot be read. The message says what is wrong and what to do, and `line` where."""

    def __init__(self, message: str, line: int = 1) -> None:
        """Keep the line beside the message."""
        super().__init__(message)
        self.line = line


class _PlainSettings(yaml.SafeLoader):
    """A loader that ignores tagged values, such as !ENV: only the site builder needs them."""


_PlainSettings.add_multi_constructor("", lambda loader, suffix, node: None)


def read_settings(path: Path) -> dict[str, Any]:
    """The settings in a mkdocs.yml. Tagged values, such as !ENV, are None. Raises `SettingsUnreadable`."""
    try:
        settings = yaml.load(path.read_text(encoding="utf-8"), Loader=_PlainSettings)
    except FileNotFoundError:
        raise SettingsUnreadable(
            f'There is no {path.name} in "{path.parent}", so it is not the folder of a network.'
        ) from None
    except OSError as error:
        raise SettingsUnreadable(
            f'"{path}" cannot be read: {error.strerror}. Check that you are allowed to open it.'
        ) from None
    except UnicodeDecodeError:
        raise SettingsUnreadable(f"{path.name} is not UTF-8 text. Save it again with that encoding.") from None
    # A number of 5,000 digits, a day that no calendar has, a list as a name: YAML may have them, and Python has not.
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" near line {mark.line + 1}" if mark else ""
        message = f"{path.name} is not valid YAML{where}. Compare it with the version before."
        raise SettingsUnreadable(message, mark.line + 1 if mark else 1) from None
    if not isinstance(settings or {}, dict):
        raise SettingsUnreadable(f'{path.name} must have a name and a colon on each line, such as "site_name: Ours".')
    return settings or {}


def inherited_settings(path: Path) -> dict[str, Any]:
    """The settings in a mkdocs.yml, with those of the file that it inherits from. Raises `SettingsUnreadable`."""
    own = read_settings(path)
    base = text_of(own, "INHERIT")
    return _merged(read_settings(path.parent / base), own) if base else own


def _merged(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Settings with others on top, group by group, as MkDocs does it."""
    merged = {**base, **own}
    for name, value in own.items():
        if isinstance(value, dict) and isinstance(base.get(name), dict):
            merged[name] = _merged(base[name], value)
    return merged


def text_of(settings: dict[str, Any], name: str) -> str:
    """A text setting; empty if it is missing, tagged or not text."""
    found = settings.get(name)
    return found if isinstance(found, str) else ""

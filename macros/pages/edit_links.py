"""Links to edit the files of the site on GitHub."""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class EditLinks:
    """The addresses derived from `edit_uri` in mkdocs.yml. All are empty unless that looks like a GitHub address."""

    edit_uri: str

    @property
    def new_files(self) -> str:
        """The address that starts a new file, to which its folder is added."""
        return self.edit_uri.replace("/edit/", "/new/", 1) if self._is_known else ""

    @property
    def new_issue(self) -> str:
        """The address that opens a new issue."""
        return self.edit_uri.partition("/edit/")[0] + "/issues/new" if self._is_known else ""

    @property
    def origin(self) -> str:
        """The origin of the server, for a content security policy."""
        parts = urlsplit(self.edit_uri)
        return f"{parts.scheme}://{parts.netloc}" if self._is_known else ""

    def edit(self, path: str) -> str:
        """The address that edits the file at `path`, below content/."""
        return self.edit_uri + path if self._is_known else ""

    @property
    def _is_known(self) -> bool:
        return self.edit_uri.startswith("https://") and "/edit/" in self.edit_uri

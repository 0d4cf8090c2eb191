"""Where the files of the site are changed: addresses that GitHub understands."""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class EditLinks:
    """The addresses below the one that mkdocs.yml gives as `edit_uri`. All are empty if that is no address of GitHub's kind."""

    edit_uri: str

    @property
    def new_files(self) -> str:
        """Where a new file is started, up to its folder."""
        return self.edit_uri.replace("/edit/", "/new/", 1) if self._is_known else ""

    @property
    def new_issue(self) -> str:
        """Where an issue is opened."""
        return self.edit_uri.partition("/edit/")[0] + "/issues/new" if self._is_known else ""

    @property
    def origin(self) -> str:
        """The server, as a content security policy names it."""
        parts = urlsplit(self.edit_uri)
        return f"{parts.scheme}://{parts.netloc}" if self._is_known else ""

    def edit(self, path: str) -> str:
        """Where the file at `path`, below content/, is changed."""
        return self.edit_uri + path if self._is_known else ""

    @property
    def _is_known(self) -> bool:
        return self.edit_uri.startswith("https://") and "/edit/" in self.edit_uri

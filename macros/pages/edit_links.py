"""Links to edit the files of the site on GitHub."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from macros.schema.network import Network


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

    @property
    def host(self) -> str:
        """The name of the server, as people say it."""
        return self.origin.removeprefix("https://").replace("github.com", "GitHub")

    def edit(self, path: str) -> str:
        """The address that edits the file at `path`, below content/."""
        return self.edit_uri + path if self._is_known else ""

    @property
    def _is_known(self) -> bool:
        return self.edit_uri.startswith("https://") and "/edit/" in self.edit_uri


@dataclass(frozen=True)
class Reporting:
    """Where readers report a problem on a page: a new issue on `host`, and a mailbox. Each is empty if there is none."""

    issues: str = ""
    host: str = ""
    contact: str = ""


def reporting(edit_uri: str, network: Network) -> Reporting:
    """Where readers report a problem; nowhere for what is made up."""
    if network.demonstration is not None:
        return Reporting()
    links = EditLinks(edit_uri)
    return Reporting(links.new_issue, links.host, network.contact or "")

"""The digest as an e-mail, plain text and Markdown."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from macros.library.public import PublicLibrary
from macros.outputs.digest_text import as_markdown, as_plain_text
from macros.outputs.file import File, SiteInfo
from macros.outputs.look import Look
from macros.pages.digest import MOST, digest
from macros.pages.digest_scope import since_last_meeting
from macros.pages.parts import page_that_calls
from macros.pages.rendering import Renderer
from macros.schema.types import Month

# Gmail cuts messages off after 102 kB.
# Source: https://www.spamresource.com/2022/01/what-is-gmail-clipping-and-what-to-do.html
LONGEST = 100_000
FOLDER = "digest"
# The site colours used in the e-mail, written inline because a message has no style sheet.
_COLOURS = ("page", "text", "text-quiet", "link", "brand", "on-brand", "line")


@dataclass(frozen=True)
class WrittenDigest:
    """A digest in its three formats. `most` is the length its lists were cut to."""

    html: bytes
    text: bytes
    markdown: bytes
    most: int

    @property
    def is_cut(self) -> bool:
        """Whether the lists were shortened to keep the e-mail small enough."""
        return self.most < MOST


def write_digest(
    public: PublicLibrary, site: SiteInfo, renderer: Renderer, since: date | Month, look: Look
) -> WrittenDigest:
    """The digest since a day, with lists as long as the size limit of mail programs allows."""
    colours = {name.replace("-", "_"): "#{:02x}{:02x}{:02x}".format(*look.colour(name)) for name in _COLOURS}
    for most in range(MOST, 0, -1):
        content = digest(public, since, most)
        html = renderer.render("digest_email.html.j2", "", told=content, site=site, at=site.of, colour=colours).encode()
        if len(html) < LONGEST:
            break
    return WrittenDigest(html, as_plain_text(content, site).encode(), as_markdown(content, site).encode(), most)


def digest_files(public: PublicLibrary, site: SiteInfo, renderer: Renderer, look: Look) -> Iterator[File]:
    """Today's digest, if the site has the page that links to it."""
    if page_that_calls("latest_digest", public):
        written = write_digest(public, site, renderer, since_last_meeting(public), look)
        yield File(f"{FOLDER}/email.html", written.html)
        yield File(f"{FOLDER}/digest.txt", written.text)
        yield File(f"{FOLDER}/digest.md", written.markdown)

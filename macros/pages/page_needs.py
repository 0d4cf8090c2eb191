"""The styles and scripts that only some pages need, as declared by the templates on the page."""

from dataclasses import dataclass, field


@dataclass
class PageNeeds:
    """The files of theme/assets/ that one page needs on top of the common ones, in the order declared.

    `styles_over_print` come after the common print styles to override them.
    """

    styles: list[str] = field(default_factory=list)
    styles_over_print: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)

    def declare(self, *names: str, over_print: bool = False) -> None:
        """Add files that the page needs, without duplicates."""
        styles = self.styles_over_print if over_print else self.styles
        for name in names:
            files = self.scripts if name.endswith(".js") else styles
            if name not in files:
                files.append(name)

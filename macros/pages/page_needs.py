"""The styles and scripts that only some pages need: a template declares what the things that it prints cannot do without."""

from dataclasses import dataclass, field


@dataclass
class PageNeeds:
    """The files of theme/assets/ that one page needs beside those of every page, in the order of their declaration.

    `styles_over_print` stand after those that print any page: they say how their part of it is printed.
    """

    styles: list[str] = field(default_factory=list)
    styles_over_print: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)

    def declare(self, *names: str, over_print: bool = False) -> None:
        """Add files that the page needs, each once."""
        styles = self.styles_over_print if over_print else self.styles
        for name in names:
            files = self.scripts if name.endswith(".js") else styles
            if name not in files:
                files.append(name)

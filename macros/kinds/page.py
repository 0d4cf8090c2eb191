"""The settings of a written page."""

from typing import Annotated

from macros.schema.field import field
from macros.schema.part import Part
from macros.schema.types import Text


class Page(Part):
    """A written page, which is not a record but is checked too."""

    title: Annotated[str, Text(2, 80)] = field(description="The page's title.", examples=["About the network"])
    description: Annotated[str, Text(30, 200)] | None = field(
        default=None, description="One sentence on what the page is for.", examples=["Who we are and why we meet."]
    )
    render_macros: bool = field(default=False, description="Write true if the page uses macros.", examples=["true"])
    hide: list[str] = field(default=[], description="Parts of the layout to leave out.", examples=[["toc"]])

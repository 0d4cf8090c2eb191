"""The settings of a written page."""

from typing import Annotated

from macros.kinds.not_personal import NotPersonal, not_personal_field
from macros.schema.field import field
from macros.schema.part import Part
from macros.schema.types import Text


class Page(Part):
    """A written page, which is not a record but is checked too."""

    title: Annotated[str, Text(2, 80)] = field("The page's title.", ["About the network"])
    description: Annotated[str, Text(30, 200)] | None = field(
        "One sentence on what the page is for.", ["Who we are and why we meet."], default=None
    )
    render_macros: bool = field("Write true if the page uses macros.", ["true"], default=False)
    not_personal: list[NotPersonal] = not_personal_field()
    hide: list[str] = field("Parts of the layout to leave out.", [["toc"]], default=[])

"""Social cards for link previews: a coloured band with the network's name, a large title, and a few facts.

Every build draws thousands, so a card has only 16 colours and its shared parts, at the top and bottom, are cached.
"""

from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw

from macros.outputs.lettering import Lettering
from macros.outputs.look import Look
from macros.outputs.png import Colour, Strip, png, strip
from macros.outputs.typeface import Typeface

# Sites show a picture large from 600 by 315. A larger one would slow every build for little benefit.
WIDTH, HEIGHT = 640, 336

_LEFT = 42
_ROOM = WIDTH - 2 * _LEFT
_BAND_HEIGHT = 70
_MARK_SIZE = 44
# The upper part: the band, and the label under it.
_HEAD_HEIGHT = 122
_BELOW = 19
# Some glyphs reach below their line.
_BELOW_FACTS = 2
# Text takes the largest size that fits.
_NAME_SIZES = (24, 19, 15)
_TITLE_SIZES = (45, 38, 33, 28, 23, 19)
_LABEL_SIZE = 19
_TEXT_SIZE = 18
_REGULAR, _BOLD = 400, 700

# The palette indexes. Those from page to text and from band to name are the shades at the edges of letters: drawing a
# letter over its background interpolates the indexes.
_PAGE, _TEXT = 0, 7
_BAND, _NAME = 8, 11
_LABEL_COLOUR, _STAGE_COLOUR = 12, 13
_MARK_COLOURS = (14, 15)


@dataclass(frozen=True, slots=True)
class SocialCard:
    """What a card says. The colours are names from the style sheet, such as "initiative" or "good"."""

    title: str
    label: str = ""
    label_colour: str = "brand"
    facts: str = ""
    facts_lines: int = 2
    stage: str = ""
    stage_colour: str = "text-quiet"


class Painter:
    """Draws cards in the site's look."""

    def __init__(self, look: Look, name: str) -> None:
        """Prepare for the site called `name`. Raises `FontsUnusable` if the site's fonts cannot be used."""
        typeface = Typeface(look.fonts)
        self._look = look
        self._name = name
        self._names = [Lettering(typeface, size, _BOLD) for size in _NAME_SIZES]
        self._titles = [Lettering(typeface, size, _BOLD) for size in _TITLE_SIZES]
        self._label = Lettering(typeface, _LABEL_SIZE, _BOLD)
        self._facts = Lettering(typeface, _TEXT_SIZE, _REGULAR)
        self._stage = Lettering(typeface, _TEXT_SIZE, _BOLD)
        mark_colours = dict.fromkeys(colour for colour, _ in look.mark)
        self._mark_numbers = dict(zip(mark_colours, _MARK_COLOURS, strict=False))
        self._head = cache(self._draw_head)
        self._foot = cache(self._draw_foot)
        # Shared: making a new image takes as long as drawing all its words.
        self._sheet = cache(lambda height: Image.new("P", (WIDTH, height)))

    def png(self, card: SocialCard) -> bytes:
        """The picture of a card as a PNG file."""
        strips = [self._head(card.label), self._draw_body(card), self._foot(card.stage)]
        return png(WIDTH, HEIGHT, self._colours(card), strips)

    def _colours(self, card: SocialCard) -> list[Colour]:
        colour = self._look.colour
        return [
            *_blend(colour("page"), colour("text"), _TEXT - _PAGE),
            *_blend(colour("brand"), colour("on-brand"), _NAME - _BAND),
            colour(card.label_colour),
            colour(card.stage_colour),
            *self._mark_numbers,
        ]

    def _draw_head(self, label: str) -> Strip:
        """The upper part, shared by all cards with this label."""
        picture = Image.new("P", (WIDTH, _HEAD_HEIGHT), _PAGE)
        draw = ImageDraw.Draw(picture)
        draw.rectangle((0, 0, WIDTH, _BAND_HEIGHT - 1), fill=_BAND)
        x = _LEFT
        top = (_BAND_HEIGHT - _MARK_SIZE) // 2
        for colour, part in self._look.mark:
            corners = [(x + across * _MARK_SIZE, top + down * _MARK_SIZE) for across, down in part]
            # Colours of the mark beyond the palette become the colour of the name.
            draw.polygon(corners, fill=self._mark_numbers.get(colour, _NAME))
        if self._look.mark:
            x += _MARK_SIZE + 16
        self._draw_name(picture, x)
        if label:
            y = _HEAD_HEIGHT - 13 - self._label.line_height
            draw.rectangle((_LEFT, y + 2, _LEFT + 5, y + 22), fill=_LABEL_COLOUR)
            self._label.draw(picture, (_LEFT + 16, y), [label], _TEXT)
        return strip(picture)

    def _draw_name(self, picture: Image.Image, x: int) -> None:
        """Draw the name in the middle of the band: on one line if it fits, else on two small ones."""
        room = _LEFT + _ROOM - x
        for lettering in self._names:
            lines = lettering.lines(self._name, room, 2)
            if len(lines) <= 1:
                break
        lettering.draw(picture, (x, (_BAND_HEIGHT - len(lines) * lettering.line_height) // 2), lines, _NAME)

    def _draw_foot(self, stage: str) -> Strip:
        """The lower part, shared by all cards with this stage."""
        picture = Image.new("P", (WIDTH, self._foot_height(stage)), _PAGE)
        if stage:
            x, y = _LEFT + 8, 12
            diamond = [(x, y - 8), (x + 8, y), (x, y + 8), (x - 8, y)]
            ImageDraw.Draw(picture).polygon(diamond, fill=_STAGE_COLOUR)
            self._stage.draw(picture, (_LEFT + 23, 0), [stage], _TEXT)
        return strip(picture)

    def _foot_height(self, stage: str) -> int:
        return _BELOW + (self._stage.line_height if stage else 0)

    def _draw_body(self, card: SocialCard) -> Strip:
        """The card's own part: the title below the label, and the facts at the bottom."""
        picture = self._sheet(HEIGHT - _HEAD_HEIGHT - self._foot_height(card.stage))
        picture.paste(_PAGE, (0, 0, *picture.size))
        facts = self._facts.lines(card.facts, _ROOM, card.facts_lines)
        y = picture.height - _BELOW_FACTS - len(facts) * self._facts.line_height
        self._facts.draw(picture, (_LEFT, y), facts, _TEXT)
        lettering, title = self._fitted(card.title, y)
        lettering.draw(picture, (_LEFT, 0), title, _TEXT)
        return strip(picture)

    def _fitted(self, title: str, height: int) -> tuple[Lettering, list[str]]:
        """The largest size in which a whole title fits, and its lines."""
        for lettering in self._titles:
            lines = lettering.lines(title, _ROOM)
            if len(lines) * lettering.line_height <= height:
                break
        return lettering, lines


def _blend(first: Colour, last: Colour, steps: int) -> list[Colour]:
    """The colours from `first` to `last`, inclusive."""
    ends = [*zip(first, last, strict=True)]
    return [tuple(one + (other - one) * step // steps for one, other in ends) for step in range(steps + 1)]

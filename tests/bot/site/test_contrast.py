"""The colours of the pages can be told apart by weak eyes (WCAG 2.2, 1.4.3)."""

import re
from pathlib import Path

import pytest

STYLES = Path(__file__).parents[3] / "bot/site/static/site.css"
COLOUR = re.compile(r"--([\w-]+): #([0-9a-f]{6});")

# Letters on grounds, as the styles pair them.
PAIRS = [
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "gold-pale"),
    ("ink", "red-pale"),
    ("ink-soft", "paper"),
    ("ink-soft", "gold-pale"),
    ("red-deep", "paper"),
    ("red-deep", "gold-pale"),
    ("red-deep", "red-pale"),
    ("card", "red"),
    ("card", "red-deep"),
]


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("letters", "ground"), PAIRS)
def test_letters_stand_out_from_their_ground(letters: str, ground: str) -> None:
    colours = dict(COLOUR.findall(STYLES.read_text(encoding="utf-8")))

    assert _contrast(colours[letters], colours[ground]) >= 7

"""Letter boxes of the field post: "hòm thư 86500 YK", "HT 4015 LU", kept as written."""

import re

from nlp.lexicon import Lexicon
from nlp.text import Text

FORM = (
    r"(?:ht|hom thu)(?: so| bi mat| mang so)?[ :.]{0,3}(?P<box>[0-9]{2,3}[. \-]?[0-9]{2,3}"
    r"(?:(?: ?[/\-]? ?|\.)(?P<series>[a-z]{1,2}(?: ?0[0-9]| [0-9]{2}(?= ?[,.;)\"\n]|\Z)|[0-9]{0,2})))?)(?![a-z0-9])"
)


def told(match: re.Match[str], text: Text, lexicon: Lexicon) -> tuple[int, str]:
    """Where the box ends and its number; letters that are a word ("ở") are none of it."""
    end, series = match.end(), match["series"]
    if series and lexicon.look_up("stops", series) and not _is_series(match, text):
        digits = text.plain[match.start("box") : match.start("series")].rstrip(" -/.")
        end = match.start("box") + len(digits)
    return end, text.written(match.start("box"), end).upper()


def _is_series(match: re.Match[str], text: Text) -> bool:
    return text.written(*match.span("series")).isupper() and not text.is_shouted

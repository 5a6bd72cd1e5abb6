"""Numbers of identity cards: never asked for, and never shown when they come anyway.

A citizen's number has 12 digits: province 001 to 096, sex and century, year of birth, six
more (decree 137/2015/NĐ-CP, article 13); the older card has 9, known only by its name.
"""

import re

from nlp.text import fold

CHARACTERS = 50_000
SPACED = r"[ .\-]?"
FIGURES = re.compile(rf"\d(?:{SPACED}\d){{8}}")
CITIZEN = re.compile(
    rf"(?<![\d.,+])0(?:0[1-9]|[1-8]\d|9[0-6]){SPACED}[0-3]{SPACED}\d{SPACED}\d"
    rf"(?:{SPACED}\d){{6}}(?![\d])"
)
CARD = re.compile(
    r"\b(?:cccd|cmnd|cmt|cmtnd|can cuoc(?: cong dan)?|chung minh(?: nhan dan| thu)?"
    r"|so dinh danh|giay chung minh)\b[^\d\n]{0,20}(\d(?:[ .\-]?\d){8,11})(?!\d)"
)
HIDDEN = "•"
LAST = 3  # digits that stay, by which its owner knows it


def find(written: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of the numbers of identity cards in a text."""
    text = written[:CHARACTERS]
    plain = fold(text)
    if len(plain) != len(text):
        plain = text.lower()  # a folded letter is missing: only bare words are known
    if not FIGURES.search(plain):
        return ()
    spans = {match.span() for match in CITIZEN.finditer(text)}
    spans |= {match.span(1) for match in CARD.finditer(plain)}
    return tuple(sorted(spans))


def masked(written: str) -> str:
    """Return the text, as long as it was, with only a number's last digits shown."""
    for start, end in find(written):
        number = written[start:end]
        hidden = re.sub(r"\d", HIDDEN, number[:-LAST]) + number[-LAST:]
        written = written[:start] + hidden + written[end:]
    return written

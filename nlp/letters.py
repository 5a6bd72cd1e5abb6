"""Letters as they are compared: without marks, đ→d, lower case, ASCII digits and dashes."""

import unicodedata

MOST = 2_000
INVISIBLE = ("Mn", "Me", "Cf")
# Signs that keyboards and word processors put where a typewriter had one.
LIKE = {
    written: plain
    for plain, several in {
        "d": "\u0111\u00f0\u20ab",
        "-": "\u2010\u2011\u2012\u2013\u2014\u2212",
        "'": "\u2018\u2019\u2032\u02bc\u00b4",
        '"': "\u201c\u201d\u2033\u201e",
        "\u00b0": "\u00ba\u02da",
        " ": "\u00a0\u202f\u2009\u3000",
        "\n": "\u2028\u2029",
    }.items()
    for written in several
}

CONTROLS = dict.fromkeys("\n\r\x0b\x0c\x85", "\n")


def _letter(character: str) -> str:
    """One folded character, or none for what cannot be seen."""
    if (digit := unicodedata.decimal(character, None)) is not None:
        return str(digit)
    if character in CONTROLS:
        return CONTROLS[character]
    if unicodedata.category(character) in ("Cc", "Co"):
        return " "
    lower = character.lower()
    bases = [
        base
        for base in unicodedata.normalize("NFD", lower)
        if unicodedata.category(base) not in INVISIBLE
    ]
    if len(bases) > 1:
        return LIKE.get(lower, lower[:1])
    return LIKE.get(bases[0], bases[0]) if bases else ""


class Letters(dict[str, str]):
    """Folded characters by what is written; it keeps so many, the others come anew."""

    def __missing__(self, character: str) -> str:
        letter = _letter(character)
        if len(self) < MOST:
            self[character] = letter
        return letter


LETTERS = Letters()

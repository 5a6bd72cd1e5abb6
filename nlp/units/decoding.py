"""What codes of units stand for, and which of them nobody has decoded yet.

A code ("KH", "Hòm thư 86500 YK", "Đoàn 2057") stays as it was written until an officer
says what it was; what he says is a row of ``unit_codes`` in the next lexicon.
"""

import re
from collections.abc import Iterable

from nlp.lexicon import Lexicon

TABLE = "unit_codes"
HIDDEN = re.compile(r"Hòm thư [0-9].*|Đoàn [0-9]{1,4}|[A-Z]{1,3}[0-9]{0,4}")


def decoded(part: str, lexicon: Lexicon) -> str:
    """What one level of a chain stands for, itself if it says so or nobody knows."""
    rows = lexicon.look_up(TABLE, re.sub(r"\W+", " ", part))
    return rows[0]["decoded"] if rows else part


def undecoded(norm: str) -> tuple[str, ...]:
    """The codes in a unit's value that say no level of the army."""
    return tuple(part for part in norm.split(", ") if HIDDEN.fullmatch(part))


def with_decodings(codes: Iterable[tuple[str, str]], lexicon: Lexicon) -> Lexicon:
    """The next lexicon, in which each code stands for what an officer said."""
    rows = [
        {"code": code, "decoded": said, "confidence": "H", "source": "officer"}
        for code, said in codes
    ]
    return lexicon.corrected(TABLE, rows) if rows else lexicon

"""The names of places that we know: provinces of every period, districts, battlefields.

One name can be several places; a reading keeps them all and lets what stands behind it
("Châu Thành, Mỹ Tho") decide.
"""

from dataclasses import dataclass
from functools import lru_cache

from nlp.lexicon import Lexicon, Match, Row
from nlp.people import names
from nlp.places import communes
from nlp.text import Text

LANDMARK, HAMLET, COMMUNE, DISTRICT, PROVINCE, COUNTRY = range(6)
LANDMARKS = (
    *("sông", "suối", "đồi", "cao", "đèo", "núi", "dốc", "cầu", "phà", "ngầm", "hang"),
    *("ngã", "sân", "rạch", "kênh", "đảo", "đồn", "kho", "căn", "thung", "ga", "chiến"),
)
# By the first word of a name; what has none of these is as large as a commune.
SIZES = {
    "nước": COUNTRY,
    "tỉnh": PROVINCE,
    "huyện": DISTRICT,
    "thị": DISTRICT,
    "thành": DISTRICT,
    "xã": COMMUNE,
    **dict.fromkeys(("bản", "làng", "phum", "sóc", "nghĩa"), HAMLET),
    **dict.fromkeys(LANDMARKS, LANDMARK),
}


TABLES = frozenset(["provinces", "districts", "places"])
ASKED_AGAIN = 8  # words: a type word, its name and what is behind ask for the same


@dataclass(frozen=True, slots=True)
class Known:
    """The longest known name at some word; ``today`` are codes of today's provinces."""

    length: int
    size: int
    name: str
    type: str
    today: frozenset[str]
    is_short: bool = False  # "TH": only behind a smaller place
    bearers: tuple[Row, ...] = ()  # the communes of this name
    written: str = ""  # as the table has it: "Cam Pốt" of tỉnh Kampot

    @property
    def norm(self) -> str:
        return f"{self.type} {self.name}".strip()


def known(text: Text, lexicon: Lexicon, at: int) -> Known | None:
    """The longest name that begins at word ``at``; the larger unit if two are as long."""
    is_likely = not TABLES.isdisjoint(lexicon.begun(text, at))
    return _known(text, lexicon, at) if is_likely else None


@lru_cache(maxsize=ASKED_AGAIN)
def _known(text: Text, lexicon: Lexicon, at: int) -> Known | None:
    readers = (_province, _district, _place)
    found = [place for read in readers if (place := read(text, lexicon, at))]
    return max(found, key=lambda place: (place.length, place.size), default=None)


@lru_cache(maxsize=ASKED_AGAIN)
def commune(text: Text, lexicon: Lexicon, at: int) -> Known | None:
    """As ``known``, where a type word said that it is a commune, a ward or a town."""
    named = communes.named(text, lexicon, at)
    return as_commune(text, lexicon, at, named) if named else None


def as_commune(text: Text, lexicon: Lexicon, at: int, named: Match) -> Known:
    """What these bearers of its name leave of a commune."""
    name = names.spelled(text, at, named.length)
    today = communes.provinces(named.rows, lexicon)
    return Known(named.length, COMMUNE, name, "", today, bearers=named.rows)


def district(text: Text, lexicon: Lexicon, at: int) -> Known | None:
    """As ``known``, where a type word said that it is a district or a town."""
    return _district(text, lexicon, at) or known(text, lexicon, at)


def _province(text: Text, lexicon: Lexicon, at: int) -> Known | None:
    match = lexicon.longest("provinces", text, at)
    rows = [r for r in match.rows if _is_fit(r, text, at)] if match else []
    if match is None or not rows:
        return None
    row = rows[0]
    is_short = row["level"] == "short"
    today = _today(rows)
    return Known(
        match.length,
        PROVINCE,
        row["name"],
        row["type"],
        today,
        is_short,
        written=row["written"],
    )


def _is_fit(row: Row, text: Text, at: int) -> bool:
    """Short names ("TH") and dotted ones ("Q.Trị") must be written as such."""
    first = text.words[at]
    if row["level"] == "dotted":
        return text.plain.startswith(".", first.end)
    return row["level"] == "name" or first.written.isupper()


def _district(text: Text, lexicon: Lexicon, at: int) -> Known | None:
    match = lexicon.longest("districts", text, at)
    if match is None:
        return None
    row = match.rows[0]
    return Known(
        match.length, DISTRICT, row["written"], row["type"], _today(match.rows)
    )


def _place(text: Text, lexicon: Lexicon, at: int) -> Known | None:
    match = lexicon.longest("places", text, at)
    if match is None:
        return None
    row, today = match.rows[0], _today(match.rows)
    name, written = row["name"], row["written"]
    return Known(match.length, _size(match), name, "", today, written=written)


def _size(match: Match) -> int:
    row = match.rows[0]
    if row["size"]:
        return int(row["size"])
    return SIZES.get(row["name"].split()[0], COMMUNE)


def _today(rows: list[Row] | tuple[Row, ...]) -> frozenset[str]:
    return frozenset(code for row in rows for code in row["today"].split(","))

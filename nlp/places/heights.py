"""Heights whose number is spoken: "cao điểm năm bốn bốn", "đồi ba trăm lẻ năm"."""

import re

from nlp import numbers
from nlp.lexicon import Lexicon, Row
from nlp.places.gazetteer import LANDMARK, Known
from nlp.text import Text
from nlp.units import unitnumbers
from nlp.units.unitforms import PEOPLE

SPOKEN = re.compile(rf"(?P<number>{numbers.NUMBER})(?![a-z]){PEOPLE}")
FEWEST = 3  # figures: "lên đồi một hai hôm"


def spoken(text: Text, lexicon: Lexicon, at: int, type_: Row) -> Known | None:
    """The number behind the word for a height, which never counts people."""
    if type_["numbers"] != "yes" or int(type_["size"]) != LANDMARK:
        return None
    match = SPOKEN.match(text.plain, text.words[at].start)
    said = unitnumbers.spoken(match, "number", text) if match else None
    if said is None:
        return None
    number, end = said
    if len(number) < FEWEST or unitnumbers.counts(end, text):
        return None
    rows = lexicon.look_up("places", f"{type_['full']} {number}")
    today = frozenset(code for row in rows for code in row["today"].split(","))
    return Known(text.word_at(end) - at, LANDMARK, number, "", today)

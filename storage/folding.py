"""The searchable text of a tip: folded, without the teller's own name and phone."""

import re
from collections.abc import Iterator, Mapping

from nlp.text import fold
from storage.model.dialogue import Answer
from storage.model.tip import PERSONAL_KEYS

MASK = "*"
GAP = r"[ .\-()]{0,2}"
BLANKS = r"\s+"


def folded(story: str, spare: str, answers: Mapping[str, Answer]) -> str:
    """Return story, spare words and values as words are compared."""
    values = (
        answer.value
        for key, answer in answers.items()
        if answer.value and key not in PERSONAL_KEYS
    )
    text = plain("\n".join((story, spare, *values)))
    for pattern in _teller(answers):
        text = pattern.sub(MASK, text)
    return text


def plain(text: str) -> str:
    """Return the words folded, one blank between them."""
    return " ".join(map(fold, text.split()))


def _teller(answers: Mapping[str, Answer]) -> Iterator[re.Pattern[str]]:
    for key in sorted(PERSONAL_KEYS & answers.keys()):
        if value := plain(answers[key].value or ""):
            yield _number(value) if key.endswith("_phone") else _name(value)


def _name(value: str) -> re.Pattern[str]:
    words = BLANKS.join(map(re.escape, value.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)")


def _number(value: str) -> re.Pattern[str]:
    """Return a pattern for a number however it is grouped, at home or from abroad."""
    figures = re.sub(r"\D", "", value)
    home = figures.removeprefix("84").removeprefix("0")
    return re.compile(rf"(?<!\d)(?:\+?84|0){GAP}0?{GAP}{GAP.join(home)}(?!\d)")

"""Phrasing: every sentence in every form of address, as a citizen would hear it."""

import re
import string
from collections.abc import Iterable, Iterator, Mapping

from handlers.conversation.address import ADDRESSES, addressed
from handlers.wording import MARKS, Sentences
from storage.model.limits import Limits

# Longest that a name, a code or a telephone takes in a sentence, and usually.
FACT, USUAL_FACT = "X" * 60, "X" * 30
LONGEST, WISHED = 300, 160  # characters of a message (experience of elders, D2)
# What is longer than wished, each for a reason.
LONG = frozenset({"welcome"})  # who we are and what becomes of the words

# Words that wound or belittle (DESIGN section 8), on word borders; "xác minh", "chính
# xác" and "trùng khớp" stay allowed.
FORBIDDEN = re.compile(
    r"\b(?:khai báo|đối tượng|bộ xương|độ tin cậy thấp|ngụy|vô danh|liệt sỹ|sai"
    r"|(?<!chính )xác(?! minh| định| nhận)|trùng(?! khớp)|địch)\b",
    re.IGNORECASE,
)
# What is said where no conversation is, and by programs: nobody puts the marks in.
OUTSIDE = ("admitted", "odd.", "state.", "upload.", "web.", "zalo.", "purpose.")
# Parts of a sentence, and words that a citizen would type.
PARTS = (
    "command.", "officer.about.", "right.what.", "odd.", "zalo.", "purpose.", "held.",
)  # fmt: skip


def words(said: Mapping[str, Sentences]) -> Iterator[str]:
    """No sentence is empty, holds a forbidden word, or begins with the teller."""
    for key, variants in said.items():
        for variant in variants:
            yield from _written(key, variant)
        for told in {one for variant in variants for one in spoken(variant)}:
            yield from _heard(key, told)


def _written(key: str, sentence: str) -> Iterator[str]:
    if not sentence.strip():
        yield f"{key} is empty."
    if found := FORBIDDEN.search(sentence):
        yield f"{key} says «{found[0]}»."
    if sentence.lstrip().startswith("{you}"):
        yield f"{key} begins with {{you}}: nothing may stand there."
    is_marked = any(f"{{{mark}}}" in sentence for mark in MARKS)
    if is_marked and key.startswith(OUTSIDE):
        yield f"{key} holds a mark, and is said where nobody fills it."


def _heard(key: str, told: str) -> Iterator[str]:
    if any(mark in told for mark in MARKS.values()):
        yield f"{key} leaves a mark: «{told}»."
    if "  " in told or told != told.strip() or re.search(r" [.,!?;:]", told):
        yield f"{key} has a blank too many: «{told}»."
    if told.count("?") > 1:
        yield f"{key} asks {told.count('?')} things at once."
    if told[:1].islower() and not key.startswith(PARTS):
        yield f"{key} begins with a small letter: «{told}»."


def lengths(said: Mapping[str, Sentences]) -> Iterator[str]:
    """No message is too long for an elder; one longer than wished is a known one."""
    measured = measure(said)
    for key, longest in measured.items():
        if longest > LONGEST:
            yield f"{key} takes {longest} characters, {LONGEST} are too many."
        elif key not in LONG:
            yield f"{key} takes {longest} characters, {WISHED} are wished."
    yield from (
        f"{key} is short enough now: no exception."
        for key in sorted(LONG & said.keys())
        if key not in measured
    )


def measure(said: Mapping[str, Sentences]) -> dict[str, int]:
    """Return which sentences are longer than wished, and how long."""
    longest = {
        key: max(len(told) for one in variants for told in spoken(one, USUAL_FACT))
        for key, variants in said.items()
    }
    return {key: length for key, length in longest.items() if length > WISHED}


def room(name: str, limit: Limits, said: Mapping[str, Sentences]) -> Iterator[str]:
    """Every sentence fits the channel, whoever hears it."""
    for key, variants in said.items():
        if any(len(told) > limit.text for one in variants for told in spoken(one)):
            yield f"{name}: {key} is longer than {limit.text} characters."


def spoken(sentence: str, fact: str = FACT) -> Iterable[str]:
    """Return the sentence as it is said in each form of address, its facts filled."""
    told = filled(sentence, fact)
    return {addressed(told, address) for address in ADDRESSES.values()}


def filled(sentence: str, fact: str = FACT) -> str:
    """Return the sentence with facts in its places; its marks stay."""
    names = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
    return sentence.format_map(dict.fromkeys(names, fact) | MARKS)

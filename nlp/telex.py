"""Telex debris: "NGUYEENX VAWN SUWR" where a keyboard driver was off.

Elders send it without seeing it. A word is decoded only if it is no syllable as it
stands and a Vietnamese one afterwards, and only in a text that is full of such words.
"""

import re
import unicodedata
from collections.abc import Iterable

from nlp.words import remembered

TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
DOUBLED = {"aa": "â", "ee": "ê", "oo": "ô", "dd": "đ"}
HOOKED = {"a": "ă", "o": "ơ", "u": "ư"}
VOWELS = "aeiouyâêôăơư"
SYLLABLE = re.compile(
    r"(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"(?P<vowels>[aeiouyâêôăơư]{1,3})(?:ch|ng|nh|[cmnpt]|(?<=[đl]ă)k)?"  # "Đắk Lắk"
)
HAT = re.compile("aa|ee|oo(?!ng)")
HATTED = "âêôăơưđ"
HATTING = (*DOUBLED, "w")  # without one of these behind its letters no hat is set
NO_TONES = str.maketrans("", "", "".join(TONES))
LONGEST = 9
FEWEST, SHARE = 3, 4  # so many words with a hat, and one word in so many

Letters = list[tuple[str, int]]  # each with the place that it came from


@remembered(5_000)
def decode(word: str) -> tuple[str, tuple[int, ...]] | None:
    """The syllable that a folded word spells, and which letters of the word remain."""
    if len(word) > LONGEST or (SYLLABLE.fullmatch(word) and not HAT.search(word)):
        return None
    letters, tone = _strip(word)
    plain = "".join(letter for letter, _ in letters)
    match = SYLLABLE.fullmatch(plain)
    if match is None or len(letters) == len(word):
        return None
    at = _toned(plain, *match.span("vowels"))
    marked = plain[: at + 1] + tone + plain[at + 1 :]
    return unicodedata.normalize("NFC", marked), tuple(n for _, n in letters)


def is_debris(plain: str, words: Iterable[str]) -> bool:
    """Is the text full of it? English has "is" and "has", but nothing with a hat."""
    toneless = plain.translate(NO_TONES)
    if sum(map(toneless.count, HATTING)) < FEWEST:  # most of the time
        return False
    several = [decode(word) for word in words]
    decoded = [syllable[0] for syllable in several if syllable]
    is_full = len(decoded) * SHARE >= len(several)
    return is_full and sum(map(_has_hat, decoded)) >= FEWEST


def _has_hat(syllable: str) -> bool:
    decomposed = unicodedata.normalize("NFD", syllable)
    letters = "".join(c for c in decomposed if c not in TONES.values())
    return any(c in HATTED for c in unicodedata.normalize("NFC", letters))


def _strip(word: str) -> tuple[Letters, str]:
    """The letters with their hooks and hats, and the tone."""
    letters: Letters = []
    tone = ""
    for n, letter in enumerate(word):
        last = letters[-1][0] if letters else ""
        has_vowel = any(kept in VOWELS for kept, _ in letters)
        if letter in TONES and has_vowel:
            tone = TONES[letter]
        elif hat := DOUBLED.get(last + letter):
            letters[-1] = hat, letters[-1][1]
        elif letter == "w" and last in HOOKED:
            _hook(letters)
        else:
            letters.append((letter, n))
    return letters, tone


def _hook(letters: Letters) -> None:
    """Hook the last letter, and the u before an o: "uow" is ươ."""
    letters[-1] = HOOKED[letters[-1][0]], letters[-1][1]
    if len(letters) > 1 and letters[-1][0] == "ơ" and letters[-2][0] == "u":
        letters[-2] = "ư", letters[-2][1]


def _toned(plain: str, start: int, end: int) -> int:
    """The vowel that bears the tone: the marked one, or the last before an ending."""
    marked = [n for n in range(start, end) if plain[n] in "âêôăơư"]
    if marked:
        return marked[-1]
    return end - 1 if end < len(plain) or end - start == 1 else end - 2

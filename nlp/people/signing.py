"""Who signs: a name alone at the end of a message, or alone beside a telephone number."""

import re

from nlp.entity import Kind
from nlp.people.barenames import Backing
from nlp.text import Text

WORDS = r"[a-z][a-z']{0,7}(?: {1,2}[a-z][a-z']{0,7}){0,3}"
APART = re.compile(r"(?:[.!?;,(\n\"]|- |\A)[ \n]{0,3}\Z")
ENDED = re.compile(r"[.!?\n][ \n]{0,3}\Z")
PHONE = Kind.PHONE.mask
LABEL = r"(?!(?:tel|fax|phone|zalo|sdt|dt|d t|dd|lh|so|truc|goi|hotline|may|cq|vp|ubnd|nha|viber|truong|pho|chu tich|bi thu|can bo|ban|phong|hoi|to)\b)"
BESIDE = re.compile(rf"{LABEL}{WORDS} {{0,2}}[,.:(\-]{{0,2}} {{0,2}}{PHONE}")
BEHIND = re.compile(rf"{PHONE} {{0,2}}[,.:(\-]{{0,2}} {{0,2}}\Z")
LAST = re.compile(rf"{WORDS}[ .,)]{{0,3}}\n?\Z")
CALLED, SIGNED, NONE = Backing(1.4, 1.1), Backing(1.3, 0.0), Backing()


def backing(text: Text, at: int) -> Backing:
    """How much its place speaks for a name at word ``at``."""
    plain, start = text.plain, text.words[at].start
    window = max(0, start - 6), start
    is_last = LAST.match(plain, start) is not None
    if BEHIND.search(plain, *window) and is_last:
        return CALLED
    if APART.search(plain, *window) and BESIDE.match(plain, start):
        return CALLED
    return SIGNED if is_last and ENDED.search(plain, *window) else NONE

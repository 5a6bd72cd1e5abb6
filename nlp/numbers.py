"""Numbers that somebody spoke: "ba không tư", "mười hai", "năm bảy hai".

A speech recogniser spells digits out, and so do elders. Folded words only.
"""

from nlp.patterns import BLANK

DIGITS = {
    "khong": 0,
    "linh": 0,
    "le": 0,
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "tu": 4,
    "nam": 5,
    "lam": 5,
    "nham": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
}
DIGIT = f"(?:{'|'.join(DIGITS)})"
TENS = {"ham": "2", "bam": "3"}  # "hăm ba" is 23
NUMBER = rf"(?:(?:{DIGIT}|muoi)(?:{BLANK}(?:{DIGIT}|muoi|tram)){{0,5}})"


def number(words: str) -> int:
    """The value: "ba mươi sáu" is 36, "mười" 10, "ba không tư" 304."""
    return int(figures(words) or "0")


def figures(words: str) -> str:
    """What one would write: "bảy mươi lăm" is 75, "không bảy lăm" 075."""
    spoken = words.split()
    return "".join(_piece(spoken, at) for at in range(len(spoken)))


def _piece(spoken: list[str], at: int) -> str:
    """What one word adds to the digits, given its neighbours."""
    if spoken[at] == "tram":
        return "00" if at == len(spoken) - 1 else ""
    if spoken[at] in TENS:
        return TENS[spoken[at]]
    if spoken[at] != "muoi":
        return str(DIGITS[spoken[at]])
    ten = "1" if at == 0 or spoken[at - 1] in ("tram", "muoi") else ""
    return ten + ("0" if at == len(spoken) - 1 else "")

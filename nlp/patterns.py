"""The small vocabulary of regular expressions that the grammars share.

All of it is for folded text and bounded, so that no input makes a search slow.
"""

BLANK = r"[ \n]{1,4}"
SOME = r"[ \n]{0,4}"


def either(phrases: str) -> str:
    """``"hy sinh, mat"`` as alternatives, longest first, blanks of any width."""
    several = sorted((p.strip() for p in phrases.split(",")), key=len, reverse=True)
    return "|".join(BLANK.join(phrase.split()) for phrase in several)


def words(several: str) -> frozenset[str]:
    return frozenset(several.split())

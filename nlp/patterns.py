"""The small vocabulary of regular expressions that the grammars share.

All of it is for folded text and bounded, so that no input makes a search slow.
"""

BEGIN = r"(?<![a-z0-9])"
END = r"(?![a-z0-9])"
BLANK = r"[ \n]{1,4}"
SOME = r"[ \n]{0,4}"
SIGN = r"[ ]{0,2}[-/.][ ]{0,2}"


def word(alternatives: str) -> str:
    """Any of these as whole words."""
    return f"{BEGIN}(?:{alternatives}){END}"


def either(phrases: str) -> str:
    """``"hy sinh, mat"`` as alternatives, longest first, blanks of any width."""
    several = sorted((p.strip() for p in phrases.split(",")), key=len, reverse=True)
    return "|".join(BLANK.join(phrase.split()) for phrase in several)

"""The fallen one's household, and his teller's years: who he left, how old who tells is."""

from collections.abc import Sequence

from nlp.entity import Entity
from nlp.tellings.signs import NUMBER, Said, said, sign

NAME = r"(?:[^\W\d_]{1,10}(?: [^\W\d_]{1,10}){0,4}?)"
PARENTS = (
    sign(
        rf"\b(?P<said>con (?:trai )?(?:cua )?(?:ong|cu) {NAME}(?: (?:va|voi)|,) (?:ba|cu|me) "
        rf"{NAME})(?=[,.;\n]|\Z| (?:o|que|thon|xa)\b)",
        None, "con", "ông", "cụ", "bà", "và",
    ),
    sign(
        rf"\b(?P<said>(?:cha|bo)(?: (?:la|ten))?:? {NAME}[,;]? (?:va )?me(?: (?:la|ten))?:? {NAME})"
        r"(?=[,.;\n]|\Z)",
        None, "bố", "mẹ", "tên", "là",
    ),
)  # fmt: skip
SPOUSE = (
    sign(
        rf"\b(?P<said>(?:co )?vo(?: (?:anh|liet si|cua anh))? (?:la|ten|ten la) {NAME})"
        r"(?=[,.;\n]|\Z)",
        None, "vợ", "là", "tên",
    ),
)  # fmt: skip
AGE = (
    sign(
        rf"\b(?<!kem )(?<!hon )(?<!bang )(?P<said>(?:toi|tui|bac|ong|ba|chu|co) (?:nam nay |nay )?(?:da |duoc )?{NUMBER} tuoi)\b",
        None, "tôi", "bác", "ông", "bà", "chú", "cô", "tuổi", "nay",
    ),
    sign(
        rf"\b(?P<said>nam nay (?:toi|tui|bac|ong|ba|chu|co) (?:da |duoc )?{NUMBER}(?: tuoi)?)\b",
        None, "năm", "nay", "tôi", "bác", "ông", "bà", "chú", "cô", "tuổi",
    ),
    sign(r"\b(?P<said>(?:toi|tui) sinh nam \d{4})\b", None, "tôi", "sinh", "năm"),
)  # fmt: skip


def parents(written: str, _found: Sequence[Entity]) -> Said | None:
    """Return who the fallen one's father and mother were."""
    return said(written, PARENTS)


def spouse(written: str, _found: Sequence[Entity]) -> Said | None:
    """Return who his wife is."""
    return said(written, SPOUSE)


def teller_age(written: str, _found: Sequence[Entity]) -> Said | None:
    """Return how old who tells is, or when he was born, as he says it."""
    return said(written, AGE)

"""Youth volunteers: "C557, đội 55", "đội 25 TNXP", "Tổng đội TNXP Nghệ An"."""

import re

from nlp.text import Text
from nlp.units.levels import DIVISION, Echelon, Stands

TEAM = 5


def are_told(text: Text) -> bool:
    return "tnxp" in text.plain or "xung phong" in text.plain


def told(match: re.Match[str], text: Text) -> Echelon | None:
    """The team that a form says; who else has teams is not told by a number."""
    if match["league"]:  # with the province behind it
        return Echelon(*match.span(), DIVISION, "Tổng đội TNXP", Stands.TOLD)
    if match["corps"]:
        decoded = f"Đội {match['nth_corps'].upper()} TNXP"
        return Echelon(*match.span(), TEAM, decoded, Stands.ALONE)
    if not are_told(text):
        return None
    decoded = f"Đội {match['nth_team']} TNXP"
    return Echelon(*match.span(), TEAM, decoded, Stands.TOLD)

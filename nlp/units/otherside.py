"""The other side's units: "sư đoàn 25 VNCH", "lữ dù 1", "the 1st Cavalry Division"."""

import re
from collections.abc import Sequence

from nlp.text import Text
from nlp.units.levels import DIVISION, Echelon

OTHER_SIDE = (
    r"(?:nguy|(?:ql)?vnch|(?:viet nam )?cong hoa(?! (?:xa hoi|mien nam))|tqlc|thuy quan luc chien|biet dong quan|bdq"
    r"|nhay du|dai han|han quoc|nam trieu tien|pac chung hy|sai gon cu|quan sai gon"
    r"|my(?! (?:tho|duc|loc|hao|an|hung|phuoc|xuyen|tu|thanh|hiep|long|hoa|chanh|son"
    r"|phong|khe|thuan|yen|quy|luong|no|do|ban|can|nem|tha)\b)"
    r"|ky binh|khong van|ky binh bay|du(?= nguy| my|[.,;)]|\Z)|arvn|us|cua (?:dich|my|nguy|giac)|dich\b)"
)
WESTERN = (
    r"(?:(?:of the |[0-9]{1,3}(?:st|nd|rd|th|d) )?(?:us )?"
    r"(?:cavalry|cav|infantry|inf|marines?|airborne|armou?red|artillery|rangers?)\b)"
)
SAIGON = re.compile(
    r" sai gon\b(?! ?-? ?gia dinh)"
)  # of a division, for ours had none there
THEIRS_AFTER = re.compile(
    rf",? {{0,2}}{WESTERN}| {{0,2}}[(\"]?(?:cua )?(?:(?:bo binh|biet lap|thiet giap|linh|quan|phia|quan luc|ky binh) )?{OTHER_SIDE}(?![a-z])"
)
THEIRS_BEFORE = re.compile(
    r"(?:\b(?:linh|quan|giac|bon|bon linh|ten|si quan|sy quan|tu binh|can cu|hau cu|so chi huy|don)"
    r" (?:cua )?(?:nguy|my|(?:ql)?vnch|dich|sai gon|cong hoa|dai han|pon pot|pol pot|polpot)"
    r"(?: (?:thuoc|cua|o|la))?|\b(?:dai han|pon pot|pol pot|polpot|nam han)"
    r"|\b(?:dich|nguy|my|giac)(?: (?:thuoc|cua)|:)|\b(?:our|us|arvn|american|my"
    r"|i (?:was|served)(?: [a-z]+){0,3} (?:in|with)(?: the)?|company [a-e],?))[ (]{1,2}\Z"
)
REACH = 45


def is_theirs(chain: Sequence[Echelon], text: Text) -> bool:
    start, end = chain[0].start, chain[-1].end
    if chain[-1].size == DIVISION and SAIGON.match(text.plain, end):
        return True
    if THEIRS_AFTER.match(text.plain, end):
        return not _is_name(text, end)
    return THEIRS_BEFORE.search(text.plain, max(0, start - REACH), start) is not None


def _is_name(text: Text, end: int) -> bool:
    """Does "Mỹ" behind it begin a name ("Mỹ Tho")? Two capitals tell."""
    at = text.word_at(end)
    words = text.words[at : at + 2]
    return (
        text.is_cased
        and len(words) > 1
        and words[0].plain == "my"
        and all(word.is_capital for word in words)
    )

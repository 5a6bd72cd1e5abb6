"""Whose name it is: a martyr's, a witness's, a relative's or somebody else's.

What is said right at the name comes first (who introduces himself, whose uncle he is,
who told it), then what is told of him in the same sentence, then the message as a whole.
"""

import re

from nlp.entity import Kind, Span
from nlp.telling import MY, RELATIVE, SENIOR, SORT, SPEAKER, TELLS, WITNESS, Story
from nlp.text import Text, fold
from nlp.titles import NO_ROLE, Title

MARTYR, OTHER = "martyr", "other"
REACH, WINDOW = 60, 60
KIN = re.compile(
    rf"\b(?P<who>(?:{SENIOR}|em|con|anh em){SORT}) {MY}"
    r"(?:,? (?:la|ten la|ten|ho ten la|tuc|cung la))?(?: liet s[iy]| ls| ong| anh| chu)?[ :,(]{1,3}\Z"
)
WOMAN = re.compile(
    r"\b(?:ba noi|ba ngoai|me|ma|u|bu|vo|chi gai|em gai|con gai|con trai|con dau|chau noi"
    r"|chau ngoai|chau gai|chau trai|chau goi|chau|con) "
)
FOR = re.compile(
    r"\b(?:viet|go|ke|noi|ghi|nhan|danh|hoi|chep|gui|dum|bam)(?: \w+)? (?:ho|giup|dum|gium|thay|thay loi|theo loi)"
    r"(?: (?:loi|cho|ke cua))?(?: \w+){0,3} \Z"
)
ALIVE = re.compile(
    r"[ ,(]{1,3}(?:nam nay |nay |gio |da |hien |hien nay |vua |tron )?"
    r"(?:[0-9]{2} ?(?:tuoi|t\b)|tuoi|con song|con minh man|da yeu|yeu roi|lan roi|cao tuoi|nguyen la|tung la"
    r"|cuu|ccb|linh cu|(?:moi |vua |da )?mat (?:nam )?(?:199|20[0-2]))"
)
SELF = re.compile(
    rf"\b{SPEAKER} (?:xin )?(?:la|ten|ten la|ho ten|ho ten la|ho va ten|nguyen la|von la|ky ten)[ :]{{1,3}}"
    r"(?:con gai |con trai |em gai |em trai |em ruot |con |em |anh |chi |ong |ba )?\Z"
    r"|\b(?:toi|tui)[ ,:(]{1,3}\Z|(?:\A|[.!?\n,;:]) {0,2}(?:da |thua )?(?:em|chau|con|minh)[ ,:(]{1,3}\Z"
)
SAYS_NAME = re.compile(
    rf"(?:^|[.!?\n,;:]) ?(?:da |thua )?{SPEAKER}\b[^.!?\n]{{0,40}}, ?(?:ho )?ten (?:la )?\Z"
)
NOT_SELF = re.compile(
    rf"\b(?:{SENIOR}|anh|ban|em|con|vo|trai|gai|ruot|noi|ngoai|ho|dong doi|giua|voi|hoc tro|thu truong"
    rf"|cua|tim|bao|chi|dai doi|tieu doi|cho|dua|xa|lang) {SPEAKER}[^.]{{0,12}}\Z"
)
TITLED = r"(?:(?:ong|ba|anh|chi|con|chau|em|co|chu|bac|chi huy)(?: (?:trai|gai|toi|tui|em))? ){0,2}"
PEOPLE_WHO = r"\bnguoi (?:"
REPORTER = re.compile(
    PEOPLE_WHO
    + r"bao|ke|lap|ve|ghi|cung cap|cc|chung kien|lam chung|phat hien|dan duong)"
    rf"(?: tin| thong tin| don| tho| lai)?(?: la)?[ :]{{1,3}}{TITLED}\Z"
    rf"|\btheo (?:loi )?{TITLED}\Z|\b(?:nhan chung|nguon)[ :]{{1,3}}(?:la )?{TITLED}\Z"
    r"|\b(?:truong (?:thon|ban|buon|ap|xom|lang)|gia lang|chu (?:vuon|ray|dat|tich)|lai may|tai xe"
    r"|thon doi|xa doi truong)(?: xa| cu)?(?: la| ten)?[ :]{1,3}(?:ong |anh |ba )?\Z"
)
ASKER = re.compile(
    PEOPLE_WHO
    + rf"hoi|tim|nhan|lien he|than|nha)(?: tin| than)?(?: la)?[ :]{{1,3}}{TITLED}\Z"
)
INFORMANT = re.compile(
    PEOPLE_WHO
    + rf"gui|viet|khai|dang|nhan tin|lam don|to giac)(?: tin| don| tho)?(?: la)?[ :]{{1,3}}{TITLED}\Z"
    rf"|\b(?:lien he|lien lac|lh|goi|hoi|gap|sdt|dt|so|tel|zalo)(?: cho| qua| so| voi)?[ :]{{1,3}}{TITLED}\Z"
    rf"|{Kind.PHONE.mask} {{0,2}}[(,\-]? {{0,2}}(?:gap )?{TITLED}\Z"
)
NAMED = re.compile(rf"\b(?P<who>{SENIOR}|ong)(?: ay| cu)? (?:ho )?ten (?:la )?\Z")
HOST = re.compile(
    r"\b(?:nha|vuon|ray|ruong|dat|ho|quan|ao|nuong|trai|dia|lo) (?:cua )?"
    r"(?:ong|ba|anh|chi|chu|co|bac|cu|thay|gia dinh)(?: \w+)? \Z"
)
COMRADE = re.compile(
    r"\b(?:toi|tui|chung toi|ong|minh) (?:voi|va|cung|cung voi)(?: [^,.;\n]{1,25})? {1,2}\Z"
)
PHONED = re.compile(
    r"[ ,.:;\-()\n]{0,4}(?:(?:sdt|dt|so|so cu|lh|ccb|tel|zalo|so may|d t)[ :.]{0,3})?"
    rf"{Kind.PHONE.mask}"
)
TOLD = re.compile(
    rf"(?:[ ,(]{{1,3}}[^,.;\n()]{{1,30}}[,)]| [^,.;:\n()]{{1,25}})? ?(?:la nguoi |co |cung |thi |moi |van |da |nay |con |hien |hay |tung |bay gio )?"
    rf"(?:{TELLS}|chung kien|nhin thay|thay|biet (?:cho|noi|mo|ro)|tim thay|phat hien|truc tiep|dao (?:duoc|trung)|con song)\b"
)
DIED = re.compile(
    r"[ ,(]{1,3}(?:da |deu |cung |bi |moi )?(?:hy sinh|hi sinh|hs|h sinh|chet|mat|tu tran|nga xuong"
    rf"|nam lai|trung|thuong|bi thuong|que|qq|sinh nam|sn|nhap ngu|nn|sinh(?= {Kind.DATE.mask}))\b"
)
TELLER = "teller"
SIGNED_WORDS = 7
SIGNING = re.compile(
    r"(?:(?<![0-9])[.!?\n]|- )\s*(?:kinh bao|kinh thu|ky ten|than|tran trong|cam on)?[, :.]{0,3}\Z"
)
RANK_END = Kind.RANK.mask + " "
RANK_ENDS = (Kind.RANK.mask, RANK_END)
CHILD = re.compile(r"\b(?:con|em|chau)(?: trai| gai| ruot| ho| dau| re) \Z")


def role(text: Text, span: Span, title: Title | None, story: Story, limit: int) -> str:
    """Whose name stands at ``span`` of plain; the next one stands at ``limit``."""
    following = text.plain[span[1] : min(limit, span[1] + REACH)]
    if DIED.match(following):
        return MARTYR
    if TOLD.match(following) or _is_alive(text, span):
        return WITNESS
    told = title.role if title else NO_ROLE
    is_not_self = told in (WITNESS, RELATIVE) and NOT_SELF.search(_before(text, span))
    if told not in (NO_ROLE, "alias", "contact") and not is_not_self:
        return told
    after = story.near.after(span[1], min(REACH, limit - span[1]), (MARTYR, WITNESS))
    if after:
        return after.role
    cue = story.near.before(span[0], REACH)
    if cue and cue.role != TELLER:
        return cue.role
    return MARTYR if story.is_of_death else OTHER


def _before(text: Text, span: Span) -> str:
    """What stands before it, without a rank."""
    before = text.plain[max(0, span[0] - WINDOW) : span[0]]
    return f"{before.rstrip(RANK_END)} " if before.endswith(RANK_ENDS) else before


def _is_alive(text: Text, span: Span) -> bool:
    """Is it told how old he is, or that he died long after the wars?"""
    end = text.ends[span[1] - 1]
    return ALIVE.match(fold(text.nfc[end : end + REACH])) is not None


def plainly(text: Text, span: Span, title: Title | None, story: Story) -> str | None:
    """What is said right at the name; None if nothing is."""
    before = _before(text, span)
    if FOR.search(before):
        return WITNESS
    if HOST.search(before):
        return OTHER
    if kin := KIN.search(before):
        return _of_kin(text, span, before, kin, story)
    if (named := NAMED.search(before)) and _narrates(named["who"], story):
        return WITNESS
    if _is_own(before):
        return RELATIVE if CHILD.search(before) else story.teller
    if REPORTER.search(before):
        return WITNESS
    if ASKER.search(before):
        return RELATIVE
    is_contact = title is not None and title.role == "contact"
    if is_contact or INFORMANT.search(before) or PHONED.match(text.plain, span[1]):
        return story.teller
    if _is_signature(text, span, before):
        return story.teller
    return WITNESS if COMRADE.search(before) else None


def _is_own(before: str) -> bool:
    """Does the teller say his own name?"""
    is_said = SELF.search(before) or SAYS_NAME.search(before)
    return is_said is not None and not NOT_SELF.search(before)


def _of_kin(
    text: Text, span: Span, before: str, kin: re.Match[str], story: Story
) -> str:
    """The teller's kin: the fallen one, or who told it at home."""
    following = text.plain[span[1] : span[1] + REACH]
    if _is_alive(text, span) or FOR.search(before[: kin.start()] + " "):
        return WITNESS
    if DIED.match(following):
        return MARTYR
    if _narrates(kin["who"], story) or TOLD.match(following):
        return WITNESS
    return RELATIVE if WOMAN.match(kin["who"] + " ") else MARTYR


def _narrates(who: str, story: Story) -> bool:
    is_named = who.split()[0] in {n.split()[0] for n in story.narrators}
    return is_named or story.is_for_someone


def _is_signature(text: Text, span: Span, before: str) -> bool:
    """Does it stand by itself at the end of the message?"""
    at = text.word_at(span[1])
    if len(text.words) - at > SIGNED_WORDS or not SIGNING.search(before):
        return False
    return not DIED.match(text.plain, span[1])

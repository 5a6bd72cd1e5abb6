"""Whose name it is: a martyr's, a witness's, a relative's or somebody else's.

What is said right at the name comes first (who introduces himself, whose uncle he is,
who told it), then what is told of him in the same sentence, then the message as a whole.
"""

from nlp.entity import Kind, Span
from nlp.people import sayings
from nlp.people.titles import NO_ROLE, Title
from nlp.roles.cues import STOP
from nlp.roles.telling import RELATIVE, WITNESS, Story
from nlp.text import Text, fold

MARTYR, OTHER = "martyr", "other"
REACH, WINDOW = 60, 60
SIGNED_WORDS = 7
RANK_END = Kind.RANK.mask + " "
RANK_ENDS = (Kind.RANK.mask, RANK_END)
OF_KIN = (sayings.CHILD_OF, sayings.IN_LAW, sayings.LABEL)
OF_WITNESSES = (
    *(sayings.VETERAN, sayings.WE, sayings.BURIERS),
    *(sayings.SOURCE, sayings.MATE),
)


def plainly(
    text: Text, span: Span, title: Title | None, story: Story, limit: int
) -> str | None:
    """What is said right at the name; the next one stands at ``limit``."""
    before = _before(text, span)
    following = text.plain[span[1] : min(limit, span[1] + REACH)]
    if any(saying.search(before) for saying in OF_WITNESSES):
        return WITNESS
    if sayings.FOR.search(before) or sayings.SIGNS.search(before):
        return story.teller
    if sayings.SHE.search(before) and sayings.ASKS.match(following):
        return RELATIVE
    if sayings.BY.search(before) and sayings.DONE_BY.match(text.plain, span[1]):
        return WITNESS
    if sayings.ADDRESSED.search(before):
        return OTHER
    if sayings.ASIDE.search(before) or sayings.COMMANDS.match(following):
        return OTHER
    if sayings.SOUGHT.search(before):
        return MARTYR
    if sayings.FAMILY_OF.search(before):
        return RELATIVE
    if sayings.SIGNS_OFF.search(before) or sayings.HOST.search(before):
        return OTHER
    if kin := sayings.KIN.search(before):
        return _of_kin(text, span, before, kin["who"], kin.start(), story)
    if any(saying.search(before) for saying in OF_KIN):
        return RELATIVE
    if sayings.HIS_KIN.match(following) and not (title and title.role == MARTYR):
        return RELATIVE
    named = sayings.NAMED.search(before)
    if named and _narrates(named["who"], story):
        return WITNESS
    if _is_own(before) or _is_signature(text, span, before):
        is_child = sayings.CHILD.search(before) is not None
        is_official = sayings.OFFICE.match(following) is not None
        return RELATIVE if is_child else OTHER if is_official else story.teller
    if sayings.REPORTER.search(before) or sayings.WORKER.match(following):
        return WITNESS
    if sayings.KIN_OF_HIM.search(before) and not sayings.FALLS.match(following):
        return RELATIVE
    if sayings.OFFICIAL.search(before):
        return WITNESS if sayings.TOLD.match(following) else OTHER
    if sayings.ASKER.search(before):
        return RELATIVE
    if sayings.INSCRIBED.search(before):
        return MARTYR
    is_contact = title is not None and title.role == "contact"
    is_phoned = sayings.PHONED.match(text.plain, span[1]) is not None
    if is_contact or is_phoned or sayings.INFORMANT.search(before):
        return story.teller
    is_comrade = sayings.COMRADE.search(before) and sayings.WORKS.match(following)
    return WITNESS if is_comrade else None


def told(
    text: Text, span: Span, title: Title | None, story: Story, limit: int
) -> str | None:
    """What is told of him in his sentence, by his title or by words around."""
    following = text.plain[span[1] : min(limit, span[1] + REACH)]
    if sayings.DIED.match(following):
        return MARTYR
    role = title.role if title else NO_ROLE
    is_sure = role == MARTYR and not sayings.CONFIRMS.match(following)
    if not is_sure and (sayings.ACTS.match(following) or sayings.TOLD.match(following)):
        return WITNESS
    is_alive = not is_sure and _is_alive(text, span)
    if is_alive and _is_signature(text, span, _untitled(text, span)):
        return story.teller
    if is_alive or _is_elder(text, span, following):
        return WITNESS
    if sayings.BORN.match(following):
        return MARTYR
    is_self = role in (WITNESS, RELATIVE) and sayings.NOT_SELF.search(
        _before(text, span)
    )
    if role not in (NO_ROLE, "alias", "contact") and not is_self:
        return role
    after = story.near.after(span[1], min(REACH, limit - span[1]), (MARTYR, WITNESS))
    if (
        after
        and after.role == WITNESS
        and STOP.search(text.plain, span[1], after.start)
    ):
        after = None
    if after:
        return after.role
    cue = story.near.before(span[0], REACH)
    return cue.role if cue and cue.role in (MARTYR, RELATIVE) else None


def _before(text: Text, span: Span) -> str:
    """What stands before it, without a rank."""
    before = text.plain[max(0, span[0] - WINDOW) : span[0]]
    return f"{before.rstrip(RANK_END)} " if before.endswith(RANK_ENDS) else before


def _untitled(text: Text, span: Span) -> str:
    """What stands before it, without a rank or "ông", "bà"."""
    return sayings.TITLE_END.sub("", _before(text, span))


def _is_alive(text: Text, span: Span) -> bool:
    """Is it told how old he is, or that he died long after the wars?"""
    end = text.ends[span[1] - 1]
    return sayings.ALIVE.match(fold(text.nfc[end : end + REACH])) is not None


def _is_elder(text: Text, span: Span, following: str) -> bool:
    """Is it "ông …", who tells or does something before his sentence ends?"""
    is_elder = sayings.ELDER.search(_before(text, span)) is not None
    return is_elder and sayings.ELDER_TELLS.match(following) is not None


def _is_own(before: str) -> bool:
    """Does the teller say his own name?"""
    is_said = sayings.SELF.search(before) or sayings.SAYS_NAME.search(before)
    return is_said is not None and not sayings.NOT_SELF.search(before)


def _of_kin(
    text: Text, span: Span, before: str, who: str, at: int, story: Story
) -> str:
    """The teller's kin: the fallen one, or who told it at home."""
    following = text.plain[span[1] : span[1] + REACH]
    if sayings.FOR.search(before[:at] + " ") or sayings.WROTE.search(before[:at]):
        return WITNESS
    is_telling = _narrates(who, story) or sayings.TOLD.match(following) is not None
    is_woman = sayings.WOMAN.match(who + " ") is not None
    if _is_alive(text, span):
        return WITNESS if is_telling or not is_woman else RELATIVE
    if sayings.PARENT.match(who) and sayings.AT_HOME.match(following):
        return WITNESS if is_telling else RELATIVE
    if sayings.DIED.match(following):
        return MARTYR
    if is_telling:
        return WITNESS
    if is_woman and not sayings.FALLS.match(following):
        return RELATIVE
    return MARTYR


def _narrates(who: str, story: Story) -> bool:
    is_named = who.split()[0] in {n.split()[0] for n in story.narrators}
    return is_named or story.is_for_someone


def _is_signature(text: Text, span: Span, before: str) -> bool:
    """Does it stand by itself at the end of the message?"""
    at = text.word_at(span[1])
    if len(text.words) - at > SIGNED_WORDS or not sayings.SIGNING.search(before):
        return False
    if sayings.NUMBERED.search(before):
        return False
    if sayings.DIED.match(text.plain, span[1]):
        return False
    is_born = sayings.BORN.match(text.plain, span[1]) is not None
    return not is_born or Kind.PHONE.mask in text.plain[span[1] :]


def is_elder(text: Text, span: Span) -> bool:
    """Is he called "ông" or "cụ", as those are who lived to tell?"""
    return sayings.AGED.search(_before(text, span)) is not None

"""Whose name it is: a martyr's, a witness's, a relative's or somebody else's.

What is said right at the name comes first (who introduces himself, whose uncle he is,
who told it), then what is told of him in the same sentence, then the message as a whole.
"""

from functools import lru_cache

from nlp.entity import Kind, Span
from nlp.people import sayings
from nlp.people.saying import Before
from nlp.people.titles import NO_ROLE, Title
from nlp.roles.cues import STOP
from nlp.roles.telling import RELATIVE, WITNESS, Story
from nlp.text import Text

MARTYR, OTHER = "martyr", "other"
REACH, WINDOW = 60, 60
ASKED_AGAIN = 8  # names; it is asked again and again what stands before each
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
    if any(saying.ends(before) for saying in OF_WITNESSES):
        return WITNESS
    if sayings.FOR.ends(before) or sayings.SIGNS.ends(before):
        return story.teller
    if sayings.SHE.ends(before) and sayings.ASKS.match(following):
        return RELATIVE
    if sayings.BY.ends(before) and sayings.DONE_BY.match(text.plain, span[1]):
        return WITNESS
    if sayings.ADDRESSED.ends(before):
        return OTHER
    if sayings.ASIDE.ends(before) or sayings.COMMANDS.match(following):
        return OTHER
    if sayings.SOUGHT.ends(before):
        return MARTYR
    if sayings.FAMILY_OF.ends(before):
        return RELATIVE
    if sayings.SIGNS_OFF.ends(before) or sayings.HOST.ends(before):
        return OTHER
    if kin := sayings.KIN.ends(before):
        lead = before.plain[: kin.start()]
        return _of_kin(text, span, lead, kin["who"], story)
    if any(saying.ends(before) for saying in OF_KIN):
        return RELATIVE
    if sayings.HIS_KIN.match(following) and not (title and title.role == MARTYR):
        return RELATIVE
    named = sayings.NAMED.ends(before)
    if named and _narrates(named["who"], story):
        return WITNESS
    if _is_own(before) or _is_signature(text, span, before.plain):
        is_child = sayings.CHILD.search(before.plain) is not None
        is_official = sayings.OFFICE.match(following) is not None
        return RELATIVE if is_child else OTHER if is_official else story.teller
    if sayings.REPORTER.ends(before) or sayings.WORKER.match(following):
        return WITNESS
    if sayings.KIN_OF_HIM.ends(before) and not sayings.FALLS.match(following):
        return RELATIVE
    if sayings.OFFICIAL.ends(before):
        return WITNESS if sayings.TOLD.match(following) else OTHER
    if sayings.ASKER.ends(before):
        return RELATIVE
    if sayings.INSCRIBED.ends(before):
        return MARTYR
    is_contact = title is not None and title.role == "contact"
    is_phoned = sayings.PHONED.match(text.plain, span[1]) is not None
    if is_contact or is_phoned or sayings.INFORMANT.ends(before):
        return story.teller
    is_comrade = sayings.COMRADE.ends(before) and sayings.WORKS.match(following)
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
        _before(text, span).plain
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


@lru_cache(maxsize=ASKED_AGAIN)
def _before(text: Text, span: Span) -> Before:
    """What stands before it, without a rank."""
    plain = text.plain[max(0, span[0] - WINDOW) : span[0]]
    is_ranked = plain.endswith(RANK_ENDS)
    return Before.of(f"{plain.rstrip(RANK_END)} " if is_ranked else plain)


def _untitled(text: Text, span: Span) -> str:
    """What stands before it, without a rank or "ông", "bà"."""
    return sayings.TITLE_END.sub("", _before(text, span).plain)


def _is_alive(text: Text, span: Span) -> bool:
    """Is it told how old he is, or that he died long after the wars?"""
    whole = text.whole or text  # an age is masked, as a number
    return sayings.ALIVE.match(whole.plain, span[1], span[1] + REACH) is not None


def _is_elder(text: Text, span: Span, following: str) -> bool:
    """Is it "ông …", who tells or does something before his sentence ends?"""
    is_elder = sayings.ELDER.ends(_before(text, span)) is not None
    return is_elder and sayings.ELDER_TELLS.match(following) is not None


def _is_own(before: Before) -> bool:
    """Does the teller say his own name?"""
    is_said = sayings.SELF.ends(before) or sayings.SAYS_NAME.ends(before)
    return is_said is not None and not sayings.NOT_SELF.search(before.plain)


def _of_kin(text: Text, span: Span, lead: str, who: str, story: Story) -> str:
    """The teller's kin: the fallen one, or who told it at home."""
    following = text.plain[span[1] : span[1] + REACH]
    if sayings.FOR.ends(Before.of(f"{lead} ")) or sayings.WROTE.search(lead):
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
    return sayings.AGED.ends(_before(text, span)) is not None

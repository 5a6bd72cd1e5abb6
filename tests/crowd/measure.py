"""Measure: what became of a crowd, in the figures that the conversation is held to."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from handlers.flows import flow
from nlp.text import fold
from storage.model.dialogue import Answer, Source
from tests.crowd.judging import is_right
from tests.crowd.played import Played
from tests.crowd.temper import LEAVES, Temper
from tests.crowd.truth import Fact, Stance

STANDS = (Source.SAID, Source.FOUND, Source.OFFICER)
OF_CALL = "callback_"
PAPERS = frozenset({"papers", "relic_kind"})
PINNED = "vị trí trên bản đồ"
# Where a battle was is where its fallen died; what is engraved may be a unit.
ALIKE = {
    ("battle", "death_place"): ("place", "battle"),
    ("battle", "place"): ("battle",),
    # What marks a grave is seen there; who digs at home lives there.
    ("burial", "landmark"): ("marker",),
    ("found_now", "teller_address"): ("place",),
    ("relic", "unit"): ("relic_text",),
    ("relic", "martyr_name"): ("relic_text",),
    ("relic", "hometown"): ("relic_text",),
}
# His first sentence is written apart from what he knows and may say it otherwise: that
# he keeps the thing himself, that the digging has stopped, that it is behind his garden.
OPENS = {
    ("relic", "relic_holder"): re.compile(
        r"\b(?:toi|tui|nha toi|nha tui)\b.{0,40}\b(?:giu|con|co)\b|^co giu\b"
    ),
    ("found_now", "found_state"): re.compile(r"\bdung may\b"),
    ("found_now", "landmark"): re.compile(r"^(?:duoi ho mong|sau vuon)\b"),
}
DUE = {
    Temper.REFUSES: {"tombstone"},
    Temper.SILENT_FIRST: {"tombstone"},
    Temper.SILENT_STORY: {"draft"},
    Temper.SILENT_ASKED: {"draft", "filed"},  # nothing may have been left to ask
}


@dataclass(frozen=True, slots=True)
class Miss:
    """Something that is not as it should be, and whose it was."""

    what: str
    key: str
    wanted: str
    got: str
    played: Played


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, and those that are missing."""

    good: int
    misses: tuple[Miss, ...]

    @property
    def of(self) -> int:
        return self.good + len(self.misses)

    @property
    def share(self) -> float:
        return self.good / self.of if self.of else 1.0


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a crowd."""

    tellers: int
    ended: Share
    kept: Share
    told: Share
    precise: Share
    obtained: Share
    fresh: Share
    kinds: Share
    questions: float
    endings: Counter[str]


def measure(crowd: Iterable[Played]) -> Figures:
    """Return the figures of these conversations."""
    all_ = list(crowd)
    asked = [len(one.asked) for one in all_ if _was_heard(one)]
    return Figures(
        tellers=len(all_),
        ended=share(outcome for one in all_ for outcome in ended(one)),
        kept=share(outcome for one in all_ for outcome in kept(one)),
        told=share(outcome for one in all_ for outcome in told(one)),
        precise=share(outcome for one in all_ for outcome in precise(one)),
        obtained=share(outcome for one in all_ for outcome in obtained(one)),
        fresh=share(outcome for one in all_ for outcome in fresh(one)),
        kinds=share(outcome for one in all_ for outcome in kinds(one)),
        questions=median(asked) if asked else 0,
        endings=Counter(one.ending for one in all_),
    )


def share(outcomes: Iterable[Miss | None]) -> Share:
    several = list(outcomes)
    misses = tuple(one for one in several if one is not None)
    return Share(len(several) - len(misses), misses)


def ended(one: Played) -> Iterator[Miss | None]:
    """Every conversation ends as it should for a person of this temper."""
    due = DUE.get(one.teller.temper, {"filed"})
    if one.teller.truth.kind == "found_now" and one.tip is not None:
        due = due | {"filed"}  # nobody who has just dug is asked for a story
    is_due = one.ending in due
    yield None if is_due else Miss("ended", "", str(due), one.ending, one)


def kept(one: Played) -> Iterator[Miss | None]:
    """Every message and file is in a tip, or its key is destroyed."""
    if one.stage.forgotten:
        return
    held = " ".join(" ".join(_texts(one)).split())
    for text in one.words:
        is_there = " ".join(text.split()) in held
        yield None if is_there else Miss("words", "", text, "", one)
    media = {name for tip in one.stage.tips.values() for name in tip.media}
    for name in one.media:
        yield None if name in media else Miss("media", "", name, "", one)


def told(one: Played) -> Iterator[Miss | None]:
    """What he told stands in its field."""
    for fact in _facts(one):
        if fact.key in one.told and fact.stance is Stance.TOLD:
            yield _judged("told", one, fact)


def precise(one: Played) -> Iterator[Miss | None]:
    """What stands in a field is what he knows."""
    if one.tip is None:
        return
    for key, held in one.tip.answers.items():
        if held.source not in STANDS or key.startswith(OF_CALL):
            continue
        fact = one.teller.truth.facts.get(key)
        is_good = is_true(one, held, key)
        wanted = fact.value if fact else "–"
        yield None if is_good else Miss("precise", key, wanted, _shown(held), one)


def obtained(one: Played) -> Iterator[Miss | None]:
    """What he would only tell when asked was asked, and stands."""
    if one.teller.temper in LEAVES:
        return
    for fact in _facts(one):
        question = flow(one.teller.truth.kind).question(fact.key)
        is_covered = question is not None and question.is_asked
        if fact.stance is Stance.KEPT and is_covered:
            yield _judged("obtained", one, fact)


def fresh(one: Played) -> Iterator[Miss | None]:
    """No question asks for what was said."""
    for asked in one.asked:
        fact = one.teller.truth.facts.get(asked.key)
        wanted = fact.value if fact else ""
        yield Miss("again", asked.key, wanted, "", one) if asked.was_told else None


def kinds(one: Played) -> Iterator[Miss | None]:
    """The tip is of the kind that he tells of."""
    if one.tip is not None:
        kind = one.teller.truth.kind
        is_so = one.tip.kind == kind
        yield None if is_so else Miss("kind", "", kind, one.tip.kind, one)


def is_true(one: Played, held: Answer, key: str) -> bool:
    """Return whether the teller knows it so, under this key or under one like it."""
    facts = one.teller.truth.facts
    likes = (key, *ALIKE.get((one.teller.truth.kind, key), ()))
    if key == "place" and one.stage.dialogue.pins and held.value == PINNED:
        return True
    if (key, held.value) == ("how_known", "papers") and key not in facts:
        return bool(PAPERS & set(facts))  # who keeps papers knows from them
    if (key, held.value) == ("misinfo_kind", "money") and "amount" in facts:
        return True  # a medium or a false officer who names a sum wants money, too
    opens = OPENS.get((one.teller.truth.kind, key))
    if opens and held.source is Source.FOUND and opens.search(fold(held.words)):
        return any(held.words in message for message in one.words)
    return any(_right(one, held, facts[like]) for like in likes if like in facts)


def _right(one: Played, held: Answer, fact: Fact) -> bool:
    return is_right(held, fact, one.said.get(fact.key, ()))


def _judged(what: str, one: Played, fact: Fact) -> Miss | None:
    held = one.tip.answers.get(fact.key) if one.tip else None
    if held is not None and held.source in STANDS and _right(one, held, fact):
        return None
    return Miss(what, fact.key, fact.value, _shown(held), one)


def _shown(held: Answer | None) -> str:
    return f"{held.value} ({held.source}: {held.words})" if held else "–"


def _facts(one: Played) -> Iterable[Fact]:
    """Return the facts of somebody whom we were allowed to hear."""
    return one.teller.truth.facts.values() if one.tip is not None else ()


def _was_heard(one: Played) -> bool:
    return one.teller.temper not in LEAVES and one.tip is not None


def _texts(one: Played) -> Iterator[str]:
    for tip in one.stage.tips.values():
        yield from (tip.story, tip.spare)
        yield from (held.words for held in tip.answers.values())
    for call in one.stage.calls:
        yield from (call.phone or "", call.hour, call.reason)

"""Questions about a fallen soldier, shared by the flows that name one.

Each flow says which of them it asks; the others are filled from the story or corrected.
"""

import re
from dataclasses import replace

from handlers import readers
from handlers.questions import Fill, Question
from nlp.entity import Entity, Kind
from nlp.people import martyrs
from nlp.tellings import calling, graves, household, interment, landmarks
from nlp.text import fold

FINDABLE = re.compile(
    r"\b(?:xã|huyện|tỉnh|phường|quận|thị xã|thị trấn|thành phố|thôn|ấp|bản|làng|buôn|xóm"
    r"|plei|phum)\b",
    re.IGNORECASE,
)
MARTYR_NAME = Question(
    "martyr_name",
    readers.person,
    Fill(Kind.PERSON, ("martyr",)),
    spot=martyrs.martyr,
)
UNIT = Question("unit", readers.unit, Fill(Kind.UNIT))
DIED = Question("died", readers.date, Fill(Kind.DATE, ("died",)))
BIRTH = Question("birth", readers.date, Fill(Kind.DATE, ("born",)))
ENLISTED = Question("enlisted", readers.date, Fill(Kind.DATE, ("enlisted",)))
HOMETOWN = Question("hometown", readers.place, Fill(Kind.PLACE, ("hometown",)))
RANK = Question("rank", readers.rank, Fill(Kind.RANK))
DEATH_PLACE = Question("death_place", readers.place, Fill(Kind.PLACE, ("death",)))


def is_findable(entity: Entity) -> bool:
    """Return whether a stranger finds the place: "miếu Bà" alone lies anywhere."""
    return bool(entity.values) or bool(FINDABLE.search(entity.norm or entity.text))


PLACE = Question(
    "place", readers.place, Fill(Kind.PLACE, ("burial", "other"), is_findable)
)
# "Mộ tập thể" says what lies there, not where.
BARE_GRAVE = re.compile(
    r"(?:ngoi )?(?:mo|ho)(?: chon)? (?:tap the|chung)"
    r"(?: (?:cua|cac|may|anh|bo doi|liet si|nguoi|don vi|toi|tui)){0,4}"
)


def is_told_apart(entity: Entity) -> bool:
    """Return whether the words of a grave say more than what it is."""
    is_bare = BARE_GRAVE.fullmatch(fold(entity.text)) is not None
    return not is_bare and landmarks.is_landmark(entity.text)


LANDMARK = Question(
    "landmark",
    readers.described,
    Fill(Kind.BURIAL, (None,), fits=is_told_apart),
    spot=graves.landmark,
)
PEOPLE_COUNT = Question(
    "people_count",
    readers.spotted(graves.count, readers.unnamed),
    spot=graves.count,
    reads_number=True,
)

ALIAS = Question("alias", readers.words, spot=calling.alias)
MARKER = Question("marker", readers.words, spot=graves.marker)
# Told by who was there; never asked, five questions are enough.
WRAPPING = Question("wrapping", readers.words, spot=interment.wrapping)
DEPTH = Question("depth", readers.words, spot=interment.depth)
TERRAIN_NOW = Question("terrain_now", readers.words, spot=interment.terrain_now)
SEARCHED = Question("searched", readers.words, spot=interment.searched)
PARENTS = Question("parents", readers.words, spot=household.parents)
SPOUSE = Question("spouse", readers.words, spot=household.spouse)

# Where the fallen of a battle lie is told as where it was fought.
BATTLEFIELD = replace(
    PLACE, fill=Fill(Kind.PLACE, ("burial", "other", "death"), is_findable)
)
# Of somebody who stands there every place that he names is the one.
HERE = replace(
    PLACE,
    fill=Fill(
        Kind.PLACE,
        ("burial", "other", "death", "residence", "hometown"),
        is_findable,
    ),
)
# In tellings about something else only a grave is a grave.
GRAVE = replace(PLACE, fill=Fill(Kind.PLACE, ("burial",)))

ALL = (
    MARTYR_NAME, UNIT, DIED, BIRTH, ENLISTED, HOMETOWN, RANK, DEATH_PLACE, PLACE,
    LANDMARK, PEOPLE_COUNT, ALIAS, MARKER, WRAPPING, DEPTH, TERRAIN_NOW, SEARCHED,
    PARENTS, SPOUSE,
)  # fmt: skip


def unasked(*asked: Question) -> tuple[Question, ...]:
    """Return the questions that a flow does not ask: filled or corrected only."""
    keys = {question.key for question in asked}
    return tuple(question.unasked() for question in ALL if question.key not in keys)

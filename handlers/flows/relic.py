"""A diary, a letter, a canteen with a name, a map drawn by hand."""

from dataclasses import replace

from handlers import readers
from handlers.informant import HOW_KNOWN, TELLER_PHONE, about_teller
from handlers.questions import Choice, Flow, Question
from handlers.soldier import DEATH_PLACE, DIED, GRAVE, LANDMARK, MARTYR_NAME, unasked
from handlers.wording import say
from nlp.roles import deaths
from nlp.tellings import relics
from storage.model.tip import TipKind

KINDS = {
    "diary": ("nhat ky", "so tay", "thu", "la thu", "buc thu"),
    "papers": ("giay to", "giay", "the", "anh", "buc anh", "tam anh"),
    "engraved": ("bi dong", "binh tong", "vat khac ten"),
    "map": ("ban do", "so do"),
    "other": ("huan chuong", "huy chuong", "vat khac"),
}

RELIC_KIND = Question(
    "relic_kind",
    readers.spotted(relics.kind),
    spot=relics.kind,
    choices=tuple(
        Choice(kind, say(f"relic_kind.{kind}"), words) for kind, words in KINDS.items()
    ),
)

# What was dug up has a place and a day of its own; a death's are told as such.
APART = (
    replace(DIED, fill=None, spot=deaths.died),
    replace(DEATH_PLACE, fill=None, spot=deaths.fell_at),
    replace(GRAVE, fill=None, spot=deaths.lies_at),
    replace(LANDMARK, fill=None, spot=deaths.lies_by),
)

FLOW = Flow(
    kind=TipKind.RELIC,
    questions=(
        Question("relic_text", readers.words, spot=relics.written),
        RELIC_KIND,
        Question("relic_found", readers.words, spot=relics.got),
        Question("relic_holder", readers.words, spot=relics.kept),
        MARTYR_NAME,
        TELLER_PHONE,
        HOW_KNOWN.unasked(),
        *unasked(MARTYR_NAME, *APART),
        *(question.unasked() for question in APART),
        *about_teller(),
    ),
)

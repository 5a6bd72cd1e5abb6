"""A diary, a letter, a canteen with a name, a map drawn by hand."""

from handlers import readers
from handlers.informant import HOW_KNOWN, TELLER_PHONE, about_teller
from handlers.questions import Choice, Flow, Question
from handlers.soldier import MARTYR_NAME, unasked
from handlers.wording import say
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
    readers.words,
    choices=tuple(
        Choice(kind, say(f"relic_kind.{kind}"), words) for kind, words in KINDS.items()
    ),
)

FLOW = Flow(
    kind=TipKind.RELIC,
    questions=(
        Question("relic_text", readers.words),
        RELIC_KIND,
        Question("relic_found", readers.words),
        Question("relic_holder", readers.words),
        MARTYR_NAME,
        TELLER_PHONE,
        HOW_KNOWN.unasked(),
        *unasked(MARTYR_NAME),
        *about_teller(),
    ),
)

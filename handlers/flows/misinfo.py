"""Somebody takes money, plays the medium or the office, or spreads what is not true."""

from handlers import readers
from handlers.informant import TELLER_PHONE, about_teller
from handlers.questions import Choice, Flow, Question
from handlers.wording import say
from storage.model.tip import TipKind

KINDS = {
    "money": ("thu tien", "doi tien", "lua tien"),
    "medium": ("ngoai cam", "dong cot", "thay boi"),
    "office": ("gia danh", "mao danh"),
    "rumour": ("tin gia", "tin don"),
    "remains": ("hai cot gia", "mo gia"),
}

FLOW = Flow(
    kind=TipKind.MISINFO,
    questions=(
        Question("suspect", readers.words, reads_number=True),
        Question(
            "misinfo_kind",
            readers.words,
            choices=tuple(
                Choice(kind, say(f"misinfo_kind.{kind}"), words)
                for kind, words in KINDS.items()
            ),
        ),
        Question("amount", readers.words, reads_number=True),
        Question(
            "to_police",
            readers.briefly,
            choices=(
                Choice("yes", say("to_police.yes"), ("dong y", "co", "duoc")),
                Choice("no", say("to_police.no"), ("khong", "khong dong y")),
            ),
        ),
        TELLER_PHONE,
        *about_teller(),
    ),
)

"""Somebody takes money, plays the medium or the office, or spreads what is not true."""

from dataclasses import replace

from handlers import readers
from handlers.informant import TELLER_PHONE, about_teller
from handlers.questions import Choice, Flow, Question
from handlers.wording import say
from nlp.tellings import fraud
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
        Question("suspect", readers.words, spot=fraud.who, reads_number=True),
        Question(
            "misinfo_kind",
            readers.spotted(fraud.how),
            spot=fraud.how,
            choices=tuple(
                Choice(kind, say(f"misinfo_kind.{kind}"), words)
                for kind, words in KINDS.items()
            ),
        ),
        Question("amount", readers.words, spot=fraud.amount, reads_number=True),
        Question(
            "to_police",
            readers.spotted(fraud.to_police, readers.briefly),
            spot=fraud.to_police,
            choices=(
                Choice("yes", say("to_police.yes"), ("dong y", "co", "duoc")),
                Choice("no", say("to_police.no"), ("khong", "khong dong y")),
            ),
        ),
        # A number told here is the swindler's, if its teller does not call it his.
        replace(TELLER_PHONE, fill=None, spot=fraud.own_number),
        # The names in such a telling are not its teller's.
        *(replace(question, fill=None) for question in about_teller()),
    ),
)

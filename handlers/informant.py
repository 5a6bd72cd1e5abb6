"""Questions about the teller, shared by all flows; never before the story."""

from handlers import readers
from handlers.questions import Answers, Choice, Fill, Question, is_said
from handlers.soldier import is_findable
from handlers.wording import say
from nlp.entity import Kind
from nlp.tellings import calling, household
from nlp.tellings.helping import helping
from nlp.tellings.kinship import kinship

HOW_KNOWN = Question(
    "how_known",
    readers.how_known,
    spot=readers.spot_known,
    choices=(
        Choice(
            "buried",
            say("how_known.buried"),
            (
                "chinh tay toi chon",
                "toi chon",
                "tui chon",
                "bac chon",
                "chu chon",
                "co chon",
            ),
        ),
        Choice(
            "saw",
            say("how_known.saw"),
            ("toi thay", "tui thay", "bac thay", "chu thay", "chung kien"),
        ),
        Choice("heard", say("how_known.heard"), ("nghe ke", "nghe noi")),
        Choice("papers", say("how_known.papers"), ("giay to", "doc trong giay")),
    ),
)
TELLER_PHONE = Question(
    "teller_phone",
    readers.phone,
    Fill(Kind.PHONE),
    is_reserved=True,
    reads_number=True,
)
TELLER_NAME = Question(
    "teller_name", readers.person, Fill(Kind.PERSON, ("witness",)), is_asked=False
)
KINSHIP = Question("kinship", readers.words, spot=kinship)
TOLD_FOR = Question("told_for", readers.words, spot=helping)


def is_told_for(answers: Answers) -> bool:
    """Return whether one person writes for another who knows."""
    return is_said(answers, "told_for")


def is_not_only_forwarded(answers: Answers) -> bool:
    """Return whether the teller brings more than print of others."""
    known = answers.get("knows_more")
    is_own = known is not None and known.value == "yes"
    return is_own or not is_said(answers, "forwarded")


# What only sends on an article or a page of a book.
FORWARDED = Question("forwarded", readers.words, is_asked=False)
KNOWS_MORE = Question(
    "knows_more",
    readers.words,
    choices=(
        Choice("yes", say("knows_more.yes"), ("co", "co biet", "biet", "toi biet")),
        Choice(
            "no",
            say("knows_more.no"),
            (
                "khong",
                "khong biet",
                "chi gui",
                "chi chuyen",
                "gui cho biet",
                "toi chi gui",
            ),
        ),
    ),
    is_asked=False,
)
WITNESS_NAME = Question("witness_name", readers.person, when=is_told_for)


CAN_GUIDE = Question("can_guide", readers.words, spot=calling.guide, is_asked=False)


TELLER_BIRTH = Question(
    "teller_birth", readers.words, spot=household.teller_age, is_asked=False
)
TELLER_ADDRESS = Question(
    "teller_address",
    readers.place,
    Fill(Kind.PLACE, ("residence",), is_findable),
    is_asked=False,
)


def about_teller() -> tuple[Question, ...]:
    """Return what every flow holds of its teller; only a witness's name is asked."""
    return (
        WITNESS_NAME, TELLER_NAME, TELLER_BIRTH, TELLER_ADDRESS, TOLD_FOR.unasked(),
        CAN_GUIDE, FORWARDED, KNOWS_MORE,
    )  # fmt: skip


def has_number(answers: Answers) -> bool:
    """Return whether there is a number to call; without one no hour is asked."""
    return is_said(answers, "callback_phone")


CALLBACK = (
    Question("callback_phone", readers.phone, reads_number=True),
    Question(
        "callback_hour",
        readers.briefly,
        choices=(
            Choice("morning", say("callback_hour.morning"), ("sang", "buoi sang")),
            Choice("afternoon", say("callback_hour.afternoon"), ("chieu",)),
            Choice("any", say("callback_hour.any"), ("luc nao cung duoc",)),
        ),
        when=has_number,
    ),
    Question("callback_reason", readers.words),
)

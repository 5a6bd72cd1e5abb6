"""The forms that people give a date: patterns on folded text, by the word they open with.

A form is tried where one of its opening words stands ("0": figures, "0000": four of
them), so reading costs what there is to read. Its group ``date`` is the span;
``nlp.dates.dating`` makes the other groups a ``When``.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from nlp.dates import dateparts as of
from nlp.dates import yearforms
from nlp.dates.dateform import FIGURES, FOUR, Form, Forms, form
from nlp.dates.dateparts import COUNT, PARTS, YEARLIKE
from nlp.lexicon import Lexicon
from nlp.patterns import BLANK, SOME, words
from nlp.text import fold

MUNG = "mung mong"
LATE = "ba hai ham"  # "ba mươi Tết": what is no "mùng" is one of the last days
NGAY = words("ngay ng")
TO = rf" ?(?:-|,|den|toi|va|hay|hoac){SOME}"
RANG = rf"{BLANK}rang{BLANK}(?:sang{BLANK})?(?:ngay{BLANK})?"
DAYS = rf"(?:(?P<eve>{of.DAY}){RANG}|(?P<since_day>{of.DAY}){TO}(?:ngay{BLANK})?)?"
NUMERIC = rf"(?P<day>{of.DAY}){of.SIGN}(?P<month>{of.MONTH})"
ANY_DAY = rf"(?:{of.MUNG})?(?P<day>{of.DAY}|{of.SPOKEN})"
TET = rf"(?P<tet>{of.TET})"
TET_DAY = (
    rf"(?:{of.MUNG}(?P<day>{of.DAY}|{of.SPOKEN})|(?P<late_day>2[0-9]|30|{of.LATE_DAY}))"
)
# "3 tháng 10 ngày" is a wait.
UNKNOWN = "00?[-/]"  # papers write "00/00/1972" for a day that nobody knows
NO_WAIT = rf"(?!{BLANK}ngay(?![a-z]))"
MOON, LATER = rf"(?P<moon>{of.LUNAR})?", rf"(?P<later>{of.LUNAR})?"


@lru_cache(maxsize=4)
def forms(lexicon: Lexicon) -> Mapping[str, Forms]:
    """Every form by its opening word."""
    index: dict[str, list[Form]] = defaultdict(list)
    days = *_days(lexicon), *_yearless(lexicon)
    for several in (days, _months(lexicon), yearforms.forms(lexicon)):
        for one in several:
            for word in one.opens:
                index[word].append(one)
    made = {known: Forms.of(known) for known in map(tuple, index.values())}
    return {word: made[tuple(known)] for word, known in index.items()}


def _days(lexicon: Lexicon) -> tuple[Form, ...]:
    month = _thang(lexicon)
    whole = rf"{ANY_DAY}(?:,?{BLANK}|/){month}{MOON}{of.JOINT}{of.YEAR}{LATER}"
    short = rf"(?P<year>{of.LONG}|[0-9]{{2}})"
    return (
        form(FIGURES, rf"{DAYS}{NUMERIC}{of.SIGN}{short}{MOON}", shies=of.ADDRESSES),
        form(MUNG, rf"{of.MUNG}{NUMERIC}{of.SIGN}{short}{MOON}"),
        form(MUNG, rf"{of.MUNG}{NUMERIC}{MOON},?{BLANK}nam{SOME}{of.YEAR}{LATER}"),
        form(FIGURES, rf"{DAYS}{NUMERIC}{MOON},?{BLANK}nam{SOME}{of.YEAR}{LATER}"),
        form(FIGURES, rf"{NUMERIC}{MOON},?{BLANK}(?:nam{BLANK})?{of.CYCLIC}"),
        form(
            FIGURES,
            rf"(?P<day>{of.DAY}) (?P<month>0[1-9]|1[0-2]) (?P<year>{of.OLD})",
            score=0.8,
            shies=of.NUMBERED,
        ),
        form(
            FIGURES,
            rf"(?P<day>{of.DAY})[ \-/.](?P<month>{of.ROMAN})[ \-/.]{YEARLIKE}",
        ),
        form(
            FIGURES,
            rf"(?P<month>{of.MONTH})[-/](?P<day>1[3-9]|2[0-9]|3[01])[-/]{YEARLIKE}",
            score=0.8,
            shies=of.NUMBERED,
        ),
        form(
            FOUR,
            rf"(?P<year>{of.LONG})[-/.](?P<month>0[1-9]|1[0-2])[-/.](?P<day>{of.DAY})",
        ),
        form(FIGURES, rf"{UNKNOWN}(?:(?P<month>{of.MONTH})|00?)[-/]{YEARLIKE}"),
        form(FIGURES, rf"{DAYS}{whole}"),
        form(MUNG, whole),
        form(COUNT, whole, shies=of.COUNTED),
        form(
            f"{FIGURES} {MUNG} {LATE}",
            rf"(?:(?P<figure>{of.DAY})|{TET_DAY}){BLANK}{TET}{BLANK}(?:nam{BLANK})?{of.YEAR}",
        ),
        form(
            "giao",
            rf"(?P<giao_thua>giao{BLANK}thua){BLANK}(?:tet{BLANK})?(?:nam{BLANK})?"
            rf"{of.YEAR}",
        ),
        form("ram", rf"(?P<ram>ram){BLANK}{month}{MOON}{of.JOINT}{of.YEAR}"),
    )


def _yearless(lexicon: Lexicon) -> tuple[Form, ...]:
    month = rf"{BLANK}{_thang(lexicon)}{MOON}"
    slashed = rf"(?P<day>{of.DAY})[-/](?P<month>{of.MONTH})"
    return (
        form("ram", rf"(?P<ram>ram){month}", 0.7),
        form(
            f"{FIGURES} {MUNG}",
            rf"(?:{of.MUNG})?(?P<day>{of.DAY}){month}{NO_WAIT}",
            0.7,
        ),
        form(MUNG, rf"{of.MUNG}(?P<day>{of.SPOKEN}){month}", 0.7),
        form(COUNT, rf"(?P<day>{of.SPOKEN}){month}", 0.7, of.TIMES),
        form(f"{FIGURES} {MUNG} {LATE}", rf"{TET_DAY}{BLANK}{TET}", 0.6),
        form(FIGURES, rf"{slashed}(?P<moon>{of.LUNAR})", 0.7),
        form(MUNG, rf"{of.MUNG}{slashed}{MOON}", 0.7),
        form(FIGURES, slashed, 0.5, lead=r"(?<=[\"(\n])", close=r"(?=[,:)\n])"),
        form(FIGURES, slashed, 0.6, of.TIMES),
        form(FIGURES, rf"(?P<day>{of.DAY})\.(?P<month>{of.MONTH})", 0.6, NGAY),
    )


def _months(lexicon: Lexicon) -> tuple[Form, ...]:
    month, names = _thang(lexicon), _names(lexicon)
    since = rf"thang{SOME}(?P<since_month>{of.MONTH}|{names}){TO}(?:thang{BLANK})?"
    year = rf"(?P<year>{of.LONG}|[4-9][0-9]{of.SHORT_END})"
    return (
        form(
            f"thang thg th t {PARTS} thuong trung ha nhung may",
            rf"(?:{of.ANY_PART})?{month}{of.JOINT}{of.YEAR}",
        ),
        form(
            "thang",
            rf"{since}(?P<month>{of.MONTH}|{names}){of.JOINT}{of.YEAR}",
        ),
        form(FIGURES, rf"(?P<month>{of.MONTH}) ?[-/] ?{year}", 0.9, shies=of.NUMBERED),
        form(PARTS, rf"{of.PART}{BLANK}(?P<month>{of.MONTH})[-/]{year}"),
        form(
            FIGURES,
            rf"(?P<month>{of.MONTH})\.(?P<year>{of.LONG})",
            0.8,
            shies=of.NUMBERED,
        ),
        form(FIGURES, rf"(?P<month>{of.MONTH})\.{YEARLIKE}", 0.7, of.CUED),
    )


def _thang(lexicon: Lexicon) -> str:
    """A month as in "tháng 3", "tháng ba", "thg 3", "t3"."""
    names = _names(lexicon)
    word = rf"(?:thang{SOME}|(?:thg|th|t)\.? ?(?=[0-9]))"
    return rf"{word}(?P<month>{of.MONTH}|{names}|{of.ROMAN})"


@lru_cache(maxsize=4)
def _names(lexicon: Lexicon) -> str:
    """Vietnamese names of months, the longest first."""
    words = {fold(row["word"]) for row in lexicon.tables["months"]}
    told = sorted(words - set(of.MONTHS.split()), key=len, reverse=True)
    return "|".join(BLANK.join(word.split()) for word in told)

"""Forms of years, seasons, and of dates in English."""

from nlp.dates import dateparts as of
from nlp.dates import moon
from nlp.dates.dateform import FIGURES, FOUR, Form, form
from nlp.dates.dateparts import COUNT, PARTS, YEARLIKE
from nlp.lexicon import Lexicon
from nlp.patterns import BLANK, SOME, words
from nlp.text import fold

# "năm 71 hay 72", "từ 68 tới 70": the second one.
OTHER_YEAR = "|".join(
    rf"(?<={word} [0-9][0-9]{between})"
    for word in ("nam", "hoi", "tu", "k")
    for between in (" hay ", " hoac ", ", ", " den ", " toi ", "-", " - ")
)
OTHER_YEAR = f"(?:{OTHER_YEAR})"
# Behind the first of two: "1980 tới 1986" is two dates, as is a life, "1948-1972".
UNTIL = rf"{SOME}(?:-|/|den|toi){SOME}(?:nam{BLANK})?"
SINCE = words("tu")
CLAUSE_END = r"(?= ?(?:[,;)\n]|\.(?![0-9])|\Z)| (?:o|tai|ko|k|khong|trong)(?![a-z]))"


def forms(lexicon: Lexicon) -> tuple[Form, ...]:
    return (*_years(), *_named_years(), *_seasons(lexicon), *ENGLISH)


def _years() -> tuple[Form, ...]:
    another = rf"(?={UNTIL}(?:{of.LONG}|{of.SHORT}{of.SHORT_END}){of.CLOSE})"
    return (
        _long(of.OLD, shies=of.NUMBERED),
        _long(of.LONG, after=of.BEFORE_YEAR),
        _long(of.RECENT, shies=of.NUMBERED | of.PRICED),
        form(FOUR, rf"(?P<year>{of.LONG})", 0.7, shies=of.NUMBERED, close=another),
        form(FOUR, rf"(?P<year>{of.LONG})", 0.7, lead=r"(?<=[0-9]{4}[-/])"),
        form(FIGURES, rf"(?P<year>{of.SHORT})", 0.7, of.NAMED | {"k"}, close=another),
        form(FIGURES, rf"(?P<year>{of.OF_WAR})", 0.7, SINCE, close=another),
        form(
            FIGURES, rf"(?P<year>{of.SHORT}){of.NO_SPELL}{of.SHORT_END}", 0.8, of.NAMED
        ),
        form(
            FIGURES, rf"(?P<year>[4-8][0-9]){of.NO_SPELL}{of.SHORT_END}", 0.7, of.CUED
        ),
        form(FIGURES, rf"(?P<year>{of.SHORT}){of.SHORT_END}", 0.7, lead=OTHER_YEAR),
        form(FIGURES, rf"(?P<year>75){of.SHORT_END}", 0.7, of.AROUND_PEACE),
        form(
            FIGURES, rf"(?P<year>{of.OF_WAR})", 0.7, words("mat chet"), close=CLAUSE_END
        ),
        form(FIGURES, rf"(?P<year>{of.SHORT})", 0.7, lead=r"(?<=\b(?:in|of) ')"),
        form("nam", rf"(?P<year>{of.LONG}|{of.SHORT})", 0.8, lead=rf"{of.OPEN}nam"),
        _glued("sn", "[3-6][0-9]"),
        _glued("nn", of.OF_WAR),
        _glued("hs", of.OF_WAR),
    )


def _glued(cue: str, short: str) -> Form:
    """A year that hangs on its cue, as in "sn48", and counts nothing ("hs50 em")."""
    year = rf"(?P<year>{of.LONG}|{short}){of.SHORT_END}"
    return form(cue, year, 0.8, shies=words("lop nha"), lead=of.OPEN + cue)


def _long(
    year: str, after: frozenset[str] = frozenset(), shies: frozenset[str] = frozenset()
) -> Form:
    date = rf"(?P<year>{year}){of.LONG_END}"
    return form(FOUR, date, 0.8, after, shies, of.OPEN_YEAR, of.CLOSE_YEAR)


def _named_years() -> tuple[Form, ...]:
    told = rf"(?:{of.CENTURY}{BLANK})?(?P<told>{of.TOLD}){of.SHORT_END}"
    decades = rf"(?:nhung{BLANK}nam|thap{BLANK}(?:nien|ky|ki))(?:{BLANK}nam)?"
    return (
        form(PARTS, rf"{of.PART}{BLANK}(?:nam{BLANK})?{of.YEAR}", 0.8),
        form(
            "quy",
            rf"quy{BLANK}(?P<quarter>{of.QUARTER}){SOME}(?:[/\-]|nam{BLANK}){of.YEAR}",
        ),
        form("nam", rf"(?P<nam>nam){BLANK}{told}", 0.7, lead=of.NO_HEIGHT),
        form("nam", rf"nam{BLANK}{of.RECENTLY}{of.SHORT_END}", 0.8),
        form(COUNT, told, 0.7, frozenset({"hoi"})),
        form(
            "mot muoi",
            rf"{of.CENTURY}{BLANK}(?P<told>{of.TOLD}){of.SHORT_END}",
            0.7,
            of.CUED,
        ),
        form("tet", rf"(?P<tet>{of.TET}){BLANK}(?:nam{BLANK})?{of.YEAR}", 0.8),
        form(
            " ".join(moon.STEMS),
            rf"{of.CYCLIC}(?:[ (]{{1,2}}(?P<year>{of.LONG})\)?)?",
            0.7,
            of.BEFORE_CYCLE,
        ),
        form(
            f"nhung thap {PARTS}",
            rf"(?:{of.PART}{BLANK})?{decades}{BLANK}(?P<decade>(?:19)?[3-9]0)",
            0.7,
        ),
        form(
            " ".join(moon.BRANCHES),
            rf"(?P<animal>{of.BRANCH})",
            0.5,
            frozenset({"nam"}),
        ),
    )


def _seasons(lexicon: Lexicon) -> tuple[Form, ...]:
    names = lexicon.pattern("seasons")
    firsts = {fold(row["season"]).split()[0] for row in lexicon.tables["seasons"]}
    season = rf"(?:{of.PART}{BLANK})?(?P<season>{names}){BLANK}(?:nam{BLANK}|of )?"
    since = rf"(?:(?P<since>{of.LONG}|{of.SHORT}) ?- ?)?"
    return (
        form(f"{PARTS} {' '.join(sorted(firsts))}", rf"{season}{since}{of.YEAR}", 0.8),
    )


MONTH = rf"(?P<month>{of.ENGLISH})\.?"
NO_MAY = " ".join(sorted(words(of.MONTHS) - {"may"}))
NTH = r"(?:st|nd|rd|th)?"
ENGLISH = (
    form(FIGURES, rf"(?P<day>{of.DAY}){NTH}(?: of)? ?{MONTH},? ?'?{YEARLIKE}"),
    form(FIGURES, rf"(?P<day>{of.DAY})[0-9]{{4}}[hz] ?{MONTH} ?{YEARLIKE}"),
    form(of.MONTHS, rf"{MONTH} (?:(?P<day>{of.DAY}){NTH},? )?(?P<year>{of.LONG})"),
    form(of.MONTHS, rf"{MONTH} (?P<day>{of.DAY}){NTH},? '?{YEARLIKE}"),
    form(of.MONTHS, rf"{MONTH} '(?P<year>{of.SHORT})"),
    form(NO_MAY, rf"{MONTH} (?P<day>{of.DAY}){NTH}", 0.6, words("on since until by")),
    form(FIGURES, rf"(?P<day>{of.DAY}){NTH} {MONTH}", 0.6, words("on since until by")),
    form("early mid late", rf"{of.EARLY}{MONTH} '?{YEARLIKE}"),
    form("early mid late", rf"{of.EARLY}(?P<year>{of.LONG})"),
)

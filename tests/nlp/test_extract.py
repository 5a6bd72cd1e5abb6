"""Whatever a citizen sends, the reading of it holds together."""

import subprocess
import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nlp.entity import Entity
from nlp.extract import extract, longest
from nlp.lexicon import Lexicon
from nlp.text import clean
from nlp.units.decoding import with_decodings
from tests.reading.hostile import HOSTILE

LEXICON = Lexicon.load()
WRITTEN = [
    *("liệt sĩ", "Nguyễn Văn Thử", "ls tran van thu", "đ/c", "hạ sĩ", "quê"),
    *("0912 000 117", "16.75, 107.18", "XT 445 762", "12/3/71", "năm 1972"),
    *("tháng 8", "mùng 2 Tết Mậu Thân", "c3 d7 e66", "sư 3", "Hải Hậu, Nam Định"),
    *("xã Yên Phú", "chôn ở", "bờ suối", "1.", ".", ",", "\n", "a", "E"),
    *("\u0301", "🙂", "\0", "\u200b", "\ud800"),
]
PIECES = st.sampled_from(WRITTEN)
# What is compiled and loaded once counts against no deadline.
extract(" ".join(WRITTEN) + " liệt sĩ" * 9, LEXICON)
MESSAGES = st.lists(PIECES | st.text(max_size=5), max_size=30).map(" ".join)


@given(MESSAGES)
@example("liệt sĩ " * 6 + "¡¡Ŀ")
@example("liệt sĩ " * 5 + "{¡ᰀ0 liệt sĩ")
def test_the_words_of_an_entity_stand_at_its_offsets(message: str) -> None:
    nfc = unicodedata.normalize("NFC", clean(message))

    for entity in extract(message, LEXICON):
        assert nfc[entity.start : entity.end] == entity.text != ""


@given(MESSAGES)
def test_only_graves_overlap_other_things(message: str) -> None:
    entities = [e for e in extract(message, LEXICON) if e.kind != "BURIAL"]

    assert all(a.end <= b.start for a, b in pairwise(entities))


@given(MESSAGES)
def test_an_entity_survives_the_wire(message: str) -> None:
    for entity in extract(message, LEXICON):
        assert Entity.from_json(entity.as_json()) == entity


@given(MESSAGES)
def test_composed_and_decomposed_text_read_alike(message: str) -> None:
    decomposed = unicodedata.normalize("NFD", message)

    assert extract(decomposed, LEXICON) == extract(message, LEXICON)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_message_is_read_without_complaint(name: str) -> None:
    message = HOSTILE[name]

    assert len(extract(message, LEXICON)) <= len(message)


def test_an_empty_message_names_nothing() -> None:
    assert extract("", LEXICON) == ()


def test_the_longer_of_two_readings_wins() -> None:
    message = "hy sinh ngày 20 tháng 7 năm 1972"

    assert [e.text for e in extract(message, LEXICON)] == ["20 tháng 7 năm 1972"]
    assert list(longest([])) == []


def test_a_date_is_a_range_with_a_precision() -> None:
    (date,) = extract("mùa khô 84-85", LEXICON)

    assert (date.begins, date.ends) == ("1984-11-01", "1985-04-30")
    assert date.precision == "part"


def test_tet_of_1968_covers_the_calendars_of_north_and_south() -> None:
    (date,) = extract("mùng 1 Tết Mậu Thân", LEXICON)

    assert (date.begins, date.ends) == ("1968-01-29", "1968-01-30")


def test_importing_the_reader_loads_nothing_heavy() -> None:
    heavy = "phonenumbers pyproj lunar_vn shapely"
    code = f"import sys, nlp.extract, nlp.lines; print([m for m in '{heavy}'.split() if m in sys.modules])"

    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True
    )

    assert shown.stdout == b"[]\n"


def test_who_is_ready_to_read_has_loaded_what_takes_long() -> None:
    needed = "phonenumbers pyproj lunar_vn"
    code = (
        "import sys; from nlp.extract import ready; from nlp.lexicon import Lexicon; "
        f"ready(Lexicon.load()); print([m in sys.modules for m in '{needed}'.split()])"
    )

    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True
    )

    assert shown.stdout == b"[True, True, True]\n"


def test_a_short_message_is_read_anew_with_what_an_officer_decoded() -> None:
    (letters,) = extract("Đoàn 2057", LEXICON)
    decoded = with_decodings([("Đoàn 2057", "Trung đoàn 66")], LEXICON)

    assert extract("Đoàn 2057", LEXICON) == (letters,)
    assert [e.norm for e in extract("Đoàn 2057", decoded)] != [letters.norm]


@pytest.mark.parametrize(
    ("message", "begins", "ends", "precision"),
    [
        ("ngày 12/3/1971", "1971-03-12", "1971-03-12", "day"),
        ("tháng 2/1968", "1968-02-01", "1968-02-29", "month"),
        ("năm 1972", "1972-01-01", "1972-12-31", "year"),
        ("cuối tháng 3/1975", "1975-03-21", "1975-03-31", "part"),
        ("đầu năm 1969", "1969-01-01", "1969-04-30", "part"),
        ("tháng 3 đến tháng 5/1968", "1968-03-01", "1968-05-31", "range"),
        ("tháng chạp năm Đinh Mùi", "1967-12-31", "1968-01-29", "month"),
        ("giỗ 27 tháng 7", None, None, "day"),
        ("quý III/1971", "1971-07-01", "1971-09-30", "part"),
        ("chiến dịch Lộc Ninh 1972", "1972-01-01", "1972-12-31", "year"),
    ],
)
def test_the_range_of_a_date_is_no_narrower_than_what_was_said(
    message: str, begins: str | None, ends: str | None, precision: str
) -> None:
    (date,) = extract(message, LEXICON)

    assert (date.begins, date.ends, date.precision) == (begins, ends, precision)


def test_a_grid_without_its_meridian_gives_candidates_and_no_answer() -> None:
    (position,) = extract("X = 1853190, Y = 599865", LEXICON)

    assert position.norm is None
    assert "16.75350,107.18850" in position.values


def test_a_place_brings_the_provinces_of_today_that_it_can_lie_in() -> None:
    def values(message: str) -> tuple[str, ...]:
        return extract(message, LEXICON)[0].values

    assert values("quê Hải Hưng") == ("31", "33")
    assert values("quê Kim Động, Hải Hưng") == ("33",)
    assert len(values("quê Châu Thành")) > 2
    assert values("quê Châu Thành, Mỹ Tho") == ("28519", "82")


@pytest.mark.parametrize(
    "message",
    [
        "ở đại đội năm72 Võ Thị Sáu",
        "anh mất. hs72, năm72 d7 sn48",
        "Nguyễn Văn Thử sn48, nn66, hs72",
    ],
)
def test_years_that_hang_on_a_word_are_read_wherever_they_stand(message: str) -> None:
    assert {"72"} & {entity.text for entity in extract(message, LEXICON)}

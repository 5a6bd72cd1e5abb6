"""Names in stories, as the model of names sees them."""

import time

import pytest

from nlp.extract import unnamed
from nlp.lexicon import Lexicon
from nlp.people.beads import beads
from nlp.people.naming import named
from nlp.people.parts import NO, best
from nlp.people.voices import Together, Voices, heard_alone
from nlp.people.weights import LEARNED, learned, unpacked
from nlp.people.windows import signs
from nlp.text import fold, read

STORY = (
    "Hồi đó tôi ở cùng tổ với anh Đỗ Quang Thử, quê Nam Định. Đêm 12/3/1972 anh Mẫu người "
    "Thanh Hóa bị thương nặng rồi mất, chúng tôi chôn anh bên bờ suối, cạnh gốc cây to."
)


def names(message: str) -> list[str]:
    text = unnamed(read(message), Lexicon.load())
    return [
        text.written(*span) for span in named(text, Lexicon.load(), is_of_death=True)
    ]


@pytest.mark.parametrize("typed", [str, str.lower, str.upper, fold])
def test_a_story_names_the_same_people_however_it_is_typed(typed) -> None:
    assert names(typed(STORY)) == [typed("Đỗ Quang Thử"), typed("Mẫu")]


@pytest.mark.parametrize(
    "message",
    [
        "",
        "...",
        "\n\n",
        "anh em trong đơn vị, ba con nhà tôi, chi bộ và chủ tịch xã đều đã ký giấy",
        "kinh gui ban chi dao, kinh chuc cac bac cac chu suc khoe, binh an va hanh phuc",
        "hoa binh roi ma me van cho, dung cam hy sinh thi ai cung noi, con mo thi khong",
    ],
)
def test_nobody_is_named_where_kin_offices_and_wishes_are_told(message: str) -> None:
    assert names(message) == []


@pytest.mark.parametrize("between", ["12/3/1972", "0912 000 117", "c3 d7 e66", "\n"])
def test_a_name_reaches_over_nothing_that_was_read(between: str) -> None:
    story = STORY.replace("Quang Thử", f"Quang {between} Thử")

    assert not any(between in name for name in names(story))


def test_every_bead_hears_what_stands_around_it() -> None:
    row = beads(read("mộ anh Thử ở"), Lexicon.load(), is_of_death=True)

    heard = list(signs(row))

    assert len(heard) == 4
    assert {"f-1 thu", "f0 anh", "f1 mo", "Amo anh", "Banh thu"} <= set(heard[1])


def test_a_word_knows_that_it_stands_elsewhere_behind_a_title() -> None:
    row = beads(read("anh lài kể, lài ở đó"), Lexicon.load(), is_of_death=False)

    assert row.again[row.spans.index((12, 15))] == "T"


@pytest.mark.parametrize("typed", [str, str.lower, str.upper, fold])
def test_what_is_heard_at_a_bead_is_what_its_signs_weigh(typed) -> None:
    text = unnamed(read(typed(STORY)), Lexicon.load())
    row, by = beads(text, Lexicon.load(), is_of_death=True), learned()
    table = dict(line.split("\t") for line in LEARNED.read_text().splitlines()[2:])

    told = [[table[sign].split() for sign in of if sign in table] for of in signs(row)]

    voices = [by.voices[row.mode][bead] for bead in row.beads]
    joined = Together(row.beads, voices)
    for at, alone in enumerate(heard_alone(voices)):
        heard = alone + joined.heard(at) + by.beside(row, at)
        assert unpacked(heard) == [
            sum(map(int, part)) for part in zip(*told[at], strict=True)
        ]


def test_parts_alone_make_no_name() -> None:
    for length in range(1, 7):
        assert best([(0, 0, 0, 0)] * length, learned().ways) == [NO] * length


def test_it_remembers_only_so_many_words() -> None:
    text = read(" ".join(f"a{n}" for n in range(2 * Voices.most)))

    row = beads(text, Lexicon.load(), is_of_death=True)
    list(named(text, Lexicon.load(), is_of_death=True))

    assert len(learned().voices[row.mode]) <= Voices.most


def test_its_time_grows_with_the_text_alone() -> None:
    lexicon = Lexicon.load()

    def cost(times: int) -> float:
        text = read(STORY * times)
        start = time.process_time()
        list(named(text, lexicon, is_of_death=True))
        return time.process_time() - start

    cost(20)
    assert cost(200) < 40 * max(cost(20), 0.001)

"""What a message does beside telling: stories of wars, in hard words, do none of it."""

from collections import Counter
from pathlib import Path

import pytest

from nlp.tellings.conduct import conduct, has_words, mourns
from nlp.tellings.gist import Gist

HERE = Path(__file__).parents[1]
CASES = [
    line.split("\t")
    for line in (HERE / "corpus" / "gist.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
# Every message of every other corpus tells something.
TOLD = sorted(
    {
        line.split("\t")[0]
        for path in (HERE / "corpus").glob("*.tsv")
        if path.name != "gist.tsv"
        for line in path.read_text("utf-8").splitlines()
        if not line.startswith("#")
    }
)
DOES = (
    Gist.DISTRESS,
    Gist.TELLER_DIED,
    Gist.STOP,
    Gist.ADVERTISING,
    Gist.OBSCENE,
)
ENOUGH = 10


@pytest.mark.parametrize(("message", "says"), CASES)
def test_a_message_does_what_its_corpus_says(message: str, says: str) -> None:
    assert (conduct(message) or "none") == says


def test_each_has_messages_enough_with_and_without_marks_and_more_that_look_like_it() -> (
    None
):
    by_gist = Counter(says for _, says in CASES)
    plain = {says for message, says in CASES if message.isascii()}

    assert set(by_gist) == {*DOES, "none"} == plain
    assert min(by_gist.values()) >= ENOUGH
    assert by_gist["none"] >= max(by_gist[gist] for gist in DOES) * 3


def test_nobody_who_tells_is_set_aside_silenced_or_mourned() -> None:
    wrong = [(one, conduct(one)) for one in TOLD if conduct(one) is not None]

    assert wrong == []


@pytest.mark.parametrize(
    ("message", "is_so"),
    [
        ("Bố tôi mất rồi", True),
        ("Ông nội em vừa mất hôm qua ạ", True),
        ("ba toi moi mat", True),
        ("Cụ nhà tôi qua đời rồi cháu ạ", True),
        ("Bố tôi mất năm 1972", False),
        ("Ông tôi mất rồi, có dặn chỗ chôn chú Ba", False),
        ("Anh Ba mất hồi Mậu Thân", False),
        ("Tôi mất liên lạc với chú ấy", False),
        ("Tôi bị mất điện thoại rồi", False),
        ("Chú nó mất dép rồi", False),
    ],
)
def test_a_death_in_the_house_is_no_death_of_a_story(message: str, is_so: bool) -> None:
    assert mourns(message) is is_so


@pytest.mark.parametrize(
    ("message", "has"), [("😢😢", False), ("🙏 ...", False), ("4", True), ("ừ", True)]
)
def test_pictures_alone_say_nothing(message: str, has: bool) -> None:
    assert has_words(message) is has


@pytest.mark.parametrize("piece", ["đừng nhắn nữa ", "mất ", "anh dặn ", "ông tôi "])
def test_a_long_message_costs_no_more_than_its_length(piece: str) -> None:
    conduct(piece * 20_000)

"""Kinds: of each message of the corpus the flow that it is for."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from handlers.conversation.choosing import choose
from handlers.conversation.kinds import AT_FIRST, ORDER, REST, choices, menu, name_of
from handlers.flows import flows
from storage.model.dialogue import Dialogue, Words
from tests.handlers.stage import find

CORPUS = Path(__file__).parents[2] / "corpus" / "kind.tsv"
CASES = [
    line.split("\t")
    for line in CORPUS.read_text("utf-8").splitlines()
    if not line.startswith("#")
]
ENOUGH = 15


@pytest.mark.parametrize(("message", "kind"), CASES)
def test_a_message_is_of_the_kind_that_its_corpus_says(message: str, kind: str) -> None:
    told = Dialogue(story=(Words(1, message),), found={"story.1": find(message)})

    assert name_of(told) == kind


def test_what_is_said_again_in_another_message_counts_once() -> None:
    battle = "Tôi tham gia một trận đánh ác liệt"
    pieces = (battle, "Dân quân chôn các anh", "Họ chôn các anh ngay đêm ấy")

    told = Dialogue(story=tuple(Words(n, one) for n, one in enumerate(pieces, 1)))

    assert name_of(told) == "battle"
    assert name_of(replace(told, story=told.story[1:])) == "burial"


def test_the_menu_shows_few_at_first_and_all_in_the_end() -> None:
    first, rest = menu(), menu(is_rest=True)

    assert [one.value for one in first] == [*ORDER[:AT_FIRST], REST]
    assert [one.value for one in rest] == list(ORDER[AT_FIRST:])
    numbers = [one.label.partition(".")[0] for one in (*first[:-1], *rest)]
    assert numbers == [str(at) for at in range(1, len(ORDER) + 1)]
    assert len(rest) <= len(first) == AT_FIRST + 1


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("1", "burial"), ("7", "found_now"), ("mười", "free"), ("số chín", "complaint"),
        ("mộ đã được đưa đi", "moved"), ("Chuyện khác", "free"), ("tin gia, lua dao", "misinfo"),
        ("loại khác nữa", REST), ("khac", REST), ("11", None), ("moi nguoi", None),
    ],
)  # fmt: skip
def test_numbers_and_words_of_all_kinds_go_on(said: str, kind: str | None) -> None:
    assert choose(said, choices(), ORDER) == kind


def test_every_kind_has_messages_enough_with_and_without_marks() -> None:
    by_kind = Counter(kind for _, kind in CASES)
    plain = {kind for message, kind in CASES if message.isascii()}

    assert set(by_kind) == set(flows()) == plain
    assert min(by_kind.values()) >= ENOUGH

"""The measure counts as right what a human officer would write down as told."""

from random import Random

import pytest

from storage.model.dialogue import Answer, Source
from tests.crowd.measure import is_true
from tests.crowd.played import Played
from tests.crowd.teller import Teller
from tests.crowd.temper import Temper
from tests.crowd.truth import Fact, Stance, Truth
from tests.handlers.stage import Stage


@pytest.mark.parametrize(
    ("key", "value", "facts", "right"),
    [
        ("how_known", "papers", {"how_known": "papers", "papers": "giấy báo tử"}, True),
        ("how_known", "papers", {"how_known": "saw", "papers": "giấy báo tử"}, False),
        ("how_known", "papers", {"papers": "giấy báo tử"}, True),
        ("how_known", "papers", {"relic_kind": "diary"}, True),
        ("how_known", "papers", {"place": "Gio An"}, False),
        ("misinfo_kind", "money", {"misinfo_kind": "office", "amount": "5"}, True),
        ("misinfo_kind", "money", {"misinfo_kind": "office"}, False),
        ("misinfo_kind", "medium", {"misinfo_kind": "office", "amount": "5"}, False),
    ],
)
def test_what_follows_from_what_he_knows_is_true(
    key: str, value: str, facts: dict[str, str], right: bool
) -> None:
    told = {of: Fact(of, what, what, Stance.TOLD) for of, what in facts.items()}
    truth = Truth("misinfo", told)
    teller = Teller(1, "well", "n", Temper.ANSWERS, truth, Random(1))  # noqa: S311 - the same each time

    held = Answer(value, value, Source.FOUND)

    assert is_true(Played(teller, Stage()), held, key) is right


@pytest.mark.parametrize(
    ("kind", "key", "words", "source", "right"),
    [
        ("relic", "relic_holder", "tôi đang giữ lá thư", Source.FOUND, True),
        ("relic", "relic_holder", "bà Mận giữ lá thư", Source.FOUND, False),
        ("relic", "relic_holder", "tôi đang giữ lá thư", Source.SAID, False),
        ("burial", "relic_holder", "tôi đang giữ lá thư", Source.FOUND, False),
        ("found_now", "found_state", "chúng tôi dừng máy rồi", Source.FOUND, True),
        ("found_now", "found_state", "thợ về hết", Source.FOUND, False),
    ],
)
def test_what_his_first_sentence_says_is_told(
    kind: str, key: str, words: str, source: Source, right: bool
) -> None:
    truth = Truth(kind, {key: Fact(key, "khác hẳn", "khác hẳn", Stance.TOLD)})
    teller = Teller(1, "well", "n", Temper.ANSWERS, truth, Random(1))  # noqa: S311 - the same each time
    played = Played(teller, Stage(), words=[f"Chào cháu, {words} đây."])

    assert is_true(played, Answer(words, words, source), key) is right


def test_the_words_of_nobody_are_not_told() -> None:
    truth = Truth("relic", {})
    teller = Teller(1, "well", "n", Temper.ANSWERS, truth, Random(1))  # noqa: S311 - the same each time
    held = Answer("tôi đang giữ", "tôi đang giữ", Source.FOUND)

    assert not is_true(Played(teller, Stage()), held, "relic_holder")

"""The crowd keeps the issue's figures: who tells is heard whole and asked little."""

import pytest

from tests.crowd.__main__ import crowd
from tests.crowd.measure import Figures, measure
from tests.crowd.teller import born

SMALL, WHOLE, SEED = 120, 500, 1
TOLD, OBTAINED, QUESTIONS = 0.85, 0.80, 4
PRECISE = 0.95
# The issue wants nothing asked that was said; below this floor it may not fall.
FRESH = 0.88
ROOM = 0.02  # a smaller crowd differs by so much


@pytest.fixture(scope="module")
def small() -> Figures:
    return measure(crowd(SMALL, SEED))


def test_every_conversation_ends_as_its_teller_wished(small: Figures) -> None:
    assert [miss.got for miss in small.ended.misses] == []


def test_every_word_and_file_is_in_the_tip_or_its_key_destroyed(small: Figures) -> None:
    assert [miss.wanted for miss in small.kept.misses] == []


def test_few_questions_are_asked(small: Figures) -> None:
    assert small.questions <= QUESTIONS


def test_what_was_told_stands_in_its_field(small: Figures) -> None:
    assert small.told.share >= TOLD - ROOM


def test_what_stands_in_a_field_is_right(small: Figures) -> None:
    assert small.precise.share >= PRECISE


def test_what_is_known_and_asked_for_is_obtained(small: Figures) -> None:
    assert small.obtained.share >= OBTAINED - ROOM


def test_little_is_asked_that_was_said(small: Figures) -> None:
    assert small.fresh.share >= FRESH - ROOM


def test_the_same_number_is_the_same_person() -> None:
    again = born(SEED, 7)
    once = born(SEED, 7)

    assert once.truth == again.truth
    assert once.messages() == again.messages()
    assert born(SEED, 8).truth != once.truth


@pytest.mark.chaos
def test_a_crowd_of_five_hundred_keeps_the_figures() -> None:
    whole = measure(crowd(WHOLE, SEED))

    assert not whole.ended.misses
    assert not whole.kept.misses
    assert whole.questions <= QUESTIONS
    assert whole.told.share >= TOLD
    assert whole.precise.share >= PRECISE
    assert whole.obtained.share >= OBTAINED
    assert whole.fresh.share >= FRESH

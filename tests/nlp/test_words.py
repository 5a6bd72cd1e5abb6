"""What strangers write is remembered, but never so much that it fills the memory."""

import tracemalloc

import pytest

from nlp.extract import extract
from nlp.lexicon import Lexicon
from nlp.words import LONGEST, remembered

TOLD = "anh {0} hy sinh năm 1972 ở xã {0}, bác {0} {0} kể lại"
FEW = 8  # messages; of more than these none is held whole
MEGABYTE = 1_000_000


@pytest.fixture
def read():
    """Return what reads a message, with all that reading takes."""
    lexicon = Lexicon.load()
    extract(TOLD.format("Ba"), lexicon)
    return lambda message: extract(message, lexicon)


@pytest.fixture
def held():
    """Return how many bytes are held of what came since."""
    tracemalloc.start()
    yield lambda: tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()


def _word(n: int, length: int) -> str:
    return f"{n}ạ".ljust(length, "Ồ")


def test_a_word_is_asked_for_once_and_one_without_end_each_time():
    asked: list[str] = []

    @remembered(2_000)
    def length(word: str) -> int:
        asked.append(word[:1])
        return len(word)

    assert [length("a" * LONGEST), length("a" * LONGEST)] == [40, 40]
    assert [length("b" * 41), length("b" * 41)] == [41, 41]
    assert asked == ["a", "b", "b"]


def test_thousands_of_words_without_end_are_not_held(held):
    @remembered(2_000)
    def first(word: str) -> str:
        return word[:1]

    for n in range(2_000):
        first(_word(n, 50_000))

    assert held() < MEGABYTE


def test_messages_of_words_without_end_leave_nothing_behind(read, held):
    for n in range(FEW):
        read(TOLD.format(_word(n, 10_000)))
    before = held()

    for n in range(FEW, 3 * FEW):
        read(TOLD.format(_word(n, 10_000)))

    assert held() - before < MEGABYTE

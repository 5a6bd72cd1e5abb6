import time
from collections import defaultdict
from pathlib import Path

import pytest

from nlp.tellings.hints import HINTS, hints

CORPUS = Path(__file__).parent.parent / "corpus" / "hints.tsv"
CASES = [
    line.split("\t")
    for line in CORPUS.read_text("utf-8").splitlines()
    if not line.startswith("#")
]
HOSTILE = (
    "anh ấy tên " * 9_000,
    "chỗ " * 30_000,
    "năm 1 " * 15_000,
    "hy sinh " * 12_000,
)


@pytest.mark.parametrize(("key", "message", "is_said"), CASES)
def test_what_was_spoken_of_is_known(key: str, message: str, is_said: str) -> None:
    assert hints(message, key) == bool(is_said)


def test_every_hint_has_what_it_must_not_see() -> None:
    said = defaultdict(set)
    for key, _, is_said in CASES:
        said[key].add(bool(is_said))

    assert {key for key in HINTS if said[key] != {True, False}} == set()


def test_what_has_no_hint_is_always_asked() -> None:
    assert not hints("Tôi là Hà Văn Sự", "callback_hour")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_costs_no_more_than_its_length(text: str) -> None:
    began = time.process_time()
    for key in HINTS:
        hints(text, key)

    assert time.process_time() - began < 3.0

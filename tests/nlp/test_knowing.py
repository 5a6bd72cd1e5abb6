from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.tellings.knowing import known_by

CORPUS = Path(__file__).parent.parent / "corpus" / "knowing.tsv"
CASES = [
    line.split("\t")
    for line in CORPUS.read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("message", "source"), CASES)
def test_a_message_says_how_its_teller_knows(message: str, source: str) -> None:
    known = known_by(message)

    assert (known.source if known else "") == source


@given(st.text(alphabet="tôi chônghe kể.,\n", max_size=400))
def test_what_says_it_stands_in_the_message(message: str) -> None:
    known = known_by(message)

    assert known is None or known.words in message

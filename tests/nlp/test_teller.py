"""What a teller says of himself: whose kin he is, and for whom he writes."""

from pathlib import Path

import pytest

from nlp.tellings.helping import helping
from nlp.tellings.kinship import kinship

CORPUS = Path(__file__).parent.parent / "corpus"
SPOTS = {"kinship": kinship, "helping": helping}
CASES = [
    (kind, *line.split("\t"))
    for kind in SPOTS
    for line in (CORPUS / f"{kind}.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("kind", "message", "value"), CASES)
def test_a_message_says_this_of_its_teller(kind: str, message: str, value: str) -> None:
    said = SPOTS[kind](message)

    assert (said[0] if said else "") == value


@pytest.mark.parametrize("kind", SPOTS)
def test_a_corpus_has_what_says_nothing(kind: str) -> None:
    values = [value for of, _, value in CASES if of == kind]

    assert values.count("") >= 8
    assert len(values) - values.count("") >= 12

"""Every kind of entity reads its corpus: ``tests/corpus/<kind>.tsv``.

A line is a message and what it holds: ``words → norm``, then ``(role)`` where it counts,
several apart by `` | ``; nothing means that the message holds none of this kind.
"""

from pathlib import Path

import pytest

from nlp.entities import grammars
from nlp.entity import Entity
from nlp.extract import extract
from nlp.lexicon import Lexicon

CORPUS = Path(__file__).parent.parent / "corpus"


def lines(kind: str) -> list[list[str]]:
    written = (CORPUS / f"{kind}.tsv").read_text("utf-8").splitlines()
    cases = [line for line in written if line and not line.startswith("#")]
    return [(line + "\t").split("\t")[:2] for line in cases]


CASES = [
    pytest.param(kind, *line, id=f"{kind}: {line[0]}")
    for kind in grammars()
    for line in lines(kind)
]


@pytest.mark.parametrize(("kind", "message", "expected"), CASES)
def test_a_message_holds_what_its_corpus_says(
    kind: str, message: str, expected: str
) -> None:
    wanted = grammars()[kind].KIND
    entities = extract(message.replace("\\n", "\n"), Lexicon.load())

    found = [said(e, expected) for e in entities if e.kind is wanted]

    assert " | ".join(found) == expected.replace("\\n", "\n")


@pytest.mark.parametrize("kind", grammars())
def test_a_kind_has_a_corpus_with_negatives(kind: str) -> None:
    expectations = [expected for _, expected in lines(kind)]

    assert any(expectations)
    assert expectations.count("") >= 5


def said(entity: Entity, expected: str) -> str:
    """The entity in the words of the corpus; its role only where the line gives one."""
    norm = f" → {entity.norm}" if entity.norm else ""
    role = f" ({entity.role})" if expected.endswith(")") and entity.role else ""
    return f"{entity.text}{norm}{role}"

"""The kinds of things a message can name: one file, one kind, found by walking here.

A grammar is a module with three names: ``KIND``, the ``Kind`` it reads; ``TURN``, its
place in the order (what an earlier turn took, a later one no longer sees; ``None`` may
overlap everything and comes last); ``find(text, lexicon)``, which yields entities.
To add one, write the file and ``tests/corpus/<name>.tsv`` with negatives.
"""

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from nlp.entity import Entity, Kind
from nlp.lexicon import Lexicon
from nlp.text import Text


class Grammar(Protocol):
    KIND: Kind
    TURN: int | None

    def find(self, text: Text, lexicon: Lexicon) -> Iterator[Entity]: ...


@cache
def grammars() -> dict[str, Grammar]:
    """Every grammar by its file's name, in the order of their turns."""
    found = {
        module.name: cast("Grammar", import_module(f"{__name__}.{module.name}"))
        for module in pkgutil.iter_modules(__path__)
    }
    return dict(sorted(found.items(), key=lambda item: _turn(item[1])))


def _turn(grammar: Grammar) -> float:
    return float("inf") if grammar.TURN is None else grammar.TURN

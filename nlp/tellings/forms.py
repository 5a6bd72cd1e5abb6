"""Forms: patterns of folded words, each looked for only where a word of it stands."""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from nlp.tellings.needed import needed
from nlp.text import WORD


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A pattern, and the words of which it needs one; None where no word is sure."""

    pattern: re.Pattern[str]
    needs: frozenset[str] | None


F = TypeVar("F", bound=Form)


def form(pattern: str) -> Form:
    return Form(re.compile(pattern), needed(pattern))


def whole(pattern: str) -> Form:
    """Return a form that is looked for as all of a text."""
    return Form(re.compile(pattern), needed(rf"\A(?:{pattern})\Z"))


@lru_cache(maxsize=1)  # of a message at hand several ask
def words(plain: str) -> frozenset[str]:
    """Return the words of a folded text, each once."""
    return frozenset(WORD.findall(plain))


def standing(forms: Iterable[F], told: Set[str]) -> list[F]:
    """Return which of the forms may stand in a text of these words."""
    return [one for one in forms if one.needs is None or not one.needs.isdisjoint(told)]

"""Forms: patterns of folded words, each looked for only where a word of it stands."""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import TypeVar

from nlp.tellings.needed import needed
from nlp.text import Text


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern, and the words of which it needs one; None where no word is sure."""

    pattern: re.Pattern[str]
    needs: frozenset[str] | None


F = TypeVar("F", bound=Form)


def form(pattern: str) -> Form:
    return Form(re.compile(pattern), needed(pattern))


def words(text: Text) -> frozenset[str]:
    """Return the folded words of a text, each once."""
    return frozenset(word.plain for word in text.words)


def standing(forms: Iterable[F], told: Set[str]) -> list[F]:
    """Return which of the forms may stand in a text of these words."""
    return [one for one in forms if one.needs is None or not one.needs.isdisjoint(told)]

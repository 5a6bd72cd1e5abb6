"""Marked: words of a sign that other words look like without their marks."""

from collections.abc import Iterable, Mapping

from nlp.text import Word, fold

Marks = Mapping[str, tuple[str, ...]]


def marked(words: Iterable[str]) -> Marks:
    """Return the words by what they look like without their marks."""
    marks: dict[str, tuple[str, ...]] = {}
    for word in words:
        plain = fold(word)
        marks[plain] = (*marks.get(plain, ()), word)
    return marks


def are_meant(words: Iterable[Word], marks: Marks) -> bool:
    """Return whether none of the words is another one with its marks."""
    for word in words:
        alike = marks.get(word.plain)
        if alike and not any(map(word.reads, alike)):
            return False
    return True

"""Forms: a pattern is passed over only where it stands nowhere in the text."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import pytest

import nlp.tellings
from nlp.tellings.forms import Form, standing
from nlp.tellings.needed import needed
from nlp.tellings.signs import seen, words
from tests.reading.markup import tips
from tests.reading.renderings import RENDERINGS


def _all(value: object) -> Iterator[Form]:
    """Return the forms that a value is or holds."""
    if isinstance(value, Form):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _all(one)
    elif isinstance(value, dict):
        yield from _all(tuple(value.values()))


def _of(name: str) -> list[Form]:
    values = vars(import_module(f"{nlp.tellings.__name__}.{name}")).values()
    return [form for value in values for form in _all(value)]


MODULES = [one.name for one in iter_modules(nlp.tellings.__path__) if _of(one.name)]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\bhy sinh\b", {"sinh"}),
        (r"\b(?:hy|hi) sinh\b", {"sinh"}),
        (r"\bliet s[iy]\b", {"liet"}),
        (r"\b(?:chon|chon cat|mai tang)\b", {"chon", "tang"}),
        (r"\bchua (?:thay|biet)\b", {"chua"}),
        (r"\btoi(?: \w{1,12}){0,3} chon\b", {"chon"}),
        (r"\b(?:da )?lay mau\b", {"mau"}),
        (r"\b(?:da|moi)(?: duoc)? (?=ve\b)", {"da", "moi"}),
        (r"chon", None),
        (r"\bchon\w", None),
        (r"\b(?:mo )?\d{1,4}\b", None),
        (r"\b(?:tim|[^.]{0,20})\b", None),
        (r"(?<!khong )\bbiet\b(?! gi)", {"biet"}),
    ],
)
def test_a_pattern_needs_a_word_that_stands_whole_in_all_that_it_matches(
    pattern, words
):
    assert needed(pattern) == words


def test_a_group_of_which_nobody_knows_the_meaning_is_refused():
    with pytest.raises(ValueError, match="no known kind"):
        needed(r"\b(?i:chon)\b")


@pytest.fixture(scope="module")
def texts():
    told = [render(tip).text for render in RENDERINGS.values() for tip in tips("dev")]
    return [(seen(text).plain, words(text)) for text in told[::5]]


@pytest.mark.parametrize("name", MODULES)
def test_no_form_is_passed_over_that_stands_in_a_text(name, texts):
    forms = _of(name)

    missed = [
        (form.pattern.pattern, plain)
        for plain, told in texts
        for form in forms
        if not standing([form], told) and form.pattern.search(plain)
    ]

    assert missed == []

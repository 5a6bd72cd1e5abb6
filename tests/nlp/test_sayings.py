"""Sayings: one is passed over only where it stands nowhere before a name."""

import pytest

from nlp.people import sayings
from nlp.people.saying import Before, Saying
from nlp.people.whose import WINDOW
from nlp.text import read
from tests.reading.markup import tips
from tests.reading.renderings import RENDERINGS

SAYINGS = {
    name: value for name, value in vars(sayings).items() if isinstance(value, Saying)
}


@pytest.fixture(scope="module")
def befores():
    told = [render(tip).text for render in RENDERINGS.values() for tip in tips("dev")]
    texts = [read(one) for one in told[::50]]
    return [
        Before.of(text.plain[max(0, word.start - WINDOW) : word.start])
        for text in texts
        for word in text.words
    ]


@pytest.mark.parametrize("name", SAYINGS)
def test_no_saying_is_passed_over_that_stands_before_a_name(name, befores):
    saying = SAYINGS[name]

    missed = [
        before.plain
        for before in befores
        if saying.words.isdisjoint(before.words) and saying.pattern.search(before.plain)
    ]

    assert missed == []

"""What the model of names learns from, and that it does."""

import numpy as np

from nlp.entity import Kind
from nlp.lexicon import Lexicon
from nlp.people.parts import FIRST, INNER, LAST, NO, WHOLE
from tests.reading.markup import parse
from tests.reading.naming.chain import Example, fit
from tests.reading.naming.lessons import lesson
from tests.reading.naming.swapping import swapped

TIP = parse(
    "Anh [Vũ Văn Thử](PERSON martyr) và [Mẫu](PERSON martyr); mộ anh"
    " [Vũ Văn Thử](PERSON martyr) ở [Hải Hậu](PLACE burial = huyện Hải Hậu @ 36)",
    "test:1",
)


def people(tip) -> list[str]:
    return [tip.words(gold) for gold in tip.gold if gold.kind is Kind.PERSON]


def test_a_bead_has_its_part_in_a_name() -> None:
    told = lesson(TIP, "test", "as written", 0, Lexicon.load())

    names = [FIRST, INNER, LAST]
    assert told.parts == [NO, *names, NO, WHOLE, NO, NO, NO, *names, NO, NO]


def test_a_tip_is_told_of_others_and_nothing_else_of_it_changes() -> None:
    tip = swapped(TIP, Lexicon.load(), 1)
    first, second, third = people(tip)

    assert {first, second}.isdisjoint(people(TIP))
    assert third.split()[0] == first.split()[0]
    assert tip.words(tip.gold[-1]) == "Hải Hậu"
    assert swapped(TIP, Lexicon.load(), 1) == tip


def test_a_sign_speaks_for_the_part_that_it_stood_by() -> None:
    parts = np.array([NO, FIRST, LAST, NO, WHOLE])
    signs = np.array([[1], [2], [3], [1], [4]], np.int32)
    lessons = [Example(signs, parts)] * 300

    weights, follows = fit(lessons, 4)

    assert [int(weights[n].argmax()) for n in (1, 2, 3, 4)] == [NO, FIRST, LAST, WHOLE]
    assert follows[FIRST, LAST] > follows[FIRST, NO]
    assert np.array_equal(weights, fit(lessons, 4)[0])

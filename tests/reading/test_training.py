"""What is learned is learned again from the same lessons, and tells roles apart."""

from dataclasses import replace

from nlp.entity import Kind
from tests.reading.fitting import fit
from tests.reading.lessons import Lesson

TOLD = [
    Lesson(f"north:{n}", "as written", Kind.DATE, role, "died", (sign, f"once:{n}"))
    for n in range(12)
    for role, sign in [("born", "-1sinh") if n % 2 else ("died", "-1mat")]
]


def test_the_same_lessons_give_the_same_weights() -> None:
    assert fit(TOLD, Kind.DATE) == fit(TOLD, Kind.DATE)


def test_a_sign_speaks_for_the_role_that_it_stood_by() -> None:
    born, died, *_ = fit(TOLD, Kind.DATE)["-1sinh"]

    assert born > 0 > died


def test_what_stands_there_is_trusted_more_than_what_a_rule_said_of_it() -> None:
    told = [replace(e, signs=(*e.signs, f"r={e.role}")) for e in TOLD]

    weights = fit(told, Kind.DATE)

    assert weights["-1sinh"][0] > weights["r=born"][0] > 0


def test_a_sign_of_too_few_tips_is_not_learned() -> None:
    assert set(fit(TOLD, Kind.DATE)) == {"-1sinh", "-1mat"}


def test_an_author_is_one_over_all_files() -> None:
    files = ("north_more:3", "north_2:7", "north_2a:7", "north_b:1", "more_roles:1")
    lessons = [Lesson(f, "as written", Kind.DATE, "born", "died", ()) for f in files]

    assert [e.author for e in lessons] == [*["north"] * 4, "more_roles"]

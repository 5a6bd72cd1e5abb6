"""Invented scenes: well made, told again by their seed, and of all roles."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.reading.generator.scenes import EITHER, scene, scenes, sentences
from tests.reading.markup import ROLES

COUNT = 400
FEWEST = 40  # of each role in so many scenes


@given(st.integers(0, 1 << 32), st.integers(0, 1 << 16))
def test_any_scene_is_marked_up_and_leaves_no_slot(seed: int, number: int) -> None:
    tip = scene(seed, number)

    assert all(tip.words(gold) == tip.words(gold).strip() != "" for gold in tip.gold)
    assert not set("{}<>|[]") & set(tip.text)


def test_the_same_seed_tells_the_same() -> None:
    assert list(scenes(7, 20)) == list(scenes(7, 20)) != list(scenes(8, 20))


def test_scenes_tell_of_every_role_many_times() -> None:
    told = Counter((g.kind, g.role) for tip in scenes(1, COUNT) for g in tip.gold)

    roles = [(kind, role) for kind, several in ROLES.items() for role in several]
    assert [one for one in roles if told[one] < FEWEST] == []


def test_every_kind_of_teller_opens_tells_and_ends() -> None:
    kinds = set(sentences())

    assert kinds == {"wo", "wf", "wc", "ro", "rf", "rc", "oo", "oc", "xf"}


def test_no_sentence_offers_only_one_way() -> None:
    chosen = (
        either
        for each in sentences().values()
        for s in each
        for either in EITHER.findall(s)
    )

    assert [either for either in chosen if "|" not in either] == []

"""The learned model says what a role is where rules and all else speak clearly."""

from dataclasses import replace

import pytest

from nlp.entity import Entity, Kind
from nlp.extract import extract, ruled
from nlp.lexicon import Lexicon
from nlp.roles.evidence import Scene, evidence
from nlp.roles.judging import DISPUTED, MOST, judged
from nlp.roles.signs import signs
from nlp.roles.weights import LEARNED, ROLES, Place, Weights, learned, parted
from nlp.text import read

LEXICON = Lexicon.load()
STORY = (
    "Tôi là Phạm Đình Mẫu, lính E66. Anh Vũ Văn Thử quê Hải Hậu, sinh năm 1950,"
    " hy sinh tháng 5/1972 ở Đông Hà, chúng tôi chôn anh ở Cam Lộ."
)


def test_a_wrong_word_of_the_rules_is_outweighed_and_scores_lower() -> None:
    text = read(STORY)
    told = list(ruled(text, LEXICON))
    n = next(n for n, e in enumerate(told) if e.text == "Hải Hậu")

    wrong = [*told[:n], replace(told[n], role="burial"), *told[n + 1 :]]
    found = judged(wrong, text)[n]

    assert found.role == "hometown"
    assert found.score == round(told[n].score * DISPUTED, 2)


@pytest.mark.parametrize(
    ("message", "roles"),
    [
        (
            "Kính gửi các anh, người nằm ở đó là Hà Viết Sỏi quê Nông Cống, hy sinh hôm"
            " 9/4/1971. Mẹ anh là bà Trịnh Thị Nếp, còn vợ anh là Lê Thị Gạo.",
            ["martyr", "relative", "relative"],
        ),
        (
            "Hôm nay ngày 5/6/2019 tại nhà văn hóa thôn, chúng tôi gồm ông Vi Văn Thoóng,"
            " trưởng thôn, và bà Lục Thị Mảy, cán bộ chính sách xã, lập biên bản này.",
            ["other", "other"],
        ),
        (
            "Tôi với anh Mạc Văn Rèn chôn thằng Tống Bá Kha ở bờ suối, hôm sau rút đi ngay.",
            ["witness", "martyr"],
        ),
    ],
)
def test_many_people_of_one_tip_are_told_apart(message: str, roles: list[str]) -> None:
    found = extract(message, LEXICON)

    assert [e.role for e in found if e.kind is Kind.PERSON] == roles


def test_what_both_agree_on_stays_as_it_is() -> None:
    text = read(STORY)
    told = ruled(text, LEXICON)

    assert {e.text: e for e in judged(told, text)}["1950"] in told


@pytest.mark.parametrize("message", ["", "Hải Hậu", "sinh năm 1950 ở Hải Hậu"])
def test_an_answer_of_a_few_words_is_left_to_the_rules(message: str) -> None:
    text = read(message)
    told = ruled(text, LEXICON)

    assert judged(told, text) == told


def test_a_long_list_is_left_to_the_rules() -> None:
    text = read(STORY)
    told = [Entity(Kind.DATE, "x", n, n + 1, role="died") for n in range(MOST + 1)]

    assert judged(told, text) is told


def test_marks_and_capitals_change_no_role() -> None:
    bare = (
        "toi la pham dinh mau, linh e66. anh vu van thu que hai hau, sinh nam 1950,"
        " hy sinh thang 5/1972 o dong ha, chung toi chon anh o cam lo."
    )

    def roles(message: str) -> list[str | None]:
        dates = (e for e in extract(message, LEXICON) if e.kind is Kind.DATE)
        return [date.role for date in dates]

    assert roles(bare) == roles(STORY) == ["born", "died"]


def test_every_sign_weighs_for_each_role_and_the_table_says_how_it_was_learned() -> (
    None
):
    lines = LEARNED.read_text("utf-8").splitlines()

    assert "python -m tests.reading.training" in lines[0]
    assert LEARNED.stat().st_size < 2_000_000
    for line in lines[2:]:
        kind, _, worth = line.split("\t")
        assert len(worth.split()) == len(ROLES[Kind(kind)])


@pytest.mark.parametrize("kind", ROLES)
def test_what_is_seen_is_worth_what_its_signs_are(kind: Kind) -> None:
    table = learned()[kind]
    known = [table[s] for s in signs("-1", "sinh", kind, "-") if s in table]

    worth = Weights(kind, "-").total([("-1", ["sinh", "sinh"])])

    lanes = zip(*(parted(each, kind) for each in known), strict=True)
    assert parted(worth, kind) == [2 * sum(lane) for lane in lanes]
    assert any(parted(worth, kind))


def test_no_more_is_kept_of_a_place_than_there_is_room_for() -> None:
    kept = Weights(Kind.DATE, "died")

    kept.total([("+4", map(str, range(Place.most + 1)))])

    assert 0 < len(kept["+4"]) <= Place.most


def test_what_is_said_at_another_mention_of_a_name_is_heard() -> None:
    text = read(
        "Có anh Khuông cùng xóm tôi, ngày trước hay chăn trâu. Khuông bị bom vùi ngay đó."
    )
    scene = Scene.of(ruled(text, LEXICON), text)

    seen = next(seen for _, seen in evidence(scene))

    assert (2, "bom") in [
        thing for where, what in seen if where == "o+" for thing in what
    ]

"""Floods are slowed, and who tells nothing at all is set aside: never who tells."""

from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.conversation.abuse import MOST, SENTENCE, reason
from handlers.submit import compose
from storage.model.decision import Cleared
from storage.model.dialogue import Consent, Dialogue, Words
from storage.model.evidence import MediaKind
from storage.model.message import Command, Commanded, Odd, Pinned, Said, Showed
from tests.handlers.conversation.test_kinds import CASES
from tests.handlers.stage import Stage, find

AD = "Vay vốn nhanh, lãi suất thấp, giải ngân trong ngày"
RUDE = "đồ chó, hỏi lắm thế"


def told(*texts: str) -> Dialogue:
    """Return the dialogue of who told these pieces."""
    story = tuple(Words(at, text) for at, text in enumerate(texts))
    found = {f"story.{one.cause}": find(one.text) for one in story}
    return Dialogue(consent=Consent.GIVEN, story=story, found=found)


def agreed() -> Stage:
    return Stage(dialogue=Dialogue(consent=Consent.GIVEN, address="none"))


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        ((AD,), "advertising"),
        ((RUDE,), "obscene"),
        (("alo",) * 3, "nonsense"),
        (("Alo ", "alo", "ALO"), "nonsense"),
        (("😀", "👍", "❤️", "🙏", "😀"), "nonsense"),
        (("có ai ở đó không",) * 5, "nonsense"),
        (("có ai ở đó không",) * 4, ""),
        (("có ai ở đó không", "sao không ai trả lời tôi") * 4, ""),
        (("alo",) * 2, ""),
        (("😀", "👍", "❤️", "🙏"), ""),
        (("mộ anh Sáu ở gốc xoài",) * 5, ""),
        ((AD, "mộ anh Sáu ở gốc xoài"), ""),
        ((RUDE, "anh Sáu trung đoàn 24"), ""),
        ((RUDE, "cháu cho tôi gặp cán bộ xã Hòa Bình"), ""),
        ((AD, RUDE), "advertising"),
    ],
)
def test_it_is_set_aside_only_if_nothing_is_told(
    texts: tuple[str, ...], why: str
) -> None:
    assert reason(told(*texts)) == why


@pytest.mark.parametrize(
    "message", sorted({one for one, _ in CASES if len(one.split()) >= SENTENCE})
)
def test_what_old_people_say_three_times_and_with_oaths_is_no_abuse(
    message: str,
) -> None:
    assert reason(told(message, message, message, RUDE)) == ""


def test_who_shows_something_or_needs_help_is_not_set_aside() -> None:
    stage = agreed()
    stage.put(Showed("a", MediaKind.VOICE), Said("alo"), Said("alo"), Said("alo"))
    pinned = agreed()
    pinned.put(Pinned(14.3, 108.0), Said(RUDE))

    assert reason(stage.dialogue) == reason(pinned.dialogue) == ""
    assert reason(replace(told(RUDE), alerted=("distress",))) == ""


def test_a_seller_with_pictures_is() -> None:
    stage = agreed()
    stage.put(Showed("a", MediaKind.PHOTO), Said(AD))

    assert compose(stage.dialogue, draft=True).apart == "advertising"


def test_he_is_told_so_once_and_all_his_words_are_kept() -> None:
    stage = agreed()

    said = [stage.put(Said(text)) for text in (AD, RUDE, AD)]

    assert [len(one) for one in said] == [1, 0, 0]
    assert "chỉ nhận lời kể về liệt sĩ" in said[0][0].text
    telling = compose(stage.dialogue, draft=True)
    assert telling.story.splitlines() == [AD, RUDE, AD]
    assert (telling.apart, telling.priority) == ("advertising", 0)


def test_who_tells_after_all_is_heard_like_anybody() -> None:
    stage = agreed()
    stage.put(Said(AD))

    said = stage.put(Said("Tôi biết mộ anh Phan Văn Sáu ở xã Hòa Bình"))

    assert "Nơi chôn cất liệt sĩ" in said[0].text
    assert compose(stage.dialogue, draft=True).apart == ""


def test_whom_an_officer_takes_back_is_never_set_aside_again() -> None:
    stage = agreed()
    stage.put(Said(AD))
    stage.put(Cleared())

    said = stage.put(Said(AD))

    assert said
    assert reason(stage.dialogue) == ""


def test_a_flood_is_kept_whole_and_answered_with_one_sentence() -> None:
    stage = agreed()
    texts = [f"chuyện {n}" for n in range(int(MOST) + 20)]

    said = [stage.put(Said(text)) for text in texts]

    assert all(said[: int(MOST)])
    assert [len(one) for one in said[int(MOST) :]] == [1] + [0] * 19
    assert "giữ đủ" in said[int(MOST)][0].text
    assert [piece.text for piece in stage.dialogue.story] == texts


def test_after_a_moment_he_is_answered_again_with_what_is_open() -> None:
    stage = agreed()
    for n in range(int(MOST) + 5):
        stage.put(Said(f"chuyện {n}"))
    stage.now += timedelta(seconds=3)

    said = stage.put(Said("mộ ở cạnh giếng"))

    assert said[-1].buttons


def test_twenty_messages_in_five_seconds_and_an_album_are_no_flood() -> None:
    stage = agreed()
    texts = [Said(f"chữ {n}") for n in range(20)]
    album = [Showed(f"ảnh {n}", MediaKind.PHOTO) for n in range(80)]

    first, second = stage.put(*texts), stage.put(*album)

    assert "giữ đủ" not in " ".join(out.text for out in (*first, *second))


def test_a_flood_of_anything_is_slowed() -> None:
    stage = agreed()
    what = (Odd("?"), Commanded(Command.HELP), Said("ừ"))

    said = [stage.put(what[n % 3]) for n in range(int(MOST) + 30)]

    assert not any(said[int(MOST) + 1 :])

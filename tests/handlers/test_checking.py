from dataclasses import replace

import pytest

from bot.channels import limits as channel_limits
from handlers import readers
from handlers.checking import KEYS, check, recorded
from handlers.flows import flows
from handlers.questions import Choice, Flow, Question
from handlers.wording import SAID
from storage.model.limits import Limits
from tests.handlers.stage import WEB

BURIAL = flows()["burial"]


def faults(flow: Flow = BURIAL, limits: Limits = WEB, **said: str) -> str:
    sentences = SAID | {key: (text,) for key, text in said.items()}
    return "\n".join(check({"burial": flow}, sentences, {"web": limits}))


def test_nothing_is_wrong_with_what_we_ask_and_say_on_any_channel() -> None:
    limits = channel_limits()
    assert check(flows(), SAID, limits) == []


def test_a_key_stands_once_and_is_recorded_for_ever() -> None:
    twice = replace(BURIAL, questions=(*BURIAL.questions, BURIAL.questions[0]))
    assert "the key place stands 2 times" in faults(twice)
    fresh = replace(BURIAL, questions=(Question("colour", readers.words),))
    assert "the key colour is not in keys.txt" in faults(fresh)
    assert "ask.colour has no sentence" in faults(fresh)
    unasked = {key: said for key, said in SAID.items() if key != "ask.callback_hour"}
    assert check({}, unasked, {}) == ["ask.callback_hour has no sentence in wording/."]
    ours = replace(BURIAL, questions=(Question("story", readers.words),))
    assert "the key story belongs to the engine" in faults(ours)


def test_a_key_is_never_taken_off_the_list() -> None:
    assert list(recorded([*KEYS.read_text("utf-8").split(), "place"])) == [
        "keys.txt: place stands 2 times."
    ]
    assert "keys.txt: unit is gone, but tips hold answers under it." in list(
        recorded(["place"])
    )


def test_a_flow_has_a_name_and_other_words_for_each_question() -> None:
    unnamed = {key: said for key, said in SAID.items() if key != "kind.burial"}
    assert check({"burial": BURIAL}, unnamed, {}) == [
        "kind.burial has no sentence in wording/."
    ]
    once = SAID | {"ask.place": ("Nơi ấy ở đâu ạ?",)}
    assert check({"burial": BURIAL}, once, {}) == [
        "ask.place has no other words to be put again."
    ]


def test_every_path_ends() -> None:
    assert "asks up to 9 questions" in faults(replace(BURIAL, most=9))
    assert "reserves 1 places of 0" in faults(replace(BURIAL, most=0))
    skips = Question("unit", readers.unit, choices=(Choice("skip", "Thôi"),))
    two = "two choices of unit have the same value"
    assert two in faults(replace(BURIAL, questions=(skips,)))


def test_everything_fits_its_channel() -> None:
    narrow = Limits(text=40, buttons=2, label=8, upload_bytes=0)
    found = faults(limits=narrow)
    assert "welcome is longer than 40 characters" in found
    assert "how_known has more than 2 buttons" in found
    assert "the button «Không nhớ» is longer than 8" in found


@pytest.mark.parametrize(
    "sentence",
    [
        "Xin khai báo",
        "Đối tượng",
        "thấy xác",
        "bị trùng",
        "nhập sai",
        "mộ vô danh",
        "liệt sỹ",
        "",
    ],
)
def test_words_that_wound_are_found(sentence: str) -> None:
    assert "greeting" in faults(greeting=sentence)


@pytest.mark.parametrize("sentence", ["Đã xác minh", "Thật chính xác", "Chưa xác định"])
def test_words_that_only_look_alike_are_not(sentence: str) -> None:
    assert faults(greeting=sentence) == ""

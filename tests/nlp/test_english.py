"""English is known by words that no Vietnamese syllable looks like."""

import pytest

from nlp.tellings.english import is_english


@pytest.mark.parametrize(
    "words",
    [
        "Hello, does anyone there read English?",
        "Hello, I am a US veteran. I remember a mass grave near LZ Bird, about 40 NVA soldiers",
        "My grandfather was a soldier and died in the war, I would like to find his grave.",
        "His name is Nguyễn Văn Lạc, from Nam Định. Do you know where he is buried?",
        "we buried them by the river, i have still the map. please help",
        "MY FATHER TOOK THIS PICTURE IN 1968, HE WAS WITH THE 4TH DIVISION",
    ],
)
def test_english_is_known(words: str) -> None:
    assert is_english(words)


@pytest.mark.parametrize(
    "words",
    [
        "ok",
        "OK thank you",
        "thanks you",
        "Hello, xin chào",
        "yes",
        "John Smith",
        "LZ Bird, Plei Me, Dak To, Khe Sanh",
        "Ho ten Nguyen Van Has, que o Hai Duong",
        "toi chon anh Ba o suoi Da nam 1972, co hon da to",
        "the la toi di theo bo doi, my den thi chay, can gi cu hoi",
        "ong toi con giu cai bat lua zippo, tren co khac chu Vietnam 67 68, Plei Ku",
        "Trên bật lửa khắc: «When I die I will go to heaven because I have spent my time "
        "in hell», dưới là Đà Nẵng 1968, tôi nhặt được ở chân đồi, còn giữ tới nay.",
        "máy xúc hiệu Caterpillar with bucket đào trúng",
        "",
    ],
)
def test_vietnamese_and_a_word_or_two_are_not(words: str) -> None:
    assert not is_english(words)

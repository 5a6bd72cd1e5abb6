"""The stream form: one line of JSON in, one out, whatever the line."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from nlp.lexicon import Lexicon
from nlp.lines import answer

LEXICON = Lexicon.load()


def answers(*lines: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in answer(lines, LEXICON)]


def test_a_line_is_answered_with_its_id_and_its_entities() -> None:
    (answered,) = answers('{"id": "a1", "text": "gọi 0912 000 117"}\n')

    assert answered == {
        "id": "a1",
        "entities": [
            {
                "type": "PHONE",
                "text": "0912 000 117",
                "start": 4,
                "end": 16,
                "norm": "+84912000117",
                "role": None,
                "score": 1.0,
            }
        ],
    }


def test_a_date_brings_its_range_and_its_record() -> None:
    (answered,) = answers('{"id": 1, "text": "LS Vũ Văn Thử hy sinh năm 1972"}')

    assert answered["entities"][1] == {
        "type": "DATE",
        "text": "1972",
        "start": 26,
        "end": 30,
        "norm": "1972",
        "role": "died",
        "score": 0.8,
        "from": "1972-01-01",
        "to": "1972-12-31",
        "precision": "year",
        "record": 1,
    }


@pytest.mark.parametrize(
    "line",
    [
        *("", "{", "[]", "7", "null", '{"id": 1}', '{"id": 1, "text": 7}', "[" * 9_999),
        '{"id": NaN, "text": "a"}',
        json.dumps({"id": 1, "text": "chôn ở " * 40_000}),
    ],
)
def test_a_bad_line_is_answered_in_its_place_and_stops_nothing(line: str) -> None:
    bad, good = answers(line, '{"id": 2, "text": ""}')

    assert bad["id"] is None
    assert bad["error"]
    assert good == {"id": 2, "entities": []}


def test_offsets_are_those_of_the_composed_text() -> None:
    (answered,) = answers(json.dumps({"id": 1, "text": "go\u0323i 0912 000 117"}))

    (phone,) = answered["entities"]
    assert phone["start"] == 4


def test_lines_are_answered_one_by_one() -> None:
    def lines() -> Iterator[str]:
        yield '{"id": 1, "text": ""}'
        pytest.fail("the second line was read before the first was answered")

    assert next(answer(lines(), LEXICON)) == '{"id": 1, "entities": []}'


def test_a_lone_surrogate_does_no_harm() -> None:
    (answered,) = answers(r'{"id": 1, "text": "\ud800 0912000117"}')

    assert answered["entities"][0]["start"] == 2

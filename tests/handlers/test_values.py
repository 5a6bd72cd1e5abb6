import pytest

from handlers.values import choices, shown
from storage.model.dialogue import Answer, Source


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("how_known", "heard", "Nghe kể lại"),
        ("died", "1972-03-20", "20/03/1972"),
        ("died", "1972-03", "03/1972"),
        ("died", "1972", "1972"),
        ("unit", "Trung đoàn 24", "Trung đoàn 24"),
        ("place", None, "gần cầu"),
    ],
)
def test_a_value_is_shown_as_staff_read_it(
    key: str, value: str | None, words: str
) -> None:
    assert shown(key, Answer(value, "gần cầu", Source.SAID)) == words


@pytest.mark.parametrize("source", [Source.SKIPPED, Source.FORGOTTEN])
def test_what_was_not_told_shows_nothing(source: Source) -> None:
    assert shown("rank", Answer(None, "không nhớ", source)) == ""


def test_only_a_closed_question_has_choices() -> None:
    assert choices("unit") == ()
    assert ("buried", "Tự tay chôn cất") in choices("how_known")

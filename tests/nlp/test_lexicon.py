"""The lexicon is one immutable value; corrections make the next."""

from operator import attrgetter
from pathlib import Path

import pytest

from nlp.extract import extract
from nlp.lexicon import DATA, Lexicon

LEXICON = Lexicon.load()


def test_loading_twice_gives_the_same_value() -> None:
    assert Lexicon.load() is LEXICON
    assert LEXICON.version == 0


def test_a_correction_is_a_new_version_and_leaves_the_old_one_alone() -> None:
    row = {"written": "đoàn Mây Trắng", "size": "7", "decoded": "Sư đoàn 99"}

    corrected = LEXICON.corrected("units", [row | {"stands": "alone"}])

    assert corrected.version == 1
    assert [e.norm for e in extract("lính đoàn Mây Trắng", corrected)] == ["Sư đoàn 99"]
    assert extract("lính đoàn Mây Trắng", LEXICON) == ()


def test_a_corrected_phrase_replaces_what_was_known_of_it() -> None:
    row = {"written": "KT", "size": "8", "decoded": "Mặt trận khác", "stands": "told"}

    corrected = LEXICON.corrected("units", [row])

    assert [e.norm for e in extract("Đơn vị: KT", corrected)] == ["Mặt trận khác"]


def test_a_lexicon_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        LEXICON.tables["units"][0]["decoded"] = "x"  # type: ignore[index] — that is the point


@pytest.mark.parametrize("path", sorted(DATA.glob("*.tsv")), ids=attrgetter("stem"))
def test_a_table_names_its_source_and_repeats_no_row(path: Path) -> None:
    source, header, *rows = path.read_text("utf-8").splitlines()

    assert source.startswith("# ")
    assert len(source) > 20
    assert {row.count("\t") for row in rows} == {header.count("\t")}
    assert len(rows) == len(set(rows))

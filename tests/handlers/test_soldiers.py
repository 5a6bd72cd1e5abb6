"""Soldiers: several in one telling are each told apart, through all its messages."""

from handlers.soldiers import COLUMNS, Soldier, renumbered, soldiers
from nlp.entity import Entity, Kind


def named(name: str, record: int) -> Entity:
    return Entity(Kind.PERSON, name, 0, len(name), name, "martyr", 0.9, record=record)


def fact(kind: Kind, norm: str, role: str | None, record: int | None) -> Entity:
    return Entity(kind, norm, 0, len(norm), norm, role, 0.9, record=record)


def test_each_soldier_has_a_row_of_what_was_told_of_him() -> None:
    told = soldiers(
        [
            named("Lê Văn Ba", 1),
            fact(Kind.PLACE, "tỉnh Hà Nam", "hometown", 1),
            named("Trần Văn Tư", 2),
            fact(Kind.DATE, "1970-05", "died", 2),
            fact(Kind.UNIT, "Tiểu đoàn 7", None, None),
        ]
    )

    assert told == (
        Soldier(("Lê Văn Ba",), {"unit": "Tiểu đoàn 7", "hometown": "tỉnh Hà Nam"}),
        Soldier(("Trần Văn Tư",), {"unit": "Tiểu đoàn 7", "died": "05/1970"}),
    )
    assert len(told[0].row()) == len(COLUMNS) + 1


def test_one_soldier_needs_no_table_however_often_he_is_named() -> None:
    assert soldiers([named("Lê Văn Ba", 1), named("Ba", 1)]) == ()
    assert soldiers([fact(Kind.UNIT, "Tiểu đoàn 7", None, None)]) == ()


def test_a_soldier_has_one_number_through_all_messages() -> None:
    first = (named("Lê Văn Ba", 1), named("Trần Văn Tư", 2))
    second = (named("Trần Văn Tư", 1), fact(Kind.DATE, "1970", "died", 1))
    third = (named("anh Ba", 1), named("Đỗ Năm", 2))

    numbers = [[one.record for one in text] for text in renumbered([first, second])]

    assert numbers == [[1, 2], [2, 2]]
    (_, later) = renumbered([first, (named("Ba", 1), named("Đỗ Năm", 2))])
    assert [one.record for one in later] == [1, 3]
    (only,) = renumbered([third])
    assert [one.record for one in only] == [1, 2]

"""Statements that every turn runs: built and compiled once, then only run.

To build, key and map one anew costs 0.1 to 0.5 ms of CPU, to run it 0.03; turns in a
crowd spent half of their time on it (docs/speed.md). What is run rarely needs none of
this.
"""

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects.postgresql import ARRAY

Change = Callable[[Any], Any] | None  # between our value and the driver's


@dataclass(frozen=True, slots=True)
class Compiled:
    """A statement in the words of one dialect; `fixed` are the values that it holds."""

    sql: str
    places: tuple[tuple[str, Change], ...]
    fixed: Mapping[str, Any]
    row: Callable[[Sequence[Any]], Any]
    changes: tuple[tuple[int, Callable[[Any], Any]], ...]

    def fill(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        """Return the values in the order of the statement's places."""
        given = {**self.fixed, **values} if self.fixed else values
        return tuple(
            [change(given[name]) if change else given[name]
             for name, change in self.places]
        )  # fmt: skip

    def read(self, raw: Sequence[Any]) -> Any:
        """Return a row with its columns as attributes."""
        if not self.changes:
            return self.row(raw)
        values = list(raw)
        for at, change in self.changes:
            values[at] = change(values[at])
        return self.row(values)


class Prepared:
    """One statement; `build` makes it in the dialect of the transaction at hand.

    Its values are `sa.bindparam`s; an insert names its columns as `keys` instead.
    """

    def __init__(
        self, build: Callable[[Connection], sa.ClauseElement], keys: Sequence[str] = ()
    ) -> None:
        self._build = build
        self._keys = keys
        self._compiled: dict[str, Compiled] = {}

    def rows(self, tx: Connection, **values: Any) -> list[Any]:
        """Return the rows, each with its columns as attributes."""
        ready = self.compiled(tx)
        found = _driver(tx)(ready.sql, ready.fill(values))
        return [ready.read(row) for row in found.fetchall()]

    def run(self, tx: Connection, **values: Any) -> int:
        """Run it; return how many rows it concerned."""
        ready = self.compiled(tx)
        count: int = _driver(tx)(ready.sql, ready.fill(values)).rowcount
        return count

    def run_each(self, tx: Connection, many: Sequence[Mapping[str, Any]]) -> None:
        """Run it with each of these values."""
        if many:
            ready = self.compiled(tx)
            filled = [ready.fill(values) for values in many]
            _driver(tx, many=True)(ready.sql, filled)

    def compiled(self, tx: Connection) -> Compiled:
        """Return it in the words of the transaction's dialect."""
        name = tx.dialect.name
        if name not in self._compiled:
            self._compiled[name] = _compiled(self._build(tx), self._keys, tx.dialect)
        return self._compiled[name]


def among(
    tx: Connection, column: sa.ColumnElement[Any], name: str
) -> sa.ColumnElement[bool]:
    """Return whether a column is one of the values bound by this name, as one list."""
    if tx.dialect.name == "sqlite":
        given = sa.func.json_each(sa.bindparam(name, type_=sa.JSON))
        return column.in_(sa.select(given.table_valued("value").c.value))
    return column == sa.any_(sa.bindparam(name, type_=ARRAY(column.type)))


def constant(value: StrEnum) -> sa.ColumnElement[str]:
    """Return a word of ours to stand in the statement: so an index of such rows is used."""
    return sa.literal_column(f"'{value}'", sa.Text)


def _driver(tx: Connection, *, many: bool = False) -> Callable[[str, Any], Any]:
    """Return what runs a statement: of SQLite its driver, at a tenth of the cost.

    SQLAlchemy makes a context and a result of each statement, which is more than the
    statement itself costs here; asyncpg's driver is reached through them only.
    """
    if tx.dialect.name != "sqlite":
        return tx.exec_driver_sql
    driver: Any = tx.connection.driver_connection
    run: Callable[[str, Any], Any] = driver.executemany if many else driver.execute
    return run


def _compiled(
    statement: sa.ClauseElement, keys: Sequence[str], dialect: sa.Dialect
) -> Compiled:
    made: Any = statement.compile(dialect=dialect, column_keys=list(keys) or None)
    binds = {name: bind.type for name, bind in made.binds.items()}
    columns = list(getattr(statement, "exported_columns", ()))
    names = [column.key for column in columns]
    row = namedtuple("Row", names)  # type: ignore[misc]  # named by the statement
    after = [_from_driver(column.type, dialect) for column in columns]
    return Compiled(
        sql=made.string,
        places=tuple(
            (name, _to_driver(binds[name], dialect)) for name in made.positiontup
        ),
        fixed={
            name: bind.effective_value
            for name, bind in made.binds.items()
            if not bind.required
        },
        row=row._make,
        changes=tuple((at, change) for at, change in enumerate(after) if change),
    )


def _to_driver(kind: sa.types.TypeEngine[Any], dialect: sa.Dialect) -> Change:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _from_driver(kind: sa.types.TypeEngine[Any], dialect: sa.Dialect) -> Change:
    return kind.dialect_impl(dialect).result_processor(dialect, None)

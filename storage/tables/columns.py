"""What all tables share: names of constraints, ids, aware times, references."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite gives row ids only to INTEGER columns.
Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


class Time(sa.types.TypeDecorator[datetime]):
    """An aware time, UTC in storage on both databases."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def bind_processor(self, dialect: sa.Dialect) -> Callable[[Any], Any] | None:
        """Return what SQLite's driver is given by: at once, for a turn has sixteen."""
        return _text if dialect.name == "sqlite" else super().bind_processor(dialect)

    def result_processor(
        self, dialect: sa.Dialect, coltype: object
    ) -> Callable[[Any], Any] | None:
        if dialect.name == "sqlite":
            return _read
        return super().result_processor(dialect, coltype)

    def process_bind_param(self, value: datetime | None, _dialect: Any) -> Any:
        return _utc(value) if value else None

    def process_result_value(self, value: Any, _dialect: Any) -> datetime | None:
        if not isinstance(value, datetime):
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value


def _utc(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError("a time without a zone")
    return value.astimezone(UTC)


def _text(value: datetime | None) -> str | None:
    """Return a time in the words of SQLAlchemy's own type of SQLite."""
    if value is None:
        return None
    return _utc(value).replace(tzinfo=None).isoformat(" ", "microseconds")


def _read(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text).replace(tzinfo=UTC) if text else None


def row_id() -> sa.Column[Any]:
    return sa.Column("id", Id, primary_key=True, autoincrement=True)


def ref(table: str, name: str | None = None, **options: Any) -> sa.Column[Any]:
    return sa.Column(name or f"{table}_id", Id, sa.ForeignKey(f"{table}.id"), **options)

"""Model values as JSON bytes and back; unknown fields of a newer deploy are ignored."""

from collections.abc import Sequence
from typing import Annotated, Any, TypeVar

from pydantic import Field, TypeAdapter

from storage.model.message import What

T = TypeVar("T")

_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}
_WHAT: TypeAdapter[What] = TypeAdapter(Annotated[What, Field(discriminator="kind")])
_WHATS = TypeAdapter(list[Annotated[What, Field(discriminator="kind")]])


def pack(value: Any) -> bytes:
    """Return the value as UTF-8 JSON."""
    return _adapter(type(value)).dump_json(value)


def unpack(kind: type[T], raw: bytes) -> T:
    """Return the value of `kind`; ValueError when it does not fit."""
    value: T = _adapter(kind).validate_json(raw)
    return value


def unpack_what(raw: bytes) -> What:
    """Return what happened in a conversation; ValueError when it does not fit."""
    return _WHAT.validate_json(raw)


def pack_whats(whats: Sequence[What]) -> bytes:
    """Return several things that happened, as one value."""
    return _WHATS.dump_json(list(whats))


def unpack_whats(raw: bytes) -> list[What]:
    """Return what `pack_whats` packed; ValueError when it does not fit."""
    return _WHATS.validate_json(raw)


def _adapter(kind: Any) -> TypeAdapter[Any]:
    # Building one takes a millisecond: each kind is built once.
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]

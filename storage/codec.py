"""Model values as JSON bytes and back; unknown fields of a newer deploy are ignored."""

from typing import Annotated, Any, TypeVar

from pydantic import Field, TypeAdapter

from storage.model.message import What

T = TypeVar("T")

_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}
_WHAT: TypeAdapter[What] = TypeAdapter(Annotated[What, Field(discriminator="kind")])


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


def _adapter(kind: Any) -> TypeAdapter[Any]:
    # Building one takes a millisecond: each kind is built once.
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]

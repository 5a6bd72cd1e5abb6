"""Frames: a stored file in sealed pieces that can be found, not swapped or moved.

A frame is a length (4 bytes, plain), a nonce, the sealed bytes and their tag. Associated
data is the object's name and the frame's number, so a frame opens only where it stands.
Infra measurements, section 9: AES-GCM in frames of 1 MiB.
"""

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from storage.crypt import NONCE_BYTES, Key, SealBroken

MOST = 1 << 20  # plain bytes in one frame
PREFIX = struct.Struct(">I")
SEAL = NONCE_BYTES + 16


@dataclass(frozen=True, slots=True)
class Frame:
    """A whole frame: `offset` counts plain bytes before it, `position` those on disk."""

    number: int
    offset: int
    position: int
    length: int

    @property
    def next_offset(self) -> int:
        return self.offset + self.length

    @property
    def next_position(self) -> int:
        return self.position + PREFIX.size + SEAL + self.length


NONE = Frame(number=-1, offset=0, position=-PREFIX.size - SEAL, length=0)  # before all


def walk(descriptor: int) -> Iterator[Frame]:
    """Give the whole frames of an open file; ends before a torn one."""
    size = os.fstat(descriptor).st_size
    number = offset = position = 0
    while len(prefix := os.pread(descriptor, PREFIX.size, position)) == PREFIX.size:
        length = PREFIX.unpack(prefix)[0] - SEAL
        frame = Frame(number, offset, position, length)
        if not 0 < length <= MOST or frame.next_position > size:
            return
        yield frame
        number, offset = number + 1, frame.next_offset
        position = frame.next_position


def seal(key: Key, name: str, number: int, plain: bytes) -> bytes:
    """Return a frame as it stands on disk."""
    sealed = key.seal(plain, _about(name, number))
    return PREFIX.pack(len(sealed)) + sealed


def unseal(descriptor: int, key: Key, name: str, frame: Frame) -> bytes:
    """Return what a frame holds."""
    cell = os.pread(descriptor, SEAL + frame.length, frame.position + PREFIX.size)
    return key.open(cell, _about(name, frame.number))


def cover(descriptor: int, name: str, start: int, end: int | None) -> Iterator[Frame]:
    """Give the frames that hold the plain bytes start to end (None: to the last)."""
    reached = 0
    for frame in walk(descriptor):
        reached = frame.next_position
        if end is not None and frame.offset >= end:
            return
        if frame.next_offset > start:
            yield frame
    if reached != os.fstat(descriptor).st_size:
        raise SealBroken(f"{name} ends in a torn frame")


def _about(name: str, number: int) -> str:
    return f"media.frame:{name}:{number}"

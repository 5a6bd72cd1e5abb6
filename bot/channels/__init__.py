"""Channels: one file each, found by walking this folder; none knows another.

A file has LIMITS, and either CHANNEL, which is always there, or `open_channel`, which
gives None while the channel's settings are unset.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from bot.channel import Channel, Means
from bot.config import Settings
from storage.model.limits import Limits


def channels() -> dict[str, Channel]:
    """Return the channels that every installation has, by name."""
    made = [file.CHANNEL for file in _files().values() if hasattr(file, "CHANNEL")]
    return {channel.name: channel for channel in made}


def open_channels(settings: Settings, means: Means) -> dict[str, Channel]:
    """Return the channels of this installation, by name."""
    known = channels()
    for name, file in _files().items():
        if hasattr(file, "open_channel"):
            opened = file.open_channel(settings, means)
            known |= {name: opened} if opened is not None else {}
    return known


def limits() -> dict[str, Limits]:
    """Return what each channel can show, whether it is open or not."""
    return {name: file.LIMITS for name, file in _files().items()}


@cache
def _files() -> dict[str, ModuleType]:
    return {
        m.name: import_module(f"{__name__}.{m.name}") for m in iter_modules(__path__)
    }

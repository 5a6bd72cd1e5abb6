"""Channels: one file each, found by walking this folder; none knows another."""

from importlib import import_module
from pkgutil import iter_modules

from bot.channel import Channel


def channels() -> dict[str, Channel]:
    """Return every channel by name."""
    files = (import_module(f"{__name__}.{m.name}") for m in iter_modules(__path__))
    made: list[Channel] = [file.CHANNEL for file in files if hasattr(file, "CHANNEL")]
    return {channel.name: channel for channel in made}

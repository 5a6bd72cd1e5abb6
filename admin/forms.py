"""What comes in with a form."""

from aiohttp import web
from multidict import MultiDictProxy

from nlp.text import read

Form = MultiDictProxy[str | bytes | bytearray | web.FileField]


def text(form: Form, name: str) -> str:
    """Return what was typed: NFC, without what no database takes; empty if nothing."""
    written = form.get(name, "")
    return read(written).nfc if isinstance(written, str) else ""

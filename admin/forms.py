"""What comes in with a form."""

from aiohttp import web
from multidict import MultiDictProxy

from handlers.triage import LONGEST_REASON
from nlp.text import read

Form = MultiDictProxy[str | bytes | bytearray | web.FileField]


def text(form: Form, name: str) -> str:
    """Return what was typed: NFC, without what no database takes; empty if nothing."""
    written = form.get(name, "")
    return read(written).nfc if isinstance(written, str) else ""


def reason(form: Form) -> str | None:
    """Return the reason that was written; None if there is none, or far too many words."""
    said = text(form, "reason").strip()
    return said if 0 < len(said) <= LONGEST_REASON else None

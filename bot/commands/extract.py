"""`manhmoi extract`: JSON lines in, what they name out, line by line."""

import io
import sys

import typer

from nlp.lexicon import Lexicon
from nlp.lines import answer


def extract() -> None:
    """Read {"id","text"} lines on stdin; print a flushed line of entities for each."""
    lines = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace")
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
    for line in answer((line for line in lines if line.strip()), Lexicon.load()):
        out.write(line + "\n")
        out.flush()


def register(app: typer.Typer) -> None:
    app.command()(extract)

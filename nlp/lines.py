"""The stream form of extract: JSON lines in, one JSON line out for each.

A line that cannot be read is answered in its place and stops nothing.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from nlp.extract import extract
from nlp.lexicon import Lexicon

LONGEST = 250_000  # characters of a text; 200 bytes of memory can go with each


def answer(lines: Iterable[str], lexicon: Lexicon) -> Iterator[str]:
    """One line of JSON, without its newline, for every line of ``{"id", "text"}``."""
    for line in lines:
        yield json.dumps(_answer(line, lexicon), ensure_ascii=False)


def _answer(line: str, lexicon: Lexicon) -> dict[str, Any]:
    try:
        asked = json.loads(line, parse_constant=_refuse_constant)
        name, text = asked["id"], asked["text"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return _refuse('a line must be a JSON object with "id" and "text"')
    if not isinstance(text, str):
        return _refuse('"text" must be a string')
    if len(text) > LONGEST:
        return _refuse(f'"text" has at most {LONGEST} characters')
    return {"id": name, "entities": [e.as_json() for e in extract(text, lexicon)]}


def _refuse(reason: str) -> dict[str, Any]:
    return {"id": None, "error": reason}


def _refuse_constant(constant: str) -> None:
    """NaN and Infinity are no JSON: whoever reads our line could not read its id."""
    raise ValueError(constant)

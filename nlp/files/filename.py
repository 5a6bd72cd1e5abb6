"""A file's name as its sender gave it: the last part of a path, in characters one sees.

What turns the direction of writing or breaks a line makes a name say what it is not
(U+202E: `gpj.exe` shown as `exe.jpg`).
"""

import unicodedata

from nlp.text import clean

LONGEST = 200
ENDING = 10
UNSEEN = ("Cc", "Cf", "Zl", "Zp")


def file_name(written: str) -> str:
    """Return the name, shortened before its ending."""
    seen = "".join(c for c in clean(written) if unicodedata.category(c) not in UNSEEN)
    name = seen.replace("\\", "/").rpartition("/")[2].strip()
    if len(name) <= LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    return (stem or name)[: LONGEST - ENDING] + dot + ending[: ENDING - 1]

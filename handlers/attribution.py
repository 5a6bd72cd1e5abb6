"""Attribution: by which printed code somebody came; the first counts, all are kept.

What stands behind a link was typed by anybody, so only what can be a code is taken.
"""

from dataclasses import replace

from handlers.placement_codes import read_code
from storage.model.dialogue import Dialogue


def came(dialogue: Dialogue, source: str | None) -> Dialogue:
    """Return the dialogue of somebody who came by this code, if it is one."""
    code = read_code(source or "")
    if code is None or code in (dialogue.source, *dialogue.scanned):
        return dialogue
    return replace(
        dialogue, source=dialogue.source or code, scanned=(*dialogue.scanned, code)
    )

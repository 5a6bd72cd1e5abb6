"""Interviewing: a volunteer's talk with one narrator, from his name to his consent.

Each interview is a conversation of the web chat. Nothing can be told in it before the
narrator agreed: the sentence was read to him and he said yes, or his own words are
recorded, or both. Who does not agree leaves nothing behind.
"""

from datetime import datetime, timedelta

from handlers.conversation.address import NEUTRAL, addressed
from handlers.conversation.status import state
from handlers.inspecting import queue_reading
from handlers.notice import PURPOSES, VERSION
from handlers.receiving import Refused
from handlers.wording import say
from nlp.files.idcards import masked
from nlp.files.stamps import is_stamped
from storage import alerts, consents, erasure, inbox, interviews, media
from storage.consents import Agreement
from storage.model.alert import AlertReason
from storage.model.evidence import Media
from storage.model.message import Vouched
from storage.model.tip import TipKind
from storage.model.volunteer import ConsentForm, Interview, Volunteer
from storage.tx import Connection

NAME_LENGTH = 100
LABEL_LENGTH = 120
A_DAY_AT_MOST = 40
NOT_AGREED = "người kể không đồng ý"


def begin(
    tx: Connection, who: Volunteer, narrator: str, form: str, now: datetime
) -> int:
    """Return the id of a new interview; the same one for a form that is sent twice."""
    narrator = " ".join(narrator.split())
    if not 0 < len(narrator) <= NAME_LENGTH:
        raise Refused("interview.name", 422)
    if interviews.begun(tx, who.id, now - timedelta(days=1)) >= A_DAY_AT_MOST:
        raise Refused("interview.many", 429)
    conversation = interviews.open_conversation(tx, who.id, form, now)
    return interviews.begin(tx, who.id, conversation, narrator, now)


def agree(tx: Connection, held: Interview, now: datetime) -> None:
    """Take the volunteer's word that his narrator heard the sentence and said yes."""
    if interviews.agree(tx, held.id, ConsentForm.READ, None):
        _vouch(tx, held, ConsentForm.READ, now)


def agree_spoken(
    tx: Connection, held: Interview, recording: Media, now: datetime
) -> bool:
    """Take a recorded consent as evidence; False if there is one already."""
    if not interviews.agree(tx, held.id, ConsentForm.SPOKEN, recording.id):
        return False
    media.add(tx, recording)
    queue_reading(tx, recording, now)
    _vouch(tx, held, ConsentForm.SPOKEN, now)
    return True


def refuse(tx: Connection, held: Interview, now: datetime) -> tuple[str, ...]:
    """Erase an interview whose narrator does not agree; return its objects' names."""
    if held.consent is not None:
        raise Refused("interview.agreed", 409)
    refused = Agreement(
        is_given=False,
        at=now,
        channel="web",
        form=ConsentForm.READ,
        version=VERSION,
        purposes=PURPOSES,
    )
    consents.keep(tx, held.conversation, refused)
    actor = f"volunteer:{held.volunteer}"
    return erasure.erase(tx, held.conversation, NOT_AGREED, actor, now)


def stage(held: Interview) -> str:
    """Return where an interview stands, in the words that its narrator would hear."""
    if held.is_erased:
        return say("interview.stage.erased")
    if held.consent is None:
        return say("interview.stage.unasked")
    if held.status is None:
        return say("interview.stage.telling")
    told = state(held.status, is_relative=held.kind is TipKind.RELATIVE)
    return addressed(told, NEUTRAL)


def label(
    tx: Connection, held: Interview, file: str, words: str, now: datetime
) -> None:
    """Say anew what one of the interview's files shows; a secret paper is set apart."""
    tidy = masked(" ".join(words.split()))
    if len(tidy) > LABEL_LENGTH:
        raise Refused("web.too_long", 413)
    if file == held.recording or not media.set_label(tx, held.conversation, file, tidy):
        raise Refused("web.not_found", 404)
    if is_stamped(tidy) and media.set_apart(tx, file):
        alerts.raise_for(tx, held.conversation, AlertReason.STAMPED, now)


def _vouch(tx: Connection, held: Interview, form: ConsentForm, now: datetime) -> None:
    told = Vouched(held.narrator, form)
    inbox.post(tx, held.conversation, told, f"vouched:{form}", now)

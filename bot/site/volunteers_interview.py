"""One interview: the narrator's consent first, then a chat of its own.

The chat is the one that citizens have, at the interview's own address: its scripts and
its API are the same, only who is who comes from the volunteer's card. No secret of the
conversation leaves the house, so a card that is withdrawn closes it at once.
"""

from collections.abc import AsyncIterator
from functools import wraps

from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import BadHttpMessage

from admin.forms import text
from admin.pages import see
from bot.keys import CLOCK, DB, FILES
from bot.site import chat, media, uploads
from bot.site.visitor import STILL, VISITOR, Visitor
from bot.site.volunteers import (
    CSRF,
    HOME,
    SESSION,
    View,
    check,
    filled,
    for_volunteers,
    is_still_let_in,
    page,
)
from handlers import interviewing, spoken_consent
from handlers.question_guide import guides
from handlers.receiving import Refused
from handlers.wording import say
from handlers.world import World
from nlp.files.filename import file_name
from storage import interviews
from storage import media as files
from storage.interviews import secret
from storage.model.volunteer import Interview

AT = HOME + r"/buoi-ke/{interview:\d{1,18}}"
PIECE = 1 << 16
LONGEST_MARK = 200
INTERVIEW: web.RequestKey[Interview] = web.RequestKey("interview")


def of_interview(view: View) -> View:
    """Close a view to all but the interview's own volunteer."""

    @for_volunteers
    @wraps(view)
    async def closed(request: web.Request) -> web.StreamResponse:
        number, who = int(request.match_info["interview"]), request[SESSION].volunteer
        held = await request.app[DB].read(interviews.load, number, who.id)
        if held is None or held.is_erased:
            raise Refused("web.not_found", 404)
        request[INTERVIEW] = held
        return await view(request)

    return closed


def chatting(view: View) -> View:
    """Make a view of the chat one of the interview, once its narrator agreed."""

    @of_interview
    @wraps(view)
    async def closed(request: web.Request) -> web.StreamResponse:
        held = request[INTERVIEW]
        if held.consent is None:
            raise Refused("interview.first", 409)
        known = secret(request.app[DB].ring, held.conversation)
        address = f"interview:{held.id}"
        request[VISITOR] = Visitor(known, address, "web", is_new=False)
        request[STILL] = is_still_let_in
        return await view(request)

    return closed


@of_interview
async def show(request: web.Request) -> web.StreamResponse:
    """Show the sentence to read aloud, or the talk once it was agreed to."""
    held = request[INTERVIEW]
    if held.consent is None:
        return await _ask(request)
    return await page(
        request,
        "volunteers_interview.html",
        interview=held,
        at=_at(held),
        guides=guides(),
        originals=say("interview.originals"),
    )


@of_interview
async def ask(request: web.Request) -> web.StreamResponse:
    """Show the sentence again, so that a recording joins what was only read."""
    return await _ask(request)


@of_interview
async def agree(request: web.Request) -> web.StreamResponse:
    """Take the volunteer's word that his narrator agreed."""
    await filled(request)
    held, now = request[INTERVIEW], request.app[CLOCK]()
    await request.app[DB].announce(["inbox"], interviewing.agree, held, now)
    return see(_at(held))


@of_interview
async def speak(request: web.Request) -> web.StreamResponse:
    """Take a recording of the narrator's own words of consent."""
    held = request[INTERVIEW]
    if not request.content_type.startswith("multipart/"):
        raise Refused("web.unreadable", 400)
    try:
        await _take(request, held)
    except (ValueError, BadHttpMessage):
        raise Refused("web.unreadable", 400) from None
    except Refused as refused:
        if refused.status not in REPEATABLE:
            raise
        return await _ask(request, refused.sentence, refused.status)
    return see(_at(held))


@of_interview
async def refuse(request: web.Request) -> web.StreamResponse:
    """Erase an interview whose narrator does not agree."""
    await filled(request)
    held, now = request[INTERVIEW], request.app[CLOCK]()
    for name in await request.app[DB].write(interviewing.refuse, held, now):
        await request.app[FILES].remove(name)
    return see(HOME)


@of_interview
async def list_files(request: web.Request) -> web.StreamResponse:
    """Show what was sent, and what each file is said to show."""
    held = request[INTERVIEW]
    kept = await request.app[DB].read(files.of_conversation, held.conversation)
    shown = [file for file in kept if file.id != held.recording]
    return await page(
        request, "volunteers_files.html", interview=held, at=_at(held), files=shown
    )


@of_interview
async def label(request: web.Request) -> web.StreamResponse:
    """Say anew what a file shows."""
    form, held = await filled(request), request[INTERVIEW]
    file, words = text(form, "file"), text(form, "label")
    now = request.app[CLOCK]()
    await request.app[DB].write(interviewing.label, held, file, words, now)
    return see(f"{_at(held)}/tep")


async def _ask(
    request: web.Request, alert: str = "", status: int = 200
) -> web.Response:
    held = request[INTERVIEW]
    return await page(
        request,
        "volunteers_consent.html",
        status,
        interview=held,
        at=_at(held),
        alert=alert,
        **{
            key: say(f"interview.{name}")
            for key, name in (
                ("read", "read"),
                ("free", "read.free"),
                ("spoken", "say"),
                ("originals", "originals"),
            )
        },
    )


async def _take(request: web.Request, held: Interview) -> None:
    """Read the form as it comes: its mark first, then the recording."""
    reader, is_checked = await request.multipart(), False
    while isinstance(part := await reader.next(), BodyPartReader):
        if part.name == CSRF:
            check(request, (await part.read_chunk(LONGEST_MARK)).decode())
            is_checked = True
        elif part.filename is not None and is_checked:
            title, world = file_name(part.filename), _world(request)
            await spoken_consent.keep(world, held, title, _pieces(part))
            return
    raise Refused("volunteer.foreign" if not is_checked else "upload.empty", 422)


async def _pieces(part: BodyPartReader) -> AsyncIterator[bytes]:
    while piece := await part.read_chunk(PIECE):
        yield piece


def _world(request: web.Request) -> World:
    return World(request.app[DB], request.app[FILES], request.app[CLOCK])


def _at(held: Interview) -> str:
    return f"{HOME}/buoi-ke/{held.id}"


REPEATABLE = (413, 422)
ROUTES = (
    web.get(AT, show),
    web.get(f"{AT}/dong-y", ask),
    web.post(f"{AT}/dong-y", agree),
    web.post(f"{AT}/loi-dong-y", speak),
    web.post(f"{AT}/khong-dong-y", refuse),
    web.get(f"{AT}/tep", list_files),
    web.post(f"{AT}/nhan", label),
    web.post(f"{AT}/messages", chatting(chat.post_message)),
    web.get(f"{AT}/messages", chatting(chat.get_messages)),
    web.get(AT + "/media/{media}", chatting(media.show)),
    web.post(f"{AT}/uploads", chatting(uploads.begin)),
    web.head(AT + "/uploads/{id}", chatting(uploads.tell)),
    web.patch(AT + "/uploads/{id}", chatting(uploads.take)),
    web.delete(AT + "/uploads/{id}", chatting(uploads.take_back)),
)

"""What officers do to a tip: each form is checked, done, and the tip shown again.

It is done only if the tip still is as the officer saw it; otherwise he is told who or
what came first, and what he had written stands in its form.
"""

import asyncio
from collections.abc import Awaitable, Callable

from aiohttp import web

from admin import pages
from admin.auth import staff_of
from admin.forms import Form, text
from admin.keys import DB
from admin.tips import Draft, holder_of, open_dossier, page
from handlers import correcting, triage
from handlers.triage import Act, MovedOn, NotNow, NotYours, Refused
from nlp.lexicon import Lexicon
from storage import agencies, claims, corrections, departures, notes, work
from storage.corrections import Correction
from storage.dossier import Dossier

INBOX = "inbox"  # the bell of who reads what is put into a conversation

Do = Callable[[web.Request, Dossier, Form], Awaitable[None]]


def acting(
    act: Act,
) -> Callable[[Do], Callable[[web.Request], Awaitable[web.Response]]]:
    """Make a view of an act: check, do, show the tip; a refusal keeps what was typed."""

    def with_check(do: Do) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def view(request: web.Request) -> web.Response:
            held, form = await open_dossier(request), await request.post()
            try:
                _check(act, request, held, form)
                await do(request, held, form)
            except Refused as refused:
                held = await open_dossier(request)
                return page(request, held, str(refused), _draft(act, form))
            raise web.HTTPSeeOther(f"/console/tips/{held.tip.id}")

        return view

    return with_check


@acting(Act.CLAIM)
async def claim(request: web.Request, held: Dossier, _form: Form) -> None:
    who, now = staff_of(request), pages.now(request)
    if not await request.app[DB].write(claims.claim, held.tip.id, who.id, now):
        latest = holder_of(await open_dossier(request), now)
        raise NotYours(latest.name if latest else None)


@acting(Act.RELEASE)
async def release(request: web.Request, held: Dossier, _form: Form) -> None:
    who, now = staff_of(request), pages.now(request)
    if not await request.app[DB].write(claims.release, held.tip.id, who.id, now):
        raise MovedOn


@acting(Act.TAKE_OVER)
async def take_over(request: web.Request, held: Dossier, form: Form) -> None:
    who, now = staff_of(request), pages.now(request)
    holder, reason = holder_of(held, now), _reason(Act.TAKE_OVER, form)
    if holder is None or not await request.app[DB].write(
        claims.take_over, held.tip.id, who.id, holder.id, reason, now
    ):
        raise MovedOn


@acting(Act.CORRECT)
async def correct(request: web.Request, held: Dossier, form: Form) -> None:
    key = triage.field(text(form, "key"))
    value = await asyncio.to_thread(
        correcting.value, key, text(form, "value"), Lexicon.load()
    )
    right = Correction(key, value, _reason(Act.CORRECT, form))
    who, now = staff_of(request), pages.now(request)
    if not await request.app[DB].write(
        corrections.correct, held.tip, right, who.id, now
    ):
        raise MovedOn


@acting(Act.ASK)
async def ask(request: web.Request, held: Dossier, form: Form) -> None:
    words = triage.words(text(form, "text"), triage.LONGEST_WORDS)
    if departures.is_known(held.deeds):
        raise NotNow("Người kể đã mất, không hỏi thêm được nữa.")
    who, now, db = staff_of(request), pages.now(request), request.app[DB]
    office = await db.read(agencies.load, who.agency)
    name = office.name if office else ""
    if not await db.announce([INBOX], work.ask, held.tip, words, name, who.id, now):
        raise MovedOn


@acting(Act.NOTE)
async def note(request: web.Request, held: Dossier, form: Form) -> None:
    words = triage.words(text(form, "text"), triage.LONGEST_NOTE)
    who, now = staff_of(request), pages.now(request)
    await request.app[DB].write(notes.add, held.tip.id, who.id, words, now)


@acting(Act.DECIDE)
async def decide(request: web.Request, held: Dossier, form: Form) -> None:
    status = triage.decision(text(form, "status"))
    reason = _reason(Act.DECIDE, form)
    who, now = staff_of(request), pages.now(request)
    if not await request.app[DB].announce(
        [INBOX], work.decide, held.tip, status, reason, who.id, now
    ):
        raise MovedOn


@acting(Act.PUT_BACK)
async def put_back(request: web.Request, held: Dossier, form: Form) -> None:
    who, now = staff_of(request), pages.now(request)
    reason = _reason(Act.PUT_BACK, form)
    if not await request.app[DB].announce(
        [INBOX], work.put_back, held.tip, reason, who.id, now
    ):
        raise MovedOn


@acting(Act.TELLER_DIED)
async def teller_died(request: web.Request, held: Dossier, form: Form) -> None:
    who, now = staff_of(request), pages.now(request)
    reason = _reason(Act.TELLER_DIED, form)
    if not await request.app[DB].announce(
        [INBOX], departures.report, held.tip, reason, who.id, now
    ):
        raise NotNow("Việc này đã được ghi nhận trước đó.")


ROUTES = (
    web.post("/tips/{tip}/claim", claim),
    web.post("/tips/{tip}/release", release),
    web.post("/tips/{tip}/take-over", take_over),
    web.post("/tips/{tip}/correct", correct),
    web.post("/tips/{tip}/ask", ask),
    web.post("/tips/{tip}/note", note),
    web.post("/tips/{tip}/decide", decide),
    web.post("/tips/{tip}/put-back", put_back),
    web.post("/tips/{tip}/teller-died", teller_died),
)


def _check(act: Act, request: web.Request, held: Dossier, form: Form) -> None:
    who, now = staff_of(request), pages.now(request)
    triage.check(act, held.tip, who, holder_of(held, now))
    if act in triage.VERSIONED:
        triage.check_version(held.tip, text(form, "version"))


def _draft(act: Act, form: Form) -> Draft:
    names = ("key", "value", "text", "status", "reason")
    return Draft(act.value, **{name: text(form, name) for name in names})


def _reason(act: Act, form: Form) -> str:
    return triage.reason_for(act, text(form, "reason"))

"""Zalo's servers as one: API, tokens, files; faults strike where they are wanted."""

import asyncio
import json
from collections.abc import Callable

from aiohttp import web

from tests.fakes.faults import Fault
from tests.fakes.zalo import calls, files, tokens
from tests.fakes.zalo.faults import Kind
from tests.fakes.zalo.files import hang_up
from tests.fakes.zalo.world import BUSY, Json, No, World

WORLD: web.AppKey[World] = web.AppKey("world", World)
Call = Callable[[World, Json], Json | list[Json]]


def application(world: World) -> web.Application:
    app = web.Application(client_max_size=60 << 20)
    app[WORLD] = world
    app.add_routes([
        web.post("/v3.0/oa/message/cs", api("cs", calls.consult)),
        web.post("/v3.0/oa/message/template", api("template", calls.template)),
        web.post("/v2.0/oa/message", api("cs", calls.answer_nobody)),
        web.get("/v2.0/oa/getoa", api("getoa", calls.account)),
        web.get("/v2.0/oa/listrecentchat", api("recent", calls.recent)),
        web.get("/v3.0/oa/user/detail", api("detail", calls.detail)),
        web.post("/v4/oa/access_token", token),
        web.get("/v4/oa/permission", permission),
        web.get("/media/{name}", media),
    ])  # fmt: skip
    return app


def api(method: str, call: Call) -> Callable[[web.Request], object]:
    """Return a view that answers a call as Zalo does: always with status 200."""

    async def view(request: web.Request) -> web.StreamResponse:
        world = request.app[WORLD]
        fault = world.faults.strike(method)
        if fault is not None and fault.kind in BEFORE:
            return BEFORE[fault.kind](request, fault)
        headers = {"X-RateLimit-Limit": str(world.most)}
        try:
            calls.admit(world, request)
            headers["X-RateLimit-Remain"] = str(world.count())
            told = call(world, await said(request))
        except No as no:
            if no.code == BUSY:
                headers["X-RateLimit-Remain"] = "0"
            return web.json_response(no.body(), headers=headers)
        answer = {"error": 0, "message": "Success", "data": told}
        await behind(request, fault, world.answer_s)
        return web.json_response(answer, headers=headers)

    return view


async def token(request: web.Request) -> web.StreamResponse:
    world = request.app[WORLD]
    fault = world.faults.strike("token")
    if fault is not None and fault.kind in BEFORE:
        return BEFORE[fault.kind](request, fault)
    try:
        pair = await tokens.grant(world, request)
    except No as no:
        return web.json_response({"error": no.code, "error_name": no.told})
    await behind(request, fault, world.answer_s)
    return web.json_response(pair)


async def permission(request: web.Request) -> web.StreamResponse:
    return tokens.permit(request.app[WORLD], request)


async def media(request: web.Request) -> web.StreamResponse:
    return await files.give(request.app[WORLD], request)


async def said(request: web.Request) -> Json:
    """Return what a call says: a question holds it under `data`."""
    try:
        if request.method == "GET":
            told = json.loads(request.query.get("data", "{}"))
        else:
            told = await request.json()
    except ValueError:
        raise No(-201, "Params is invalid") from None
    return told if isinstance(told, dict) else {}


async def behind(request: web.Request, fault: Fault | None, usual_s: float) -> None:
    """Do to an answer what a fault wants, once the call is done."""
    if fault is not None and fault.kind is Kind.LOST:
        hang_up(request)
    slow_s = fault.seconds if fault and fault.kind is Kind.SLOW else 0.0
    if usual_s + slow_s:
        await asyncio.sleep(usual_s + slow_s)


def refused(_request: web.Request, fault: Fault) -> web.Response:
    return web.json_response(No(fault.code, "refused on demand").body())


def broken(_request: web.Request, _fault: Fault) -> web.Response:
    return web.Response(status=502, text="<html>502 Bad Gateway</html>")


def forbidden(_request: web.Request, _fault: Fault) -> web.Response:
    return web.Response(status=403, text="<html>403 Forbidden</html>")


def dropped(request: web.Request, _fault: Fault) -> web.Response:
    hang_up(request)
    return web.Response()


BEFORE = {
    Kind.CODE: refused, Kind.BROKEN: broken, Kind.FORBIDDEN: forbidden,
    Kind.DROPPED: dropped,
}  # fmt: skip

"""The Bot API over HTTP: calls as JSON, as a form or in parts, and files by piece."""

import asyncio
import json
from typing import Any

from aiohttp import web

from tests.fakes.faults import Fault
from tests.fakes.telegram.faults import Kind
from tests.fakes.telegram.methods import METHODS
from tests.fakes.telegram.world import Json, No, World

# What a form carries as JSON.
NESTED = ("reply_markup", "allowed_updates", "link_preview_options")
WORLD: web.AppKey[World] = web.AppKey("world", World)


def application(world: World) -> web.Application:
    app = web.Application(client_max_size=60 << 20)
    app[WORLD] = world
    app.add_routes([
        web.get("/file/bot{token}/{path:.+}", file),
        web.route("*", "/bot{token}/{method}", call),
    ])  # fmt: skip
    return app


async def call(request: web.Request) -> web.StreamResponse:
    """Answer a call, unless a fault wants it otherwise."""
    world, method = request.app[WORLD], request.match_info["method"]
    told = await fields(request)
    world.calls.append((world.clock(), method, told))
    fault = world.faults.strike(method)
    if fault is not None and fault.kind in BEFORE:
        return await BEFORE[fault.kind](request, fault)
    answer = await answered(world, request.match_info["token"], method, told)
    if fault is not None and fault.kind is Kind.LOST:
        hang_up(request)
    if fault is not None and fault.kind is Kind.SLOW:
        await asyncio.sleep(fault.seconds)
    if world.answer_s and method == "sendMessage":
        await asyncio.sleep(world.answer_s)
    return answer


async def answered(world: World, token: str, method: str, told: Json) -> web.Response:
    try:
        if token != world.token:
            raise No(401, "Unauthorized")
        if method not in METHODS:
            raise No(404, "Not Found: method not found")
        result = await METHODS[method](world, told)
    except No as no:
        return web.json_response(no.body(), status=no.code)
    return web.json_response({"ok": True, "result": result})


async def fields(request: web.Request) -> Json:
    """Return what a call says, however it says it."""
    if request.content_type == "application/json":
        told: Json = await request.json()
        return told
    form: dict[str, Any] = {**request.query, **await request.post()}
    for name in NESTED:
        if isinstance(form.get(name), str):
            form[name] = json.loads(form[name])
    return form


async def busy(_request: web.Request, fault: Fault) -> web.Response:
    wait = int(fault.seconds)
    no = No(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
    return web.json_response(no.body(), status=429)


async def broken(_request: web.Request, _fault: Fault) -> web.Response:
    return web.Response(status=502, text="<html>502 Bad Gateway</html>")


async def dropped(request: web.Request, _fault: Fault) -> web.Response:
    hang_up(request)
    return web.Response()


BEFORE = {Kind.BUSY: busy, Kind.BROKEN: broken, Kind.DROPPED: dropped}


def hang_up(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()


async def file(request: web.Request) -> web.StreamResponse:
    """Give a file's bytes from where they are wanted, while its link holds."""
    world, path = request.app[WORLD], request.match_info["path"]
    held = next((held for held in world.files.values() if held.path == path), None)
    if request.match_info["token"] != world.token or held is None:
        return web.json_response(No(404, "Not Found").body(), status=404)
    if held.expires <= world.clock():
        return web.json_response(No(404, "Not Found: expired").body(), status=404)
    start = request.http_range.start or 0
    if start and start >= len(held.content):
        return web.Response(status=416)
    fault = world.faults.strike("file")
    content = held.content[start:]
    if fault is not None and fault.kind in BEFORE:
        return await BEFORE[fault.kind](request, fault)
    answer = web.StreamResponse(status=206 if start else 200)
    answer.content_length = len(content)
    await answer.prepare(request)
    if fault is not None and fault.kind is Kind.LOST:
        await answer.write(content[: len(content) // 2])
        hang_up(request)
        return answer
    await answer.write(content)
    return answer

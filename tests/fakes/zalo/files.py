"""The hosts that Zalo's files lie on: anybody may fetch, for a while."""

import asyncio

from aiohttp import web

from tests.fakes.zalo.faults import Kind
from tests.fakes.zalo.world import World

PIECE = 1 << 20


async def give(world: World, request: web.Request) -> web.StreamResponse:
    """Give a file's bytes from where they are wanted."""
    held = world.files.get(request.match_info["name"])
    if held is None or held.expires <= world.clock():
        return web.Response(status=404)
    if held.moved_to:
        return web.Response(status=302, headers={"Location": held.moved_to})
    start = request.http_range.start or 0
    if start and start >= len(held.content):
        return web.Response(status=416)
    fault = world.faults.strike("media")
    content = held.content[start:]
    answer = web.StreamResponse(status=206 if start else 200)
    answer.content_type = held.mime
    if start:
        end, whole = len(held.content) - 1, len(held.content)
        answer.headers["Content-Range"] = f"bytes {start}-{end}/{whole}"
    if not held.is_endless:
        answer.content_length = len(content)
    await answer.prepare(request)
    while held.is_endless:
        await answer.write(bytes(PIECE))
    if fault is not None and fault.kind in (Kind.LOST, Kind.DROPPED):
        await answer.write(content[: len(content) // 2])
        await asyncio.sleep(0.05)
        hang_up(request)
    elif fault is not None and fault.kind is Kind.SLOW:
        for at in range(0, len(content), max(1, len(content) // 10)):
            await answer.write(content[at : at + max(1, len(content) // 10)])
            await asyncio.sleep(fault.seconds / 10)
    else:
        await answer.write(content)
    return answer


def hang_up(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()

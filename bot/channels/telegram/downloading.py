"""Fetching a file: where it lies now, then its bytes from where we stopped.

A link holds for an hour; when it has expired another is asked for.
"""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager

from aiohttp import ClientError, ClientResponse, ClientTimeout

from bot.calling import CONNECT_S, Unreachable
from bot.channel import FetchError
from bot.channels.telegram.api import Api, Refused
from storage.model.message import Remote

LARGEST = 20 << 20  # bytes that Telegram lets a bot fetch
PIECE = 64 << 10
WHOLE_S = 900.0
SILENCE_S = 30.0
TOO_LARGE = "too_large"
BEHIND_THE_END = 416


async def download(api: Api, remote: Remote, offset: int) -> AsyncIterator[bytes]:
    """Return the file's bytes from `offset` on. Raises FetchError."""
    if (remote.size or 0) > LARGEST or not remote.ref:
        why = TOO_LARGE if remote.size else "no file"
        raise FetchError(why, permanent=True)
    path = await path_of(api, remote)
    try:
        async with opened(api, path, offset) as answer:
            if answer.status == BEHIND_THE_END:
                return
            async for piece in pieces(answer, offset):
                yield piece
    except (ClientError, TimeoutError, OSError) as error:
        raise FetchError(type(error).__name__) from None


async def path_of(api: Api, remote: Remote) -> str:
    """Return where Telegram lays the file for a while."""
    try:
        told = await api.call("getFile", {"file_id": remote.ref})
    except Refused as refused:
        raise failure(refused) from None
    except Unreachable as lost:
        raise FetchError(lost.why) from None
    path = told.get("file_path") if isinstance(told, dict) else None
    if not isinstance(path, str) or not path or ".." in path:
        raise FetchError("no path")
    return path.lstrip("/")


def failure(refused: Refused) -> FetchError:
    """Return what a refusal means for the file."""
    if "too big" in refused.words.lower():
        return FetchError(TOO_LARGE, permanent=True)
    is_for_ever = refused.code == 400 and "temporarily" not in refused.words.lower()
    return FetchError(str(refused), permanent=is_for_ever)


def opened(
    api: Api, path: str, offset: int
) -> AbstractAsyncContextManager[ClientResponse]:
    """Return the answer that carries the bytes; redirects would carry our token away."""
    return api.http.get(
        api.files / path,
        headers={"Range": f"bytes={offset}-"} if offset else None,
        proxy=api.proxy,
        allow_redirects=False,
        timeout=ClientTimeout(total=WHOLE_S, connect=CONNECT_S, sock_read=SILENCE_S),
    )


async def pieces(answer: ClientResponse, offset: int) -> AsyncIterator[bytes]:
    """Return the bytes behind `offset`, also from a server that sends them all."""
    if answer.status not in (200, 206):
        raise FetchError(f"status {answer.status}")
    place = offset if answer.status == 206 else 0
    async for piece in answer.content.iter_chunked(PIECE):
        fresh = piece[max(0, offset - place) :]
        place += len(piece)
        if place > LARGEST:
            raise FetchError(TOO_LARGE, permanent=True)
        if fresh:
            yield fresh

"""The log: one JSON object a line, events without a word of any witness.

Names, phones and stories must not reach a log even when something breaks. So fields are
dropped by their name, an exception leaves its type and place but not its message (which
may quote the row it failed on), and a line of a library leaves its template without the
values filled in.
"""

import logging
import sys
import traceback
from collections.abc import Mapping
from typing import Any, TextIO

import structlog
from aiohttp import web
from aiohttp.abc import AbstractAccessLogger
from structlog.typing import EventDict, WrappedLogger

# fmt: off
PERSONAL = frozenset((
    "address", "answer", "answers", "body", "caption", "comment", "cookie", "email",
    "file", "filename", "headers", "input", "label", "lat", "latitude", "location",
    "lon", "longitude", "message", "name", "note", "password", "payload", "phone",
    "pin", "query", "reason", "reply", "secret", "sql", "story", "text", "token",
    "transcript", "url", "value", "values", "witness", "words",
))
# fmt: on


def configure(stream: TextIO | None = None, level: int = logging.INFO) -> None:
    """Send every event of ours and every warning of a library to the stream."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            locate,
            redact,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(stream or sys.stdout),
        cache_logger_on_first_use=False,
    )
    handler = _LibraryHandler()
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)


def redact(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Drop every field whose name says that it holds something personal."""
    return {"event": event["event"], **_without_personal(event)}


def locate(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Replace an exception by its type and the places it went through."""
    error = _exception(event.pop("exc_info", None))
    if error is not None:
        frames = traceback.extract_tb(error.__traceback__)
        event["error"] = type(error).__qualname__
        event["where"] = [f"{f.filename}:{f.lineno} {f.name}" for f in frames]
    return event


# What platforms bring by the hundred a second is counted, not told; what fails is told.
COUNTED = "/webhook/"


class AccessLogger(AbstractAccessLogger):
    """Logs a request by its route, which holds neither a query nor anyone's id."""

    def log(
        self, request: web.BaseRequest, response: web.StreamResponse, time: float
    ) -> None:
        route = route_of(request)
        if route.startswith(COUNTED) and response.status == 200:
            return
        structlog.get_logger().info(
            "http.request",
            method=request.method,
            route=route,
            status=response.status,
            ms=round(time * 1000, 1),
        )


def route_of(request: web.BaseRequest) -> str:
    """Return the route, which holds neither a query nor anyone's id."""
    if not isinstance(request, web.Request):
        return "none"
    try:
        resource = request.match_info.route.resource
    except AssertionError:  # aiohttp's way to say that it could not even be read
        return "none"
    return resource.canonical if resource else "none"


class _LibraryHandler(logging.Handler):
    """Hands what libraries log to our own log, without the values they fill in."""

    def emit(self, record: logging.LogRecord) -> None:
        structlog.get_logger().log(
            record.levelno,
            "library.log",
            logger=record.name,
            template=str(record.msg),
            exc_info=record.exc_info[1] if record.exc_info else None,
        )


def _without_personal(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: _without_personal(value) if isinstance(value, Mapping) else value
        for name, value in fields.items()
        if PERSONAL.isdisjoint(name.lower().split("_"))
    }


def _exception(exc_info: object) -> BaseException | None:
    if isinstance(exc_info, BaseException):
        return exc_info
    return sys.exception() if exc_info else None

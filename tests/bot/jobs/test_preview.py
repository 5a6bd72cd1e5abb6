"""Staff see a small bare copy of a photo, or why there is none."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from bot.jobs import JOBS
from storage import jobs
from storage.model.evidence import MediaState
from storage.model.line import Job
from tests.fixtures.uploading import Visitor, jpeg


async def test_a_photo_gets_a_bare_preview(visitor: Visitor) -> None:
    raw = jpeg(2000)
    name = await visitor.begun(name="a.jpg", size=len(raw))
    await visitor.send(name, 0, raw)

    job = await visitor.world.db.write(jobs.take, visitor.clock())
    assert job is not None
    await JOBS[job.kind](job, visitor.world)
    await JOBS[job.kind](job, visitor.world)

    (kept,) = await visitor.kept()
    assert kept.preview is not None
    assert kept.preview_key is not None
    preview = replace(kept, id=kept.preview, key=kept.preview_key)
    with Image.open(io.BytesIO(await visitor.bytes_of(preview))) as small:
        assert (small.format, small.size) == ("JPEG", (1600, 1600))


@pytest.mark.parametrize(
    ("raw", "state", "has_preview"),
    [
        (jpeg()[:-900], MediaState.TRUNCATED, True),
        (b"\xff\xd8\xff\xe0 no photo at all", MediaState.UNREADABLE, False),
    ],
)
async def test_a_broken_photo_is_kept_and_says_so(
    visitor: Visitor, raw: bytes, state: MediaState, has_preview: bool
) -> None:
    name = await visitor.begun(name="a.jpg", size=len(raw))
    await visitor.send(name, 0, raw)
    (kept,) = await visitor.kept()

    await JOBS["preview"](Job(1, "preview", kept.id, {}, 1), visitor.world)

    (drawn,) = await visitor.kept()
    assert (drawn.state, drawn.preview is not None) == (state, has_preview)
    assert await visitor.bytes_of(drawn) == raw

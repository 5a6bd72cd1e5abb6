"""A file that never came is named in the package, and no byte is made up for it."""

import json
from dataclasses import replace

from handlers.forwarding import RECORD, TRANSCRIPT, package
from handlers.package.form import sheet
from handlers.package.words import ABSENT
from storage.model.evidence import MediaState
from storage.model.line import Line
from tests.handlers.package.invented import AT, DOSSIER, SHOWN

GAP = replace(SHOWN[0], id="c" * 32, state=MediaState.GONE, size=0, sha256="")
MISSING = replace(
    DOSSIER,
    tip=replace(DOSSIER.tip, media=(GAP, *SHOWN)),
    lines=(*DOSSIER.lines, Line(5, "citizen", AT, "", media=GAP.id)),
)


def test_only_files_that_are_here_go_into_the_package() -> None:
    made = package(MISSING)

    assert [item.media for item in made.attachments] == list(SHOWN)


def test_every_paper_says_that_a_file_is_missing() -> None:
    made = package(MISSING)
    papers = {paper.name: paper.content for paper in made.papers}
    attached = {item.media.id: item.name for item in made.attachments}
    listed, *_ = sheet(MISSING, attached)["media"]

    assert listed["name"] == ABSENT
    assert (listed["size"], listed["sha256"]) == ("", "")
    assert "Chưa tải về được" in listed["kind"]
    told = json.loads(papers[RECORD])["media"][0]
    assert (told["state"], told["sha256"], told["bytes"]) == ("gone", None, 0)
    assert f"(gửi tệp {ABSENT})" in papers[TRANSCRIPT].decode()

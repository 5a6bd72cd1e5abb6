"""A script: a conversation in lines that anybody can read, played on a stage."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from handlers.conversation.facts import COUNTED
from handlers.conversation.followup import timers
from handlers.soldiers import soldiers
from storage.model.line import Timer
from storage.model.message import (
    Asked,
    Lapsed,
    Opened,
    Outgoing,
    Pinned,
    Pressed,
    Remote,
    Said,
    Showed,
    What,
)
from storage.model.tip import Telling
from tests.handlers import directions
from tests.handlers.arriving import deploy, flows_restored
from tests.handlers.stage import OFFICE, ZONE, Stage

KINDS = {name: kind for kind, name in COUNTED.items()}
SHOWN = re.compile(
    rf"\(({'|'.join(KINDS)})(?: (\d+) giây)?( qua ứng dụng)?\)(?: (.+))?", re.DOTALL
)
PIN = re.compile(r"\(vị trí ([\d.]+), ([\d.]+)\)")
ABOUT = re.compile(r"\(tin (\d+)\) (.+)")
LENGTH = re.compile(r"(\d+) (giờ|giây)")
UNITS = {"giờ": timedelta(hours=1), "giây": timedelta(seconds=1)}
WEDNESDAY = datetime(2026, 11, 25, tzinfo=ZONE)


@dataclass
class Script:
    """The performance so far: what was read and what we said."""

    stage: Stage = field(default_factory=lambda: Stage(apart=100))
    lines: list[str] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    asked: int = 0
    files: int = 0

    def play(self, *whats: What, seen: int | None = None) -> None:
        fresh = self.stage.put(*whats, seen=seen)
        self.places |= {w.text: self.stage.place for w in whats if isinstance(w, Said)}
        for out in fresh:
            self.lines += said(out)

    def what(self, words: str) -> What:
        """Return what the citizen does: a button, a thing shown, a place or words."""
        pin = PIN.fullmatch(words)
        if words == "(mở)":
            return Opened()
        if pin:
            return Pinned(float(pin[1]), float(pin[2]))
        if shown := SHOWN.fullmatch(words):
            length = float(shown[2]) if shown[2] else None
            remote = Remote("tệp") if shown[3] else None
            kind, caption = KINDS[shown[1]], shown[4] or ""
            self.files += 1
            return Showed(f"tệp {self.files}", kind, length, caption, remote)
        if words.startswith("["):
            return self._button(words[1:-1])
        return directions.read(words, self.places) or Said(words)

    def _button(self, label: str) -> Pressed:
        """Return the last button shown with this label."""
        buttons = [b for out in self.stage.said for b in out.buttons]
        named = [b for b in buttons if b.label.split(". ", 1)[-1] == label]
        return Pressed(named[-1].key, named[-1].value)

    def asks(self, words: str) -> Asked:
        """Return an officer's question, about a tip of which he says the number."""
        self.asked += 1
        about = ABOUT.fullmatch(words)
        if about is None:
            return Asked(self.asked, words, OFFICE.name)
        tip = int(about[1])
        name = self.stage.tips[tip].answers.get("martyr_name")
        code = f"482 915 {636 + tip}"
        martyr = (name.value or "") if name else ""
        return Asked(self.asked, about[2], OFFICE.name, tip, code, martyr)

    def wait(self, length: timedelta) -> None:
        """Let time pass; whatever timer is due goes off at its own time."""
        until = self.stage.now + length
        while due := sorted(
            (t for t in self._timers() if t.due_at <= until), key=lambda t: t.due_at
        ):
            self.stage.now = max(self.stage.now, due[0].due_at)
            fired = due[0]
            before = len(self.lines)
            self.play(Lapsed(fired.kind, fired.fence))
            at = self.stage.now.astimezone(ZONE)
            self.lines.insert(before, f"# {at:%H:%M} ngày {at:%d/%m}: {fired.kind}")
        self.stage.now = until

    def _timers(self) -> list[Timer]:
        return list(timers(self.stage.dialogue, 1, self.stage.now, ZONE))


def perform(written: str) -> str:
    """Return the script as it is played now."""
    script = Script()
    with flows_restored():
        for cue, burst in cues(written):
            script.lines += burst
            act(script, cue, burst)
    script.lines += outcome(script.stage)
    return "\n".join(script.lines) + "\n"


def act(script: Script, cue: str, burst: list[str]) -> None:
    """Play lines of one breath."""
    first = burst[0][2:]
    match cue:
        case ">" | "^":
            seen = script.stage.seen if cue == "^" else None
            script.play(*(script.what(line[2:]) for line in burst), seen=seen)
        case "?":
            script.play(script.asks(first))
        case "~":
            pass_time(script, first)


def cues(written: str) -> Iterator[tuple[str, list[str]]]:
    """Yield what is to be played: lines of one breath together."""
    kept = [line for line in written.splitlines() if line[:1] in "#>+^?~"]
    burst: list[str] = []
    for line in kept:
        if is_timed(line) or not line:
            continue
        if burst and not line.startswith("+"):
            yield burst[0][0], burst
            burst = []
        burst.append(line)
    if burst:
        yield burst[0][0], burst


def is_timed(line: str) -> bool:
    """Return whether the remark is one that the performance writes itself."""
    return bool(re.match(r"# \d\d:\d\d ngày", line))


def pass_time(script: Script, words: str) -> None:
    stage = script.stage
    if length := LENGTH.fullmatch(words):
        script.wait(int(length[1]) * UNITS[length[2]])
    elif words == "đêm":
        stage.now = WEDNESDAY + timedelta(hours=22)
    elif words == "bản mới bỏ câu hỏi về nơi chôn cất và đơn vị":
        deploy("remove")
    elif words == "không có giờ trực, không có điện thoại":
        stage.office = replace(OFFICE, hours=(), telephone="")
    else:
        raise ValueError(words)


def said(out: Outgoing) -> list[str]:
    first, *rest = out.text.split("\n")
    labels = [f"[{button.label}]" for button in out.buttons]
    buttons = ["    " + " ".join(labels)] if labels else []
    return [f"< {first}", *(f"  {line}" for line in rest), *buttons]


def outcome(stage: Stage) -> list[str]:
    """Return what staff get in the end."""
    lines = [line for tip in stage.tips.values() for line in filed(tip)]
    lines += [
        f"= gọi lại: {call.phone or 'chưa có số'} · {call.hour} · {call.reason}"
        for call in stage.calls
    ]
    lines += [f"= báo ngay cán bộ: {alert.reason}" for alert in stage.alerts]
    lines += [
        f"= quyền: {one.right}, trước {one.due_by:%d/%m/%Y}" for one in stage.wishes
    ]
    lines += [f"= ghi chú: {remark}" for remark in stage.remarks]
    if stage.forgotten:
        lines.append("= đã xóa khóa, không còn lời nào")
    return lines or ["= chưa có gì"]


def filed(tip: Telling) -> list[str]:
    state = "bản nháp" if tip.draft else "đã gửi"
    lines = [f"= {tip.kind} · {state} · ưu tiên {tip.priority}"]
    lines += [f"= để riêng: {tip.apart}"] * bool(tip.apart)
    lines += [f"= lời kể: {line}" for line in tip.story.splitlines()]
    lines += [f"= lời khác: {line}" for line in tip.spare.splitlines()]
    for key, held in tip.answers.items():
        line = f"= {key}: {held.value} ({held.source}: {held.words})"
        lines.append(line.replace("\n", " / "))
    lines += [
        f"= liệt sĩ {at}: {' · '.join(filter(None, one.row()))}"
        for at, one in enumerate(soldiers(e for _, e in tip.entities), 1)
    ]
    lines += [f"= vị trí: {place.lat}, {place.lon}" for place in tip.locations]
    if tip.media:
        lines.append(f"= tệp: {len(tip.media)}")
    return lines

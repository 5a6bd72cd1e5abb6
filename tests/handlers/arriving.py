"""What may arrive in a conversation, and what a deploy may do to it meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from handlers.flows import flows
from handlers.questions import Flow, Question
from handlers.readers import words
from handlers.wording import SAID
from storage.model.decision import Cleared, StatusChanged, TellerDied
from storage.model.evidence import MediaKind
from storage.model.message import (
    Command,
    Commanded,
    Echoed,
    Gone,
    Odd,
    Opened,
    Pinned,
    Pressed,
    Released,
    Said,
    Showed,
    Taken,
    Withdrew,
)
from storage.model.timing import TimerKind

TELLINGS = (
    "{} hồi ấy chúng tôi đi qua suối",
    "{} anh Nguyễn Văn Ba hy sinh năm 1972",
    "{} Trung đoàn 66",
    "{} ở xã Hòa Bình, huyện Chợ Lách",
    "{} 0912 000 321",
    "{} chôn cạnh gốc cây dừa bên suối, ở xã Long Định, năm 1968",
    "{} " + "chuyện dài lắm, trời mưa, đường lầy. " * 8,
)
# After a telling was sent they begin another, before which nothing is played again.
BREAKING = (
    "{} vừa mới đào móng trúng hài cốt ngoài vườn",
    "{} có kẻ tự xưng cán bộ đòi chuyển tiền trước 5 triệu",
)
WORDS = (
    "dung", "đúng", "đúng rồi", "huy", "xoa", "thoi", "Ba", "Tư", "Nam", "Hai", "1", "2",
    "3", "5", "72", "không", "có", "đồng ý", "không nhớ", "bỏ qua", "xong", "sửa",
    "quay lại", "gặp cán bộ", "kể chuyện khác", "trợ giúp", "mã thông tin", "chiều",
    "thế thôi ạ", "sai rồi", "đừng nhắn nữa", "người kể đã mất", "/moi", "vay vốn, giải ngân", "đơn vị", "0912 000 654", "…", "a\x00", "Nơi chôn cất",
)  # fmt: skip
NEW = Question("people_count", words)


@dataclass(frozen=True)
class Tells:
    """A telling with a mark of its own, sent early if its sender had not waited."""

    text: str


@dataclass(frozen=True)
class Presses:
    """A button that was shown, the last ones or long ago."""

    back: int


@dataclass(frozen=True)
class Lapses:
    timer: TimerKind
    is_stale: bool


@dataclass(frozen=True)
class Deploys:
    """Questions of the flow are inserted, removed, renamed, put in another order."""

    change: str


@dataclass(frozen=True)
class AsksBack:
    """An officer has a question."""


@dataclass(frozen=True)
class Edits:
    """A message is told otherwise: one of the last, or one that is still to come."""

    back: int
    text: str


@dataclass(frozen=True)
class Shares:
    """A contact card, with a mark for its name."""

    is_own: bool


Step = (
    Tells | Presses | Lapses | Deploys | AsksBack | Edits | Shares
    | Said | Pressed | Showed | Pinned | Commanded | Opened | Odd
    | Gone | Taken | Released | Withdrew | Echoed | StatusChanged | TellerDied | Cleared
)  # fmt: skip


def decided(tip: int, status: str) -> StatusChanged:
    """Return news of a tip under the code that is its own, as all codes are unique."""
    return StatusChanged(tip, status, f"482 915 {636 + tip}")


# What a teller gives us, in whatever way.
giving: st.SearchStrategy[Step] = st.one_of(
    st.sampled_from(TELLINGS).map(Tells),
    st.sampled_from(TELLINGS).map(Tells),
    st.sampled_from(WORDS).map(Said),
    st.integers(0, 5).map(Presses),
    st.sampled_from(("a1", "b2")).map(lambda name: Showed(name, MediaKind.PHOTO)),
    st.just(Pinned(10.4, 106.3)),
    st.builds(Edits, st.integers(0, 4), st.sampled_from((*TELLINGS, "{}", "xong"))),
    st.builds(Shares, st.booleans()),
)
arriving: st.SearchStrategy[Step] = st.one_of(
    st.sampled_from(TELLINGS).map(Tells),
    st.sampled_from((*TELLINGS, *BREAKING)).map(Tells),
    st.sampled_from(WORDS).map(Said),
    st.integers(0, 5).map(Presses),
    st.integers(0, 60).map(Presses),
    st.builds(
        Pressed,
        st.sampled_from(("consent", "unit", "confirm", "fix", "story", "gone", "more")),
        st.sampled_from(("yes", "no", "unit", "done", "forgot", "skip", "new", "x")),
    ),
    st.builds(
        Showed,
        st.just("m"),
        st.sampled_from(MediaKind),
        st.sampled_from((None, 7.0, 130.0)),
        st.sampled_from(("", "ảnh mộ ở xã Hòa Bình")),
    ),
    st.builds(
        Pinned, st.sampled_from((10.4, 14.0, 48.0)), st.sampled_from((106.3, 113.0))
    ),
    st.sampled_from(Command).map(Commanded),
    st.builds(Lapses, st.sampled_from(TimerKind), st.booleans()),
    st.just(AsksBack()),
    st.just(Opened("1000015")),
    st.just(Odd("location_share_live")),
    st.builds(Edits, st.integers(-2, 8), st.sampled_from((*TELLINGS, "{}"))),
    st.builds(Shares, st.booleans()),
    st.sampled_from(
        (Gone(), Taken("Chào bác"), Released(), Withdrew(), Echoed("m1", "dạ", 3))
    ),
    st.builds(decided, st.integers(1, 3), st.sampled_from(("verified", "handed_over"))),
    st.sampled_from((TellerDied(), Cleared())),
    st.sampled_from(("insert", "remove", "rename", "reverse", "undo")).map(Deploys),
)
bursts = st.lists(
    st.tuples(st.lists(arriving, min_size=1, max_size=3), st.booleans()), max_size=25
)


def deploy(change: str) -> None:
    known = flows()["burial"]
    match change:
        case "insert":
            changed = (NEW, *(q for q in known.questions if q.key != NEW.key))
        case "remove":
            changed = tuple(
                q for q in known.questions if q.key not in ("place", "unit")
            )
        case "rename":
            changed = tuple(
                replace(q, key="called") if q.key == "martyr_name" else q
                for q in known.questions
            )
        case "reverse":
            changed = known.questions[::-1]
        case _:
            changed = ORIGINAL.questions
    flows()["burial"] = replace(known, questions=changed)


ORIGINAL: Flow = flows()["burial"]


@contextmanager
def flows_restored() -> Iterator[None]:
    added = {
        key: (f"Câu {key}?", f"Câu {key} ạ?") for key in ("ask.called", "fact.called")
    }
    SAID.update(added)
    try:
        yield
    finally:
        flows()["burial"] = ORIGINAL
        for key in added:
            del SAID[key]

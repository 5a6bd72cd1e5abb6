"""The figures as tables of Markdown, which read well on a terminal too."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from nlp.entity import Kind
from tests.reading.figures import Rendered
from tests.reading.score import Confusion, Tally
from tests.reading.speed import Speed
from tests.reading.targets import Pair, Verdict
from tests.reading.voted import Voted

HEAD = (
    *("kind", "gold", "exact", "overlap", "found, right"),
    *("value", "role", "candidates"),
)
MOST_TAKEN = 12
AROUND = 40  # characters of a tip to either side of a confusion


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [list(head), *map(list, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    rule = ["-" * width for width in widths]
    return "\n".join(
        "| " + " | ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)) + " |"
        for line in (lines[0], rule, *lines[1:])
    )


def kinds(rendered: Rendered) -> str:
    rows = [_row(kind, tally) for kind, tally in rendered.score.tallies.items()]
    return table(HEAD, rows)


def below(rendered: Rendered) -> str:
    """What concerns no kind alone."""
    alarming = ", ".join(f"{k} {n}" for k, n in rendered.alarming.most_common())
    of_kinds = f" ({alarming})" if alarming else ""
    taken = ", ".join(
        f"{kind} {role} read as {read} {count}"
        for (kind, role, read), count in rendered.score.taken.most_common(MOST_TAKEN)
    )
    return (
        f"roles of persons, dates, places {_said(rendered.score.roles)}; "
        f"false alarms an ordinary message {rendered.alarms:.3f}{of_kinds}\n\n"
        f"roles missed: {taken}"
    )


def targets(verdicts: Iterable[Verdict]) -> str:
    rows = [
        (
            verdict.target.name,
            _pair(verdict.target.required),
            _pair(verdict.target.aim),
            " / ".join(map(_said, verdict.reached)),
            verdict.word,
        )
        for verdict in verdicts
    ]
    return table(("target", "required", "aim", "reached", ""), rows)


def speed(measured: Speed) -> str:
    return (
        f"{measured.tips_per_s:,.0f} tips of 240 characters a second on one core; "
        f"{measured.p99_ms_per_kb:.1f} ms a kB at the 99th percentile, hostile texts "
        f"among them, {measured.worst_ms_per_kb:.1f} for the worst of those "
        f"({measured.worst}); {measured.peak_mb:.0f} MB at most in a reading process"
    )


def voted(cast: Voted) -> str:
    rows = [
        (
            kind.value,
            *(_said(tally.exact_f1) for tally in (cast.before[kind], cast.after[kind])),
            *(_said(share) for share in cast.right[kind]),
        )
        for kind in cast.right
    ]
    head = ("kind", "without", "with", "both right", "ours right", "its own right")
    return (
        f"{table(head, rows)}\n\n{cast.tips_per_s:,.0f} tips of 240 characters a second "
        f"on one core, {cast.peak_mb:.0f} MB at most"
    )


def examples(name: str, confusions: Sequence[Confusion], most: int) -> Iterator[str]:
    """Up to so many confusions of each kind, spread over the set."""
    for kind in Kind:
        of_kind = [c for c in confusions if c.either.kind is kind]
        for confusion in of_kind[:: max(1, len(of_kind) // most)][:most]:
            yield f"{name}: {kind} {_told(confusion)}"


def rendered_rows(rendered: Mapping[str, Rendered]) -> str:
    """Exact F1 of each kind (graves: overlap) in each rendering, side by side."""
    rows = [
        (kind.value, *(_said(_main(kind, r)) for r in rendered.values()))
        for kind in Kind
    ]
    roles = ("roles", *(_said(r.score.roles) for r in rendered.values()))
    alarms = ("false alarms", *(f"{r.alarms:.3f}" for r in rendered.values()))
    return table(("exact F1", *rendered), [*rows, roles, alarms])


def _main(kind: Kind, rendered: Rendered) -> float | None:
    tally = rendered.score.tallies[kind]
    return tally.overlap_f1 if kind is Kind.BURIAL else tally.exact_f1


def _told(confusion: Confusion) -> str:
    tip, gold, found = confusion.tip, confusion.gold, confusion.found
    one = confusion.either
    start, end = max(0, one.start - AROUND), one.end + AROUND
    around = tip.text[start:end].replace("\n", "\\n")
    wanted = f"{tip.words(gold)} = {gold.norm} ({gold.role})" if gold else "nothing"
    read = f"{found.text} = {found.norm} ({found.role})" if found else "nothing"
    return f"[{confusion.what}] {tip.name}: {wanted} ≠ {read}\n    …{around}…"


def _row(kind: Kind, tally: Tally) -> tuple[str, ...]:
    figures = (
        *(tally.exact_f1, tally.overlap_f1, tally.value_f1),
        *(tally.value_share, tally.role_share, tally.held_share),
    )
    return (kind.value, str(tally.gold), *map(_said, figures))


def _said(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:.3f}"


def _pair(pair: Pair) -> str:
    return " / ".join(f"{figure:.2f}" for figure in pair)

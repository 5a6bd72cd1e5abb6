"""Windows: what stands at a bead and around it, as it speaks for a part of a name.

Three sorts. What a bead is by itself is heard some steps away, so it is looked up once
for all beads of its like. What stands together is asked only where the first sort leaves
a chance; for the rest, which few beads have, there are words of their own.
"""

from collections.abc import Iterator, Mapping, Sequence

from nlp.people.beads import PAD, Bead, Beads

# Steps at which a window of one bead is heard: form, kind, form with marks, kind and case.
ALONE: Mapping[str, Sequence[int]] = {
    "f": range(-PAD, PAD + 1),
    "k": range(-2, 3),
    "m": (0,),
    "t": (0,),
}
# What stands together: a form, kind or sort at so many steps, and what comes behind it.
TOGETHER: Mapping[str, Sequence[tuple[int, str]]] = {
    "A": ((-1, "form"), (0, "form")),
    "B": ((0, "form"), (1, "form")),
    "C": ((-2, "form"), (-1, "form")),
    "D": ((1, "form"), (2, "form")),
    "E": ((-1, "kind"), (0, "kind")),
    "F": ((0, "kind"), (1, "kind")),
    "G": ((-1, "kind"), (0, "kind"), (1, "kind")),
    "H": ((0, "kind"), (1, "kind"), (2, "kind")),
    "I": ((-2, "kind"), (-1, "kind"), (0, "kind")),
    "J": ((-1, "form"), (0, "kind")),
    "K": ((0, "kind"), (1, "form")),
    "L": ((-1, "form"), (0, "sort"), (1, "form")),
    "M": ((-2, "form"), (-1, "form"), (0, "sort")),
    "N": ((0, "sort"), (1, "sort"), (2, "form")),
    "O": ((-2, "form"), (-1, "sort"), (0, "sort")),
}
PARTS = ("form", "kind", "sort")

Near = tuple[str, str, str, str, str, str, str]  # five cases, the sort before, its own


def alone(bead: Bead, mode: str) -> Mapping[str, str]:
    """Of each sort the window of a bead, nothing included."""
    typed = f"{bead.kind} {bead.case}{mode}"
    return {"f": bead.form, "k": bead.kind, "m": bead.marked, "t": typed}


def in_story(bead: Bead, is_of_death: bool) -> str:
    """Its kind in a story of death or in none."""
    return f"P{is_of_death:d}{bead.kind}"


def capitals(near: Near, mode: str) -> list[str]:
    """The capitals around a bead, in a message where they say something."""
    c2, c1, c, d1, d2, before, sort = near
    return [
        f"Q{c1}{c}{d1}{mode}",
        f"R{c2}{c1}{c}{d1}{d2}{sort}",
        f"T{before} {c}{d1}{mode}",
        f"U{c1}{c}{mode} {sort}",
    ]


def nearby(row: Beads, at: int) -> Near:
    c2, c1, c, d1, d2 = row.beads[at + PAD - 2 : at + PAD + 3]
    return c2.case, c1.case, c.case, d1.case, d2.case, c1.sort, c.sort


def some(row: Beads, at: int) -> list[str]:
    """What few beads have."""
    bead, before = row.beads[at + PAD], row.beads[at + PAD - 1]
    found = [f"S{before.form} {bead.case}{row.mode}"] if row.is_cased else []
    if title := row.titles.get(at):
        found += [f"V{title}", f"W{title} {bead.kind}{bead.case}"]
    if title := row.titles.get(at + 1):
        found.append(f"X{title} {bead.form}")
    if phrase := row.phrases.get(at):
        found.append(f"Y{phrase} {bead.sort}")
    if again := row.again.get(at):
        found += [f"Z{again} {bead.kind}", f"a{again} {before.form}"]
    return found


def signs(row: Beads) -> Iterator[list[str]]:
    """For each bead all that speaks for its part."""
    for at in range(len(row.spans)):
        around = {n: row.beads[at + PAD + n] for n in range(-PAD, PAD + 1)}
        yield [
            *_alone(around, row.mode),
            *_together(around),
            in_story(around[0], row.is_of_death),
            *(capitals(nearby(row, at), row.mode) if row.is_cased else ()),
            *some(row, at),
        ]


def _alone(around: Mapping[int, Bead], mode: str) -> Iterator[str]:
    windows = {n: alone(bead, mode) for n, bead in around.items()}
    for name, steps in ALONE.items():
        heard = ((step, windows[-step][name]) for step in steps)
        yield from (f"{name}{step} {window}" for step, window in heard if window)


def _together(around: Mapping[int, Bead]) -> Iterator[str]:
    for name, parts in TOGETHER.items():
        yield name + " ".join(getattr(around[step], part) for step, part in parts)

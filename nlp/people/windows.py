"""Windows: what stands at a bead and around it, as short strings that speak for a part.

Two sorts. What a word is by itself is heard by the beads some steps away, so each is
looked up once. What stands together is made for one bead, and only where that is needed.
"""

from collections.abc import Iterator, Mapping, Sequence

from nlp.people.beads import PAD, Beads

# Steps at which a window of one bead is heard: form, kind, form with marks, kind and case.
ALONE: Mapping[str, Sequence[int]] = {
    "f": range(-3, 4),
    "k": range(-2, 3),
    "m": (0,),
    "t": (0,),
}


def alone(row: Beads) -> Mapping[str, Sequence[str]]:
    """Of each sort a window for each bead, those of nothing included."""
    typed = [f"{k} {c}{row.mode}" for k, c in zip(row.kinds, row.cases, strict=True)]
    return {"f": row.forms, "k": row.kinds, "m": row.marked, "t": typed}


def joined(row: Beads, at: int) -> list[str]:
    """What stands together around the bead."""
    n = at + PAD
    w2, w1, w, v1, v2 = row.forms[n - 2 : n + 3]
    k2, k1, k, j1, j2 = row.kinds[n - 2 : n + 3]
    s1, s, t1 = row.sorts[n - 1 : n + 2]
    found = [
        f"A{w1} {w}",
        f"B{w} {v1}",
        f"C{w2} {w1}",
        f"D{v1} {v2}",
        f"E{k1} {k}",
        f"F{k} {j1}",
        f"G{k1} {k} {j1}",
        f"H{k} {j1} {j2}",
        f"I{k2} {k1} {k}",
        f"J{w1} {k}",
        f"K{k} {v1}",
        f"L{w1} {s} {v1}",
        f"M{w2} {w1} {s}",
        f"N{s} {t1} {v2}",
        f"O{w2} {s1} {s}",
        f"P{row.is_of_death:d}{k}",
    ]
    if row.is_cased:
        c2, c1, c, d1, d2 = row.cases[n - 2 : n + 3]
        mode = row.mode
        found += [
            f"Q{c1}{c}{d1}{mode}",
            f"R{c2}{c1}{c}{d1}{d2}{s}",
            f"S{w1} {c}{mode}",
            f"T{s1} {c}{d1}{mode}",
            f"U{c1}{c}{mode} {s}",
        ]
    if title := row.titles[n]:
        found += [f"V{title}", f"W{title} {k}{row.cases[n]}"]
    if title := row.titles[n + 1]:
        found.append(f"X{title} {w}")
    if phrase := row.phrases[n]:
        found.append(f"Y{phrase} {s}")
    if again := row.again[n]:
        found += [f"Z{again} {k}", f"a{again} {w1}"]
    return found


def signs(row: Beads) -> Iterator[list[str]]:
    """For each bead all that speaks for its part."""
    windows = alone(row)
    for at in range(len(row.spans)):
        single = [
            f"{name}{step} {window}"
            for name, steps in ALONE.items()
            for step in steps
            if (window := windows[name][at + PAD - step])
        ]
        yield single + joined(row, at)

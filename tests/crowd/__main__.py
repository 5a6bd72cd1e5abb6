"""A crowd of tellers: `python -m tests.crowd --n 500 --seed 1` prints its figures."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable

from tests.crowd.measure import Figures, Miss, Share, measure
from tests.crowd.play import play
from tests.crowd.played import Played
from tests.crowd.teller import born

SHARES = ("ended", "kept", "told", "precise", "obtained", "fresh", "kinds")
HEAD = f"{'':<22}{'n':>5}" + "".join(f"{name:>10}" for name in SHARES) + f"{'asked':>7}"


def crowd(size: int, seed: int) -> list[Played]:
    return [play(born(seed, number)) for number in range(size)]


def table(all_: list[Played]) -> Iterable[str]:
    yield HEAD
    yield line("all", measure(all_))
    yield from grouped(all_, {one.teller.number: one.teller.truth.kind for one in all_})
    yield from grouped(all_, {one.teller.number: one.teller.style for one in all_})
    yield from grouped(all_, {one.teller.number: one.teller.temper for one in all_})


def grouped(all_: list[Played], names: dict[int, str]) -> Iterable[str]:
    yield ""
    for name in sorted(set(names.values())):
        some = [one for one in all_ if names[one.teller.number] == name]
        yield line(name, measure(some))


def line(name: str, figures: Figures) -> str:
    shares = (getattr(figures, of).share for of in SHARES)
    cells = "".join(f"{share:>10.1%}" for share in shares)
    return f"{name:<22}{figures.tellers:>5}{cells}{figures.questions:>7.1f}"


def missed(share: Share, most: int) -> Iterable[str]:
    counts = Counter(miss.key or miss.wanted for miss in share.misses)
    yield f"  {len(share.misses)}: " + ", ".join(
        f"{k} {n}" for k, n in counts.most_common(20)
    )
    for miss in share.misses[:most]:
        yield f"  {told_of(miss)}"


def told_of(miss: Miss) -> str:
    who = miss.played.teller
    said = " / ".join(miss.played.words)
    of = f"{who.number} {who.truth.kind}, {who.style}, {who.temper}"
    return f"[{of}] {miss.key}: {miss.wanted} ≠ {miss.got} | {said}".replace("\n", " ")


def listed(figures: Figures, most: int, only: str) -> Iterable[str]:
    """Yield what is missing: of every figure, or of the one (and key) asked for."""
    yield f"\n{dict(figures.endings)}"
    of, _, key = only.partition(":")
    for name in SHARES if not of else (of,):
        share: Share = getattr(figures, name)
        misses = tuple(miss for miss in share.misses if key in ("", miss.key))
        yield f"\n{name}"
        yield from missed(Share(share.good, misses), most)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.crowd", description=__doc__)
    parser.add_argument("--n", type=int, default=500, help="how many tellers")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--misses", type=int, default=0, help="how many of each to list"
    )
    parser.add_argument(
        "--only", default="", help="list only this figure's, or this key's"
    )
    wish = parser.parse_args()
    all_ = crowd(wish.n, wish.seed)
    lines = (*table(all_), *listed(measure(all_), wish.misses, wish.only))
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()

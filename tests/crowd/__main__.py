"""A crowd of tellers: `python -m tests.crowd --n 500 --seed 1` prints its figures."""

import argparse
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
    print("\n".join(table(all_)))
    figures = measure(all_)
    print("\n", dict(figures.endings))
    for name in SHARES:
        share = getattr(figures, name)
        of, _, key = wish.only.partition(":")
        if of and of != name:
            continue
        if key:
            share = Share(share.good, tuple(m for m in share.misses if m.key == key))
        print(f"\n{name}")
        print("\n".join(missed(share, wish.misses)))


if __name__ == "__main__":
    main()

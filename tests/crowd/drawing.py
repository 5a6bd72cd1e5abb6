"""Drawing: a value for a fact, and the words in which a teller would put it."""

from random import Random

from tests.crowd.phrases import lists

LEVELS = {"c": "đại đội", "d": "tiểu đoàn", "e": "trung đoàn", "f": "sư đoàn"}
DATES = {"died": (1965, 1978), "birth": (1938, 1954), "enlisted": (1963, 1973)}
MOVED = (1985, 2016)
CHOICES = {
    "how_known": ("buried", "saw", "heard", "papers"),
    "dna": ("agrees", "agrees", "given"),
    "misinfo_kind": ("money", "medium", "office"),
    "to_police": ("yes", "yes", "no"),
}
NAMES = ("martyr_name", "teller_name", "witness_name")
PLACES = {"place": "place", "death_place": "place", "hometown": "hometown"}
DICTATED = "voice"


def draw(rng: Random, key: str, style: str, kind: str, martyr: str) -> tuple[str, str]:
    """Return the canonical value and the words said for it."""
    if key == "martyr_name":
        return martyr, martyr
    if key in NAMES:
        full = name(rng)
        return full, full
    if key in PLACES:
        return place(rng, PLACES[key], is_whole=kind == "found_now")
    if key in DATES or key == "moved_at":
        return date(rng, *DATES.get(key, MOVED), style)
    if key == "unit":
        return unit(rng, style)
    if key == "teller_phone":
        return phone(rng)
    if key in CHOICES:
        value = rng.choice(CHOICES[key])
        return value, value
    return listed(rng, key, martyr)


def name(rng: Random) -> str:
    parts = lists()
    return " ".join(rng.choice(parts[of]) for of in ("family", "middle", "given"))


def place(rng: Random, among: str, *, is_whole: bool) -> tuple[str, str]:
    """Return the names told, and how: with or without what each of them is."""
    units = rng.choice(lists()[among]).split("|")
    told = units if is_whole else rng.choice((units, units, units[:2], units[1:]))
    names = "|".join(bare(one) for one in told)
    joined = rng.choice((", ", ", ", " "))
    plain = ", ".join(bare(one) if at else one for at, one in enumerate(told))
    return names, rng.choice((joined.join(told), joined.join(told), plain))


def bare(unit: str) -> str:
    """Return the name without what it is: Hướng Hóa of huyện Hướng Hóa."""
    return unit.split(" ", 1)[1] if unit.split(" ")[0] != "Hải" else unit


def date(rng: Random, first: int, last: int, style: str) -> tuple[str, str]:
    """Return a date as far as he knows it, and his words for it."""
    year, month, day = rng.randint(first, last), rng.randint(1, 12), rng.randint(1, 28)
    short = f"{year % 100}" if year < 2000 else str(year)
    years = [f"năm {year}", f"năm {year}", f"năm {short}", f"hồi năm {year}"]
    months = [f"tháng {month} năm {year}", f"tháng {month} năm {short}"]
    days = [f"ngày {day} tháng {month} năm {year}"]
    if style != DICTATED:
        months.append(f"tháng {month}/{year}")
        days.append(f"ngày {day}/{month}/{year}")
    if first < 1980 and last > 1975:
        years += [f"mùa khô năm {year}", f"cuối năm {year}", f"đầu năm {year}"]
    exact = f"{year}-{month:02}"
    return rng.choice(
        [(str(year), words) for words in rng.choices(years, k=3)]
        + [(exact, rng.choice(months)), (f"{exact}-{day:02}", rng.choice(days))]
    )


def unit(rng: Random, style: str) -> tuple[str, str]:
    """Return a unit by its levels, and how it is said."""
    levels = [one.split("=") for one in rng.choice(lists()["unit"]).split(",")]
    at = rng.randrange(max(1, len(levels) - 1))
    levels = levels[at:] if rng.random() < 0.4 else levels
    value = ",".join("=".join(one) for one in levels)
    full = [f"{LEVELS[level]} {number}" for level, number in levels]
    short = [f"{level.upper()}{number}" for level, number in levels]
    loose = [word.replace("sư đoàn", "sư") for word in full]
    ways = [", ".join(full), ", ".join(full), " ".join(loose)]
    if style != DICTATED:
        ways += [" ".join(short), ", ".join(short), "".join(short).lower()]
    return value, rng.choice(ways)


def phone(rng: Random) -> tuple[str, str]:
    """Return a number that nobody has, and how he writes it."""
    last = f"{rng.randrange(1000):03}"
    ways = (f"0912000{last}", f"0912 000 {last}", f"0912.000.{last}")
    return f"0912000{last}", rng.choice(ways)


def listed(rng: Random, key: str, martyr: str) -> tuple[str, str]:
    """Return something of the lists; before a bar stands its value, if another."""
    value, _, words = rng.choice(lists()[key]).rpartition("|")
    words = _filled(rng, words, martyr)
    return value or words, words


def _filled(rng: Random, words: str, martyr: str) -> str:
    commune, district, _ = rng.choice(lists()["place"]).split("|")
    return words.format(
        x=bare(commune),
        d=bare(district),
        h=rng.choice(("Thái Bình", "Nam Hà", "Hà Tây", "Nghệ An")),
        martyr=martyr,
        wrong=name(rng),
        family=rng.choice(lists()["family"]),
        year=rng.randint(1966, 1974),
    )

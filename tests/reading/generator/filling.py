"""What stands in a slot of a template, marked up as tips are."""

import random
from collections.abc import Callable

from tests.reading.generator import words

Chance = random.Random
Filler = Callable[[Chance], str]
LEVELS = (
    *(("c", "Đại đội", 30), ("d", "Tiểu đoàn", 20)),
    *(("e", "Trung đoàn", 300), ("f", "Sư đoàn", 350)),
)
SPOKEN = ("không", "một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín")


def fill(slot: str, chance: Chance) -> str:
    """The markup for a slot; a role stands behind a dot, a capital begins a sentence."""
    name, _, role = slot.lower().partition(".")
    if name in PEOPLE:
        return f"[{_person(name, chance)}](PERSON {PEOPLE[name]})"
    if name in DATES:
        written, norm = _date(name, chance)
        return f"[{_begun(slot, written)}](DATE {role or DATES[name]} = {norm})"
    if name in PLACES:
        return _place(name, role or PLACES[name], chance)
    return OTHERS[name](chance)


def _person(name: str, chance: Chance) -> str:
    if name == "given":
        return chance.choice(words.GIVEN)
    if name == "nickname":
        return chance.choice(words.NICKNAMES)
    if name == "minority" or chance.random() < 0.08:
        return chance.choice(words.MINORITY)
    family = chance.choice(words.FAMILIES)
    if name == "relative" and chance.random() < 0.6:
        return f"{family} Thị {chance.choice(words.WOMEN)}"
    return f"{family} {chance.choice(words.MIDDLES)} {chance.choice(words.GIVEN)}"


def _date(name: str, chance: Chance) -> tuple[str, str]:
    """As written, and its norm."""
    year = chance.randint(*YEARS[name])
    month, day = chance.randint(1, 12), chance.randint(1, 28)
    if name == "born":
        return str(year), str(year)
    whole, only = f"{year}-{month:02}-{day:02}", f"{year}-{month:02}"
    to_the_month = [
        (f"{month}/{year}", only),
        (f"{month}-{year}", only),
        (f"tháng {month} năm {year}", only),
        (f"tháng {month}/{year}", only),
        (f"tháng {month} năm {year % 100}", only),
    ]
    if name == "enlisted":
        return chance.choice([*to_the_month[:2], (str(year), str(year))])
    if name == "when":
        return chance.choice([*to_the_month[2:], (f"cuối năm {year}", str(year))])
    to_the_day = [
        (f"{day}/{month}/{year}", whole),
        (f"{day:02}-{month:02}-{year}", whole),
        (f"{day}.{month}.{year}", whole),
        (f"{day} tháng {month} năm {year}", whole),
        (f"{day}/{month}/{year % 100}", whole),
    ]
    return chance.choice(to_the_day + to_the_month[: name != "day"])


def _place(name: str, role: str, chance: Chance) -> str:
    if name in ("stream", "height"):
        landmarks = words.STREAMS if name == "stream" else words.HEIGHTS
        return f"[{chance.choice(landmarks)}](PLACE {role})"
    several = words.FIELDS if name == "field" else words.HOMES
    written, norm, today = chance.choice(several)
    return f"[{written}](PLACE {role} = {norm} @ {today})"


def _unit(chance: Chance) -> str:
    """Two or three levels, each the parent of the one before."""
    first = chance.randint(0, 2)
    chain = LEVELS[first : first + chance.randint(2, 3)]
    numbers = [chance.randint(1, most) for _, _, most in chain]
    norm = ", ".join(
        f"{full} {n}" for (_, full, _), n in zip(chain, numbers, strict=True)
    )
    if chance.random() < 0.4:
        return f"[{norm.lower()}](UNIT = {norm})"
    between = chance.choice((" ", ", ", "-", "", "/"))
    letters = [letter for letter, _, _ in chain]
    if chance.random() < 0.3:
        letters = [letter.upper() for letter in letters]
    codes = between.join(f"{at}{n}" for at, n in zip(letters, numbers, strict=True))
    return f"[{codes}](UNIT = {norm})"


def _rank(chance: Chance) -> str:
    rank = chance.choice(words.SORTS)
    return f"[{rank}](RANK = {rank.lower()})"


def _phone(chance: Chance) -> str:
    """Of numbers that nobody has."""
    digits = f"09{chance.randint(10, 89)}000{chance.randint(100, 999)}"
    parts = (digits[:4], digits[4:7], digits[7:])
    return f"[{chance.choice(('', ' ', '.')).join(parts)}](PHONE = +84{digits[1:]})"


def _coord(chance: Chance) -> str:
    lat, lon = chance.uniform(11.0, 17.0), chance.uniform(106.7, 107.9)
    if chance.random() < 0.6:
        return f"[{lat:.5f}, {lon:.5f}](COORD = {lat:.5f},{lon:.5f})"
    (north, lat), (east, lon) = _degrees(lat), _degrees(lon)
    return f'[{north}"N {east}"E](COORD = {lat:.5f},{lon:.5f})'


def _degrees(angle: float) -> tuple[str, float]:
    """In degrees, minutes and seconds, and what those amount to."""
    degrees, rest = divmod(round(angle * 3600), 3600)
    minutes, seconds = divmod(rest, 60)
    told = f"{degrees}°{minutes:02}'{seconds:02}"
    return told, degrees + minutes / 60 + seconds / 3600


def _grave(chance: Chance) -> str:
    """A description, often with a landmark that is a place of its own."""
    tree = chance.choice(words.TREES)
    place = _place(chance.choice(("stream", "height")), "burial", chance)
    steps = SPOKEN[chance.randint(2, 9)]
    return chance.choice(
        (
            f"[dưới {tree}, cách bờ suối {steps} bước chân](BURIAL)",
            f"[cạnh {place}, bên {tree}](BURIAL)",
            f"ở [sườn phía đông {place}](BURIAL)",
            f"[sau vườn nhà dân, gần {tree}](BURIAL)",
        )
    )


def _age(chance: Chance) -> str:
    return str(chance.randint(68, 90))


def _begun(slot: str, written: str) -> str:
    return written[0].upper() + written[1:] if slot[0].isupper() else written


PEOPLE = {
    "witness": "witness",
    "minority": "witness",
    "martyr": "martyr",
    "martyr2": "martyr",
    "martyr3": "martyr",
    "given": "martyr",
    "nickname": "other",
    "relative": "relative",
}
DATES = {
    "born": "born",
    "enlisted": "enlisted",
    "died": "died",
    "day": "died",
    "when": "other",
}
# One life: nobody dies before he is born or enlists.
YEARS = {
    "born": (1938, 1949),
    "enlisted": (1960, 1967),
    "died": (1968, 1975),
    "day": (1968, 1975),
    "when": (1968, 1974),
}
PLACES = {
    "home": "hometown",
    "residence": "residence",
    "field": "death",
    "stream": "burial",
    "height": "death",
}
OTHERS: dict[str, Filler] = {
    "unit": _unit,
    "rank": _rank,
    "phone": _phone,
    "coord": _coord,
    "grave": _grave,
    "age": _age,
}

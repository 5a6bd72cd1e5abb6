"""Spots: what the page of a tip says of where a position lies."""

from nlp.geo import Country, Spot

ABROAD = {
    Country.LAOS: "ở Lào",
    Country.CAMBODIA: "ở Campuchia",
    Country.SEA: "ngoài biển",
    Country.ELSEWHERE: "ngoài Việt Nam, Lào và Campuchia",
}
KILOMETRE = 1000


def told(spot: Spot) -> str:
    """Return the commune and the province, and how sure they are."""
    if spot.country is not Country.VIETNAM:
        return ABROAD[spot.country]
    name = f"{spot.commune}, {spot.province}"
    if spot.away_m is not None:
        return f"có lẽ ở {name} (điểm đã biết gần nhất cách {_length(spot.away_m)})"
    if spot.beside:
        return f"{name} (sát ranh giới {', '.join(spot.beside)})"
    return name


def _length(metres: float) -> str:
    if metres < KILOMETRE:
        return f"{round(metres, -1):.0f} m"
    return f"{metres / KILOMETRE:.1f} km".replace(".", ",")

"""A position lies in a commune of today, in another country, at sea, or elsewhere."""

import pytest

from nlp import geo
from nlp.geo import Country, Where, where
from nlp.lexicon import Lexicon
from nlp.positions import atlas, boundaries
from nlp.positions.atlas import Atlas
from nlp.positions.boundaries import BoundaryError
from nlp.positions.grids import Point
from tests.fixtures.squares import UNITS, made, packed, square


@pytest.fixture(scope="module")
def squares() -> boundaries.Boundaries:
    pytest.importorskip("shapely")
    return boundaries.read(packed(made()))


@pytest.mark.parametrize(
    ("lat", "lon"),
    [
        (21.03, 105.85),  # Hà Nội
        (8.64, 104.80),  # Đất Mũi
        (23.28, 105.36),  # Lũng Cú
        (19.45, 103.20),  # Cánh Đồng Chum
        (13.36, 103.86),  # Xiêm Riệp
        (16.53, 111.61),  # Hoàng Sa
        (8.64, 111.92),  # Trường Sa
        (8.69, 106.60),  # Côn Đảo
    ],
)
def test_land_and_islands_are_in_the_area(lat: float, lon: float) -> None:
    assert where(Point(lat, lon)) is Where.AREA


@pytest.mark.parametrize(("lat", "lon"), [(19.5, 107.5), (13.5, 111.5), (9.0, 102.5)])
def test_open_water_is_the_sea(lat: float, lon: float) -> None:
    assert where(Point(lat, lon)) is Where.SEA


@pytest.mark.parametrize(
    ("lat", "lon"), [(48.85, 2.35), (13.75, 100.5), (0.0, 0.0), (-33.9, 151.2)]
)
def test_other_lands_are_elsewhere(lat: float, lon: float) -> None:
    assert where(Point(lat, lon)) is Where.ELSEWHERE


@pytest.mark.parametrize(
    ("lat", "lon", "country"),
    [
        (14.65, 107.83, "VN"),  # Đắk Tô
        (16.61, 106.60, "VN"),  # Lao Bảo
        (16.69, 106.21, "LA"),  # Sê Pôn
        (14.81, 106.83, "LA"),  # Attapư
        (13.52, 105.97, "KH"),  # Stung Treng
        (13.50, 111.50, "sea"),
        (22.80, 108.30, "elsewhere"),  # Nam Ninh
    ],
)
def test_without_boundaries_the_country_is_told(
    lat: float, lon: float, country: str
) -> None:
    assert geo.locate(Point(lat, lon), None).country == country


def test_without_boundaries_the_nearest_commune_comes_with_its_distance() -> None:
    spot = geo.locate(Point(14.65, 107.83), None)

    assert (spot.code, spot.commune) == ("23401", "xã Đăk Tô")
    assert spot.province == "tỉnh Quảng Ngãi"
    assert spot.away_m == pytest.approx(3518, abs=1)


@pytest.mark.parametrize(
    ("lat", "lon", "zone"),
    [(16.53, 111.61, "đặc khu Hoàng Sa"), (8.64, 111.92, "đặc khu Trường Sa")],
)
def test_the_archipelagos_are_vietnam(
    lat: float, lon: float, zone: str, squares: boundaries.Boundaries
) -> None:
    for outlines in (None, squares):
        spot = geo.locate(Point(lat, lon), outlines)

        assert (spot.country, spot.commune) == (Country.VIETNAM, zone)


def test_within_an_outline_the_commune_is_sure(squares: boundaries.Boundaries) -> None:
    spot = geo.locate(Point(10.01, 105.01), squares)

    assert (spot.code, spot.commune, spot.away_m) == ("90000", "xã số 0", None)
    assert spot.beside == ()


def test_near_an_edge_the_neighbour_is_told(squares: boundaries.Boundaries) -> None:
    spot = geo.locate(Point(10.01, 105.0185), squares)  # 164 m

    assert (spot.commune, spot.beside) == ("xã số 0", ("xã số 1",))


def test_just_off_the_coast_is_still_the_commune(
    squares: boundaries.Boundaries,
) -> None:
    assert geo.locate(Point(9.9987, 105.01), squares).code == "90000"  # 145 m
    assert geo.locate(Point(9.99, 105.01), squares).country is Country.SEA


def drawn(corner: int) -> dict[str, object]:
    return {**square(UNITS), "poly": [[[corner, 10_000, 20, 0, 0, 20, -20, 0]]]}


def astray() -> list[dict[str, object]]:
    """Squares under the codes of true communes, which lie elsewhere."""
    rows = Lexicon.load().tables["communes"]
    return [
        {**one, "code": row["today"]}
        for one, row in zip(made()["units"], rows, strict=False)
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no json",
        b"[]",
        b"{}",
        b"\x1f\x8bnot gzip",
        packed(made())[:2000],
        packed(made(10)),
        packed({"scale": 0.001, "units": [square(7)] * UNITS}),
        packed({"scale": 1.0, "units": made()["units"]}),
        packed({**made(), "units": [{**one, "code": "x"} for one in made()["units"]]}),
        b"[" * 100_000,
        packed({**made(), "units": [{**one, "poly": []} for one in made()["units"]]}),
        packed({**made(), "units": [drawn(10**400), *made()["units"]]}),
        packed({**made(), "units": astray()}),
    ],
    ids=[
        *("empty", "words", "list", "bare", "broken", "cut", "few", "twice", "far"),
        *("codes", "deep", "nothing", "overflowing", "astray"),
    ],
)
def test_a_file_that_does_not_read_well_is_refused(content: bytes, tmp_path) -> None:
    pytest.importorskip("shapely")
    before = packed(made())
    atlas.install(before, tmp_path)

    with pytest.raises(BoundaryError):
        atlas.install(content, tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == [atlas.NAME]
    assert (tmp_path / atlas.NAME).read_bytes() == before


def test_an_atlas_takes_up_what_is_installed_later(tmp_path) -> None:
    pytest.importorskip("shapely")
    held = Atlas(tmp_path)
    before = held.spot(10.01, 105.01)

    atlas.install(packed(made()), tmp_path)

    assert before.away_m is not None
    assert held.spot(10.01, 105.01).commune == "xã số 0"


def test_a_file_that_was_damaged_since_leaves_the_nearest_point(tmp_path) -> None:
    (tmp_path / atlas.NAME).write_bytes(packed(made())[:2000])

    assert Atlas(tmp_path).spot(10.01, 105.01).away_m is not None


def test_every_commune_has_its_point_and_its_province() -> None:
    rows = Lexicon.load().tables["communes"]
    provinces = {row["today"] for row in Lexicon.load().tables["provinces_today"]}

    assert (len(rows), len(provinces)) == (3321, 34)
    assert {row["in"] for row in rows} == provinces
    assert all(Point(float(r["lat"]), float(r["lon"])).is_near for r in rows)

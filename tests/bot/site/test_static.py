"""The files of others are unchanged, the map is whole, and scripts stay old-fashioned."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

STATIC = Path(__file__).parents[3] / "bot/site/static"
VENDOR = STATIC / "vendor"
OWN_SCRIPTS = sorted([*STATIC.glob("*.js"), *STATIC.glob("chat/*.js")])

# What came after ES2017: ?. and ??, object spread, catch without a binding,
# dynamic import, import.meta, `finally` on promises, for await, flat, named groups.
TOO_NEW = re.compile(
    r"\?\.[\w(\[]|\?\?|[{,]\s*\.\.\.\w+\s*[,}](?!\])|catch\s*\{|\bimport\(|import\.meta"
    r"|\.finally\(|for await|\.flat\(|\.flatMap\(|replaceAll|\(\?<|globalThis"
)


def _manifest() -> dict[Path, str]:
    lines = (VENDOR / "SHA256SUMS").read_text().splitlines()
    pairs = (line.split(maxsplit=1) for line in lines)
    return {(VENDOR / name).resolve(): digest for digest, name in pairs}


def _layer(name: str) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads(
        (STATIC / "map" / f"{name}.geojson").read_text(encoding="utf-8")
    )["features"]
    return features


def test_every_vendored_file_is_the_one_of_the_manifest() -> None:
    there = {
        path: hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in (VENDOR, STATIC / "map")
        for path in folder.rglob("*")
        if path.is_file() and path.name not in {"README.md", "SHA256SUMS"}
    }

    assert there == _manifest()


def test_every_vendored_folder_brings_its_licence() -> None:
    folders = [path for path in VENDOR.iterdir() if path.is_dir()]

    assert folders
    assert [path.name for path in folders if not (path / "LICENSE").exists()] == []
    assert (STATIC / "map/LICENSE-world-atlas").exists()


def test_hoang_sa_and_truong_sa_are_labelled_as_vietnamese() -> None:
    labels = {
        feature["properties"]["name"]: feature["geometry"]["coordinates"]
        for feature in _layer("hoang-sa-truong-sa")
        if feature["properties"]["kind"] == "archipelago"
    }

    assert labels == {
        "Quần đảo Hoàng Sa (Việt Nam)": [112.0, 16.5],
        "Quần đảo Trường Sa (Việt Nam)": [114.0, 10.0],
    }


@pytest.mark.parametrize(
    ("west", "south", "east", "north"),
    [(110.8, 15.5, 113.2, 17.5), (111.2, 7.4, 116.5, 12.0)],
)
def test_no_other_country_is_drawn_on_the_archipelagos(
    west: float, south: float, east: float, north: float
) -> None:
    drawn = [
        feature["properties"].get("name")
        for feature in _layer("vietnam-and-neighbours")
        for polygon in feature["geometry"]["coordinates"]
        for lon, lat in polygon[0]
        if west < lon < east and south < lat < north
    ]

    assert drawn == []


def test_the_outline_of_the_country_is_small_enough_for_a_slow_line() -> None:
    assert (STATIC / "map/vietnam-and-neighbours.geojson").stat().st_size < 300_000


@pytest.mark.parametrize("script", OWN_SCRIPTS, ids=lambda path: path.name)
def test_scripts_know_nothing_newer_than_es2017(script: Path) -> None:
    assert TOO_NEW.findall(script.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("script", OWN_SCRIPTS, ids=lambda path: path.name)
def test_scripts_and_styles_ask_no_other_host(script: Path) -> None:
    words = script.read_text(encoding="utf-8").replace("https?:", "")

    assert "http://" not in words
    assert "https://" not in words

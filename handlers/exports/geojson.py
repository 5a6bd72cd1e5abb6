"""Places for a map program: a feature a place, and one without for a tip with none."""

import json
from typing import Any, BinaryIO


class Writer:
    """Writes a FeatureCollection as it goes."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._is_first = True
        self._out.write(b'{"type": "FeatureCollection", "features": [')

    def add(self, tip: dict[str, Any]) -> None:
        for place in tip["locations"] or [None]:
            self._out.write(b"\n" if self._is_first else b",\n")
            feature = json.dumps(_feature(tip, place), ensure_ascii=False)
            self._out.write(feature.encode())
            self._is_first = False

    def close(self) -> None:
        self._out.write(b"\n]}\n")
        self._out.flush()


def _feature(tip: dict[str, Any], place: dict[str, Any] | None) -> dict[str, Any]:
    told = {key: tip[key] for key in ("code", "kind", "status", "created_at", "story")}
    said = {key: held["value"] for key, held in tip["answers"].items()}
    about, geometry = {}, None
    if place is not None:
        about = {key: place[key] for key in ("radius_m", "source", "in")}
        geometry = {"type": "Point", "coordinates": [place["lon"], place["lat"]]}
    return {
        "type": "Feature",
        "geometry": geometry,
        "properties": told | said | about,
    }

"""How fast texts are read on one core, and how much memory that takes.

CPU time is what counts, so that whatever else the machine does matters little.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nlp.extract import extract
from nlp.lexicon import Lexicon
from tests.reading.hostile import HOSTILE

LENGTH = 240  # characters of a tip, as speed is counted
KILO = 1024
HOME = Path(__file__).parent.parent.parent
EXTRACT = ("-m", "bot", "extract")


@dataclass(frozen=True, slots=True)
class Speed:
    tips_per_s: float
    p99_ms_per_kb: float
    worst_ms_per_kb: float
    worst: str
    peak_mb: float


def speed(texts: Sequence[str], lexicon: Lexicon) -> Speed:
    """Of these texts and of the hostile ones, and of a process that reads them all."""
    extract(texts[0], lexicon)
    spent = [_ms(text, lexicon) for text in texts]
    hostile = {name: _per_kb(text, lexicon) for name, text in HOSTILE.items()}
    rates = [ms * KILO / len(text) for ms, text in zip(spent, texts, strict=True)]
    everything = sorted([*rates, *hostile.values()])
    worst = max(hostile, key=hostile.__getitem__)
    return Speed(
        tips_per_s=sum(map(len, texts)) / LENGTH / sum(spent) * 1000,
        p99_ms_per_kb=everything[int(len(everything) * 0.99)],
        worst_ms_per_kb=hostile[worst],
        worst=worst,
        peak_mb=peak_mb([*texts, *HOSTILE.values()], *EXTRACT),
    )


def peak_mb(texts: Sequence[str], *program: str) -> float:
    """The most memory of a fresh Python that runs this program on them as JSON lines."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as lines:
        for number, text in enumerate(texts):
            lines.write(json.dumps({"id": number, "text": text}) + "\n")
        lines.seek(0)
        process = subprocess.Popen(
            [sys.executable, *program],
            stdin=lines,
            stdout=subprocess.DEVNULL,
            cwd=HOME,
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return usage.ru_maxrss / KILO


def _per_kb(text: str, lexicon: Lexicon) -> float:
    return _ms(text, lexicon) * KILO / len(text)


def _ms(text: str, lexicon: Lexicon) -> float:
    began = time.process_time()
    extract(text, lexicon)
    return (time.process_time() - began) * 1000

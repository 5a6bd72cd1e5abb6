"""Truth: what an invented teller knows, tells, would answer, or has forgotten."""

from dataclasses import dataclass
from enum import StrEnum
from random import Random

from tests.crowd import drawing


class Stance(StrEnum):
    """What becomes of a fact that he once knew."""

    TOLD = "told"  # unasked
    KEPT = "kept"  # only when asked
    FORGOTTEN = "forgotten"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing he knows: its canonical value, and the words that he has for it."""

    key: str
    value: str
    words: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Truth:
    """The kind of telling and all that its teller knows."""

    kind: str
    facts: dict[str, Fact]

    def of(self, stance: Stance) -> list[Fact]:
        return [fact for fact in self.facts.values() if fact.stance is stance]


# How often each is told: graves and families most of all.
KINDS = {
    "burial": 30, "relative": 26, "identity": 8, "battle": 9, "relic": 9, "moved": 7,
    "misinfo": 5, "found_now": 3, "complaint": 3,
}  # fmt: skip
SOLDIER = {
    "martyr_name": 0.85, "unit": 0.7, "died": 0.75, "hometown": 0.5, "rank": 0.25,
    "alias": 0.15, "birth": 0.25, "enlisted": 0.2, "death_place": 0.15,
}  # fmt: skip
TELLER = {"teller_name": 0.35, "teller_phone": 0.75}
# What is known of each kind, and how likely.
KNOWN: dict[str, dict[str, float]] = {
    "burial": SOLDIER | TELLER | {
        "place": 0.95, "landmark": 0.85, "people_count": 0.2, "marker": 0.25,
        "how_known": 0.9, "can_guide": 0.25, "told_for": 0.12,
    },
    "relative": SOLDIER | TELLER | {
        "martyr_name": 1, "death_place": 0.6, "kinship": 1, "dna": 0.8,
        "enlisted": 0.4, "birth": 0.5, "alias": 0.1, "told_for": 0.06,
    },
    "identity": TELLER | {
        "martyr_name": 0.95, "unit": 0.5, "current_grave": 0.95, "error_claim": 0.95,
        "papers": 0.6, "how_known": 0.5, "hometown": 0.3, "died": 0.3,
    },
    "battle": TELLER | {
        "place": 0.95, "died": 0.85, "unit": 0.8, "landmark": 0.6, "battle": 0.5,
        "people_count": 0.7, "buried_by": 0.5, "other_witnesses": 0.4,
    },
    "relic": TELLER | {
        "relic_kind": 1, "relic_text": 0.75, "relic_found": 0.75, "relic_holder": 0.7,
        "martyr_name": 0.6,
    },
    "moved": TELLER | {
        "martyr_name": 0.95, "current_grave": 0.9, "place": 0.8, "moved_at": 0.8,
        "moved_by": 0.7,
    },
    "misinfo": {
        "teller_phone": 0.4, "suspect": 0.9, "misinfo_kind": 0.95, "amount": 0.7,
        "to_police": 0.8,
    },
    "found_now": {
        "place": 1, "teller_phone": 0.85, "found_state": 0.7, "found_objects": 0.7,
        "landmark": 0.5,
    },
    "complaint": {"complaint_office": 0.95, "teller_phone": 0.7, "teller_name": 0.4},
}  # fmt: skip
TOLD, KEPT = 0.58, 0.9  # up to here told unasked, up to there kept; beyond, forgotten


def draw(rng: Random, style: str) -> Truth:
    """Return somebody's truth, in words that fit how he writes."""
    (kind,) = rng.choices(list(KINDS), list(KINDS.values()))
    martyr = drawing.name(rng)
    known = [key for key, chance in KNOWN[kind].items() if rng.random() < chance]
    facts = {key: _fact(rng, key, style, kind, martyr) for key in known}
    if kind == "relative":
        facts["kinship"] = _fact(rng, "kinship", style, kind, martyr, Stance.TOLD)
    if "dna" in facts and facts["dna"].value == "given":
        is_told = facts["dna"].stance is Stance.TOLD
        stance = None if is_told else Stance.KEPT
        facts["dna_given"] = _fact(rng, "dna_given", style, kind, martyr, stance)
    if "told_for" in facts:
        facts["told_for"] = _fact(rng, "told_for", style, kind, martyr, Stance.TOLD)
        facts["witness_name"] = _fact(
            rng, "witness_name", style, kind, martyr, Stance.KEPT
        )
        facts.pop("how_known", None)
        facts.pop("teller_name", None)
    return Truth(kind, facts | _implied(facts))


def _implied(facts: dict[str, Fact]) -> dict[str, Fact]:
    """Return what a mistake on a stone says of its soldier, told with it alone."""
    claim = facts.get("error_claim")
    key, is_so, value = claim.value.partition("=") if claim else ("", "", "")
    return {key: Fact(key, value, value, Stance.FORGOTTEN)} if is_so else {}


def _fact(
    rng: Random,
    key: str,
    style: str,
    kind: str,
    martyr: str,
    stance: Stance | None = None,
) -> Fact:
    value, words = drawing.draw(rng, key, style, kind, martyr)
    at = rng.random()
    drawn = Stance.TOLD if at < TOLD else Stance.KEPT if at < KEPT else None
    return Fact(key, value, words, stance or drawn or Stance.FORGOTTEN)

"""Answering: what a teller answers to a question, in his own way."""

from dataclasses import dataclass

from storage.model.message import Outgoing, Pressed
from tests.crowd import manner
from tests.crowd.asked import button
from tests.crowd.played import Played
from tests.crowd.teller import Teller, Utterance
from tests.crowd.truth import Stance

SHORT, LONG = 0.45, 0.85  # up to here a few words, up to there a sentence, then more
CALL = {"callback_phone": "teller_phone"}
CHOICES = frozenset({"how_known", "dna", "misinfo_kind", "to_police", "relic_kind"})


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers one teller's questions; remembers nothing but what was told."""

    played: Played

    @property
    def teller(self) -> Teller:
        return self.played.teller

    def to(self, key: str, out: Outgoing) -> Utterance | Pressed | str:
        """Return what he says or presses when asked for this."""
        if key == "kind":
            return Pressed("kind", self.teller.truth.kind)
        if key == "which":
            return Pressed("which", "more")
        if key == "callback_hour":
            return Pressed("callback_hour", "any")
        if key == "callback_reason":
            return Utterance("muốn hỏi thêm về việc tìm mộ")
        fact = self.teller.truth.facts.get(CALL.get(key, key))
        if fact is None or (
            fact.stance is Stance.FORGOTTEN and key not in self.played.told
        ):
            return self.nothing(key, out, is_forgotten=fact is not None)
        if key in CALL:
            return Utterance(fact.words, frozenset({fact.key}))
        self.played.gave.add(key)
        if key in self.played.told:
            return Utterance(
                self.teller.says("already", self.briefly(key)), frozenset({key})
            )
        return self.known(key, out)

    def nothing(self, key: str, out: Outgoing, *, is_forgotten: bool) -> Pressed | str:
        """Say that he does not know any more, or never did."""
        rng = self.teller.rng
        leaving = button(out, "forgot" if is_forgotten else "skip")
        if leaving and rng.random() < 0.35:
            return Pressed(leaving.key, leaving.value)
        if key == "teller_phone":
            return self.teller.says("refuse")
        return self.teller.says("forgot" if is_forgotten else "unknown")

    def known(self, key: str, out: Outgoing) -> Utterance | Pressed:
        """Answer with a button, a few words, a sentence, or a sentence and more."""
        rng, told = self.teller.rng, frozenset({key})
        shown = button(out, self.teller.truth.facts[key].value)
        if key in CHOICES and shown and rng.random() < 0.5:
            self.played.told.add(key)
            return Pressed(shown.key, shown.value)
        way = rng.random()
        if way < SHORT:
            return Utterance(self.briefly(key), told)
        kept = {fact.key for fact in self.teller.truth.of(Stance.KEPT)}
        if way < LONG:
            return self.teller.tells(key, ())
        return self.teller.tells(key, kept - self.played.told)

    def briefly(self, key: str) -> str:
        """Return the bare words of a fact, or a sentence where there are none."""
        fact = self.teller.truth.facts[key]
        if fact.words == fact.value and key in CHOICES:
            return self.teller.tells(key, ()).text
        put = manner.written(
            fact.words, self.teller.style, self.teller.region, self.teller.rng
        )
        is_long = self.teller.rng.random() < 0.3
        return self.teller.says("preface", put) if is_long else put

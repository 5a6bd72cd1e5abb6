"""Teller: an invented person, and the words in which he puts what he knows."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from random import Random

from tests.crowd import manner, temper, truth
from tests.crowd.phrases import SLOT, Phrase, spoken
from tests.crowd.temper import Temper
from tests.crowd.truth import Stance, Truth

PEOPLE = ("bố", "ông", "bác", "chú", "cậu", "chồng")  # called with more respect


@dataclass(frozen=True, slots=True)
class Utterance:
    """What he says at once, and the keys of the facts that it tells."""

    text: str
    tells: frozenset[str] = frozenset()


@dataclass
class Teller:
    """One of the crowd; the same number is always the same person."""

    number: int
    style: str
    region: str
    temper: Temper
    truth: Truth
    rng: Random
    used: set[str] = field(default_factory=set)

    @property
    def he(self) -> str:
        kin = self.truth.facts.get("kinship")
        is_elder = kin is not None and kin.words.startswith(PEOPLE)
        return (manner.ELDER if is_elder else manner.HIM)[self.region]

    def says(self, section: str, answer: str = "") -> str:
        """Return something beside the facts, another than before where he can."""
        return self.puts(self._fresh(spoken(section, self.region)), answer)

    def puts(self, phrase: Phrase, answer: str = "") -> str:
        self.used.add(phrase.text)
        words = {key: fact.words for key, fact in self.truth.facts.items()}
        own = {"toi": manner.SELF[self.region], "anh": self.he, "answer": answer}
        text = SLOT.sub(lambda m: (words | own)[m[1]], phrase.text)
        return manner.written(text, self.style, self.region, self.rng)

    def tells(self, key: str, allowed: Collection[str]) -> Utterance:
        """Return a sentence that tells this fact, perhaps with others he would tell."""
        fits = [
            phrase
            for section in self.sections(key)
            for phrase in spoken(section, self.region)
            if self.fits(phrase, set(allowed) | {key})
        ]
        phrase = self._fresh(fits)
        return Utterance(self.puts(phrase), phrase.tells | {key})

    def fits(self, phrase: Phrase, allowed: Collection[str]) -> bool:
        """Return whether it tells nothing but this, and nothing but the truth."""
        facts = self.truth.facts
        is_true = all(
            facts[key].value == value for key, value in phrase.needs if key in facts
        )
        return phrase.tells <= set(allowed) and is_true

    def sections(self, key: str) -> Iterable[str]:
        """Return where the sentences for a fact stand: of its value, kind, or any."""
        own = (f"{key}={self.truth.facts[key].value}", f"{key}:{self.truth.kind}")
        found = [section for section in own if spoken(section, self.region)]
        return found[:1] or [key]

    def opening(self) -> Utterance:
        told = {fact.key for fact in self.truth.of(Stance.TOLD)}
        several = spoken(f"open.{self.truth.kind}", self.region)
        phrase = self._fresh([one for one in several if self.fits(one, told)])
        return Utterance(self.puts(phrase), phrase.tells)

    def story(self) -> list[Utterance]:
        """Return his sentences in the order in which he tells them."""
        told = [fact.key for fact in self.truth.of(Stance.TOLD)]
        opening = self.opening()
        sentences, covered = [opening], set(opening.tells)
        self.rng.shuffle(told)
        for key in told:
            if key not in covered:
                sentences.append(self.tells(key, set(told) - covered))
                covered |= sentences[-1].tells
        for _ in range(self._asides()):
            at = self.rng.randint(1, len(sentences))
            sentences.insert(at, Utterance(self.says(self._aside())))
        return sentences

    def messages(self) -> list[Utterance]:
        """Return the story as he sends it: a letter, a few messages, or many."""
        sentences = self.story()
        if self.style == "letter":
            ends = (self.says("letter.open"), self.says("letter.close"))
            lines = (ends[0], *(one.text for one in sentences), ends[1])
            return [Utterance("\n".join(lines), _all(sentences))]
        if self.style == "short":
            return sentences
        size = self.rng.choice((2, 3, 4, len(sentences)))
        parts = [sentences[at : at + size] for at in range(0, len(sentences), size)]
        return [Utterance(self._joined(part), _all(part)) for part in parts]

    def _joined(self, part: list[Utterance]) -> str:
        between = ", " if self.style == "sms" and self.rng.random() < 0.4 else " "
        return between.join(one.text for one in part)

    def _asides(self) -> int:
        many = self.temper is Temper.DIGRESSES
        return self.rng.randint(1, 3) if many else int(self.rng.random() < 0.25)

    def _aside(self) -> str:
        return self.rng.choices(("digress", "poem", "grumble"), (8, 1, 2))[0]

    def _fresh(self, several: Iterable[Phrase]) -> Phrase:
        found = list(several)
        unused = [phrase for phrase in found if phrase.text not in self.used]
        return self.rng.choice(unused or found)


def _all(sentences: Iterable[Utterance]) -> frozenset[str]:
    return frozenset(key for one in sentences for key in one.tells)


def born(seed: int, number: int) -> Teller:
    """Return the teller of this number."""
    rng = Random(f"{seed}/{number}")  # noqa: S311 - a play, no secret
    (style,) = rng.choices(list(manner.STYLES), list(manner.STYLES.values()))
    region, mood = manner.region(rng, style), temper.draw(rng)
    return Teller(number, style, region, mood, truth.draw(rng, style), rng)

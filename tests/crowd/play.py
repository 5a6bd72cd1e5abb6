"""Play: one teller talks with us on the stage, seeing only texts and buttons."""

from dataclasses import dataclass, field
from datetime import timedelta

from storage.model.evidence import MediaKind
from storage.model.message import Outgoing, Pinned, Pressed, Said, Showed, What
from tests.crowd.answering import Answers
from tests.crowd.asked import INVITES, NO_QUESTIONS, asked, button
from tests.crowd.played import Played
from tests.crowd.teller import Teller, Utterance
from tests.crowd.temper import Temper
from tests.handlers.script import Script

PATIENCE = 60  # more turns than that have no end
FOREVER = timedelta(days=40)
A_DAY = timedelta(hours=27)
WHERE = (16.7123, 106.8412)
PLACED = frozenset({"burial", "battle", "found_now"})
SHOWN = ((MediaKind.PHOTO, None), (MediaKind.VOICE, 41.0), (MediaKind.DOCUMENT, None))


@dataclass
class Play:
    """The performance: what is still to be told, and the last that he saw of us."""

    played: Played
    script: Script
    left: list[Utterance]
    seen: list[Outgoing] = field(default_factory=list)
    is_over: bool = False
    waited: bool = False
    has_shown: bool = False
    has_asked_officer: bool = False
    is_corrected: bool = False

    @property
    def teller(self) -> Teller:
        return self.played.teller

    def say(self, said: Utterance) -> None:
        """Send words of the telling."""
        self.played.tells(said)
        self.act(Said(said.text))

    def speak(self, words: str) -> None:
        """Send words that wish, agree or leave: no part of the telling."""
        self.act(Said(words))

    def press(self, key: str, value: str) -> None:
        self.act(Pressed(key, value))

    def show(self, kind: MediaKind, length: float | None, caption: str = "") -> None:
        media = f"tệp {self.teller.number}.{len(self.played.media)}"
        self.played.media.append(media)
        self.act(Showed(media, kind, length, caption))

    def act(self, *whats: What) -> None:
        self.played.turns += 1
        self.script.stage.now += timedelta(seconds=self.teller.rng.randint(20, 200))
        before = len(self.script.stage.said)
        self.script.play(*whats)
        self._see(before)

    def wait(self, length: timedelta) -> None:
        before = len(self.script.stage.said)
        self.script.wait(length)
        self._see(before)

    def _see(self, before: int) -> None:
        self.seen = self.script.stage.said[before:]
        for out in self.seen:
            key = asked(out)
            self.played.is_invited |= key == INVITES
            if key and key not in NO_QUESTIONS and key != "address":
                self.played.hears(key)


def play(teller: Teller) -> Played:
    """Play the whole conversation of a teller."""
    script = Script()
    on = Play(Played(teller, script.stage), script, teller.messages())
    if teller.temper is Temper.VOICE:
        on.left = []
        on.show(MediaKind.VOICE, teller.rng.uniform(10, 240))
    else:
        begin(on)
    answers = Answers(on.played)
    while not on.is_over and on.played.turns < PATIENCE:
        respond(on, answers)
    on.played.is_endless = not on.is_over
    return on.played


def begin(on: Play) -> None:
    """Greet first, or begin with the story at once."""
    if on.teller.rng.random() < 0.2:
        on.say(Utterance(on.teller.says("greet")))
    else:
        on.say(on.left.pop(0))


def respond(on: Play, answers: Answers) -> None:
    """Do what he does at what he sees now."""
    last = on.seen[-1] if on.seen else None
    key = next(filter(None, map(asked, reversed(on.seen))), None)
    if key is None and last and (sure := button(last, "yes", "done", "forgot")):
        return on.press(sure.key, sure.value)  # "xin bấm nút"
    if key is None and on.left and not on.script.stage.tips:
        return on.say(on.left.pop(0))  # "muốn kể, xin cứ nhắn"
    if key is None or last is None:
        return finish(on)
    match key:
        case "consent":
            consent(on, last)
        case "story":
            tell(on, last)
        case "confirm":
            confirm(on, last)
        case _:
            reply(on, answers, key, last)
    return None


def consent(on: Play, out: Outgoing) -> None:
    rng, mood = on.teller.rng, on.teller.temper
    if mood is Temper.SILENT_FIRST:
        return leave(on)
    if mood is Temper.LATE and not on.waited:
        on.waited = True
        return on.wait(A_DAY)
    if mood is Temper.REFUSES:
        on.played.told.clear()
        no = rng.random() < 0.5
        on.press("consent", "no") if no else on.speak(on.teller.says("consent.no"))
        return leave(on)
    if rng.random() < 0.5 and button(out, "yes"):
        return on.press("consent", "yes")
    return on.speak(rng.choice(("1", *[on.teller.says("consent.yes")] * 5)))


def tell(on: Play, out: Outgoing) -> None:
    """Go on telling; when all is told, say so."""
    rng, mood = on.teller.rng, on.teller.temper
    if mood is Temper.SILENT_STORY and (len(on.played.words) > 1 or not on.left):
        return leave(on)
    if mood is Temper.SHOWS and not on.has_shown:
        return show(on)
    if mood is Temper.REPEATS and on.played.words and rng.random() < 0.3:
        return on.say(Utterance(on.played.words[-1]))
    if on.left and not (mood is Temper.EARLY and on.played.words):
        return on.say(on.left.pop(0))
    done = button(out, "done")
    if done and rng.random() < 0.5:
        return on.press(done.key, done.value)
    return on.speak(on.teller.says("done"))


def show(on: Play) -> None:
    on.has_shown = True
    kind, length = on.teller.rng.choice(SHOWN)
    if on.teller.truth.kind in PLACED and on.teller.rng.random() < 0.5:
        on.act(Pinned(*WHERE))
    else:
        on.show(kind, length)


def reply(on: Play, answers: Answers, key: str, out: Outgoing) -> None:
    """Answer a question, or do what his temper makes him do instead."""
    mood = on.teller.temper
    if mood is Temper.SILENT_ASKED:
        return leave(on)
    if mood is Temper.EARLY:
        return on.speak(on.teller.says("done"))
    if mood is Temper.OFFICER and not on.has_asked_officer:
        on.has_asked_officer = True
        return on.speak(on.teller.says("officer"))
    if mood is Temper.DIGRESSES and on.teller.rng.random() < 0.12:
        return on.say(Utterance(on.teller.says("beside")))
    answer = answers.to(key, out)
    if isinstance(answer, Pressed):
        return on.press(answer.key, answer.value)
    if isinstance(answer, str):
        return on.speak(answer)
    return on.say(answer)


def confirm(on: Play, out: Outgoing) -> None:
    rng, mood = on.teller.rng, on.teller.temper
    if mood is Temper.CORRECTS and not on.is_corrected and "died" in on.played.told:
        on.is_corrected = True
        return on.say(Utterance(on.teller.says("correct"), frozenset({"died"})))
    yes = button(out, "yes")
    if yes and rng.random() < 0.6:
        return on.press(yes.key, yes.value)
    return on.speak(on.teller.says("confirm.yes"))


def finish(on: Play) -> None:
    """Say a last word, perhaps; then it is over."""
    on.is_over = True
    rng = on.teller.rng
    if on.teller.temper is Temper.CODE:
        return on.speak(on.teller.says("code"))
    if rng.random() < 0.3:
        return on.say(Utterance(on.teller.says("thanks")))
    return None


def leave(on: Play) -> None:
    """Fall silent for good."""
    on.is_over = True
    on.wait(FOREVER)

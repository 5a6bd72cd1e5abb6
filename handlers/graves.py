"""Questions about a grave that has a stone or was moved, shared by two flows."""

from handlers import readers
from handlers.questions import Question
from nlp.tellings import moving, steles

CURRENT_GRAVE = Question("current_grave", readers.words, spot=moving.whither)
# Where it was before, and what was to be seen there: never the cemetery of today.
OLD_PLACE = Question("place", readers.place, spot=moving.whence)
OLD_LANDMARK = Question("landmark", readers.words, spot=steles.landmark, is_asked=False)

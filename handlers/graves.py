"""Questions about a grave that lies elsewhere today, shared by two flows."""

from handlers import readers
from handlers.questions import Fill, Question
from nlp.entity import Kind

CURRENT_GRAVE = Question(
    "current_grave", readers.words, Fill(Kind.PLACE, ("burial", "other"))
)

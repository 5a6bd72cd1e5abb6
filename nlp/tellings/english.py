"""English: whether somebody writes it, a veteran or a grandchild abroad.

Only words count that no Vietnamese syllable looks like, with its marks or without: "the"
may be thế, "my" Mỹ, "can" cần, "he" hè. A word or two ("ok", "thank you") are no language.
"""

from nlp.text import read

CHARACTERS = 20_000
DISTINCT, ONE_IN = 3, 8  # so many of the words, and one in so many of all
WORDS = frozenset({
    "about", "after", "all", "also", "american", "and", "are", "asked", "because",
    "been", "before", "bodies", "body", "brother", "buried", "by", "country", "died",
    "does", "english", "family", "father", "find", "for", "found", "friend", "from",
    "grandfather", "grandson", "grave", "graves", "had", "has", "have", "hello", "help",
    "her", "his", "how", "is", "its", "killed", "know", "language", "lost", "near",
    "of", "or", "our", "people", "please", "read", "remains", "remember", "she",
    "should", "some", "somebody", "someone", "soldier", "soldiers", "speak", "still",
    "their", "there", "these", "they", "this", "those", "took", "uncle", "veteran",
    "was", "were", "what", "where", "which", "while", "who", "will", "with", "would",
    "write", "you", "your",
})  # fmt: skip


def is_english(written: str) -> bool:
    """Return whether the words are English; not where a Vietnamese text quotes it."""
    text = read(written[:CHARACTERS])
    if text.is_marked:
        return False
    said = [word.plain for word in text.words if word.plain in WORDS]
    return len(set(said)) >= DISTINCT and len(said) * ONE_IN >= len(text.words)

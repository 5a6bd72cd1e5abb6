"""What a text says: people, units, ranks, places, dates, positions, phones, graves.

Start with ``extract.extract(text, lexicon)``. It reads a message once (``text.py``),
lets every grammar of ``entities/`` look at it in its turn, and gives back frozen
``Entity`` values whose offsets are characters of the NFC text. Words that can change
live in ``data/*.tsv`` and arrive as one immutable ``Lexicon``.

Everything works without marks and without capitals: a grammar reads the folded text
and looks at marks and case only to be surer. Nothing here does I/O after
``Lexicon.load()``, raises on a citizen's words, or imports another package of ours.
"""

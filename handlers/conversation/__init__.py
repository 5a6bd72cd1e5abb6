"""The engine of conversation: pure pieces that `handlers/dialogue.py` puts together.

`course` plays what came in together; `dialogue` takes one thing at a time; what was told
is heard, answered, filled and read back here. No database, no network, no clock.
"""

"""What staff see: the console in which officers read, ask back and decide.

It shows what storage keeps and calls handlers to decide; it never talks to a platform.
"""

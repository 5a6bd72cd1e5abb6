"""The process: channels, loops, slow work, hand-overs and the public pages.

It alone talks to the world, and no other package imports it.
"""

"""The notice that consent is given to: its version, and what it lets us do.

A new wording of «Đồng ý» or of the page /dong-y is a new version here. What each purpose
says to people stands in wording/rights.py.
"""

VERSION = "2026-11-30"
# Kept apart: to keep the words, to contact again, to hand the lead to who is in charge.
PURPOSES = ("keep", "contact", "hand_over")

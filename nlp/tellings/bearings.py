"""What tellers measure a grave by: paces, rows of a graveyard, directions; folded text."""

import re

PACES = re.compile(
    r"(?<![a-z])(?:[0-9]{1,4}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|vai|may|chuc|tram"
    r"|dam|five|ten) ?(?:chuc |tram )?(?:m|met|thuoc|buoc|buoc chan|sai|km|cay so|gang"
    r"|steps|meters|yards)(?![a-z])"
)
ROW = re.compile(
    r"(?<![a-z])(?:(?:hang|lo|day|o(?= so))(?: so| thu)? (?:[0-9]{1,3}|[a-h]|nhat|nhi|hai|ba|tu|dau"
    r"|cuoi)|(?:khu|mo)(?: so| thu)? (?:[0-9]{1,3}|[a-h][0-9]?)|o (?:so )?[0-9]{1,3})"
    r"(?![a-z0-9])"
)
SIDE = re.compile(
    r"(?<![a-z])(?:phia (?:dong|tay|nam|bac|sau|truoc|tren|duoi|trong|ngoai)|huong (?:dong"
    r"|tay|nam|bac)|ben (?:phai|trai|kia|nay)|(?:dong|tay) (?:nam|bac)|tay (?:phai|trai)"
    r"|quay (?:dau|mat))(?![a-z])"
)
FACTS = (PACES, ROW, SIDE)

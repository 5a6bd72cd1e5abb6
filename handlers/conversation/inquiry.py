"""Inquiries: what a teller asks us, or reproaches us with, in the place of an answer.

"Các anh có đọc không đấy?" tells nothing of a soldier and answers no question. It is kept
for the officer, said to be, and what was asked stands. The words are folded and trimmed.
"""

import re
from collections.abc import Sequence

from handlers.conversation.asides import tells
from handlers.conversation.commands import plain
from handlers.conversation.place import next_key
from handlers.conversation.saying import acknowledge, ask
from handlers.conversation.scene import Reply, Turn
from handlers.conversation.unknowing import SELF
from handlers.wording import within
from nlp.entity import Entity, Kind
from nlp.tellings.kinship import kinship
from storage.model.altering import altered
from storage.model.dialogue import Dialogue, Words

LONGEST = 90
LEAD = r"(?:(?:a|ma|the|vay|gio|roi|u|uh|thoi|con) ){0,3}"
END = r"(?: (?:day|vay|the|a|nhi|ha|hen|hi|nua|con|chau|em|cac anh|cac chau)){0,2}"
# "Có lấy máu thử ADN được không": a sample is asked about whatever we have asked.
SAMPLE = r"(?:lay|thu|xet nghiem|lam|gui|nop|cho) (?:mau|adn|sinh pham)"
# "Có tìm được không cháu", "liệu có đưa về được không".
LOOKING = r"(?:tim|kiem|dua|don|xac minh)"
ASKS = re.compile(
    rf"{LEAD}(?:{SELF} )?(?:muon |xin |cho ){{1,2}}(?:{SELF} )?hoi,? (?!lai\b|tham\b|duong\b|xem\b).{{4,}}"
    rf"|{LEAD}(?:cac|may) (?:anh|chi|chau|ong|em|con|chu|bac)(?: \w+)?? (?:co|da|lam) .*\b(?:khong|chua|gi|chi){END}"
    rf"|{LEAD}(?:co|duoc) (?:duoc |phai |nen |can |dao |tiep ){{1,3}}[^,]*\b(?:khong|chua){END}"
    rf"|{LEAD}(?:lieu )?(?:(?:co|con|se|roi) ){{0,2}}{LOOKING}(?: (?!(?:roi|mai|hoai)\b)\w+){{0,6}}? (?:khong|ko|k|hong|hem|chua){END}"
    rf"|{LEAD}(?:bao gio|khi nao|chung nao|may bua nua) (?:thi )?(?:moi )?(?:co|duoc|goi|tra loi|toi|di|den|xong|bao)\b[^,]*"
    rf"|{LEAD}(?:co )?nghe (?:duoc|ro|thay|ra)(?: gi)? (?:khong|chua){END}"
    rf"|{LEAD}(?:{SELF} )?(?:phai|nen) lam (?:gi|sao|the nao)[^,]*"
    rf"|{LEAD}(?:{SELF} )?(?:(?:co|muon|phai|can|di) ){{0,2}}{SAMPLE}\b(?: (?!(?:roi|r|biet)\b)\w+){{0,5}}?"
    r" (?:(?:duoc|co|mat tien|ton tien) (?:khong|ko|k|hong|chua)|the nao|lam sao|ra sao"
    rf"|(?:o|di|den|toi|cho|goi|gap|hoi) (?:dau|mo|nao|ai)){END}"
)
REPROACH = re.compile(
    rf"(?:{LEAD})(?:{SELF} )?(?:(?:da|vua|moi) )?(?:noi|ke|khai|bao|viet|nhan|tra loi)"
    r"(?: (?:o )?(?:tren|tren kia|tren do|luc nay|hoi nay|ban nay))?"
    r" (?:roi|r|het roi)(?: (?:ma|day|do|con|con gi|con hoi|thoi|sao|hoi mai|a)){0,3}"
    rf"|(?:{SELF} )?(?:(?:da )?(?:noi|ke) )?(?:o )?trong (?:ghi am|do|bang|may)(?: (?:het|ca|day du))? (?:roi|r)(?: (?:ma|do|day))?"
    r"|hoi (?:mai|hoai|gi (?:ma )?(?:nhieu|lam))(?: (?:the|vay|a|roi|qua)){0,2}"
    r"|(?:o )?tren (?:kia |do |ay )?(?:co|ke|noi)(?: \w+)? roi(?: (?:ma|do|day)){0,2}"
)
TIRED = re.compile(
    rf"{LEAD}(?:{SELF} |may |cac (?:anh|chau) )?(?:hoi (?:hoai|mai|nhieu|gi nhieu)(?: the| vay| qua)? ?,? ?)?"
    rf"(?:{SELF} )?(?:thay |da |cung )?(?:met|moi mat|moi tay|nhuc dau|dau dau|buon ngu)(?: (?:qua|lam|roi|r|thoi|a|day)){{0,3}}"
    rf"(?: ?,? ?(?:de |hom khac |lat nua |chieu |toi |mai |bua khac )*(?:{SELF} )?(?:mai|lat|hom khac|bua khac|de|nghi)"
    r"(?: (?:mai|ke|noi|tiep|nghi|sau|da|mot lat|nua|roi|hom khac|bua khac)){0,4})?"
)
TELLS = {Kind.UNIT, Kind.BURIAL, Kind.COORD, Kind.PERSON, Kind.PLACE, Kind.DATE}


def is_inquiry(text: str, found: Sequence[Entity]) -> bool:
    """Return whether the words ask us something, and name nothing of a story."""
    if any(entity.kind in TELLS for entity in found):
        return False
    said = plain(text)
    is_asked = len(said) <= LONGEST and ASKS.fullmatch(said) is not None
    return is_asked and not tells(text, found) and kinship(text) is None


def is_reproach(text: str) -> bool:
    """Return whether the words only say that it was told already."""
    said = " ".join(plain(text).replace(",", " ").split())
    return len(said) <= LONGEST and REPROACH.fullmatch(said) is not None


def is_tired(text: str) -> bool:
    """Return whether the words only say that he is tired, or goes on another day."""
    said = " ".join(plain(text).replace(",", " ").split())
    return len(said) <= LONGEST and TIRED.fullmatch(said) is not None


def rest(dialogue: Dialogue, cause: int, text: str) -> Turn:
    """Let him rest: nothing is asked again until he goes on."""
    spare = (*dialogue.spare, Words(cause, text))
    ack = acknowledge(dialogue, "ack.tired")
    told = Reply(cause, "ack.tired", ack, news=ack)
    return Turn(altered(dialogue, spare=spare), (told,))


def keep(dialogue: Dialogue, cause: int, text: str) -> tuple[Dialogue, str]:
    """Return the dialogue with what was asked, and what is said to it."""
    spare = (*dialogue.spare, Words(cause, text))
    key = within(dialogue.flow, "ack", "inquiry")
    return altered(dialogue, spare=spare), acknowledge(dialogue, key)


def answer(dialogue: Dialogue, cause: int, text: str) -> Turn:
    """Say that an officer will answer, and go on where the conversation stands."""
    dialogue, ack = keep(dialogue, cause, text)
    reply = ask(dialogue, next_key(dialogue), cause, ack, is_news=True)
    return Turn(dialogue, (reply,))

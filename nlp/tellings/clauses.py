"""Clauses in which a grave is described: where they end."""

import re
from dataclasses import dataclass

from nlp.patterns import either

ENDS = either(
    "toi gio, toi nay, den nay, nao, do ong, do ba, do anh, gio, bay gio, den gio, hien, hien nay, nay la, ma, nhung, hy sinh, hi sinh, thi"
    ", chung toi, anh em, muon, nho, nguoi ta, hom, con thi, rat, roi, khong biet"
    ", hong biet, dang dung, ba nguoi, do, ghi, ong nho, ong chi, ong muon, toi chi"
    ", co khoang, ngoai em, he, danh, nuoc lon khong, co the, no nguoi, anh hay, gi do"
    ", co gi, can gi, ngoai toi, ngoai tui, chau toi, chau tui, toi xin, tui xin, ten toi, ten tui"
    ", toi la, tui la, so may, so dien thoai, sdt, lien he, goi cho, cu goi, que anh, que ong"
    ", anh ay que, anh ay nguoi, anh ay ten, gia dinh anh, gia dinh ong, mua kho, mua mua, nhan chung"
    ", hom ay, trung doan, tieu doan, su doan, dai doi, liet si, toa do, gps"
)
DATE = r"[0-9]{1,2}[/-][0-9]"
# "Bến đò", "sơ đồ", "bản đồ", where "đó" ends no clause.
NOT_THAT = r"(?:(?<=\bben )|(?<=\bso )|(?<=\bban ))do(?![a-z])"
END = re.compile(rf" (?!{NOT_THAT})(?:{ENDS})(?![a-z0-9])| ?{DATE}|[.;!?\n,\"]")
LONGEST = 120


@dataclass(slots=True)
class Clauses:
    """Those of a text; places in the same one are asked for one after another."""

    plain: str
    asked: int = 0  # a place in the clause that was asked for last, and its end
    ended: int = -1

    def end(self, start: int) -> int:
        """Where a clause ends that goes on from here."""
        if not self.asked <= start <= self.ended:
            match = END.search(self.plain, start)
            self.asked = start
            self.ended = match.start() if match else len(self.plain)
        return min(self.ended, start + LONGEST)

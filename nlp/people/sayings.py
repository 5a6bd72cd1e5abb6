"""How people say who somebody is: patterns of what stands right before and behind a name.

All are for folded text (``nlp.text``); those for what stands before end where it begins.
"""

import re

from nlp.entity import Kind
from nlp.people.saying import Saying
from nlp.roles.telling import MY, SENIOR, SORT, SPEAKER, TELLS

KIN = Saying(
    "toi tui em chau con minh choa tau e",
    rf"\b(?P<who>(?:{SENIOR}|em|con|anh em|vo|chi){SORT}) {MY}"
    r"(?:,? (?:la|ten la|ten|ho ten la|tuc|cung la))?(?: liet s[iy]| ls| ong| anh| chu| ba| chi| co| ccb| cuu chien binh)?[ :,(]{1,3}\Z",
)
WOMAN = re.compile(
    r"\b(?:ba noi|ba ngoai|me|ma|u|bu|vo|chi gai|em gai|con gai|con trai|con dau|chau noi"
    r"|chau ngoai|chau gai|chau trai|chau goi|chau|con) "
)
FOR = Saying(
    "ho giup dum gium thay theo",
    r"\b(?:viet|go|ke|noi|ghi|nhan|danh|hoi|chep|gui|dum|bam)(?: \w+)? (?:ho|giup|dum|gium|thay|thay loi|theo loi)"
    r"(?: (?:loi|cho|ke cua))?(?: \w+){0,3} \Z",
)
ALIVE = re.compile(
    r"[ ,(]{1,3}(?:nam nay |nay |gio |da |hien |hien nay |vua |tron )?"
    r"(?:[0-9]{2} ?(?:tuoi|t\b)|tuoi|con song|con minh man|da yeu|yeu roi|lan roi|cao tuoi|nguyen la|tung la"
    r"|cuu|ccb|linh cu|(?:moi |vua |da )?mat (?:nam )?(?:199|20[0-2]))"
)
SELF = Saying(
    "toi tui minh em chau con tau tao choa to e",
    rf"\b{SPEAKER} (?:xin )?(?:la|ten|ten la|ho ten|ho ten la|ho va ten|nguyen la|von la|ky ten)[ :]{{1,3}}"
    r"(?:(?:con gai|con trai|em gai|em trai|em ruot|con|em|anh|chi|ong|ba|chau)(?: cua)?,? )?\Z"
    rf"|\b(?:ho )?ten (?:cua )?(?:toi|tui|chau|em|con|minh)(?: la)?[ :]{{1,3}}\Z"
    r"|\b(?:toi|tui)[ ,:(\-]{1,3}\Z|(?:\A|[.!?\n,;:]) {0,2}(?:da |thua )?(?:em|chau|con|minh)[ ,:(]{1,3}\Z",
)
SAYS_NAME = Saying(
    "ten",
    rf"(?:^|[.!?\n,;:]) ?(?:da |thua )?{SPEAKER}\b[^.!?\n]{{0,40}}, ?(?:ho )?ten (?:la )?\Z",
)
NOT_SELF = re.compile(
    rf"\b(?:{SENIOR}|anh|ban|em|con|vo|trai|gai|ruot|noi|ngoai|ho|dong doi|giua|voi|hoc tro|thu truong"
    rf"|cua|tim|bao|chi|dai doi|tieu doi|cho|dua|xa|lang) {SPEAKER}[^.]{{0,12}}\Z"
)
TITLED = r"(?:(?:ong|ba|anh|chi|con|chau|em|co|chu|bac|cu|thay|dong chi|gia lang|chi huy)(?: (?:trai|gai|toi|tui|em))? ){0,2}"
PEOPLE_WHO = r"\bnguoi (?:"
REPORTER = Saying(
    "nguoi theo qua nghe nho nhan nguon tin truong gia chu lai tai thon xa",
    PEOPLE_WHO
    + r"bao|ke(?! (?:ben|can|do|tiep|canh)\b)|lap|ve|ghi|chon|chon cat|khieng|dan|chi|nhat duoc|dao duoc|tim thay|giu|cung cap|cc|chung kien|lam chung|phat hien|dan duong)"
    rf"(?: tin| thong tin| don| tho| lai)?(?: la)?[ :]{{1,3}}{TITLED}\Z"
    rf"|\b(?:theo|qua|nghe|nho|nghe loi)(?: loi)?(?: ke)?(?: cua)? {TITLED}\Z|\b(?:nhan chung(?:[^.,;:\n]{{1,30}} la)?|nguon)[ :]{{1,3}}(?:la )?{TITLED}\Z"
    rf"|\btin cua {TITLED}\Z|\bnguoi (?:con )?biet(?: ro| chuyen| cho)?(?: la)? {TITLED}\Z"
    r"|\b(?:truong (?:thon|ban|buon|ap|xom|lang)|gia lang|chu (?:vuon|ray|dat|tich)|lai may|tai xe"
    r"|thon doi|xa doi truong)(?: xa| cu)?(?: la| ten)?[ :]{1,3}(?:ong |anh |ba )?\Z",
)
ASKER = Saying(
    "nguoi",
    PEOPLE_WHO
    + rf"hoi|tim|nhan|lien he|than|nha)(?: tin| than)?(?: la)?[ :]{{1,3}}{TITLED}\Z",
)
INFORMANT = Saying(
    f"nguoi lien lh goi hoi gap sdt dt so tel zalo {Kind.PHONE.mask}",
    PEOPLE_WHO
    + rf"gui|viet|khai|dang|nhan tin|lam don|to giac)(?: tin| don| tho)?(?: la)?[ :]{{1,3}}{TITLED}\Z"
    rf"|\b(?:lien he|lien lac(?= (?:cho|qua|so|voi|anh|chi|ong|ba|co|chu|bac)|:)|lh|goi|hoi|gap|sdt|dt|so|tel|zalo)(?: cho| qua| so| voi)?[ :]{{1,3}}{TITLED}\Z"
    rf"|{Kind.PHONE.mask} {{0,2}}[(,\-]? {{0,2}}(?:gap )?{TITLED}\Z",
)
NAMED = Saying("ten", rf"\b(?P<who>{SENIOR}|ong)(?: ay| cu)? (?:ho )?ten (?:la )?\Z")
INSCRIBED = Saying(
    "khac bia bai doc bi ba nhat so tui ghi de mang co chu ten board read",
    r"\b(?:khac|bia|bai vi|doc duoc|doc ra|bi dong|ba lo|nhat ky|so tay|tui giay|bia mo)"
    r"(?: (?:cua|chu|ten|ghi|de|la|co|ro|ho|liet s[iy]|ls|anh|chu|bac|mot|tren|cai|da|mo|thi))"
    r"{0,4} ?:? ?[\"'(]? ?\Z|\b(?:ghi|de|mang|co) (?:chu|ten|ho ten|dong chu)(?: la)? ?:? ?[\"'(]? ?\Z"
    r"|\b(?:ghi|chu|ten|board|read) ?:? ?\"\Z",
)
SIGNS_OFF = Saying(
    "thu chinh chu tm chi ky xac",
    r"\b(?:thu truong(?: don vi)?|chinh uy|chu nhiem|tm|chi huy truong|ky thay|xac nhan cua)\b"
    rf"[^\n]{{0,15}}[:.,\n] ?(?:{Kind.RANK.mask}{{1,20}} ?)?\Z",
)
CHILD_OF = Saying(
    "cua", r"\b(?:con|chau|vo|con dau|con gai|con trai) (?:cua )(?:ong|ba|cu) \Z"
)
OFFICE = re.compile(
    r"[ ,(\-]{1,3}(?:o |thuoc |cua |la |ben )?(?:to cong tac|bao (?!tin|cao)|phong vien|tong bien tap|bien tap"
    r"|can bo (?:chinh sach|xa|phuong|huyen|lao dong|van hoa|phong)|ban lien lac|clb|cau lac bo|ubnd"
    r"|bao tang|so (?:noi vu|lao dong|ldtbxh)|doan thanh nien|giao vien|hieu truong|hoi (?:phu nu|cuu)|phong (?:noi vu|lao dong|vien))\b"
)
# Who looks for somebody without a stone looks for a fallen man, be he called "cụ".
ASIDE = Saying(
    "yeu gai xom ngoai boi cung dong truong huy dich bao vien",
    r"\b(?:nguoi yeu|ban gai|hang xom|nha ngoai cam|thay boi|thay cung|ba dong|ong dong|co dong"
    r"|thu truong(?: cu)?|chi huy cu|phien dich|nha bao|phong vien)"
    r"(?: (?:cu|cua (?:toi|tui|em|minh|chung toi|anh ay|chu ay)))?(?: (?:la|ten|ten la))?"
    r"(?: (?:ong|ba|anh|chi|co|chu|bac|em|cau))? \Z",
)
COMMANDS = re.compile(
    r"[ ,]{1,2}(?:lam )?(?:chi huy|dan dau|phu trach|lam (?:truong doan|chinh uy))\b"
)
SOUGHT = Saying(
    "tim hoi",
    r"\b(?:tim|tim mo|tim phan mo|tim hai cot|hoi ve|tim tin)(?: cua)?"
    r" (?:(?:liet s[iy]|ls) )?(?:ong|cu|bac|chu|anh|cau) \Z",
)
FAMILY_OF = Saying(
    "dinh nha", r"(?:\A|[.!?;\n]) ?(?:gia dinh|nha) (?:cu|ong|ba|bac|chi|anh) \Z"
)
TITLE_END = re.compile(r"(?:ong|ba|cu|bac|chi|anh|em|chau) \Z")
HOST = Saying(
    "nha vuon ray ruong dat ho quan ao nuong dia choi bep goc",
    r"\b(?:nha|vuon|ray|ruong|dat(?! (?:anh|chu|cau|thang) )|ho|quan|ao|nuong|dia|choi|bep|goc vuon)(?: (?!co\b|la\b|noi\b|bao\b|va\b|voi\b|cung\b)[a-z]{2,6}){0,2}?"
    r" (?:cua )?(?:ong|ba|anh|chi|chu|co|bac|cu|thay|ma|gia dinh) \Z",
)
SIGNS = Saying("ky", r"\bky(?: ten)?(?: duoi day)?(?: la)?[: ]{1,3}\Z")
SOURCE = Saying(
    "tay ghi lieu loi",
    r"\b(?:(?:theo|trich|tu|chep|tu lieu|day la)[^.;\n]{0,30} )?(?:so tay|so ghi chep|so ghi|bang ghi am|tu lieu|loi ke|theo loi)"
    rf" (?:cua )?(?:{Kind.RANK.mask}{{1,20}} |y ta )?{TITLED}\Z",
)
MATE = Saying(
    "doi ban dd",
    r"\b(?:dong doi|ban (?:toi|em|chien dau|cu)|dd)(?: (?:con song|cu|cua bo|cua ba|cua chu))? (?:ten|la) (?:ong |bac )?\Z",
)
LABEL = Saying(
    "em chi con chau ma me bo than",
    r"(?:[.,;:(\n]|\bgap)[ \n]{0,2}(?:em ruot|em gai|em trai|chi gai|con gai|con trai|chau|ma|me|bo|than nhan)"
    r"(?: la)?[: ]{1,3}\Z",
)
ASKS = re.compile(
    r"[^.!?\n]{0,50}\b(?:hoi|nhan(?: tin)?:?|can tim|muon tim|di tim|tim mo|nho tim|xin hoi)\b"
)
SHE = Saying("chi ba co di em mu", r"\b(?:chi|ba|co|di|em|mu) \Z")
COMRADE = Saying(
    "voi va cung",
    r"\b(?:toi|tui|chung toi|ong|minh) (?:voi|va|cung|cung voi)(?: [^,.;\n]{1,25})? {1,2}\Z",
)
PHONED = re.compile(
    r"[ ,.:;\-()\n]{0,4}(?:(?:sdt|dt|so|so cu|lh|ccb|tel|zalo|so may|d t)[ :.]{0,3})?"
    rf"{Kind.PHONE.mask}"
)
ACTS = re.compile(
    r"[ ,]{1,3}(?:la nguoi |da |moi |tu tay |truc tiep |cung |tung |va )?(?:chon (?:cat|duoc|hai|ba|bon"
    r"|anh|chu|cac|dong|mot|liet|bo doi|thang|no|[0-9]+)|vuot mat|khieng|cang|lay tam|liem|boc (?:mo|cat|hai)"
    r"|dao (?:duoc|trung|thay|mong|ao|gieng)|dan (?:doan|duong|toi|tui|em|chung|nguoi)|giu mieu|nhat duoc"
    r"|tim thay|chi (?:cho|duong|tan|mo)|vui|lap mo|mang den|dua (?:cho|toi|tui|em))\b"
)
TOLD = re.compile(
    r"(?:[ ,(]{1,3}[^,.;?!\n()]{1,30}[,)]|"
    r" (?:(?!\b(?:hy|mat|chet|que|bi|phai)\b)[^,.;:?!\n()]){1,25})? ?"
    r"(?:la nguoi |co |cung |thi |moi |van |da |nay |con |hien |hay |tung |bay gio )?"
    rf"(?:{TELLS}|chung kien|nhin thay|thay (?:linh|bo doi|nguoi|may)|hoi nho thay|biet (?:cho|noi|mo|ro)|tim thay|phat hien|con song)\b"
)
DIED = re.compile(
    r"[ ,(]{1,3}(?:da |deu |cung |bi |moi |chac |roi )?(?:hy sinh|hi sinh|hs|h sinh|chet|mat|tu tran|nga xuong"
    r"|nam lai|trung|thuong|bi thuong)\b"
)
BORN = re.compile(
    rf"[ ,(\-]{{1,4}}(?:(?:dan toc|nguoi) [a-z']{{1,8}}[ ,\-]{{1,3}})?(?:que|qq|sinh nam|sn|nhap ngu|nn|sinh(?= {Kind.DATE.mask}))\b"
)
BURIERS = Saying(
    "nguoi cung tham truc nhung",
    r"\b(?:nguoi|cung|tham gia|truc tiep|nhung ai) (?:chon|mai tang|an tang|khieng|cang|boc)[^.;\n]{0,30}"
    rf"(?:la|co|gom|:)[ :]{{1,2}}(?:toi, )?{TITLED}\Z",
)
SIGNING = re.compile(
    r"[.!?\n]\s{0,3}(?:kinh bao|kinh thu|kinh don|kinh|nay kinh|ky ten|than|tran trong|cam on)?[, :.]{0,3}\Z"
)
NUMBERED = re.compile(r"(?:\A|\n|[.;:,)] ?)[0-9]{1,3}[.)] {0,2}\Z")
VETERAN = Saying(
    "ccb cuu linh thuong",
    r"\b(?:ccb|cuu chien binh|cuu tnxp|linh cu|thuong binh)(?: la| cu)?[ :]{1,2}(?:ong |bac |anh )?\Z",
)
WE = Saying(
    "chung tui bon",
    r"\b(?:chung toi|tui tui|bon toi)(?: gom| la| co| co ten)?[ :]{1,2}\Z",
)
BY = Saying("do", r"\bdo (?:cac )?(?:dong chi|anh|ong|chu|bac|chi|ba|d/c)[ :]{1,2}\Z")
DONE_BY = re.compile(
    r"[^.!?\n]{0,60}\b(?:mai tang|an tang|chon|boc|phat hien|cung cap|ke|bao|tim thay|viet|ghi)\b"
)
ADDRESSED = Saying(
    "kinh gui",
    r"\bkinh (?:gui|thua|chao)[: ]{1,2}(?:anh |chi |chu |bac |co |ong |ba |dong chi ){0,2}\Z"
    r"|\bgui[: ]{1,2}(?:anh|chi|chu|bac|co|ong|ba) \Z",
)
IN_LAW = Saying(
    "bo me cha vo", r"[,.;(] ?(?:bo|me|cha|vo)(?: de)?(?: la| ten| ten la|:)? \Z"
)
CHILD = re.compile(r"\b(?:con|em|chau)(?: trai| gai| ruot| ho| dau| re),? ?\Z")


FALLS = re.compile(
    r"[^.!?\n]{0,60}\b(?:hy sinh|hi sinh|hs|chet|tu tran|nga xuong|mat tich|liet s[iy])\b"
)
WROTE = re.compile(
    r"\b(?:hoi ky|loi ke|nhat ky|so tay|so ghi|so|ban ghi|ghi chep|theo loi|loi) (?:cua )?\Z"
)
AT_HOME = re.compile(r"[ ,(]{1,3}(?:da|cung|moi|deu) (?:mat|qua doi|khuat)\b")
PARENT = re.compile(r"(?:bo|ba|cha|tia|me|ma|thay|u|bu)\b(?! (?:noi|ngoai))")
WORKS = re.compile(
    r"[ ,]{1,3}(?:chon|lay|vui|lap|dap|khieng|cang|keo|boc|dem|mai tang|an tang)\b"
)
KIN_OF_HIM = Saying(
    "me bo cha vo con em chi anh chau than nha",
    r"\b(?:(?:me|bo|cha|vo|con|con trai|con gai|em|em trai|em gai|em ruot|chi gai|anh trai|chau)"
    r" (?:cua )?(?:anh|chu|ong|liet s[iy]|ls|dong chi|cau|bac|cu|nguoi|no)(?: ay| do| ta)?|than nhan|nguoi nha)"
    r"(?: (?:la|ten|ten la|hien la)|:|,)[ :]{1,2}(?:ong |ba |anh |chi |co |cu )?\Z",
)
HIS_KIN = re.compile(
    r"[ ,(\-]{1,3}(?:la )?(?:me|bo|cha|vo|con|em|chi|anh|chau)(?: (?:gai|trai|ruot|de|dau|re|goi))?"
    r"(?: cua)? (?:liet s[iy]|ls|anh ay|chu ay|ong ay|cac liet)\b"
)
OFFICIAL = Saying(
    "tich thu phong doc vien bao si sy xu thay giao su bo admin ad ky dich",
    r"\b(?:chu tich|bi thu|truong phong|pho phong|giam doc|phong vien|nha bao|bac s[iy]|cha xu|su thay"
    r"|thay giao|co giao|luat su|can bo (?:chinh sach|thuong binh|xa|huyen|tinh|phong)|admin|ad"
    r"|thu ky|phien dich|thong dich)(?: vien)?(?: xa| huyen| tinh| thon| hoi| ccb)?"
    rf"(?: la| ten)?[ :]{{1,2}}{TITLED}\Z",
)
WORKER = re.compile(
    r"[ ,(]{1,3}(?:chan (?:bo|trau)|lam ray|di rung|hang xom|chu (?:dat|ray|vuon|nha)"
    r"|giu (?:rung|ray)|kiem lam|tho (?:san|ren|xay|ho)|gia lang|truong (?:thon|ban|buon|ap))\b"
)
ELDER = Saying(
    "ong ba cu bac gia me thay",
    r"\b(?:ong|ba|cu|bac|gia|me|thay)(?: (?:cu|gia|lao|ay|noi|ngoai))? \Z",
)
ELDER_TELLS = re.compile(
    r"(?:(?!\b(?:hy sinh|hi sinh|hs|chet|mat|nga xuong|liet s[iy]|trung dan|trung bom|que)\b)[^.;?!\n]){0,60}?"
    rf"\b(?:{TELLS}|chung kien|nhin thay|thay|phat hien|biet|tim thay|dan(?! toc)|chi|nhat|giu|dao|chon|nuoi)\b"
)
AGED = Saying("ong cu lang me bac", r"\b(?:ong|cu|gia lang|me|bac) \Z")
CONFIRMS = re.compile(r"[ ,](?:xac nhan|lam chung|cung xac nhan|con song)\b")

"""What dates are put together from, as patterns on folded text.

Names of groups: day, month, year in figures or words; told (a year in words), stem and
branch (a year of the cycle), part (of a month or year), moon and later (lunar).
"""

from nlp import numbers
from nlp.dates import moon
from nlp.patterns import BLANK, SOME, either, words

# "Cao điểm năm bốn bốn" is 544.
NO_HEIGHT = r"(?<![a-z0-9])(?<!cao diem )(?<!diem cao )(?<!binh do )"
OPEN = r"(?<![a-z0-9])(?<![0-9][.,/+\-])"
CLOSE = r"(?![a-z0-9]|[/\-.,+][0-9])"
# A list of years may have no blanks: "1968,1969".
OPEN_YEAR = r"(?<![a-z0-9])(?<![0-9][./+\-])"
CLOSE_YEAR = r"(?![a-z0-9]|[/\-.+][0-9]|,[0-9]{1,3}(?![0-9]))"
SIGN = r" ?[-/.] ?"

# What is counted is no year: "70 mét", "68 người" (but "năm 68 người ta").
PEOPLE = rf"nguoi(?!{BLANK}(?:ta|lang|dan|nha|than|viet|trong|cung)(?![a-z]))"
MONEY = rf"dong(?!{BLANK}chi)"
NOT = either("biet, bik, bit, bt, ro, nho, co, thay, tim, con, ai, ve, the, phai, hieu")
MEASURES = (
    either("m, met, km, cay so, d, vnd, tr, trieu, nghin, ngan, buoc")
    + rf"|k(?!{BLANK}(?:{NOT})(?![a-z]))"  # "hs 72 k rõ ở đâu"
)
THINGS = (
    either(
        "ngoi, phut, tuoi, cai, kg, lan, chiec, cm, li, tuan, chien si, ty, phan tram"
        ", em, ban, dua"
    )
    + rf"|can(?!{BLANK}gi)"  # "cần gì" asks
)
LONG_END = rf"(?!{BLANK}(?:{MEASURES}|{MONEY}|{PEOPLE})(?![a-z0-9]))"
SHORT_END = rf"(?! ?%|{BLANK}(?:{MEASURES}|{THINGS}|{MONEY}|{PEOPLE})(?![a-z0-9]))"
# "nằm 40 ngày", "50 năm": a span of time.
NO_SPELL = rf"(?!{BLANK}(?:nam|ngay)(?:{BLANK}[a-z]|{SOME}\Z|[,.;]))"

DAY = r"0?[1-9]|[12][0-9]|3[01]"
MONTH = r"0?[1-9]|1[0-2]"
ROMAN = r"x?i{1,3}|iv|vi{0,3}|ix|x"
QUARTER = "[1-4]|i{1,3}|iv|mot|hai|ba|bon|tu"
ROMANS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
LONG = r"19[0-9]{2}|20[0-3][0-9]"
OLD = r"19[3-8][0-9]"
SHORT = r"[3-9][0-9]"
OF_WAR = r"4[5-9]|5[0-4]|6[0-9]|7[0-9]|8[4-9]"
# Round ones are as often amounts.
RECENT = r"199[0-9]|200[1-9]|201[1-9]|202[1-6]"

SPOKEN = (
    rf"(?:ham|bam){BLANK}{numbers.DIGIT}|(?:(?:hai|ba){BLANK})?"
    rf"(?:muoi(?:{BLANK}{numbers.DIGIT})?|{numbers.DIGIT})"
)
# "Lăm" only ends a number: "sư đoàn ba hai lăm tháng năm" begins no day with it.
COUNT = " ".join(
    [
        "muoi",
        "ham",
        "bam",
        *(one for one in numbers.DIGITS if one not in ("lam", "nham")),
    ]
)
LATE_DAY = rf"ba{BLANK}muoi|(?:hai(?:{BLANK}muoi)?|ham){BLANK}(?:ba|bon|tu|lam|sau|bay|tam|chin)"
MUNG = rf"m[uo]ng{BLANK}"
TET = rf"tet(?:{BLANK}nguyen{BLANK}dan)?"
LUNAR = rf"{SOME}\(?(?:ngay{BLANK})?(?:am{BLANK}lich|a\.?l|am)\)?(?![a-z0-9])"

DECADE = r"(?:ba|bon|nam|sau|bay|tam|chin)"
CENTURY = (
    rf"(?:(?:mot{BLANK})?(?:nghin|ngan){BLANK}chin{BLANK}tram|(?:mot|muoi){BLANK}chin)"
)
TOLD = rf"{DECADE}(?:{BLANK}muoi)?{BLANK}{numbers.DIGIT}|{DECADE}{BLANK}muoi"
# "Hai nghìn lẻ hai", "hai ngàn không trăm mười sáu".
LATE = (
    rf"(?:khong{BLANK}tram{BLANK})?(?:(?:le|linh|khong){BLANK}{numbers.DIGIT}"
    rf"|(?:hai{BLANK})?muoi(?:{BLANK}{numbers.DIGIT})?)"
)
RECENTLY = rf"hai{BLANK}(?:nghin|ngan){BLANK}(?P<late>{LATE})"
STEM, BRANCH = "|".join(moon.STEMS), "|".join(moon.BRANCHES)
CYCLIC = rf"(?P<stem>{STEM}){BLANK}(?P<branch>{BRANCH})"
AS_WELL = rf"(?:(?:nam{BLANK})?(?:{LONG})|nam{BLANK}{SHORT}{SHORT_END})"
YEARLIKE = rf"(?P<year>{LONG}|{SHORT})"
YEAR = (
    rf"(?:'?(?P<year>{LONG}|{SHORT}{SHORT_END})|(?:{CENTURY}{BLANK})?(?P<told>{TOLD})"
    rf"|{RECENTLY}|{CYCLIC}(?:[ (]{{1,2}}{AS_WELL}\)?)?)"
)
JOINT = rf"(?:{SOME},?{SOME}nam{SOME}|{SIGN}|,?{BLANK})"

PARTS = "dau giua cuoi"
PART = r"(?P<part>dau|giua|cuoi)"
ANY_PART = (
    rf"(?:(?:(?:nhung|may){BLANK}ngay{BLANK})?(?P<part>dau|giua|cuoi)"
    rf"|(?P<third>thuong|trung|ha){BLANK}tuan){BLANK}"
)
THIRDS = {"thuong": "dau", "trung": "giua", "ha": "cuoi"}

MONTHS = (
    "jan january feb february mar march apr april may jun june jul july aug august sep"
    " sept september oct october nov november dec december"
)
ENGLISH = "|".join(sorted(MONTHS.split(), key=len, reverse=True))
ENGLISH_PARTS = {"early": "dau", "mid": "giua", "late": "cuoi"}
EARLY = rf"(?P<english_part>{'|'.join(ENGLISH_PARTS)})[ \-]"

# Words behind which figures are a number of something: "hẻm 12/3", "cao điểm 1968".
NUMBERED = words(
    "so do hang lo doan su diem thu hem ngo ngach kiet nha to x y doi duong indian ap"
    " mo khu toa phong km cay xe le trang tl ql ht thon lop bai kho cv cho"
)
# What words of a number say of the month behind them: "lần một tháng 8/1968", "anh Hai".
COUNTED = words("lan thu dot so anh chi ong ba bac chu cau co di em thang")
PRICED = words("gia con hon gan khoang duoi tren chung tam du them ma moi win phien")
ADDRESSES = words("so hem ngo ngach kiet nha ap to")
TIMES = words(
    "ngay sang trua chieu toi dem hom rang khuya vao luc gio mat chet hs sinh tu den"
    " dip le on nn hsinh ng lich al nham tuc"
)
CUED = words("sn ns nn hs sinh nsinh hsinh ngu")
NAMED = words("nam hoi")
BEFORE_YEAR = NAMED | words(
    "tu vao truoc sau since in from until thang hay hoac dip cuoi dau giua"
)
AROUND_PEACE = words("sau truoc")
BEFORE_CYCLE = NAMED | words(
    "xuan sinh dip dot hai mot ba 1 2 3 sau truoc thoi tran vu tu cuoi dau giua"
)

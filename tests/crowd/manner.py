"""Manner: how one writes: styles, a region's words, numbers as they are said."""

import re
import unicodedata
from random import Random

# Style → how many of a hundred write so.
STYLES = {
    "well": 16, "no_marks": 16, "sms": 10, "north": 12, "centre": 10, "south": 12,
    "voice": 10, "letter": 6, "short": 8,
}  # fmt: skip
REGIONS = {"north": "b", "centre": "t", "south": "n"}
SELF = {"b": "tôi", "t": "tui", "n": "tui"}
HIM = {"b": "anh ấy", "t": "anh nớ", "n": "ảnh"}
ELDER = {"b": "ông ấy", "t": "ôn nớ", "n": "ổng"}
SPEECH = {
    "t": {"tôi": "tui", "không": "nỏ", "này": "ni", "kia": "tê", "bây giờ": "bây chừ",
          "đâu": "mô", "thế": "rứa", "vậy": "rứa", "ở đó": "ở nớ"},
    "n": {"tôi": "tui", "không": "hông", "vào": "vô", "thế": "vậy",
          "với": "dí", "gửi": "gởi", "về": "dìa"},
}  # fmt: skip
THUMBS = {
    "không": "k", "được": "dc", "với": "vs", "người": "ng", "rồi": "r", "gì": "j",
    "biết": "bit", "cũng": "cg", "những": "nhg", "bây giờ": "bh", "nhưng": "nhg",
    "vậy": "v", "số điện thoại": "sdt", "hy sinh": "hs", "anh": "a", "cháu": "chau",
}  # fmt: skip
DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
LETTERS = {"c": "xê", "d": "dê", "e": "e", "f": "ép"}
TYPED = re.compile(r"\b([cdef])(\d+)\b", re.IGNORECASE)
LONG = 6  # so many digits are a telephone number


def region(rng: Random, style: str) -> str:
    return REGIONS.get(style) or rng.choices("btn", (5, 2, 3))[0]


def written(text: str, style: str, at: str, rng: Random) -> str:
    """Return the sentence as this teller puts it on the screen."""
    text = text[:1].upper() + text[1:]
    match style:
        case "no_marks":
            bare = plain(text)
            return bare.lower() if rng.random() < 0.5 else bare
        case "sms":
            return thumbed(text, rng)
        case "centre" | "south":
            return respelled(text, SPEECH[at], rng, 0.5)
        case "voice":
            return dictated(text, rng)
        case "short":
            return text.rstrip(".").lower() if rng.random() < 0.3 else text.rstrip(".")
        case _:
            return text


def respelled(text: str, words: dict[str, str], rng: Random, often: float) -> str:
    for word, other in words.items():
        if rng.random() < often:
            text = re.sub(rf"(?<!\w){word}(?!\w)", other, text)
    return text


def plain(text: str) -> str:
    """Return the text without marks."""
    parts = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in parts if unicodedata.category(letter) != "Mn")


def thumbed(text: str, rng: Random) -> str:
    """Return the text as a short message: lower, shortened, half without marks."""
    text = respelled(text.lower(), THUMBS, rng, 0.5).rstrip(".")
    text = text.replace(",", "") if rng.random() < 0.5 else text
    return plain(text) if rng.random() < 0.5 else text


def dictated(text: str, rng: Random) -> str:
    """Return the text as a machine writes down speech: no signs, numbers in words."""
    text = TYPED.sub(lambda m: f"{LETTERS[m[1].lower()]} {m[2]}", text)
    text = re.sub(r"(?<=\d)[ .](?=\d{3})", "", text)
    text = re.sub(r"\d+", lambda m: number(m[0], rng), text)
    text = re.sub(r"[.,:;!?]", "", text)
    return text[:1].lower() + text[1:]


def number(digits: str, rng: Random) -> str:
    """Return the number as it is said."""
    each = " ".join(DIGITS[int(digit)] for digit in digits)
    if len(digits) >= LONG or digits.startswith("0"):
        return each
    if len(digits) == 4:
        return (
            rng.choice((each, f"một nghìn chín trăm {below_hundred(digits[2:])}"))
            if digits.startswith("19")
            else f"hai nghìn không trăm {below_hundred(digits[2:])}"
        )
    if len(digits) == 3:
        return rng.choice((each, f"{DIGITS[int(digits[0])]} trăm {tail(digits[1:])}"))
    return below_hundred(digits)


def tail(digits: str) -> str:
    if digits == "00":
        return ""
    if digits[0] == "0":
        return f"linh {DIGITS[int(digits[1])]}"
    return below_hundred(digits)


def below_hundred(digits: str) -> str:
    value = int(digits)
    tens, ones = divmod(value, 10)
    if value < 10:
        return DIGITS[value] if len(digits) == 1 else f"linh {DIGITS[value]}"
    unit = {0: "", 5: "lăm"}.get(ones, DIGITS[ones])
    if tens == 1:
        return f"mười {unit}".strip()
    unit = {1: "mốt"}.get(ones, unit)
    return f"{DIGITS[tens]} mươi {unit}".strip()

"""Texts that nobody tells anything with: rubbish, repetitions, tricks; up to 100 kB each."""

import base64
import random


def _noise(letters: str, length: int) -> str:
    chance = random.Random(1)  # noqa: S311 - the same each time
    return "".join(chance.choices(letters, k=length))


def _martyrs(count: int) -> str:
    chance = random.Random(2)  # noqa: S311 - the same each time
    families, middles = (
        ["Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đỗ"],
        ["Văn", "Đình", "Xuân", "Bá"],
    )
    given = ["Hải", "Lạc", "Thự", "Khoát", "Bền", "Sửu", "Tý", "Mão"]
    return "\n".join(
        f"{n}. {chance.choice(families)} {chance.choice(middles)} {chance.choice(given)}, "
        f"sinh 19{chance.randint(40, 55)}, quê Hải Hậu, Nam Định, c{n % 9} d{n % 7} e66, "
        f"hy sinh {n % 28 + 1}/{n % 12 + 1}/1972"
        for n in range(1, count + 1)
    )


HOSTILE: dict[str, str] = {
    "ones": "1.1." * 10_000,
    "emoji": "🙂" * 20_000,
    "one word": "a" * 100_000,
    "names": "Nguyễn Văn " * 9_000,
    "controls": "\x1b\x07\0" * 30_000,
    "units": "c3 d7 " * 15_000,
    "date words": "năm tháng ngày " * 6_000,
    "levels": "xã huyện tỉnh " * 7_000,
    "grave words": "mộ ở gần bên " * 7_000,
    "kinship": "anh chú bác " * 8_000,
    "titles": "liệt sĩ " * 12_000,
    "spoken years": "năm bảy hai " * 8_000,
    "burials": "chôn ở bên " * 9_000,
    "axes": "x = 1 y = " * 9_000,
    "halves of positions": "16.75, " * 14_000,
    "brackets": "(" * 50_000 + ")" * 50_000,
    "digits apart": "0 9 1 2 " * 12_000,
    "combining marks": "\u0301" * 100_000,
    "right to left": "\u202e\u0627\u0633\u0645 \u202c ngày 1/1/1970 " * 4_000,
    "commas": ", " * 50_000,
    "capitals": "Hồ Sơn Hà Trung " * 6_000,
    "slashes": "1/1/" * 25_000,
    "lines": "1.\n" * 30_000,
    "html": "<td class='ten'>Nguyễn Văn A</td><br/>" * 2_500,
    "base64": base64.b64encode(_noise("abcdefgh", 75_000).encode()).decode(),
    "letters": _noise("aăâbcdđeêghiklmnoôơpqrstuưvxy áàảãạ.,;:/-0123456789", 100_000),
    "two hundred martyrs": _martyrs(200),
}

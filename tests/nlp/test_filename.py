import pytest

from nlp.files.filename import LONGEST, file_name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("mộ chú Tư.jpg", "mộ chú Tư.jpg"),
        ("C:\\ảnh\\mộ.jpg", "mộ.jpg"),
        ("../../etc/passwd", "passwd"),
        ("anh\u202egpj.exe", "anhgpj.exe"),
        ("\u2066anh\u2069\u200b.jpg", "anh.jpg"),
        ("a\r\nSet-Cookie: x.jpg", "aSet-Cookie: x.jpg"),
        ("a\u2028b\x1b[31m\x85.jpg", "ab[31m.jpg"),
        ("a\ud800b.jpg", "a�b.jpg"),
        ("mo\u0323\u0302.jpg", "mộ.jpg"),
        (" \u200f ", ""),
        ("", ""),
    ],
)
def test_a_name_holds_only_what_one_sees(written: str, name: str) -> None:
    assert file_name(written) == name


@pytest.mark.parametrize("written", ["x" * 300 + ".jpg", "x" * 300, "." * 300])
def test_a_long_name_keeps_its_ending(written: str) -> None:
    name = file_name(written)

    assert len(name) <= LONGEST
    assert name[-3:] == written[-3:]

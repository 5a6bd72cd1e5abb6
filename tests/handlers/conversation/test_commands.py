import pytest

from handlers.conversation.commands import is_unsure, recognise
from storage.model.message import Command, Commanded, Said


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("xong", Command.ENOUGH),
        ("Dạ xong rồi ạ.", Command.ENOUGH),
        ("thế thôi ạ", Command.ENOUGH),
        ("KHONG NHO", Command.FORGOT),
        ("không biết!", Command.FORGOT),
        ("Cái đó tui hông biết", Command.FORGOT),
        ("lâu quá r k nhớ", Command.FORGOT),
        ("tui no bit mo", Command.FORGOT),
        ("Quên mất tiêu rồi con", Command.FORGOT),
        ("quen r", Command.FORGOT),
        ("Chỉ có thế thôi", Command.ENOUGH),
        ("cho tui gặp cán bộ", Command.OFFICER),
        ("bo qua nhé", Command.SKIP),
        ("Quay lại", Command.BACK),
        ("sửa", Command.FIX),
        ("gap can bo", Command.OFFICER),
        ("Nhờ cháu nối máy cán bộ giúp bác", Command.OFFICER),
        ("xin cho tui gặp người phụ trách", Command.OFFICER),
        ("muon noi chuyen truc tiep voi can bo", Command.OFFICER),
        ("kể đến đây thôi", Command.ENOUGH),
        ("Bác kể xong cả rồi đấy", Command.ENOUGH),
        ("tạm vậy đã", Command.ENOUGH),
        ("Tui nhớ có rứa thôi", Command.ENOUGH),
        ("vậy là xong rồi", Command.ENOUGH),
        ("khoản đó thì tui đành chịu", Command.FORGOT),
        ("kể chuyện khác", Command.NEW),
        ("quay lại câu trước", Command.BACK),
        ("xóa hết giùm tôi", Command.ERASE),
        ("Nhờ cháu xóa lời kể của bác đi", Command.ERASE),
        ("xoa di", Command.ERASE),
        ("tôi không muốn cho lưu nữa, rút lại đi", Command.WITHDRAW),
        ("bác không cho giữ lời kể của bác nữa", Command.WITHDRAW),
        ("cho tôi rút lại lời đồng ý", Command.WITHDRAW),
        ("tin của tôi đến đâu rồi", Command.STATUS),
        ("mã số của tôi là gì", Command.STATUS),
        ("tìm thấy mộ chưa", Command.STATUS),
        ("đừng gọi bác nữa, gọi anh thôi", Command.ADDRESS),
        ("/start", Command.HELP),
        ("/abcdef", Command.UNKNOWN),
        ("/xoahet", Command.UNKNOWN),
        ("/Abc_1 ạ", Command.UNKNOWN),
    ],
)
def test_a_whole_message_may_be_a_command(words: str, command: Command) -> None:
    assert recognise(Said(words)) == Commanded(command, words)


@pytest.mark.parametrize(
    "words",
    [
        "dung", "đúng", "Dung", "huy", "Huy", "xoa", "thoi", "thôi", "Ba", "Tư", "Nam",
        "Hai", "năm", "1972", "1", "sai", "xong việc chúng tôi về", "tôi gặp cán bộ xã",
        "không nhớ rõ lắm, hình như năm 1970", "quên tên rồi, quê Nam Định", "anh Quên",
        "sửa lại mộ", "tôi muốn gặp cán bộ chôn cất anh ấy", "gọi anh Bộ",
        "thế là hết chiến tranh tôi về", "bom xóa hết dấu vết rồi", "xóa mất dấu mộ",
        "mộ xóa hết rồi", "tôi không giữ giấy tờ gì nữa", "không ghi tên anh ấy nữa",
        "tìm thấy mộ anh Sáu chưa lâu", "mã số ghi trên bia là gì tôi quên",
        "đừng gọi anh ấy nữa, anh Ba dặn", "",
    ],
)  # fmt: skip
def test_names_years_and_words_of_two_meanings_are_no_commands(words: str) -> None:
    assert recognise(Said(words)) == Said(words)


@pytest.mark.parametrize("words", ["dung", "Dung", "huy", "xoa ạ", "thoi"])
def test_a_word_without_marks_that_could_mean_its_opposite_is_unsure(
    words: str,
) -> None:
    assert is_unsure(words) == words.isascii()


@pytest.mark.parametrize("words", ["đúng", "dừng", "Dũng", "xóa", "thôi"])
def test_with_its_marks_a_word_is_sure(words: str) -> None:
    assert not is_unsure(words)

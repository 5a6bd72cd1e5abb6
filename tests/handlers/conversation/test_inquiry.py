"""What a teller asks us, or reproaches us with, is no answer and no story."""

import pytest

from handlers.conversation.agreeing import agreement
from handlers.conversation.commands import is_agreement, recognise
from handlers.conversation.inquiry import is_inquiry, is_reproach, is_tired
from storage.model.dialogue import Asking
from storage.model.message import Command, Commanded, Said
from tests.handlers.stage import find


@pytest.mark.parametrize(
    "words",
    [
        "các anh có đọc không đấy",
        "cac anh lam cai gi the?",
        "à mà cho hỏi chế độ thương binh thì làm ở đâu",
        "tôi xin hỏi bao giờ các anh lên",
        "giờ có được đào tiếp không?",
        "bao giờ thì trả lời tôi",
        "thế tôi phải làm gì bây giờ",
        "nghe được không cháu",
        "có lấy máu thử ADN được không cháu",
        "thu adn o dau",
        "lấy mẫu ADN thì làm thế nào hả cháu",
        "muốn lấy mẫu thì gọi ai",
        "có tìm được không cháu",
        "lieu co tim ra khong con",
        "rồi có đưa về được không",
        "tìm được không cháu?",
    ],
)
def test_a_question_to_us_is_heard(words: str) -> None:
    assert is_inquiry(words, find(words))


@pytest.mark.parametrize(
    "words",
    [
        "không biết anh ấy quê ở đâu",
        "có cây đa to, không có nhà ai",
        "chưa ai tìm ở đó",
        "làm sao mà quên được, hôm ấy mưa to lắm",
        "hỏi ông Bảy ở ấp 3 thì biết",
        "để tôi hỏi lại đã",
        "khi nào nước rút thì thấy mộ",
        "có đường mòn đi vào không xa",
        "anh Sơn có được chôn cùng anh Hải không thì tôi không rõ",
        "các anh nằm cạnh nhau",
        "tìm mãi không thấy",
        "có đi tìm rồi, chưa thấy",
        "đưa về nghĩa trang rồi",
        "tìm hoài không ra",
        "có tìm ở suối, không có nhà ai",
        "có lấy máu rồi",
        "lấy mẫu rồi không biết hỏi ai",
        "lấy máu ở bệnh viện huyện",
        "không biết lấy mẫu ở đâu",
        "hồi đó phải làm gì có cơm mà ăn, đói lắm",
        "có",
    ],
)
def test_what_is_told_is_no_question_to_us(words: str) -> None:
    assert not is_inquiry(words, find(words))


@pytest.mark.parametrize(
    "words",
    [
        "tôi nói rồi mà",
        "kể rồi còn gì",
        "tui kể ở trên rồi",
        "đã bảo rồi",
        "hỏi mãi thế",
        "ở trong ghi âm hết rồi",
        "bác nói trong đó rồi",
    ],
)
def test_a_reproach_is_heard(words: str) -> None:
    assert is_reproach(words)


@pytest.mark.parametrize(
    "words",
    [
        "bà tôi kể",
        "nói chung là xa",
        "anh Nói",
        "chôn rồi",
        "tôi nói rồi mà, xã Hòa Bình",
    ],
)
def test_an_answer_is_no_reproach(words: str) -> None:
    assert not is_reproach(words)


@pytest.mark.parametrize(
    "words",
    [
        "máy hỏi hoài mệt quá",
        "thoi co met roi mai ke tiep",
        "mệt quá",
        "bác mệt rồi, để mai kể tiếp nhé",
        "thôi con ạ, mẹ mệt",
    ],
)
def test_who_is_tired_may_rest(words: str) -> None:
    assert is_tired(words)


@pytest.mark.parametrize(
    "words",
    [
        "đi bộ ba ngày mệt quá, anh Tám ngã xuống suối",
        "mệt mấy cũng khiêng",
        "để mai",
        "",
    ],
)
def test_a_story_of_hardship_is_no_wish_for_rest(words: str) -> None:
    assert not is_tired(words)


@pytest.mark.parametrize(
    "words",
    [
        "thôi tôi nghĩ lại rồi, đồng ý",
        "ừ thì bác đồng ý cho lưu",
        "toi hoan toan dong y",
        "gia đình đồng ý rồi nhé",
        "ừ",
        "ừ được rồi cháu",
        "thôi được rồi, ghi đi",
        "cứ lưu lại giúp bác đi cháu",
    ],
)
def test_a_consent_is_heard_in_more_words(words: str) -> None:
    assert agreement(words, Asking("consent", 1)) == "yes"


@pytest.mark.parametrize(
    "words",
    [
        "tôi không đồng ý lưu gì hết",
        "không đồng ý đâu cháu",
        "bác không cho lưu",
        "khong muon ghi lai",
    ],
)
def test_a_refusal_is_heard_in_more_words(words: str) -> None:
    assert agreement(words, Asking("consent", 1)) == "no"


@pytest.mark.parametrize(
    "words",
    [
        "không cần",
        "không đồng ý thì sao",
        "tôi không giữ giấy tờ gì",
        "anh em không đồng ý bỏ anh lại",
        "thôi",
        "chưa đồng ý",
    ],
)
def test_nothing_is_destroyed_for_words_of_another_meaning(words: str) -> None:
    assert agreement(words, Asking("consent", 1)) is None


@pytest.mark.parametrize(
    "words",
    [
        "đồng ý là sao",
        "tôi chưa đồng ý",
        "không đồng ý đâu",
        "nếu không mất tiền thì đồng ý",
        "ai đồng ý?",
        "đồng ý nhưng đừng cho ai biết",
        "hỏi con tôi đã rồi đồng ý",
        "đừng ghi đi",
        "ghi đi ghi lại mãi",
        "thôi ông giữ đi",
        "ghi đi đâu đấy",
    ],
)
def test_a_question_a_term_or_a_denial_is_no_consent(words: str) -> None:
    assert agreement(words, Asking("consent", 1)) != "yes"


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("bác muốn nói chuyện với người chứ không nói với máy", Command.OFFICER),
        ("tui cần gặp người thật", Command.OFFICER),
        ("đây là đâu đấy", Command.WHO), ("ai nhắn cho tôi", Command.WHO),
        ("dong y la sao", Command.WHO), ("cái này để làm gì vậy", Command.WHO),
        ("có kết quả chưa ạ", Command.STATUS), ("thế có ai gọi tôi không", Command.STATUS),
        ("bao giờ thì có kết quả", Command.STATUS),
    ],
)  # fmt: skip
def test_who_we_are_and_how_it_stands_is_asked_in_many_words(
    words: str, command: Command
) -> None:
    assert recognise(Said(words)) == Commanded(command, words)


@pytest.mark.parametrize(
    "words",
    ["đây là đồi Xanh", "ai đào thì không biết", "có tin", "đồng ý chuyển công an"],
)
def test_a_telling_asks_neither(words: str) -> None:
    assert recognise(Said(words)) == Said(words)


@pytest.mark.parametrize(
    "words", ["đúng rồi", "ok", "vâng ạ", "ừ được rồi", "dạ", "1", "dung"]
)
def test_who_agrees_after_the_end_tells_nothing(words: str) -> None:
    assert is_agreement(words)


@pytest.mark.parametrize("words", ["anh Dũng", "đúng ra là 1971", "được ba năm", "875"])
def test_who_corrects_does_not_agree(words: str) -> None:
    assert not is_agreement(words)

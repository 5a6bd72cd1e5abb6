"""An article or a page of a book is known from what somebody tells himself."""

import pytest

from nlp.tellings.printed import sign

ARTICLES = {
    "(Báo)": "(Báo) Ngày 20/7, Đội K71 phối hợp địa phương khảo sát khu vực suối Ông Hùng, xã Tân "
    "Lập, huyện Tân Biên. Theo lãnh đạo đội, trong mùa khô 2023-2024 đơn vị đã quy tập 12 hài cốt "
    "liệt sĩ, trong đó có 2 liệt sĩ xác định được tên. Bài và ảnh: P.V",
    "(TTXVN)": "Quảng Trị (TTXVN) – Sáng 27/7, tại Nghĩa trang liệt sĩ quốc gia Đường 9, tỉnh tổ chức "
    "lễ truy điệu và an táng 9 hài cốt liệt sĩ hy sinh tại Lào. Lễ truy điệu diễn ra trọng thể, đông "
    "đảo nhân dân tham dự.",
    "Theo báo Q": "Theo báo Quân khu 7, đầu mùa khô năm nay, Đội K73 đã tìm thấy ba hài cốt liệt sĩ tại "
    "ấp 4. “Tôi chôn anh em ở đây năm 1969, nhớ cây trâm già”, cựu chiến binh Lê Văn Chạc cho biết. "
    "Hiện các hài cốt được đưa về nghĩa trang huyện.",
    "NXB": "Chương IV. Mùa khô 1967\nTiểu đoàn 7 vượt sông lúc nửa đêm. Sáng hôm sau địch đổ quân xuống "
    "đồi Không Tên, trận đánh kéo dài tới chiều, 17 đồng chí hy sinh, được an táng ở sườn phía tây. "
    "(NXB Quân đội nhân dân, trang 112)",
    "Nguồn: b": "Cháu gửi bác bài báo này:\nSáng 12/5, đoàn quy tập đã cất bốc 3 hài cốt liệt sĩ tại khu "
    "vực đồi 72, xã Ia Tơi. Các di vật gồm dép cao su, bình tông và một lọ penicillin có ghi tên. "
    "Nguồn: baokontum.com.vn",
    "https://baoquangtri.vn/tim-mo-liet-si-185.htm": "https://baoquangtri.vn/tim-mo-liet-si-185.htm",
}


@pytest.mark.parametrize(("shown", "words"), ARTICLES.items())
def test_print_is_known_by_what_is_printed(shown: str, words: str) -> None:
    assert sign(words) == shown


@pytest.mark.parametrize(
    "words",
    [
        "Tôi là cựu binh tiểu đoàn 7, đọc báo Quân khu thấy nói đồi Không Tên nên kể lại: năm 1967 "
        "chúng tôi chôn 17 anh em ở sườn phía tây, có cây kơ nia lớn, đầu quay về hướng suối. Bài báo "
        "ghi chưa đủ tên. Nguồn: tôi nhớ.",
        "Theo báo cáo của xã thì mộ anh Ba nằm ở gò Mối, nhưng bố tôi là người chôn lại nói ở bờ kênh, "
        "cách gò chừng hai trăm mét, gần nhà ông Năm Hên, hồi đó còn cái lò gạch cũ ở đầu xóm.",
        "Theo giấy báo tử, liệt sĩ Phạm Văn Hoài sinh 1949, hy sinh 12/5/1968 tại mặt trận phía Nam, "
        "thuộc E24 F304. Gia đình ở xã Hải Minh, huyện Hải Hậu. Nhờ tìm giúp, ảnh kèm theo đây, mẹ anh "
        "đã ngoài chín mươi.",
        "Nghĩa trang xã có 3 mộ ghi cùng tên Nguyễn Văn Bé, quê Bến Tre, cùng hy sinh 1970. Đề nghị "
        "kiểm tra giúp vì có một mộ mới chuyển từ Tân Trụ về, hai mộ kia do dân lập từ trước giải phóng, "
        "người trông coi là ông Tám.",
        "Năm 1972 anh em tiểu đoàn 3 chôn đồng chí Thắng ở chân đồi A1, bên con suối cạn, có tảng đá "
        "trắng to như con trâu nằm. Trang bị lúc đó có khẩu AK, cái bi đông khắc chữ T. Đông đảo bà con "
        "làng Kon Đào đều biết chỗ ấy.",
        "https://maps.app.goo.gl/abc123",
        "theo báo",
        "",
    ],
)
def test_what_somebody_tells_is_no_print(words: str) -> None:
    assert sign(words) is None

"""The kinds of telling, as we name them, show them and let them be corrected."""

SAID: dict[str, str | tuple[str, ...]] = {
    "kind.burial": "Nơi chôn cất liệt sĩ",
    "kind.identity": "Tên tuổi, bia mộ liệt sĩ",
    "kind.battle": "Trận đánh, mộ tập thể",
    "kind.relic": "Kỷ vật, giấy tờ, sơ đồ",
    "kind.relative": "Tìm người thân là liệt sĩ",
    "kind.misinfo": "Tin giả, lừa đảo",
    "kind.found_now": "Vừa phát hiện hài cốt",
    "kind.moved": "Mộ đã được đưa đi",
    "kind.complaint": "Phản ánh về cơ quan",
    "kind.free": "Chuyện khác",
    "filed.free": "Tìm liệt sĩ không ai được thu tiền; có ai nhân danh chiến dịch xin tiền, xin báo lại giúp ạ.",
    "fact.kind": "Loại chuyện",
    "ask.kind": (
        "Chuyện này thuộc loại nào ạ?",
        "Xin chọn một loại gần nhất ạ; chưa thấy thì bấm «Loại khác nữa».",
    ),
    "ask.kind.rest": (
        "Còn những loại này nữa; chưa rõ thì bấm «Chuyện khác» ạ.",
        "Đây là các loại còn lại; chưa rõ thì bấm «Chuyện khác» ạ.",
    ),
    "kind.rest": "Loại khác nữa",
    "ack.kind": (
        "Dạ {you}, {we} ghi là chuyện «{kind}»; chưa phải thì nhắn «loại khác» ạ.",
        "Vâng, {we} ghi đây là chuyện «{kind}»; nếu không phải, xin nhắn «loại khác» ạ.",
    ),
    "ack.kind.chosen": (
        "Dạ, {we} đã xếp vào loại «{kind}» ạ.",
        "Vâng, loại «{kind}», {we} đã ghi ạ.",
    ),
    "ask.which": (
        "Đây là chuyện mới, hay kể thêm vào chuyện trước ạ?",
        "Xin bấm «Chuyện mới», hoặc «Kể thêm chuyện trước» ạ.",
    ),
    "which.new": "Chuyện mới",
    "which.more": "Kể thêm chuyện trước",
    "ask.address": (
        "Xin hỏi, nên xưng hô thế nào cho phải ạ?",
        "Muốn được gọi là gì xin bấm một nút; hoặc bấm «Bỏ qua» ạ.",
    ),
    "address.offered": "Muốn được gọi thế nào, xin bấm một nút; hoặc cứ kể luôn ạ.",
    "ack.address": "Dạ {you}, {we} xin gọi như vậy ạ.",
    "ack.address.none": "Vâng ạ.",
}

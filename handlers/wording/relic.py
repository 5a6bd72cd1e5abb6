"""Things that are left of the fallen. The originals stay with who keeps them."""

SAID: dict[str, str | tuple[str, ...]] = {
    "ask.relic_kind": (
        "Đó là kỷ vật gì ạ?",
        "Vật ấy là nhật ký, lá thư, tấm ảnh hay thứ khác ạ?",
    ),
    "ask.relic_text": (
        "Trên đó có tên, chữ hay ký hiệu gì ạ? Chụp ảnh gửi vào đây cũng được.",
        "Xin đọc giúp chữ còn thấy trên đó, hoặc chụp cả hai mặt ạ.",
    ),
    "ask.relic_found": (
        "Vật này tìm thấy ở đâu, khi nào ạ?",
        "Do đâu có được vật này ạ? Ví dụ: đào ao ở ấp 4, năm 1990.",
    ),
    "ask.relic_holder": (
        "Hiện ai đang giữ ạ? Bản gốc vẫn để người giữ, {we} chỉ xin ảnh chụp.",
        "Vật này nay ở nhà ai ạ?",
    ),
    "ask.relic.martyr_name": (
        "Kỷ vật này của liệt sĩ nào ạ? Chỉ biết tên gọi cũng được.",
        "Trên đó hay trong nhà có ai nhắc tên liệt sĩ không ạ? Ví dụ: anh Thanh.",
    ),
    "filed.relic": "Bản gốc xin cứ giữ gìn tại nhà, để nơi khô ráo. Không ai được thu hay mua kỷ vật nhân danh chiến dịch ạ.",
    "relic_kind.diary": "Nhật ký, sổ tay, thư",
    "relic_kind.papers": "Giấy tờ, ảnh",
    "relic_kind.engraved": "Vật khắc tên",
    "relic_kind.map": "Bản đồ, sơ đồ",
    "relic_kind.other": "Vật khác",
    "fact.relic_kind": "Kỷ vật",
    "fact.relic_text": "Chữ trên vật",
    "fact.relic_found": "Tìm thấy ở đâu",
    "fact.relic_holder": "Người đang giữ",
}

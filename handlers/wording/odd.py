"""What staff read in the place of what we cannot read: shown beside the raw message."""

SAID: dict[str, str] = {
    "odd.sticker": "(nhãn dán) {emoji}",
    "odd.button": "(một nút bấm không phải của chúng tôi)",
    "odd.other": "(một nội dung chưa đọc được, xem bản gốc)",
}

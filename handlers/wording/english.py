"""What we say to somebody who writes English; the only sentences in two languages."""

SAID: dict[str, str | tuple[str, ...]] = {
    "english": "Cán bộ sẽ đọc lời này; viết tiếng Anh hay tiếng Việt đều được ạ. An officer will read this; you may go on in English or Vietnamese.",
    "english.sealed": "Viết tiếng Anh hay tiếng Việt đều được ạ. An officer will read this only if you agree: «Đồng ý» means yes, «Không đồng ý» no.",
}

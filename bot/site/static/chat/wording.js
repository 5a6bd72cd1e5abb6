/* Every sentence that the chat's scripts say. Those of the page are in its template. */
export const CONNECTION = {
  opening: "Đang kết nối…",
  saved: "Đã kết nối, đã lưu.",
  sending: "Đang gửi…",
  lost: "Mất mạng, sẽ tự gửi lại. Xin cứ để nguyên trang này.",
};

export const MESSAGE = {
  waiting: "Đang gửi…",
  retrying: "Chưa gửi được, sẽ tự gửi lại",
  refused: "Chưa gửi được điều này.",
  again: "Gửi lại",
  edit: "Sửa lại",
  voice: "Ghi âm",
  photo: "Ảnh",
  file: "Tệp",
  pin: "Vị trí trên bản đồ",
  showMap: "Xem trên bản đồ",
};

export const SPEAKER = { citizen: "Người kể", bot: "Tiếp nhận", officer: "Cán bộ" };

export const TRANSFER = {
  waiting: "Đang chờ tới lượt",
  paused: "Đang tạm dừng",
  lost: "Mất mạng, sẽ tự gửi tiếp",
  finishing: "Đang cất giữ…",
  pause: "Tạm dừng",
  resume: "Gửi tiếp",
  cancel: "Thôi không gửi",
  close: "Đóng",
  again: "Thử lại",
  choose: "Chọn lại tệp này",
  chooseAgain: "Đang gửi dở. Xin chọn lại đúng tệp này để gửi tiếp.",
  otherFile: "Đây không phải tệp đang gửi dở. Xin chọn lại.",
  empty: "Tệp này trống, xin chọn lại tệp khác.",
  tooLarge: "Tệp này lớn hơn 4 GB nên không gửi qua đây được, xin gọi cơ quan tiếp nhận để đưa trực tiếp.",
  unreadable: "Không đọc được tệp này trên máy, xin chọn lại.",
  refused: "Chưa nhận được tệp này, xin thử lại.",
  sent: function (done, whole) { return "Đã gửi " + done + " trong " + whole; },
};

export const VOICE = {
  unsent: "Chưa gửi được lời đồng ý; xin thử lại khi có mạng.",
  asking: "Xin bấm “Cho phép” để dùng micrô…",
  recording: function (elapsed) { return "Đang ghi âm " + elapsed; },
  review: function (elapsed) { return "Đã ghi " + elapsed + ". Nghe lại rồi gửi."; },
  denied: "Micrô đang bị chặn. Xin cho phép dùng micrô, hoặc gửi một tệp ghi âm.",
  discard: "Bỏ đoạn vừa ghi và nói lại từ đầu?",
  name: "ghi-am",
};

export const PIN = {
  at: function (lat, lon) { return "Đã cắm ghim: vĩ độ " + lat + ", kinh độ " + lon; },
  none: "Chưa cắm ghim.",
  locating: "Đang tìm vị trí của máy…",
  unknown: "Không tìm được vị trí của máy. Xin chạm vào bản đồ.",
  noMap: "Chưa tải được bản đồ. Xin tả chỗ ấy bằng lời.",
};

export const KEEP = {
  making: "Đang tạo đường dẫn…",
  failed: "Chưa tạo được đường dẫn, xin thử lại sau.",
  copied: "Đã chép đường dẫn.",
  mark: "Xin nhấn giữ đường dẫn rồi chọn “Sao chép”.",
  invalid: "Đường dẫn này không còn dùng được. Xin kể tiếp ở đây hoặc gọi cơ quan tiếp nhận.",
};

export function sizeInWords(bytes) {
  const units = [["GB", 1073741824], ["MB", 1048576], ["KB", 1024]];
  for (const unit of units) {
    if (bytes >= unit[1]) return rounded(bytes / unit[1]) + " " + unit[0];
  }
  return bytes + " byte";
}

export function elapsedInWords(seconds) {
  const minutes = Math.floor(seconds / 60);
  const rest = Math.floor(seconds % 60);
  return minutes ? minutes + " phút " + rest + " giây" : rest + " giây";
}

function rounded(number) {
  return number < 10 ? number.toFixed(1).replace(".0", "").replace(".", ",") : String(Math.round(number));
}

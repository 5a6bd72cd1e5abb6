/* Where the bytes of an upload come from: a chosen file, or a recording that still grows.
   `size()` is null as long as nobody knows; `known()` is what there is so far; `agree()`
   takes note that the server holds so much already. */

export function fileSource(file) {
  return {
    size: function () { return file.size; },
    known: function () { return file.size; },
    piece: function (offset, length) { return file.slice(offset, offset + length); },
    agree: function () { return undefined; },
  };
}

/* `more()` resolves when there is something new to send. */
export function recordingSource(mime, parts) {
  let length = parts.reduce(function (sum, part) { return sum + part.size; }, 0);
  let finished = false;
  let waiting = [];

  function wake() {
    waiting.forEach(function (resolve) { resolve(); });
    waiting = [];
  }

  return {
    add: function (part) {
      parts.push(part);
      length += part.size;
      wake();
    },
    finish: function () { finished = true; wake(); },
    size: function () { return finished ? length : null; },
    known: function () { return length; },
    piece: function (offset, most) { return new Blob(parts).slice(offset, offset + most); },
    agree: function (held) { length = Math.max(length, held); },
    more: function () { return new Promise(function (resolve) { waiting.push(resolve); }); },
    whole: function () { return new Blob(parts, { type: mime }); },
  };
}

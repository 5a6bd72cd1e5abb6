/* How one upload looks: its name, how far it is in words, a bar, and what one can do. */
import { MESSAGE, sizeInWords, TRANSFER } from "./wording.js";

export function createRow(list, record) {
  const row = document.createElement("li");
  row.className = "transfer";
  const line = paragraph("transfer-state", TRANSFER.waiting);
  const bar = document.createElement("progress");
  bar.setAttribute("aria-label", nameOf(record));
  const actions = document.createElement("div");
  actions.className = "row";
  [paragraph("transfer-name", nameOf(record)), line, bar, actions].forEach(function (part) {
    row.appendChild(part);
  });
  list.appendChild(row);

  function offer(buttons) {
    actions.textContent = "";
    buttons.forEach(function (button) { actions.appendChild(buttonOf(button[0], button[1])); });
  }

  return {
    say: function (words) { line.textContent = words; },
    advance: function (done, whole) {
      if (whole) { bar.max = whole; bar.value = done; }
      line.textContent = whole ? TRANSFER.sent(sizeInWords(done), sizeInWords(whole)) : TRANSFER.finishing;
    },
    offer: offer,
    offerFile: function (words, onFile) {
      actions.insertBefore(chooserOf(words, onFile), actions.firstChild);
    },
    refuse: function (sentence) {
      row.classList.add("transfer-refused");
      row.setAttribute("role", "alert");
      line.textContent = sentence;
      bar.hidden = true;
    },
    hide: function (hidden) { row.hidden = hidden; },
    remove: function () { row.remove(); },
  };
}

function nameOf(record) {
  return record.kind === "voice" ? MESSAGE.voice : record.name || MESSAGE.file;
}

function paragraph(name, words) {
  const line = document.createElement("p");
  line.className = name;
  line.textContent = words;
  return line;
}

function buttonOf(words, onClick) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-small";
  button.textContent = words;
  button.addEventListener("click", onClick);
  return button;
}

function chooserOf(words, onFile) {
  const label = document.createElement("label");
  label.className = "button button-small button-main chooser";
  label.textContent = words;
  const input = document.createElement("input");
  input.type = "file";
  input.className = "unseen";
  input.addEventListener("change", function () { if (input.files.length) onFile(input.files[0]); });
  label.appendChild(input);
  return label;
}

/* Where the citizen types. What stands in it survives a reload. */
import { forget, keep, recall } from "./store.js";

const DRAFT = "draft";

export function createComposer(form, words, onWords) {
  function submit() {
    const text = words.value;
    if (!text.trim()) { words.focus(); return; }
    onWords(text);
    put("");
  }

  function put(text) {
    words.value = text;
    remember();
    grow();
  }

  function remember() {
    if (words.value) keep(DRAFT, words.value); else forget(DRAFT);
  }

  function grow() {
    words.style.height = "auto";
    words.style.height = words.scrollHeight + 4 + "px";
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    submit();
  });
  words.addEventListener("input", function () { remember(); grow(); });
  words.addEventListener("keydown", function (event) {
    if (sends(event)) { event.preventDefault(); submit(); }
  });
  put(recall(DRAFT) || "");
  return {
    putBack: function (text) {
      put(words.value ? text + "\n" + words.value : text);
      words.focus();
    },
  };
}

/* Enter sends at a desk; on a phone it is a new line, for stories have paragraphs.
   While an input method composes a letter, Enter belongs to it. */
function sends(event) {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return false;
  return event.ctrlKey || !window.matchMedia("(pointer: coarse)").matches;
}

/* What the next file shows, as a volunteer says it once for many: "nhật ký, trang 1/80".
   The page counts on by itself; on a citizen's page there is nothing to say it in. */
import { forget, keep, recall } from "./store.js";

const KEPT = "label";

export function createLabels(parts) {
  if (!parts.item) return { next: function () { return ""; } };

  function next() {
    const item = parts.item.value.trim();
    const page = Number(parts.page.value);
    const pages = Number(parts.pages.value);
    if (!item) return "";
    if (!page) return item;
    const label = item + ", trang " + page + (pages ? "/" + pages : "");
    parts.page.value = pages && page >= pages ? "" : page + 1;
    remember();
    return label;
  }

  function remember() {
    const told = [parts.item.value, parts.page.value, parts.pages.value];
    if (told.join("")) keep(KEPT, told); else forget(KEPT);
  }

  const told = recall(KEPT) || ["", "", ""];
  [parts.item, parts.page, parts.pages].forEach(function (input, index) {
    input.value = told[index];
    input.addEventListener("input", remember);
  });
  return { next: next };
}

/* The page of a tip: a field lights up the words behind it, wherever they were said. */
(function () {
  "use strict";

  function light(key) {
    let first = null;
    document.querySelectorAll("mark").forEach(function (mark) {
      const lit = mark.dataset.keys.split(" ").includes(key);
      mark.classList.toggle("lit", lit);
      if (lit && !first) first = mark;
    });
    document.querySelectorAll(".field-value").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.key === key));
    });
    if (first) first.scrollIntoView({ block: "center", behavior: "smooth" });
  }

  document.addEventListener("click", function (event) {
    const button = event.target.closest("[data-key]");
    if (button) light(button.dataset.key);
    closeOthers(event.target);
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") closeOthers(document.body);
    else press(event);
  });

  /* One letter an act, by place on the keyboard, unless somebody types. */
  function press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest("input, textarea, select, dialog")) return;
    const wanted = document.querySelector("[data-code='" + event.code + "']");
    if (!wanted) return;
    event.preventDefault();
    wanted.click();
    const box = wanted.parentElement.querySelector("textarea, input:not([type=hidden])");
    if (box) box.focus();
  }

  function closeOthers(target) {
    document.querySelectorAll(".actions details[open]").forEach(function (sheet) {
      if (!sheet.contains(target)) sheet.open = false;
    });
  }

  /* A download does not leave the page, so the new state is fetched after it. */
  document.querySelectorAll("form[data-download]").forEach(function (form) {
    form.addEventListener("submit", function () {
      setTimeout(function () { location.reload(); }, 3000);
    });
  });
})();

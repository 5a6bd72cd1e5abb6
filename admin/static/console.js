/* What every page does: toasts, passwords that can be looked at, keys, forms sent once.
   Keys are bound to places on the keyboard (event.code), so that Telex does not matter,
   and rest while somebody types. */
(function () {
  "use strict";
  const SHOWN_MS = 6000;
  const SECOND_KEY_MS = 1500;
  const PLACES = { KeyT: "/console/", KeyL: "/console/callbacks", KeyV: "/console/set-aside" };
  const toasts = document.getElementById("toasts");
  let isGoing = 0;

  function toast(text, isBad) {
    const shown = document.createElement("p");
    shown.className = isBad ? "toast toast-bad" : "toast";
    shown.textContent = text;
    toasts.append(shown);
    setTimeout(function () { shown.remove(); }, SHOWN_MS);
  }

  function forgetDone() {
    const address = new URL(location.href);
    if (!address.searchParams.has("done")) return;
    address.searchParams.delete("done");
    history.replaceState(null, "", address);
    setTimeout(function () { toasts.replaceChildren(); }, SHOWN_MS);
  }

  function isTyping(target) {
    return target.closest("input, textarea, select, [contenteditable]") !== null;
  }

  function show(id) {
    const dialog = document.getElementById(id);
    if (dialog && !dialog.open) dialog.showModal();
  }

  function press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.code === "Slash" && event.shiftKey) return use(event, function () { show("keys"); });
    if (event.code === "Slash") return focusSearch(event);
    if (event.shiftKey) return;
    if (event.code === "KeyG") { isGoing = event.timeStamp; return; }
    const place = PLACES[event.code];
    if (place && isGoing && event.timeStamp - isGoing < SECOND_KEY_MS) {
      use(event, function () { location.assign(place); });
    }
    isGoing = 0;
  }

  function use(event, act) {
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }

  function focusSearch(event) {
    const search = document.querySelector("input[type=search]");
    if (search) use(event, function () { search.focus(); });
  }

  function reveal(input) {
    const button = document.createElement("button");
    const row = document.createElement("div");
    row.className = "with-button";
    button.type = "button";
    button.textContent = "Hiện";
    button.setAttribute("aria-label", "Hiện mật khẩu");
    button.addEventListener("click", function () {
      const isHidden = input.type === "password";
      input.type = isHidden ? "text" : "password";
      button.textContent = isHidden ? "Ẩn" : "Hiện";
      button.setAttribute("aria-label", isHidden ? "Ẩn mật khẩu" : "Hiện mật khẩu");
    });
    input.replaceWith(row);
    row.append(input, button);
  }

  function sendOnce(event) {
    const form = event.target;
    if (form.method === "dialog" || form.hasAttribute("data-download")) return;
    if (form.getAttribute("aria-busy") === "true") { event.preventDefault(); return; }
    if (form.method !== "post") return;
    form.setAttribute("aria-busy", "true");
    if (event.submitter) event.submitter.setAttribute("aria-busy", "true");
  }

  function wake() {
    document.querySelectorAll("[aria-busy]").forEach(function (busy) {
      busy.removeAttribute("aria-busy");
    });
  }

  document.addEventListener("keydown", press);
  document.addEventListener("submit", sendOnce);
  window.addEventListener("pageshow", wake);
  document.querySelectorAll("[data-reveal]").forEach(reveal);
  document.querySelectorAll("[data-shows]").forEach(function (button) {
    button.addEventListener("click", function () { show(button.dataset.shows); });
  });
  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.addEventListener("click", function () { window.print(); });
  });
  document.body.addEventListener("htmx:responseError", function (event) {
    toast(event.detail.xhr.responseText.slice(0, 300) || "Máy chủ chưa trả lời được.", true);
  });
  const current = document.querySelector(".top-nav [aria-current]");
  if (current) current.scrollIntoView({ block: "nearest", inline: "center" });
  forgetDone();
  window.toast = toast;
})();

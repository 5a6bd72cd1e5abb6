/* A window above the page: takes the focus, keeps it, gives it back. Our own, because
   phones before 2022 do not know <dialog>. */
const FOCUSABLE = "button:not([disabled]):not([hidden]), a[href], input, [tabindex='0']";

export function createDialog(element, onClose) {
  let opener = null;

  function open() {
    opener = document.activeElement;
    element.hidden = false;
    element.addEventListener("keydown", onKey);
    element.querySelector(FOCUSABLE).focus();
  }

  function close() {
    if (element.hidden) return;
    element.hidden = true;
    element.removeEventListener("keydown", onKey);
    if (onClose) onClose();
    if (opener) opener.focus();
  }

  function onKey(event) {
    if (event.key === "Escape") close();
    if (event.key === "Tab") keepInside(event, element);
  }

  element.addEventListener("click", function (event) { if (event.target === element) close(); });
  element.querySelector("[data-close]").addEventListener("click", close);
  return { open: open, close: close };
}

function keepInside(event, element) {
  const stops = Array.from(element.querySelectorAll(FOCUSABLE));
  const last = stops.length - 1;
  const at = stops.indexOf(document.activeElement);
  if (event.shiftKey && at <= 0) {
    event.preventDefault();
    stops[last].focus();
  } else if (!event.shiftKey && at === last) {
    event.preventDefault();
    stops[0].focus();
  }
}

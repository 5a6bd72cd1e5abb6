/* The private link: by it this conversation opens on any other device. Its secret rides
   in the fragment, which no server and no log sees. */
import { ask, isDone, sentenceOf } from "./http.js";
import { createDialog } from "./dialog.js";
import { KEEP } from "./wording.js";

const SECRET = /^#k=(.+)$/;

export function createLink(parts) {
  const dialog = createDialog(parts.dialog);

  async function open() {
    dialog.open();
    parts.line.textContent = KEEP.making;
    const answer = await ask("POST", "/chat/link", {}).catch(function () { return null; });
    parts.line.textContent = complaint(answer) || "";
    if (!complaint(answer)) present(answer.json);
  }

  function present(made) {
    parts.url.href = made.url;
    parts.url.textContent = made.url;
    parts.qr.innerHTML = made.svg;
  }

  /* On paper the link stands alone. */
  function print() {
    document.body.classList.add("printing");
    window.print();
    document.body.classList.remove("printing");
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(parts.url.href);
      parts.line.textContent = KEEP.copied;
    } catch (forbidden) {
      parts.line.textContent = KEEP.mark;
    }
  }

  parts.copy.addEventListener("click", copy);
  parts.print.addEventListener("click", print);
  return { open: open };
}

export function isPrivateLink() { return SECRET.test(location.hash); }

/* Exchanges the secret of an opened link for the cookie. Returns a sentence to show when
   the link is no longer good, else null. */
export async function enter() {
  const secret = decodeURIComponent(SECRET.exec(location.hash)[1]);
  history.replaceState(null, "", location.pathname + location.search);
  const answer = await ask("POST", "/chat/session", { key: secret })
    .catch(function () { return null; });
  return complaint(answer, KEEP.invalid);
}

function complaint(answer, otherwise) {
  if (!answer) return KEEP.failed;
  return isDone(answer) ? null : sentenceOf(answer, otherwise || KEEP.failed);
}

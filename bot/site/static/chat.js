/* The chat page put together: each part is a file under chat/, named after its noun. */
import { createComposer } from "./chat/composer.js";
import { createDialog } from "./chat/dialog.js";
import { createLabels } from "./chat/labels.js";
import { createLink, enter, isPrivateLink } from "./chat/link.js";
import { createLog, once } from "./chat/messages.js";
import { createOutbox } from "./chat/outbox.js";
import { createPin } from "./chat/pin.js";
import { canRecord, createRecorder } from "./chat/recorder.js";
import { createStream } from "./chat/stream.js";
import { createUploads } from "./chat/uploads.js";
import { CONNECTION, MESSAGE, VOICE } from "./chat/wording.js";

function part(id) { return document.getElementById(id); }

function tell(isConnected) {
  const line = part("connection");
  const state = !isConnected ? "lost" : outbox.isEmpty() ? "saved" : "sending";
  if (line.textContent === CONNECTION[state]) return;
  line.textContent = CONNECTION[state];
  line.classList.toggle("connection-lost", !isConnected);
}

/* Without scripts these would be dead buttons, so the page comes with them hidden. */
part("dock").hidden = false;
part("welcome").hidden = false;

const log = createLog(part("log"), part("newest"), {
  onButton: function (button) {
    say({ button: { key: button.key, value: button.value } }, { text: button.label });
  },
});

const stream = createStream({
  after: log.highest,
  onMessages: function (messages) { messages.forEach(log.receive); },
  onConnected: function () { tell(true); },
  onLost: function () { tell(false); },
});

const outbox = createOutbox({
  onWaiting: log.wait,
  onDelayed: function (item) { log.delay(item); tell(false); },
  onSent: function (item, n) {
    /* A place that was passed before: who was erased has begun a new conversation. */
    if (n && n <= item.after) { location.reload(); return; }
    log.settle(item, n);
    tell(true);
  },
  onRefused: function (item) { log.refuse(item, remediesFor(item)); },
  onDropped: log.dismiss,
  onEmpty: stream.expect,
});

const labels = createLabels({ item: part("label-item"), page: part("label-page"), pages: part("label-pages") });

const uploads = createUploads(part("transfers"), {
  after: log.highest, label: labels.next, onComplete: stream.expect,
});

const composer = createComposer(part("composer"), part("words"), function (text) {
  say({ text: text }, { text: text });
});

const voiceDialog = createDialog(part("voice-dialog"));
const recorder = createRecorder({
  dock: part("dock"), panel: part("recorder"), line: part("recorder-line"),
  player: part("recorder-player"), stop: part("recorder-stop"), send: part("recorder-send"),
  again: part("recorder-again"), speak: part("speak"),
}, uploads, function () {
  part("voice-why").textContent = VOICE.denied;
  voiceDialog.open();
});

const attachDialog = createDialog(part("attach-dialog"));
const pin = createPin({
  dialog: part("pin-dialog"), map: part("pin-map"), line: part("pin-line"),
  send: part("pin-send"), here: part("pin-here"),
}, function (at) { say({ pin: at }, { pin: at }); });

const link = createLink({
  dialog: part("keep-dialog"), line: part("keep-line"), url: part("keep-url"),
  qr: part("keep-qr"), copy: part("keep-copy"), print: part("keep-print"),
});

function say(content, shown) {
  recorder.finish();
  outbox.add(content, shown, log.highest());
}

function remediesFor(item) {
  const again = [MESSAGE.again, function () { outbox.retry(item); }];
  if (!item.content.text) return [again];
  return [again, [MESSAGE.edit, function () {
    outbox.drop(item);
    composer.putBack(item.content.text);
  }]];
}

function chooseFrom(id, kind, dialog) {
  const input = part(id);
  input.addEventListener("change", function () {
    uploads.addFiles(input.files, kind);
    input.value = "";
    dialog.close();
  });
}

async function begin() {
  const sending = outbox.run();
  if (isPrivateLink()) {
    /* What waits here belongs to the conversation before, so it goes out first. */
    await sending;
    const trouble = await enter();
    if (!trouble) { location.reload(); return; }
    part("trouble").textContent = trouble;
  }
  uploads.takeUp();
  if (part("keep")) part("keep").hidden = false;
  await stream.start();
  /* Only now, lest a screen reader reads the whole conversation aloud. */
  part("log").setAttribute("aria-live", "polite");
}

chooseFrom("camera", "photo", attachDialog);
chooseFrom("photos", "photo", attachDialog);
chooseFrom("files", "file", attachDialog);
chooseFrom("voice-file", "voice", voiceDialog);
part("attach").addEventListener("click", attachDialog.open);
part("point").addEventListener("click", pin.open);
if (part("keep")) part("keep").addEventListener("click", link.open);
part("officer").addEventListener("click", once(function () {
  const words = part("officer").textContent;
  say({ text: words }, { text: words });
}));
part("speak").addEventListener("click", function () {
  if (canRecord()) recorder.start(); else voiceDialog.open();
});
window.addEventListener("hashchange", begin);
window.addEventListener("offline", function () { tell(false); });
window.addEventListener("online", stream.expect);
begin();

/* One upload, piece by piece, until the server holds every byte.

   The server's offset is the truth: after any doubt it is asked for (HEAD) or told (409).
   A recording has no size while it grows; its end is said by `Upload-Complete: 1`. */
import { ask, isDone, isPassing, rest, sentenceOf, waitOf } from "./http.js";
import { PLACE } from "./place.js";
import { TRANSFER } from "./wording.js";

const MOST = 1048576;
const LEAST = 262144;
const SLOW_MS = 8000;
const QUICK_MS = 2000;

/* Ends a transfer for good; its message is the sentence to show. */
export class Refused extends Error {}

/* `control.ready()` resolves when sending may go on; `control.stopped` ends it. */
export async function transfer(record, source, control) {
  let offset = await begin(record, control);
  let length = LEAST;
  for (let attempt = 0; !control.stopped;) {
    source.agree(offset);
    await control.ready();
    if (source.size() === null && offset >= source.known()) { await source.more(); continue; }
    const from = Date.now();
    const sent = await sendPiece(record, source, offset, length);
    length = sent.failed ? Math.max(LEAST, length / 2) : paced(length, Date.now() - from);
    attempt = sent.failed ? attempt + 1 : 0;
    if (sent.failed) await recover(sent, attempt, control);
    offset = sent.lost ? await heldOffset(record, control) : sent.offset;
    if (sent.complete) return;
    control.onProgress(offset, source.size());
  }
}

/* An upload that the server no longer knows begins again, for we still have its bytes. */
async function begin(record, control) {
  if (record.id) {
    const held = await persist(control, function () { return ask("HEAD", pathOf(record)); });
    if (isDone(held)) return offsetIn(held);
  }
  const answer = await persist(control, function () {
    return ask("POST", PLACE + "/uploads", descriptionOf(record));
  }).then(insist);
  control.onBegun(answer.json.id);
  return answer.json.offset;
}

async function heldOffset(record, control) {
  const answer = await persist(control, function () { return ask("HEAD", pathOf(record)); });
  return offsetIn(insist(answer));
}

async function sendPiece(record, source, offset, length) {
  const size = source.size();
  const piece = await read(source, offset, length);
  const isLast = size !== null && offset + piece.size >= size;
  const headers = { "Upload-Offset": String(offset) };
  if (isLast) headers["Upload-Complete"] = "1";
  const answer = await attemptTo(function () { return ask("PATCH", pathOf(record), piece, headers); });
  if (!answer || isPassing(answer)) return { failed: true, lost: true, answer: answer };
  const now = offsetIn(answer);
  if (answer.status === 409) return { failed: now === offset, offset: now, answer: answer };
  insist(answer);
  return { offset: now, complete: isLast && now >= size };
}

/* The bytes themselves: a file that was moved or unplugged fails here, not as a lost network. */
async function read(source, offset, length) {
  try {
    return new Blob([await new Response(source.piece(offset, length)).arrayBuffer()]);
  } catch (unreadable) {
    throw new Refused(TRANSFER.unreadable);
  }
}

async function persist(control, act) {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await attemptTo(act);
    if (answer && !isPassing(answer)) return answer;
    await recover({ answer: answer }, attempt, control);
  }
}

async function recover(failure, attempt, control) {
  control.onLost();
  await rest(waitOf(failure.answer, attempt));
  if (control.stopped) throw new Refused(TRANSFER.refused);
}

async function attemptTo(act) {
  try { return await act(); } catch (offline) { return null; }
}

function insist(answer) {
  if (!isDone(answer)) throw new Refused(sentenceOf(answer, TRANSFER.refused));
  return answer;
}

function paced(length, took) {
  if (took > SLOW_MS) return Math.max(LEAST, length / 2);
  if (took < QUICK_MS) return Math.min(MOST, length * 2);
  return length;
}

function descriptionOf(record) {
  return { client_id: record.client_id, after: record.after, name: record.name,
    size: record.size, mime: record.mime, kind: record.kind, label: record.label || "" };
}

function pathOf(record) { return PLACE + "/uploads/" + encodeURIComponent(record.id); }

function offsetIn(answer) { return Number(answer.headers.get("Upload-Offset")); }

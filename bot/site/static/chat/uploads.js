/* Photos, files and recordings on their way. A reload takes up what was unfinished: small
   files and recordings from the vault, large ones once the same file is chosen again. */
import { ask } from "./http.js";
import { newId } from "./ids.js";
import { PLACE } from "./place.js";
import { fileSource, recordingSource } from "./source.js";
import { forget, keep, recallAll } from "./store.js";
import { transfer } from "./transfer.js";
import { createRow } from "./transfer_row.js";
import * as vault from "./vault.js";
import { TRANSFER } from "./wording.js";

const GROUP = "upload.";
const LARGEST = 4 * 1024 * 1024 * 1024;
const LARGEST_IN_VAULT = 64 * 1024 * 1024;

export function createUploads(list, events) {
  let lane = Promise.resolve();

  function addFiles(files, kind) {
    Array.from(files).forEach(function (file) { addFile(file, kind); });
    window.scrollTo(0, document.documentElement.scrollHeight);
  }

  function addFile(file, kind) {
    const record = recordOf(file, kind, events.after());
    if (!faultOf(file)) record.label = events.label();
    const row = createRow(list, record);
    const wrong = faultOf(file);
    if (wrong) { refuse(record, row, wrong); return; }
    keepRecord(record);
    if (file.size <= LARGEST_IN_VAULT) vault.put(record.client_id, 0, file);
    queue(record, row, fileSource(file));
  }

  /* A recording goes out while it is made, past the queue of files. */
  function addRecording(mime, name) {
    const record = { client_id: newId(), at: Date.now(), after: events.after(), name: name,
      size: null, mime: mime, kind: "voice" };
    const source = recordingSource(mime, []);
    const row = createRow(list, record);
    let parts = 0;
    row.hide(true);
    keepRecord(record);
    const control = send(record, row, source);
    return {
      add: function (part) {
        vault.put(record.client_id, parts, part);
        parts += 1;
        source.add(part);
      },
      whole: source.whole,
      finish: function () { row.hide(false); source.finish(); },
      cancel: function () { cancel(record, row, control); source.finish(); },
    };
  }

  function queue(record, row, source) {
    const control = controlOf(record, row);
    lane = lane.then(function () { return run(record, row, source, control); });
    offerPause(record, row, control);
  }

  function send(record, row, source) {
    const control = controlOf(record, row);
    run(record, row, source, control);
    return control;
  }

  async function run(record, row, source, control) {
    if (control.stopped) return;
    try {
      await transfer(record, source, control);
      if (!control.stopped) await finish(record, row);
    } catch (refusal) {
      if (!control.stopped) refuse(record, row, refusal.message);
    }
  }

  async function finish(record, row) {
    row.say(TRANSFER.finishing);
    forgetRecord(record);
    await events.onComplete();
    row.remove();
  }

  function refuse(record, row, sentence) {
    forgetRecord(record);
    row.refuse(sentence);
    row.offer([[TRANSFER.close, row.remove]]);
  }

  function cancel(record, row, control) {
    control.stop();
    forgetRecord(record);
    row.remove();
    if (record.id) ask("DELETE", PLACE + "/uploads/" + record.id).catch(function () { return null; });
  }

  function offerPause(record, row, control) {
    row.offer([
      [TRANSFER.pause, function () { control.pause(); offerResume(record, row, control); }],
      [TRANSFER.cancel, function () { cancel(record, row, control); }],
    ]);
  }

  function offerResume(record, row, control) {
    row.say(TRANSFER.paused);
    row.offer([
      [TRANSFER.resume, function () { control.resume(); offerPause(record, row, control); }],
      [TRANSFER.cancel, function () { cancel(record, row, control); }],
    ]);
  }

  async function takeUp(record) {
    const row = createRow(list, record);
    const parts = await vault.take(record.client_id);
    if (record.kind === "voice" && record.size === null) {
      const source = recordingSource(record.mime, parts);
      source.finish();
      send(record, row, source);
    } else if (parts.length) {
      queue(record, row, fileSource(parts[0]));
    } else {
      askForFile(record, row);
    }
  }

  function askForFile(record, row) {
    row.say(TRANSFER.chooseAgain);
    row.offer([[TRANSFER.cancel, function () { cancel(record, row, controlOf(record, row)); }]]);
    row.offerFile(TRANSFER.choose, function (file) {
      if (file.name !== record.name || file.size !== record.size) { row.say(TRANSFER.otherFile); return; }
      queue(record, row, fileSource(file));
    });
  }

  return { addFiles: addFiles, addRecording: addRecording,
    takeUp: function () { recallAll(GROUP).forEach(takeUp); } };
}

function recordOf(file, kind, after) {
  return { client_id: newId(), at: Date.now(), after: after, name: file.name, size: file.size,
    mime: file.type || "application/octet-stream", kind: kind };
}

function faultOf(file) {
  if (file.size === 0) return TRANSFER.empty;
  if (file.size > LARGEST) return TRANSFER.tooLarge;
  return null;
}

function controlOf(record, row) {
  let waiting = null;
  let resume = null;
  const control = {
    stopped: false,
    ready: function () { return waiting || Promise.resolve(); },
    pause: function () { waiting = new Promise(function (resolve) { resume = resolve; }); },
    resume: function () { waiting = null; resume(); },
    stop: function () { control.stopped = true; if (resume) resume(); },
    onBegun: function (id) { record.id = id; keepRecord(record); },
    onProgress: function (done, whole) { if (!waiting) row.advance(done, whole); },
    onLost: function () { row.say(TRANSFER.lost); },
  };
  return control;
}

function keepRecord(record) { keep(keyOf(record), record); }

function forgetRecord(record) {
  forget(keyOf(record));
  vault.drop(record.client_id);
}

function keyOf(record) { return GROUP + String(record.at).padStart(15, "0") + "." + record.client_id; }

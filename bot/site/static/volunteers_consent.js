/* A narrator's own words of consent, recorded on the page; without that the form takes a file. */
import { canRecord } from "./chat/recorder.js";
import { elapsedInWords, VOICE } from "./chat/wording.js";

function part(id) { return document.getElementById(id); }

const SPEECH_BITS = 48000;
let take = null;

function show(state) {
  part("recorder-start").hidden = state !== "idle";
  part("recorder-stop").hidden = state !== "recording";
  part("recorder-player").hidden = state !== "review";
  part("recorder-send").hidden = state !== "review";
  part("recorder-again").hidden = state !== "review";
}

async function start() {
  part("recorder-line").textContent = VOICE.asking;
  try {
    take = begin(await navigator.mediaDevices.getUserMedia({ audio: true }));
  } catch (denied) {
    part("recorder-line").textContent = VOICE.denied;
  }
}

function begin(stream) {
  const recorder = new MediaRecorder(stream, { audioBitsPerSecond: SPEECH_BITS });
  const parts = [];
  const begun = Date.now();
  const clock = setInterval(tell, 500);
  function tell() {
    part("recorder-line").textContent = VOICE.recording(elapsedInWords((Date.now() - begun) / 1000));
  }
  recorder.ondataavailable = function (event) { if (event.data.size) parts.push(event.data); };
  recorder.onstop = function () {
    clearInterval(clock);
    stream.getTracks().forEach(function (track) { track.stop(); });
    review(new Blob(parts, { type: (recorder.mimeType || "audio/webm").split(";")[0] }), begun);
  };
  recorder.start();
  tell();
  show("recording");
  part("recorder-stop").focus();
  return { recorder: recorder, blob: null };
}

function review(blob, begun) {
  take.blob = blob;
  part("recorder-line").textContent = VOICE.review(elapsedInWords((Date.now() - begun) / 1000));
  part("recorder-player").src = URL.createObjectURL(blob);
  show("review");
  part("recorder-send").focus();
}

async function send() {
  const form = new FormData();
  form.append("csrf", part("spoken").elements.csrf.value);
  form.append("recording", take.blob, "loi-dong-y." + take.blob.type.split("/")[1]);
  part("recorder-send").disabled = true;
  const answer = await fetch(part("spoken").action, {
    method: "POST", body: form, credentials: "same-origin", headers: { Accept: "application/json" },
  }).catch(function () { return null; });
  part("recorder-send").disabled = false;
  if (answer && answer.ok) { location.assign(answer.url); return; }
  part("trouble").textContent = VOICE.unsent;
}

part("recorder").hidden = !canRecord();
show("idle");
part("recorder-start").addEventListener("click", start);
part("recorder-stop").addEventListener("click", function () { take.recorder.stop(); });
part("recorder-send").addEventListener("click", send);
part("recorder-again").addEventListener("click", function () { show("idle"); start(); });

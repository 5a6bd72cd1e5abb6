/* Speaking into the page. Every three seconds of it are sent and kept, so that a dead
   battery loses three seconds and not the story. */
import { elapsedInWords, VOICE } from "./wording.js";

const SLICE_MS = 3000;
const MIMES = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4", "audio/webm"];
const SPEECH_BITS = 48000;

export function canRecord() {
  return Boolean(window.isSecureContext !== false && window.MediaRecorder
    && navigator.mediaDevices && navigator.mediaDevices.getUserMedia);
}

export function createRecorder(parts, uploads, onDenied) {
  let take = null;

  async function start() {
    if (take) return;
    show(parts, "asking");
    parts.line.textContent = VOICE.asking;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      take = begin(stream);
    } catch (denied) {
      show(parts, "idle");
      onDenied();
    }
  }

  function begin(stream) {
    const recorder = new MediaRecorder(stream, { mimeType: mimeKnown(), audioBitsPerSecond: SPEECH_BITS });
    const mime = (recorder.mimeType || mimeKnown() || "audio/webm").split(";")[0];
    const upload = uploads.addRecording(mime, VOICE.name + "." + mime.split("/")[1]);
    const begun = Date.now();
    recorder.ondataavailable = function (event) { if (event.data.size) upload.add(event.data); };
    recorder.onstop = function () {
      stream.getTracks().forEach(function (track) { track.stop(); });
      review();
    };
    recorder.start(SLICE_MS);
    const clock = setInterval(tell, 500);
    function seconds() { return (Date.now() - begun) / 1000; }
    function tell() { parts.line.textContent = VOICE.recording(elapsedInWords(seconds())); }
    tell();
    show(parts, "recording");
    parts.stop.focus();
    return { recorder: recorder, upload: upload, clock: clock, seconds: seconds };
  }

  function stop() {
    if (take && take.recorder.state !== "inactive") take.recorder.stop();
  }

  function review() {
    clearInterval(take.clock);
    parts.line.textContent = VOICE.review(elapsedInWords(take.seconds()));
    parts.player.src = URL.createObjectURL(take.upload.whole());
    show(parts, "review");
    parts.send.focus();
  }

  /* What was said is sent unless the citizen says otherwise. */
  function finish() {
    if (!take || take.recorder.state !== "inactive") return;
    take.upload.finish();
    leave();
  }

  function again() {
    if (!window.confirm(VOICE.discard)) return;
    take.upload.cancel();
    leave();
    start();
  }

  function leave() {
    URL.revokeObjectURL(parts.player.src);
    parts.player.removeAttribute("src");
    take = null;
    show(parts, "idle");
    parts.speak.focus();
  }

  parts.stop.addEventListener("click", stop);
  parts.send.addEventListener("click", finish);
  parts.again.addEventListener("click", again);
  return { start: start, finish: finish };
}

function show(parts, state) {
  parts.panel.hidden = state === "idle";
  parts.dock.classList.toggle("speaking", state !== "idle");
  parts.dock.classList.toggle("recording", state === "recording");
  parts.stop.hidden = state !== "recording";
  parts.player.hidden = state !== "review";
  parts.send.hidden = state !== "review";
  parts.again.hidden = state !== "review";
}

function mimeKnown() {
  return MIMES.find(function (mime) {
    return !MediaRecorder.isTypeSupported || MediaRecorder.isTypeSupported(mime);
  });
}

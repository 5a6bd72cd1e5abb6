/* What the server says, as it says it: server-sent events, or asking every few seconds
   where those do not get through. A message may come twice; the log keeps it once. */
import { ask, backoff, isDone, rest } from "./http.js";
import { PLACE } from "./place.js";

const POLL_MS = 4000;
const CHECK_MS = 25000;
const REPLY_MS = 2500;
const FAILURES_BEFORE_POLLING = 3;

export function createStream(events) {
  let source = null;
  let failures = 0;
  let works = false;
  let started = false;

  async function start() {
    if (started) return;
    started = true;
    await pull();
    listen();
    repeat();
  }

  function listen() {
    if (!window.EventSource || source) return;
    if (!works && failures >= FAILURES_BEFORE_POLLING) return;
    source = new EventSource(PLACE + "/messages?after=" + events.after());
    source.onopen = function () { failures = 0; works = true; events.onConnected(); };
    source.onmessage = function (event) { events.onMessages([JSON.parse(event.data)]); };
    source.onerror = lose;
  }

  function lose() {
    source.close();
    source = null;
    failures += 1;
    events.onLost();
    rest(backoff(failures)).then(listen);
  }

  /* A proxy may hold events back without an error, so a listening page also asks, seldom. */
  async function repeat() {
    for (;;) {
      await rest(source ? CHECK_MS : POLL_MS);
      if (!document.hidden) await pull();
    }
  }

  async function pull() {
    try {
      const answer = await ask("GET", PLACE + "/messages?after=" + events.after());
      if (!isDone(answer)) { events.onLost(); return; }
      events.onConnected();
      events.onMessages(answer.json || []);
    } catch (offline) {
      events.onLost();
    }
  }

  /* Something was sent: it and its answer are fetched even if events are held back. */
  function expect() {
    rest(REPLY_MS).then(pull);
    return pull();
  }

  document.addEventListener("visibilitychange", function () {
    if (!document.hidden && started) { failures = 0; pull(); listen(); }
  });
  return { start: start, pull: pull, expect: expect };
}

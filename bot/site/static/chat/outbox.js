/* What the citizen said and the server has not confirmed. Sent strictly in order, one at
   a time, under the same client_id until it is answered; a reload takes it up again. */
import { ask, isDone, isPassing, rest, sentenceOf, waitOf } from "./http.js";
import { newId } from "./ids.js";
import { PLACE } from "./place.js";
import { forget, keep, recallAll } from "./store.js";
import { MESSAGE } from "./wording.js";

const GROUP = "out.";

export function createOutbox(events) {
  const waiting = recallAll(GROUP).filter(function (item) { return !item.refused; });
  const refused = recallAll(GROUP).filter(function (item) { return item.refused; });
  let running = null;

  function add(content, shown, after) {
    const item = { client_id: newId(), at: Date.now(), after: after, content: content, shown: shown };
    keep(keyOf(item), item);
    waiting.push(item);
    events.onWaiting(item);
    return run();
  }

  function run() {
    if (!running) {
      running = drain().then(function () {
        running = null;
        return waiting.length ? run() : null;
      });
    }
    return running;
  }

  async function drain() {
    while (waiting.length) {
      const item = waiting[0];
      const answer = await deliver(item, events);
      waiting.shift();
      settle(item, answer);
    }
    events.onEmpty();
  }

  function settle(item, answer) {
    if (isDone(answer)) {
      forget(keyOf(item));
      events.onSent(item, answer.json ? answer.json.n : null);
    } else {
      item.refused = sentenceOf(answer, MESSAGE.refused);
      keep(keyOf(item), item);
      events.onRefused(item);
    }
  }

  function retry(item) {
    drop(item);
    return add(item.content, item.shown, item.after);
  }

  function drop(item) {
    forget(keyOf(item));
    events.onDropped(item);
  }

  waiting.forEach(events.onWaiting);
  refused.forEach(function (item) { events.onWaiting(item); events.onRefused(item); });
  return { add: add, retry: retry, drop: drop, run: run,
    isEmpty: function () { return waiting.length === 0; } };
}

async function deliver(item, events) {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await tryOnce(item);
    if (answer && !isPassing(answer)) return answer;
    events.onDelayed(item);
    await rest(waitOf(answer, attempt));
  }
}

async function tryOnce(item) {
  const body = Object.assign({ client_id: item.client_id, after: item.after }, item.content);
  try { return await ask("POST", PLACE + "/messages", body); } catch (offline) { return null; }
}

function keyOf(item) { return GROUP + String(item.at).padStart(15, "0") + "." + item.client_id; }

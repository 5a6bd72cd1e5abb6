/* The log of the conversation: confirmed messages in the order of their numbers, then
   those still on their way. */
import { fillBubble } from "./bubble.js";
import { MESSAGE, SPEAKER } from "./wording.js";

const NEAR_THE_END_PX = 160;
const DOUBLE_TAP_MS = 1500;

export function createLog(list, newest, events) {
  const byNumber = {};
  const pending = {};
  let highest = 0;

  function receive(message) {
    highest = Math.max(highest, message.n);
    show(message);
  }

  function show(message) {
    if (byNumber[message.n]) { refresh(byNumber[message.n], message); return; }
    const wasNear = isNearTheEnd(list);
    claimPending(message);
    const row = rowOf(message, events);
    byNumber[message.n] = row;
    list.insertBefore(row, follower(list, message.n));
    follow(wasNear || message.from === "citizen", list, newest);
  }

  function wait(item) {
    const row = rowOf(Object.assign({ from: "citizen" }, item.shown), events);
    row.appendChild(stateLine(MESSAGE.waiting));
    row.dataset.client = item.client_id;
    pending[item.client_id] = row;
    list.appendChild(row);
    follow(true, list, newest);
  }

  /* The confirmed message takes the place of the one shown while it was on its way. It
     does not count as received: one with a lower number may still be coming. */
  function settle(item, n) {
    if (pending[item.client_id] && !byNumber[n]) {
      show(Object.assign({ n: n, from: "citizen" }, item.shown));
    }
    dismiss(item);
  }

  function claimPending(message) {
    if (message.from !== "citizen") return;
    const id = message.client_id || Object.keys(pending).find(function (key) {
      return pending[key].querySelector(".bubble").textContent === message.text;
    });
    if (id) dismiss({ client_id: id });
  }

  function dismiss(item) {
    const row = pending[item.client_id];
    delete pending[item.client_id];
    if (row) row.remove();
  }

  function delay(item) {
    if (pending[item.client_id]) lineOf(pending[item.client_id]).textContent = MESSAGE.retrying;
  }

  function refuse(item, actions) {
    const row = pending[item.client_id];
    row.classList.add("message-refused");
    lineOf(row).textContent = item.refused;
    row.appendChild(buttonRow(actions));
  }

  function refresh(row, message) {
    row.replaceChild(bubbleOf(message), row.querySelector(".bubble"));
  }

  newest.addEventListener("click", function () { follow(true, list, newest); });
  window.addEventListener("scroll", function () { if (isNearTheEnd(list)) newest.hidden = true; });
  return { receive: receive, wait: wait, settle: settle, dismiss: dismiss, delay: delay, refuse: refuse,
    highest: function () { return highest; } };
}

function rowOf(message, events) {
  const row = document.createElement("li");
  row.className = "message message-" + message.from;
  if (message.n) row.dataset.n = message.n;
  row.appendChild(speakerOf(message));
  row.appendChild(bubbleOf(message));
  if (asks(message)) row.appendChild(answersOf(message, events));
  return row;
}

/* The line of a pressed button also carries it; only what we asked is to be pressed. */
function asks(message) {
  return message.from !== "citizen" && message.buttons && message.buttons.length > 0;
}

function bubbleOf(message) {
  const bubble = document.createElement("div");
  bubble.className = "bubble";
  fillBubble(bubble, message);
  return bubble;
}

function speakerOf(message) {
  const speaker = document.createElement("p");
  speaker.className = message.from === "officer" ? "speaker" : "unseen";
  speaker.textContent = SPEAKER[message.from] + ":";
  return speaker;
}

function answersOf(message, events) {
  return buttonRow(message.buttons.map(function (button) {
    return [button.label, function () { events.onButton(button); }];
  }));
}

function buttonRow(actions) {
  const row = document.createElement("div");
  row.className = "answers";
  actions.forEach(function (action) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = action[0];
    button.addEventListener("click", once(action[1]));
    row.appendChild(button);
  });
  return row;
}

/* Unsure fingers tap twice. */
export function once(act) {
  let last = -DOUBLE_TAP_MS;
  return function (event) {
    if (event.timeStamp - last < DOUBLE_TAP_MS) return;
    last = event.timeStamp;
    act();
  };
}

function stateLine(words) {
  const line = document.createElement("p");
  line.className = "message-state";
  line.textContent = words;
  return line;
}

function lineOf(row) { return row.querySelector(".message-state"); }

function follower(list, n) {
  return Array.from(list.children).find(function (row) {
    return !row.dataset.n || Number(row.dataset.n) > n;
  }) || null;
}

/* Whoever has not scrolled since we did still follows, however tall the last message was. */
let shownAt = null;

function isNearTheEnd(list) {
  const last = list.lastElementChild;
  if (!last || window.scrollY === shownAt) return true;
  return last.getBoundingClientRect().bottom - window.innerHeight < NEAR_THE_END_PX;
}

function follow(wanted, list, newest) {
  if (wanted) showEnd(list);
  newest.hidden = wanted || isNearTheEnd(list);
}

/* On a low screen what stands below the log fills it: the last words are shown instead,
   from their beginning where they do not fit. */
function showEnd(list) {
  const last = list.lastElementChild;
  window.scrollTo(0, document.documentElement.scrollHeight);
  if (last && last.getBoundingClientRect().bottom <= window.innerHeight / 3) {
    const block = last.offsetHeight > window.innerHeight ? "start" : "end";
    last.scrollIntoView({ block: block });
  }
  shownAt = window.scrollY;
}

/* Small things that must survive a reload, each under its own key so that two tabs
   never overwrite each other. Falls back to memory where storage is forbidden. */
import { PLACE } from "./place.js";

/* Interviews are told side by side in one browser: what waits in one is never another's. */
const PREFIX = PLACE === "/chat" ? "manhmoi." : "manhmoi." + PLACE + ".";
const memory = {};

export function keep(key, value) {
  const text = JSON.stringify(value);
  memory[PREFIX + key] = text;
  try { localStorage.setItem(PREFIX + key, text); } catch (full) { return false; }
  return true;
}

export function recall(key) {
  let text = null;
  try { text = localStorage.getItem(PREFIX + key); } catch (forbidden) { text = null; }
  if (text === null) text = memory[PREFIX + key];
  return text === undefined ? null : JSON.parse(text);
}

export function forget(key) {
  delete memory[PREFIX + key];
  try { localStorage.removeItem(PREFIX + key); } catch (forbidden) { return; }
}

/* Everything kept under a group, in the order of its keys. */
export function recallAll(group) {
  const start = PREFIX + group;
  const keys = Object.keys(memory);
  try { keys.push.apply(keys, Object.keys(localStorage)); } catch (forbidden) { keys.sort(); }
  const names = keys.filter(function (key, index) {
    return key.indexOf(start) === 0 && keys.indexOf(key) === index;
  });
  return names.sort().map(function (key) { return recall(key.slice(PREFIX.length)); })
    .filter(function (value) { return value !== null; });
}

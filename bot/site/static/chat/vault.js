/* Bytes not yet confirmed, kept in IndexedDB so that a reload can go on sending them.
   Each part has the key [client_id, index]. Without IndexedDB nothing is kept. */
const NAME = "manhmoi";
const STORE = "parts";

let opening = null;

export function put(clientId, index, blob) {
  return inStore("readwrite", function (store) { return store.put(blob, [clientId, index]); });
}

export async function take(clientId) {
  const parts = await inStore("readonly", function (store) { return store.getAll(rangeOf(clientId)); });
  return parts || [];
}

export function drop(clientId) {
  return inStore("readwrite", function (store) { return store.delete(rangeOf(clientId)); });
}

function rangeOf(clientId) { return IDBKeyRange.bound([clientId, 0], [clientId, Infinity]); }

/* Resolves to null where the browser refuses: keeping is a help, never a condition. */
async function inStore(mode, act) {
  try {
    const database = await open();
    return await resultOf(act(database.transaction(STORE, mode).objectStore(STORE)));
  } catch (refused) {
    return null;
  }
}

function open() {
  if (!opening) {
    const request = window.indexedDB.open(NAME, 1);
    request.onupgradeneeded = function () { request.result.createObjectStore(STORE); };
    opening = resultOf(request);
  }
  return opening;
}

function resultOf(request) {
  return new Promise(function (resolve, reject) {
    request.onsuccess = function () { resolve(request.result); };
    request.onerror = function () { reject(request.error); };
  });
}

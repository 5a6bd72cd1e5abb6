/* Requests that end: with an answer, or with a thrown error when the network fails. */
const PATIENCE_MS = 90000;

export async function ask(method, path, body, headers) {
  const raw = body instanceof Blob;
  const options = { method: method, credentials: "same-origin",
    headers: Object.assign({ Accept: "application/json" }, headers) };
  if (body !== undefined && body !== null) {
    options.body = raw ? body : JSON.stringify(body);
    options.headers["Content-Type"] = raw ? "application/offset+octet-stream" : "application/json";
  }
  const response = await patiently(path, options);
  return { status: response.status, headers: response.headers, json: await jsonOf(response) };
}

export function isDone(answer) { return answer.status >= 200 && answer.status < 300; }

/* True when asking again unchanged may help. */
export function isPassing(answer) {
  return answer.status === 408 || answer.status === 425 || answer.status === 429
    || (answer.status >= 500 && answer.status !== 507);
}

export function sentenceOf(answer, otherwise) {
  return answer.json && answer.json.error ? answer.json.error : otherwise;
}

export function waitOf(answer, attempt) {
  const told = answer ? Number(answer.headers.get("Retry-After")) : 0;
  return told > 0 ? told * 1000 : backoff(attempt);
}

export function backoff(attempt) {
  const most = Math.min(30000, 1000 * Math.pow(2, attempt));
  return most / 2 + Math.random() * most / 2;
}

/* Rests so long, but wakes at once when the network comes back. */
export function rest(milliseconds) {
  return new Promise(function (resolve) {
    function wake() {
      clearTimeout(timer);
      window.removeEventListener("online", wake);
      resolve();
    }
    const timer = setTimeout(wake, milliseconds);
    window.addEventListener("online", wake);
  });
}

/* Browsers before 2018 cannot abort a request; there it is only no longer waited for. */
function patiently(path, options) {
  const abort = window.AbortController ? new AbortController() : null;
  if (abort) options.signal = abort.signal;
  return new Promise(function (resolve, reject) {
    const timer = setTimeout(function () {
      if (abort) abort.abort();
      reject(new Error("no answer in time"));
    }, PATIENCE_MS);
    function end(settle) {
      return function (value) { clearTimeout(timer); settle(value); };
    }
    fetch(path, options).then(end(resolve), end(reject));
  });
}

async function jsonOf(response) {
  const kind = response.headers.get("Content-Type") || "";
  if (kind.indexOf("json") < 0) return null;
  try { return await response.json(); } catch (broken) { return null; }
}
